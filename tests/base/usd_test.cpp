#include "onereel/base/usd.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("money is exact and printed with as many decimals as it needs") {
  CHECK(Usd::cents(40) * 8 == Usd::cents(320));
  CHECK(to_text(Usd::cents(450)) == "$4.50");
  CHECK(to_text(Usd::micros(125)) == "$0.000125");
  CHECK(to_text(Usd::cents(0) - Usd::cents(5)) == "-$0.05");
}
