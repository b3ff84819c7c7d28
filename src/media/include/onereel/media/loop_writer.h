#pragma once

// A short picture that moves, for pages that show images but no film.

#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/media/picture.h"

namespace onereel::media {

struct LoopSetting {
  int frames_a_second = 12;
  double quality = 70;  ///< libwebp's 0..100
};

/// Writes an animated WebP that repeats for ever (libwebp through libavcodec). All frames of one
/// size. Written beside `path`, then renamed.
/// @error fix_input  no frames, or the file cannot be written. give_up: libavcodec has no WebP.
Result<> write_loop(const std::vector<YuvPicture>& frames, const LoopSetting& setting,
                    const std::string& path);

}  // namespace onereel::media
