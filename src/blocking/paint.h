#pragma once

// The stage at a pose as the theatre gets it: figures with their parts, drawn things, and the order
// in which they are painted, far to near.

#include "scene.h"

namespace onereel::blocking {

/// Whose turn it is, for the eye: figures by the pose from which they act.
struct Attention {
  std::vector<std::pair<double, Spot>> acting;
};

StagePose paint_stage(const Scene& scene, const Attention& attention, double pose);

}  // namespace onereel::blocking
