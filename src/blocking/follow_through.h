#pragma once

// Scarf, tails, chain, flower: what hangs follows the body late, without simulation. The wind on
// the neck over the last poses, convolved with a damped kernel, tips each link away from the
// direction it is drawn in.

#include "scene.h"

namespace onereel::blocking {

/// Adds the swing of all hanging links to the angles of `posture`.
void follow_through(const Scene& scene, const Figure& figure, double pose, Posture& posture);

}  // namespace onereel::blocking
