#include "onereel/base/result.h"

#include <doctest/doctest.h>

using namespace onereel;

namespace {
Result<int> half(int n) {
  if (n % 2 != 0) return fix_input("odd");
  return n / 2;
}
Result<int> quarter(int n) {
  TRY(const int once, half(n));
  TRY(const int twice, half(once));
  return twice;
}
}  // namespace

TEST_CASE("TRY passes the value on and returns the first error") {
  CHECK(*quarter(12) == 3);
  CHECK(quarter(6).error().what == "odd");
  CHECK(quarter(6).error().remedy == Remedy::fix_input);
}
