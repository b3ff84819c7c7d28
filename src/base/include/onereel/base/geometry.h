#pragma once

// Points and affine maps on the stage. Stage units: x to the right, y down, as in SVG.

#include <cmath>

namespace onereel {

inline constexpr double radians_per_degree = 0.017453292519943295;

struct Point {
  double x = 0;
  double y = 0;
  constexpr bool operator==(const Point&) const = default;
  constexpr Point operator+(Point o) const { return {x + o.x, y + o.y}; }
  constexpr Point operator-(Point o) const { return {x - o.x, y - o.y}; }
  constexpr Point operator*(double k) const { return {x * k, y * k}; }
};

struct Box {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  constexpr bool operator==(const Box&) const = default;
};

/// An affine map: x' = xx x + xy y + x0, y' = yx x + yy y + y0 (Cairo's order of fields).
struct Matrix {
  double xx = 1;
  double yx = 0;
  double xy = 0;
  double yy = 1;
  double x0 = 0;
  double y0 = 0;

  constexpr bool operator==(const Matrix&) const = default;

  static constexpr Matrix translation(double x, double y) { return {1, 0, 0, 1, x, y}; }
  static constexpr Matrix scaling(double x, double y) { return {x, 0, 0, y, 0, 0}; }
  /// Clockwise on the screen for positive degrees, since y points down.
  static Matrix rotation(double degrees) {
    const double c = std::cos(degrees * radians_per_degree);
    const double s = std::sin(degrees * radians_per_degree);
    return {c, s, -s, c, 0, 0};
  }
  /// Turns by `degrees` about `pin`.
  static Matrix rotation_about(Point pin, double degrees) {
    return translation(-pin.x, -pin.y).then(rotation(degrees)).then(translation(pin.x, pin.y));
  }

  /// First this map, then `next`.
  constexpr Matrix then(const Matrix& next) const {
    return {xx * next.xx + yx * next.xy,           xx * next.yx + yx * next.yy,
            xy * next.xx + yy * next.xy,           xy * next.yx + yy * next.yy,
            x0 * next.xx + y0 * next.xy + next.x0, x0 * next.yx + y0 * next.yy + next.y0};
  }
  constexpr Point apply(Point p) const {
    return {xx * p.x + xy * p.y + x0, yx * p.x + yy * p.y + y0};
  }
  constexpr double determinant() const { return xx * yy - xy * yx; }
  /// The map back. Meaningless where determinant() is 0.
  constexpr Matrix inverse() const {
    const double d = determinant();
    return {yy / d, -yx / d, -xy / d, xx / d, (xy * y0 - yy * x0) / d, (yx * x0 - xx * y0) / d};
  }
};

}  // namespace onereel
