#pragma once

// Two bones of known length that must end at a given place.

namespace onereel::blocking {

struct TwoBones {
  double upper = 0;  ///< radians from hanging straight down, positive forward
  double lower = 0;
};

/// @param dx,dy  from the root to the end, own frame (x forward, y down).
/// @param knee_forward  true: the middle joint bends forward (legs); false: backward (arms).
/// A place out of reach is reached for with nearly straight bones.
TwoBones solve_two_bones(double dx, double dy, double upper_length, double lower_length,
                         bool knee_forward);

}  // namespace onereel::blocking
