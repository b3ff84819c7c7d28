#include "exact_math.h"

#include <cmath>

#include "onereel/base/must.h"

namespace onereel::score {
namespace {
constexpr double ln_2 = 0.69314718055994530942;
}

double ln_of(double x) {
  must(x > 0, "a logarithm is asked only of a number above zero");
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);  // exact: 0.5 <= mantissa < 1
  if (mantissa < 0.70710678118654752) {
    mantissa *= 2;
    --exponent;
  }
  // ln m = 2 artanh z, z = (m - 1) / (m + 1), |z| < 0.172: twelve terms are enough.
  const double z = (mantissa - 1) / (mantissa + 1);
  const double z_squared = z * z;
  double power = z;
  double sum = 0;
  for (int odd = 1; odd < 24; odd += 2) {
    sum += power / odd;
    power *= z_squared;
  }
  return 2 * sum + exponent * ln_2;
}

double log2_of(double x) {
  return ln_of(x) / ln_2;
}

long long rounded(double x) {
  return static_cast<long long>(std::floor(x + 0.5));
}

double arch(double x) {
  if (x <= 0 || x >= 1) return 0;
  const double y = 4 * x * (1 - x);
  return 4 * y / (5 - y);
}

}  // namespace onereel::score
