#include "onereel/base/dice.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace onereel;

TEST_CASE("the same seed and purpose throw the same numbers, another purpose others") {
  Dice one(7, "casting");
  Dice same(7, "casting");
  Dice other(7, "cards");

  const auto first = one.next();

  CHECK(first == same.next());
  CHECK(first != other.next());
  CHECK(hash_text("onereel") == 0xd1650d0df716216fULL);
}

TEST_CASE("value noise is smooth, bounded and passes through its knots") {
  CHECK(std::abs(value_noise(3.0, 1) - value_noise(3.0001, 1)) < 1e-3);
  CHECK(std::abs(value_noise(3.37, 9)) <= 1.0);
  CHECK(value_noise(2.0, 5) == value_noise(2.0, 5));
}
