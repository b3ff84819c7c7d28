#include "iris.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace onereel::cutting {

namespace {

constexpr int rest_frames = 6;      // on the face
constexpr int vanish_frames = 6;    // from the face to nothing
constexpr int short_shot = 72;      // a shorter shot closes in one go
constexpr double face = .12;        // radius on the face, of the height
constexpr double wobble_max = .01;  // of the radius; see edge_radius

double smooth(double t) {
  const double c = std::clamp(t, 0.0, 1.0);
  return c * c * (3 - 2 * c);
}

double open_radius(const IrisPlan& plan, Point centre) {
  const double far_x = std::max(centre.x, plan.width - centre.x);
  const double far_y = std::max(centre.y, plan.height - centre.y);
  return std::hypot(far_x, far_y) * 1.06 + .02 * plan.height;
}

double closing_radius(const IrisPlan& plan, double left, double open) {
  if (plan.length.count < short_shot) return open * smooth(left / iris_travel);
  const double closed = face * plan.height;
  if (left < vanish_frames) return closed * (1 - std::pow(1 - left / vanish_frames, 2));
  if (left < vanish_frames + rest_frames) return closed;
  const double t = (left - vanish_frames - rest_frames) / iris_travel;
  return closed + (open - closed) * smooth(t);
}

double edge_radius(double radius, double angle) {
  return radius * (1 + .006 * std::sin(5 * angle + 1) + .004 * std::sin(9 * angle + 2));
}

// Three stops: 0, .55, 1.
double stop(double t) {
  return t < .5 ? 1.1 * t : .55 + .9 * (t - .5);
}

}  // namespace

std::optional<Iris> planned_iris(const IrisPlan& plan, FrameIndex frame, Point centre) {
  const double open = open_radius(plan, centre);
  double radius = open;
  if (plan.opens && frame.index < iris_travel) {
    // The last step stands open: a frame later there is no iris, and nothing jumps.
    radius = std::min(radius, open * smooth(static_cast<double>(frame.index + 1) / iris_travel));
  }
  if (plan.closes) {
    const auto left = static_cast<double>(plan.length.count - 1 - frame.index);
    radius = std::min(radius, closing_radius(plan, left, open));
  }
  if (radius >= open) return std::nullopt;
  return Iris{centre, radius};
}

void close_to(const Iris& iris, Plane& picture) {
  const double feather = .02 * picture.height + .05 * iris.radius;
  const double inside = iris.radius * (1 - wobble_max) - feather / 2 - 1;
  const double outside = iris.radius * (1 + wobble_max) + feather / 2 + 1;
  for (int y = 0; y < picture.height; ++y) {
    float* row = picture.row(y);
    for (int x = 0; x < picture.width; ++x) {
      const double dx = x - iris.centre.x;
      const double dy = y - iris.centre.y;
      const double square = dx * dx + dy * dy;
      if (inside > 0 && square < inside * inside) continue;
      if (square > outside * outside || iris.radius <= 0) {
        row[x] = 0;
        continue;
      }
      const double edge = edge_radius(iris.radius, std::atan2(dy, dx));
      const double t = std::clamp((edge - std::sqrt(square)) / feather + .5, 0.0, 1.0);
      row[x] *= static_cast<float>(stop(t));
    }
  }
}

}  // namespace onereel::cutting
