#include <algorithm>
#include <cmath>

#include "onereel/media/font.h"

namespace onereel::media {

namespace {

Point on_curve(Point a, Point b, Point c, Point d, double t) {
  const double u = 1 - t;
  return a * (u * u * u) + b * (3 * u * u * t) + c * (3 * u * t * t) + d * (t * t * t);
}

// Enough equal pieces that a chord stays within `tolerance`: the error of a piece falls with the
// square of their number (the second difference bounds the curvature).
int pieces_of(Point a, Point b, Point c, Point d, double tolerance) {
  const Point first = a - b * 2 + c;
  const Point second = b - c * 2 + d;
  const double bend = std::max(std::hypot(first.x, first.y), std::hypot(second.x, second.y));
  return std::clamp(static_cast<int>(std::ceil(std::sqrt(bend * 0.75 / tolerance))), 1, 200);
}

}  // namespace

std::vector<OutlineStep> flattened(const std::vector<OutlineStep>& steps, double tolerance) {
  std::vector<OutlineStep> flat;
  Point at;
  for (const OutlineStep& step : steps) {
    if (step.kind != OutlineStep::Kind::curve) {
      flat.push_back(step);
    } else {
      const int pieces = pieces_of(at, step.control1, step.control2, step.to, tolerance);
      for (int k = 1; k <= pieces; ++k) {
        const double t = static_cast<double>(k) / pieces;
        flat.push_back({OutlineStep::Kind::line,
                        on_curve(at, step.control1, step.control2, step.to, t),
                        {},
                        {}});
      }
    }
    at = step.to;
  }
  return flat;
}

}  // namespace onereel::media
