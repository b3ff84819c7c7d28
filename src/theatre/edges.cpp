#include "edges.h"

#include <algorithm>
#include <cmath>

namespace onereel::theatre {

namespace {

using drawing::PathStep;

class Scissors {
 public:
  Scissors(double strength, double tolerance, double run_max)
      : strength_(strength), tolerance_(tolerance), run_max_(run_max) {}

  void follow(const PathStep& step) {
    switch (step.kind) {
      case PathStep::Kind::move:
        out_.push_back({PathStep::Kind::move, cut_aside(step.to, strength_), {}, {}});
        start_ = step.to;
        break;
      case PathStep::Kind::line:
        run_to(step.to);
        break;
      case PathStep::Kind::curve:
        curve(step);
        break;
      case PathStep::Kind::close:
        if (at_.x != start_.x || at_.y != start_.y) run_to(start_);
        out_.push_back({PathStep::Kind::close, cut_aside(start_, strength_), {}, {}});
        at_ = start_;
        return;
    }
    at_ = step.to;
  }
  std::vector<PathStep> take() { return std::move(out_); }

 private:
  void run_to(Point to) {
    const Point from = at_;
    const int pieces =
        std::max(1, static_cast<int>(std::hypot(to.x - from.x, to.y - from.y) / run_max_));
    for (int k = 1; k <= pieces; ++k) {
      const Point p = from + (to - from) * (static_cast<double>(k) / pieces);
      out_.push_back({PathStep::Kind::line, cut_aside(p, strength_), {}, {}});
    }
    at_ = to;
  }
  void curve(const PathStep& step) {
    const Point a = at_;
    const Point first = a - step.control1 * 2 + step.control2;
    const Point second = step.control1 - step.control2 * 2 + step.to;
    const double bend = std::max(std::hypot(first.x, first.y), std::hypot(second.x, second.y));
    const int pieces =
        std::clamp(static_cast<int>(std::ceil(std::sqrt(bend * .75 / tolerance_))), 1, 200);
    for (int k = 1; k <= pieces; ++k) {
      const double t = static_cast<double>(k) / pieces;
      const double u = 1 - t;
      run_to(a * (u * u * u) + step.control1 * (3 * u * u * t) + step.control2 * (3 * u * t * t) +
             step.to * (t * t * t));
    }
  }

  double strength_;
  double tolerance_;
  double run_max_;
  std::vector<PathStep> out_;
  Point at_;
  Point start_;
};

}  // namespace

Point cut_aside(Point p, double strength) {
  const double x = p.x;
  const double y = p.y;
  const auto s = [](double v) { return std::sin(v); };
  const double dx =
      .95 * (.6 * s(.134 * (.83 * x + .55 * y) + 1.1) + .4 * s(.121 * (-.37 * x + .93 * y) + 4.2)) +
      .38 * (.6 * s(.571 * (.62 * x - .78 * y) + .4) + .4 * s(.53 * (.9 * x + .44 * y) + 2.2));
  const double dy =
      .95 * (.6 * s(.129 * (-.61 * x + .79 * y) + 2.7) + .4 * s(.142 * (.95 * x + .3 * y) + .3)) +
      .38 * (.6 * s(.559 * (.71 * x + .7 * y) + 3.1) + .4 * s(.602 * (-.5 * x + .87 * y) + 5.));
  return {x + dx * strength, y + dy * strength};
}

std::vector<PathStep> cut_edges(const std::vector<PathStep>& path, double strength,
                                double tolerance, double run_max) {
  Scissors scissors(strength, tolerance, run_max);
  for (const PathStep& step : path) scissors.follow(step);
  return scissors.take();
}

}  // namespace onereel::theatre
