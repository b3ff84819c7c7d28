#pragma once

// The still that stands for the film where none can be played: a frame of the best gag under the
// film's name, its length and a play sign.

#include <string>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/media/picture.h"
#include "onereel/papers/shot_list.h"

namespace onereel::cutting {

/// The frame of the film to show: just after the last impact of the gag that has most of them
/// (the longest of equals); without impacts the middle of the longest scene; without scenes of the
/// first shot.
FrameIndex poster_frame(const ShotList& shots);

/// Lays name, length and play sign over `still`, in the still's size. The sign stands where it
/// hides least of what is dark.
/// @error fix_input  a font or drawing is missing.
Result<media::YuvPicture> draw_poster(const media::YuvPicture& still, const ShotList& shots,
                                      const std::string& data_folder, drawing::ArtKit& kit);

/// Writes bundle/poster.png from bundle/film.mp4. Call it before write_bundle, which lists it.
/// @error repair     the film is not there or cannot be read.
/// @error fix_input  as draw_poster; the disk is full.
Result<> write_poster(const ShotList& shots, const std::string& film_folder,
                      const std::string& data_folder, drawing::ArtKit& kit);

}  // namespace onereel::cutting
