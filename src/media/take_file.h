#pragma once

// The take file: a head, the stream's parameter sets, then every packet in decoding order. Numbers
// are little-endian.
//
//   "onereel take 1\n"  width height quality*100 fast frames  headers-length  headers
//   then `frames` times:  shown-at  key  length  bytes

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/media/shot_encoder.h"

namespace onereel::media {

inline constexpr std::string_view take_magic = "onereel take 1\n";
inline constexpr std::int64_t take_frames_max = 24 * 60 * 60;

/// One coded picture. `bytes` points into the take.
struct TakePacket {
  std::int64_t shown_at = 0;  ///< frame of the shot
  bool key = false;
  std::string_view bytes;
};

struct TakeContent {
  TakeHead head;
  std::string_view parameter_sets;  ///< SPS and PPS, Annex B
  std::vector<TakePacket> packets;
};

void begin_take(std::string& take, const TakeHead& head, std::string_view parameter_sets);
void append_packet(std::string& take, const TakePacket& packet);

/// @error repair  cut short, or no take.
Result<TakeContent> read_take(std::string_view take);

}  // namespace onereel::media
