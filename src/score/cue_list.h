#pragma once

#include <vector>

#include "onereel/score/score.h"
#include "playing.h"

namespace onereel::score {

/// One line a shot: what a pianist would want beside the keys.
std::vector<MusicCue> cue_list(const Film& film, const Played& played);

}  // namespace onereel::score
