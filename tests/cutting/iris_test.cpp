#include "iris.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace onereel;
using namespace onereel::cutting;

namespace {

const IrisPlan plan{true, true, {200}, 960, 720};
const Point hero{500, 400};

double radius_at(std::int64_t frame) {
  const auto iris = planned_iris(plan, {frame}, hero);
  return iris ? iris->radius : 1e9;
}

}  // namespace

TEST_CASE("an iris opens in eighteen frames and then is out of the way") {
  CHECK(radius_at(0) < 40);
  CHECK(radius_at(8) > radius_at(7));
  CHECK(radius_at(16) < 1e9);
  CHECK(radius_at(17) == 1e9);
  CHECK(radius_at(100) == 1e9);
}

TEST_CASE("an iris rests on the face before it closes to nothing") {
  CHECK(radius_at(169) == 1e9);
  CHECK(radius_at(180) < radius_at(175));
  CHECK(radius_at(190) == doctest::Approx(.12 * 720));
  CHECK(radius_at(192) == doctest::Approx(.12 * 720));
  CHECK(radius_at(199) == 0);
}

TEST_CASE("without an iris nothing closes") {
  const IrisPlan open{false, false, {200}, 960, 720};
  CHECK(!planned_iris(open, {0}, hero));
  CHECK(!planned_iris(open, {199}, hero));
}

TEST_CASE("inside the window the picture is untouched, outside it is black, the edge is soft") {
  Plane picture(960, 720, 1);
  close_to({{480, 360}, 150}, picture);
  CHECK(picture.row(360)[480] == 1);
  CHECK(picture.row(360)[480 + 200] == 0);
  CHECK(picture.row(360)[480 + 150] > .3F);
  CHECK(picture.row(360)[480 + 150] < .8F);
}

TEST_CASE("a closed iris leaves nothing") {
  Plane picture(64, 48, 1);
  close_to({{32, 24}, 0}, picture);
  CHECK(*std::max_element(picture.values.begin(), picture.values.end()) == 0);
}
