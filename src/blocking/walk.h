#pragma once

// Writes the keys of a walk: feet, hips, trunk and arms of every step, arriving on the mark
// exactly.

#include "gait.h"
#include "scene.h"

namespace onereel::blocking {

struct WalkPlan {
  const Gait* gait = nullptr;
  double start = 0;  ///< pose
  double to = 0;     ///< stage x
  int steps = 1;
  int poses_a_step = 6;
  int anticipation = 3;
  int closing = 5;                         ///< poses of the last step, onto the mark
  std::array<bool, 2> swings{true, true};  ///< which arms swing
};

/// @return the pose of the last contact, where he stands on the mark.
double walk(Figure& figure, const WalkPlan& plan);

/// Feet side by side under the hips, at `px`: where a foot of this side stands.
double stand_x(const Figure& figure, Side side, double px, double facing);

}  // namespace onereel::blocking
