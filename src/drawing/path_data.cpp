#include "path_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>

#include "numbers.h"
#include "onereel/drawing/art_kit.h"

namespace onereel::drawing {

namespace {

// Turns commands into steps, keeping the state that relative and smooth commands need.
class Pen {
 public:
  explicit Pen(std::string_view data) : walk_(data) {}

  Result<Path> draw() {
    while (!walk_.at_end()) {
      TRY_DO(take_command());
      TRY_DO(draw_command());
      if (path_.size() > drawing_steps_max) return fix_input("a path with too many points");
    }
    return std::move(path_);
  }

 private:
  Result<> take_command() {
    const char c = walk_.peek();
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      command_ = c;
      walk_.take();
      return {};
    }
    if (command_ == '\0' || command_ == 'Z' || command_ == 'z') {
      return fix_input(fmt::format("'{}' where a path command should stand", c));
    }
    if (command_ == 'M') command_ = 'L';  // further pairs after a move are lines
    if (command_ == 'm') command_ = 'l';
    return {};
  }

  Result<double> number() {
    const std::optional<double> value = walk_.number();
    if (!value) {
      return fix_input(fmt::format("a number is missing after path command '{}'", command_));
    }
    return *value;
  }

  bool relative() const { return std::islower(static_cast<unsigned char>(command_)) != 0; }

  Result<Point> point() {
    TRY(const double x, number());
    TRY(const double y, number());
    return relative() ? at_ + Point{x, y} : Point{x, y};
  }

  Result<> draw_command() {
    const char kind = static_cast<char>(std::toupper(static_cast<unsigned char>(command_)));
    if (path_.empty() && kind != 'M') return fix_input("a path that does not begin with M");
    switch (kind) {
      case 'M':
        return move();
      case 'L':
        return line();
      case 'H':
      case 'V':
        return straight(kind == 'H');
      case 'C':
      case 'S':
        return curve(kind == 'S');
      case 'Q':
        return quadratic();
      case 'Z':
        return close();
      default:
        return fix_input(fmt::format(
            "path command '{}' is outside the subset; known are M L H V C S Q Z", command_));
    }
  }

  Result<> move() {
    TRY(at_, point());
    start_ = at_;
    add({PathStep::Kind::move, at_, {}, {}});
    return {};
  }
  Result<> line() {
    TRY(at_, point());
    add({PathStep::Kind::line, at_, {}, {}});
    return {};
  }
  Result<> straight(bool horizontal) {
    TRY(const double value, number());
    double& coordinate = horizontal ? at_.x : at_.y;
    coordinate = value + (relative() ? coordinate : 0);
    add({PathStep::Kind::line, at_, {}, {}});
    return {};
  }
  Result<> curve(bool smooth) {
    Point first = last_control_ ? at_ * 2 - *last_control_ : at_;
    if (!smooth) {
      TRY(first, point());
    }
    TRY(const Point second, point());
    TRY(at_, point());
    add({PathStep::Kind::curve, at_, first, second});
    last_control_ = second;
    return {};
  }
  Result<> quadratic() {
    TRY(const Point control, point());
    TRY(const Point to, point());
    const Point first = at_ + (control - at_) * (2.0 / 3.0);
    const Point second = to + (control - to) * (2.0 / 3.0);
    at_ = to;
    add({PathStep::Kind::curve, to, first, second});
    return {};
  }
  Result<> close() {
    at_ = start_;
    add({PathStep::Kind::close, start_, {}, {}});
    return {};
  }

  void add(PathStep step) {
    // After a close, a drawing command starts a new piece where the closed one began.
    if (!path_.empty() && path_.back().kind == PathStep::Kind::close &&
        step.kind != PathStep::Kind::move && step.kind != PathStep::Kind::close) {
      path_.push_back({PathStep::Kind::move, start_, {}, {}});
    }
    path_.push_back(step);
    last_control_.reset();
  }

  NumberWalk walk_;
  Path path_;
  char command_ = '\0';
  Point at_;
  Point start_;
  std::optional<Point> last_control_;
};

struct Span {
  double low = std::numeric_limits<double>::infinity();
  double high = -std::numeric_limits<double>::infinity();
  void take(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
};

// Where a cubic turns round: the roots of its derivative within 0..1.
void take_curve(Span& span, double p0, double p1, double p2, double p3) {
  span.take(p3);
  const double a = -p0 + 3 * p1 - 3 * p2 + p3;
  const double b = 2 * (p0 - 2 * p1 + p2);
  const double c = p1 - p0;
  std::array<double, 2> roots{-1, -1};
  if (std::abs(a) < 1e-9) {
    if (std::abs(b) > 1e-9) roots[0] = -c / b;
  } else if (const double under = b * b - 4 * a * c; under >= 0) {
    roots = {(-b + std::sqrt(under)) / (2 * a), (-b - std::sqrt(under)) / (2 * a)};
  }
  for (const double t : roots) {
    if (t <= 0 || t >= 1) continue;
    const double u = 1 - t;
    span.take(u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3);
  }
}

}  // namespace

Result<Path> read_path_data(std::string_view data) {
  return Pen(data).draw();
}

void apply(const Matrix& map, Path& path) {
  for (PathStep& step : path) {
    step.to = map.apply(step.to);
    step.control1 = map.apply(step.control1);
    step.control2 = map.apply(step.control2);
  }
}

Box bounds(const Path& path) {
  Span x;
  Span y;
  Point at;
  for (const PathStep& step : path) {
    if (step.kind == PathStep::Kind::curve) {
      take_curve(x, at.x, step.control1.x, step.control2.x, step.to.x);
      take_curve(y, at.y, step.control1.y, step.control2.y, step.to.y);
    } else {
      x.take(step.to.x);
      y.take(step.to.y);
    }
    at = step.to;
  }
  if (path.empty()) return {};
  return {x.low, y.low, x.high - x.low, y.high - y.low};
}

}  // namespace onereel::drawing
