#include "scissors.h"

#include <cmath>

namespace onereel::cutting {

namespace {

constexpr double split_over = 26;
constexpr int corner_steps = 24;

void line_to(std::vector<drawing::PathStep>& path, Point& from, Point to) {
  const Point way = to - from;
  const int runs = 1 + static_cast<int>(std::hypot(way.x, way.y) / split_over);
  for (int k = 1; k <= runs; ++k) {
    const Point at = from + way * (static_cast<double>(k) / runs);
    path.push_back({drawing::PathStep::Kind::line, cut_at(at, 1), {}, {}});
  }
  from = to;
}

}  // namespace

Point cut_at(Point p, double strength) {
  const auto wave = [&](double pitch, double along_x, double along_y, double start) {
    return std::sin(pitch * (along_x * p.x + along_y * p.y) + start);
  };
  const double dx = .95 * (.6 * wave(.134, .83, .55, 1.1) + .4 * wave(.121, -.37, .93, 4.2)) +
                    .38 * (.6 * wave(.571, .62, -.78, .4) + .4 * wave(.53, .9, .44, 2.2));
  const double dy = .95 * (.6 * wave(.129, -.61, .79, 2.7) + .4 * wave(.142, .95, .3, .3)) +
                    .38 * (.6 * wave(.559, .71, .7, 3.1) + .4 * wave(.602, -.5, .87, 5));
  return {p.x + dx * strength, p.y + dy * strength};
}

std::vector<drawing::PathStep> rounded_sheet(int width, int height, double inset, double radius) {
  const double right = width - inset - radius;
  const double bottom = height - inset - radius;
  const double near = inset + radius;
  const Point centres[4] = {{right, near}, {right, bottom}, {near, bottom}, {near, near}};
  std::vector<drawing::PathStep> path;
  Point at{right, inset};
  path.push_back({drawing::PathStep::Kind::move, cut_at(at, 1), {}, {}});
  for (int corner = 0; corner < 4; ++corner) {
    for (int step = 0; step <= corner_steps; ++step) {
      const double angle =
          (corner - 1 + static_cast<double>(step) / corner_steps) * 90 * radians_per_degree;
      line_to(path, at,
              centres[corner] + Point{radius * std::cos(angle), radius * std::sin(angle)});
    }
  }
  path.push_back({drawing::PathStep::Kind::close, {}, {}, {}});
  return path;
}

}  // namespace onereel::cutting
