#include "onereel/base/geometry.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("a map and its inverse give the point back") {
  const Matrix map = Matrix::rotation_about({3, 4}, 33)
                         .then(Matrix::scaling(-2, 1))
                         .then(Matrix::translation(10, -7));
  const Point there_and_back = map.inverse().apply(map.apply({5, 6}));

  CHECK(there_and_back.x == doctest::Approx(5));
  CHECK(there_and_back.y == doctest::Approx(6));
}

TEST_CASE("a turn about a pin leaves the pin where it is") {
  const Point pin = Matrix::rotation_about({3, 4}, 90).apply({3, 4});
  const Point right = Matrix::rotation_about({0, 0}, 90).apply({1, 0});

  CHECK(pin.x == doctest::Approx(3));
  CHECK(pin.y == doctest::Approx(4));
  CHECK(right.y == doctest::Approx(1));
}
