#pragma once

// Sound as AAC packets.

#include <vector>

#include "libav_handles.h"
#include "onereel/media/sound.h"

namespace onereel::media {

struct AacTrack {
  Codec codec;                  ///< its parameters describe the stream
  std::vector<Packet> packets;  ///< times in samples; the first one is priming, before 0
};

/// Advanced Audio Coding, low complexity, 48 kHz, stereo (libavcodec's own encoder).
Result<AacTrack> encode_aac(const Sound& sound);

}  // namespace onereel::media
