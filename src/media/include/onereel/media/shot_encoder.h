#pragma once

// One shot, encoded once. A take keeps the finished H.264 packets of a shot, so that a film is
// joined from takes without encoding anything again.

#include <memory>
#include <string>
#include <string_view>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/media/picture.h"

namespace onereel::media {

/// All takes of one film are made with the same setting: their stream headers must be equal.
struct EncoderSetting {
  int width = 1280;
  int height = 720;
  double constant_quality = 20;  ///< x264's CRF: lower is better and larger
  bool fast = false;             ///< preset superfast instead of veryfast, for previews
  bool operator==(const EncoderSetting&) const = default;
};

/// Encodes the frames of one shot to H.264 High, 4:2:0, BT.709 limited range (libx264 through
/// libavcodec). Closed groups of pictures, one encoder thread, and no code path chosen by CPU: the
/// same frames give the same bytes wherever and beside whatever they are encoded.
///
/// Threads: one an encoder; any number of encoders side by side.
class ShotEncoder {
 public:
  /// @param length  how many frames will come; key frames are placed by it.
  /// @error give_up  libavcodec has no libx264.
  static Result<ShotEncoder> open(const EncoderSetting& setting, FrameCount length);
  ~ShotEncoder();
  ShotEncoder(ShotEncoder&&) noexcept;
  ShotEncoder& operator=(ShotEncoder&&) noexcept;

  /// @error give_up  the encoder failed. After an error the encoder is of no more use.
  Result<> add(const YuvPicture& picture);
  /// The bytes of the take file. The last call; exactly `length` frames must have been added.
  Result<std::string> finish();

 private:
  struct Bench;
  explicit ShotEncoder(std::unique_ptr<Bench> bench);
  std::unique_ptr<Bench> bench_;
};

/// What a take file says about itself, without its packets.
struct TakeHead {
  EncoderSetting setting;
  FrameCount length;
};

/// @error repair  these bytes are no whole take; delete the file and draw the shot again.
Result<TakeHead> read_take_head(std::string_view take);

}  // namespace onereel::media
