#pragma once

// Hand-cut edges for what the cutting room makes itself: mattes and letters.

#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/drawing/drawing.h"

namespace onereel::cutting {

/// Where the scissors' field moves a point. One field for the whole sheet, so that rules, corners
/// and letters wobble as one.
Point cut_at(Point p, double strength);

/// A sheet with round corners, cut by hand.
std::vector<drawing::PathStep> rounded_sheet(int width, int height, double inset, double radius);

}  // namespace onereel::cutting
