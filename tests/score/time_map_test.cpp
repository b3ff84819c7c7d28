#include "time_map.h"

#include <doctest/doctest.h>

#include "exact_math.h"
#include "waypoints.h"

using namespace onereel::score;

TEST_CASE("logarithms are right to twelve places") {
  CHECK(log2_of(8) == doctest::Approx(3).epsilon(1e-14));
  CHECK(log2_of(1.08) == doctest::Approx(0.11103131238874395).epsilon(1e-13));
  CHECK(ln_of(0.88) == doctest::Approx(-0.12783337150988489).epsilon(1e-13));
  CHECK(rounded(2.5) == 3);
}

TEST_CASE("between waypoints time runs evenly, to the nearest tick") {
  const TimeMap map({{0, 1000}, {480, 1400}, {960, 2000}}, 1);

  CHECK(map.at(0) == 1000);
  CHECK(map.at(240) == 1200);
  CHECK(map.at(481) == 1401);
  CHECK(map.at(960) == 2000);
  CHECK(map.worst_deviation() == doctest::Approx(0.25));
}

TEST_CASE("a smooth change starts slow, ends fast, and ends on its tick") {
  const TimeMap map({{0, 0}, {960, 1000}}, 1.1);

  CHECK(map.at(960) == 1000);
  CHECK(map.at(480) > 500);
  CHECK(map.worst_deviation() == doctest::Approx(0.0484).epsilon(0.01));
}

TEST_CASE("an accent near a beat is put on it, and the tempo bends little") {
  const auto alignment = align(1920, 1920, {470}, 0.02);

  REQUIRE(alignment);
  CHECK(alignment->pulses == std::vector<int>{480});
  CHECK(alignment->deviation == doctest::Approx(10.0 / 470));
}

TEST_CASE("accents keep their order and never share a half-beat") {
  const auto alignment = align(960, 960, {300, 340, 700}, 0.02);

  REQUIRE(alignment);
  CHECK(alignment->pulses == std::vector<int>{240, 480, 720});
}

TEST_CASE("more accents than half-beats cannot be aligned") {
  CHECK_FALSE(align(480, 480, {100, 200, 300, 400}, 0.02));
}
