#pragma once

// Edges as scissors leave them: every outline is moved a little by one smooth field.

#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/drawing/drawing.h"

namespace onereel::theatre {

/// Where the field of the scissors moves `p`: at most about 1.3 units at strength 1, in waves of 47
/// and 11 units. One field for all keeps touching edges touching.
Point cut_aside(Point p, double strength);

/// `path` as corners (curves within `tolerance`), straight runs over `run_max` units split, every
/// corner moved by the field. Done once, in rest coordinates: so edges travel with the limb and do
/// not boil.
std::vector<drawing::PathStep> cut_edges(const std::vector<drawing::PathStep>& path,
                                         double strength, double tolerance, double run_max);

}  // namespace onereel::theatre
