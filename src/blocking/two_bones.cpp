#include "two_bones.h"

#include <algorithm>
#include <cmath>

namespace onereel::blocking {
namespace {

/// The inner angle at the root of a triangle with sides `beside`, `distance` and `opposite`.
double corner(double beside, double distance, double opposite) {
  const double cosine =
      (beside * beside + distance * distance - opposite * opposite) / (2 * beside * distance);
  return std::acos(std::clamp(cosine, -1.0, 1.0));
}

}  // namespace

TwoBones solve_two_bones(double dx, double dy, double upper_length, double lower_length,
                         bool knee_forward) {
  // Not fully straight: at full stretch the joint would snap from one pose to the next.
  const double distance = std::clamp(std::hypot(dx, dy), std::abs(upper_length - lower_length) + 1,
                                     (upper_length + lower_length) * 0.9995);
  const double aim = std::atan2(dx, dy);
  const double side = knee_forward ? 1 : -1;
  return {aim + side * corner(upper_length, distance, lower_length),
          aim - side * corner(lower_length, distance, upper_length)};
}

}  // namespace onereel::blocking
