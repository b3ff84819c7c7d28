#pragma once

// Takes and sound become film.mp4.

#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/media/sound.h"

namespace onereel::media {

struct Chapter {
  std::string title;
  FrameIndex start;  ///< lasts until the next one, or the end
};

struct FilmParts {
  std::vector<std::string_view> takes;  ///< bytes of take files, in the film's order
  const Sound* sound = nullptr;  ///< nullptr: a silent file. Else as long as the takes together
  std::vector<Chapter> chapters = {};
  std::string title = {};
};

/// Writes an MP4 that plays while it loads (moov before mdat): the takes' packets as they are, AAC
/// 48 kHz, chapters. Picture and sound start at 0 and end together. No date and no version of any
/// library goes in: the same parts give the same bytes. Written beside `path`, flushed, renamed.
/// @error repair     a take is damaged.
/// @error fix_input  takes of different settings; sound of another length; the disk is full.
Result<> write_film(const FilmParts& parts, const std::string& path);

}  // namespace onereel::media
