#include "onereel/base/dice.h"

#include <cmath>

namespace onereel {

double value_noise(double t, std::uint64_t seed) {
  const double knot = std::floor(t);
  const double u = t - knot;
  const auto at = [seed](double k) {
    return 2.0 * fraction_of(mix(seed ^ static_cast<std::uint64_t>(static_cast<std::int64_t>(k)))) -
           1.0;
  };
  const double a = at(knot);
  const double b = at(knot + 1.0);
  return a + (b - a) * u * u * (3.0 - 2.0 * u);
}

}  // namespace onereel
