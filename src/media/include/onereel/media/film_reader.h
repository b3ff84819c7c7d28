#pragma once

// A finished film, frame by frame: for what is measured on the encoded picture.

#include <functional>
#include <string>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/media/picture.h"

namespace onereel::media {

/// Called once a frame, in order. Returns false to stop.
using FrameViewer = std::function<bool(FrameIndex index, const YuvPicture& picture)>;

/// Decodes the H.264 track of an MP4 that write_film made.
/// @return how many frames were shown.
/// @error repair  no such file, no H.264 track, damaged, or not 4:2:0.
Result<FrameCount> view_film(const std::string& path, const FrameViewer& viewer);

/// One frame, decoded from the key frame before it.
/// @error repair  as above; or the film is shorter.
Result<YuvPicture> film_frame(const std::string& path, FrameIndex wanted);

}  // namespace onereel::media
