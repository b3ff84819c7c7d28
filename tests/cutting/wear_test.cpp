#include "wear.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace onereel;
using namespace onereel::cutting;

namespace {

template <typename Asked>
double most_over(int frames, Asked asked) {
  double most = 0;
  for (int frame = 0; frame < frames; ++frame) most = std::max(most, asked(FrameIndex{frame}));
  return most;
}

}  // namespace

TEST_CASE("a new print has no wear at all") {
  const WearAmounts none = wear_amounts(0);
  CHECK(most_over(500, [&](FrameIndex f) { return std::abs(weave_at(none, 7, f).x); }) == 0);
  CHECK(most_over(500, [&](FrameIndex f) { return std::abs(flicker_at(none, 7, f) - 1); }) == 0);
  CHECK(most_over(500, [&](FrameIndex f) {
          return static_cast<double>(specks_at(none, 7, f).size() +
                                     scratch_at(none, 7, f).has_value());
        }) == 0);
}

TEST_CASE("the house's print stays within what eyes and codecs bear") {
  const WearAmounts house = wear_amounts(.5);
  CHECK(most_over(2000, [&](FrameIndex f) { return std::abs(weave_at(house, 7, f).x); }) < .0016);
  CHECK(most_over(2000, [&](FrameIndex f) { return std::abs(flicker_at(house, 7, f) - 1); }) <
        .016);
  const WearAmounts worn = wear_amounts(1);
  CHECK(most_over(2000, [&](FrameIndex f) { return std::abs(flicker_at(worn, 7, f) - 1); }) <= .02);
}

TEST_CASE("dust lies for two frames, about one or two specks a second") {
  const WearAmounts house = wear_amounts(.5);
  int pairs = 0;
  for (int second = 0; second < 100; ++second) {
    for (int pair = 0; pair < 12; ++pair) {
      const FrameIndex frame{second * 24 + pair * 2};
      pairs += static_cast<int>(specks_at(house, 3, frame).size());
      CHECK(specks_at(house, 3, frame).size() == specks_at(house, 3, {frame.index + 1}).size());
    }
  }
  CHECK(pairs > 90);
  CHECK(pairs < 200);
}

TEST_CASE("a scratch runs for less than half a second, every five to eight seconds") {
  const WearAmounts house = wear_amounts(.5);
  int frames = 0;
  for (int frame = 0; frame < 24 * 100; ++frame) {
    frames += scratch_at(house, 3, {frame}).has_value() ? 1 : 0;
  }
  CHECK(frames > 12 * 8);
  CHECK(frames < 20 * 12);
}

TEST_CASE("grain is read elsewhere for each pair of frames, and the same within it") {
  CHECK(grain_at(5, {10}).x == grain_at(5, {11}).x);
  CHECK((grain_at(5, {10}).x != grain_at(5, {12}).x || grain_at(5, {10}).y != grain_at(5, {12}).y));
}
