#include "wear.h"

#include <algorithm>

#include "onereel/base/dice.h"

namespace onereel::cutting {

namespace {

constexpr double weave_hertz = 1.5;
constexpr double flicker_hertz = 3;
constexpr double scratch_seconds = .42;

double seconds(FrameIndex frame) {
  return static_cast<double>(frame.index) / static_cast<double>(film_rate.numerator);
}

std::uint64_t pair_of(FrameIndex frame) {
  return static_cast<std::uint64_t>(frame.index) / 2;
}

Dice dice_for(std::uint64_t seed, std::uint64_t number, std::string_view purpose) {
  return {mix(seed) ^ mix(number), purpose};
}

// Rises to `usual` at wear .5 and on to `most` at 1.
double between(double wear, double usual, double most) {
  return wear <= .5 ? 2 * wear * usual : usual + (2 * wear - 1) * (most - usual);
}

}  // namespace

WearAmounts wear_amounts(double wear) {
  const double w = std::clamp(wear, 0.0, 1.0);
  return {between(w, .0015, .0020), between(w, .015, .020), between(w, .010, .014),
          between(w, 1.4, 2.2), between(w, .15, .20)};
}

Point weave_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame) {
  if (wear.weave == 0) return {};
  const double t = seconds(frame) * weave_hertz;
  return {wear.weave * value_noise(t, mix(seed ^ 1)),
          wear.weave / 2 * value_noise(t, mix(seed ^ 2))};
}

double flicker_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame) {
  return 1 + wear.flicker * value_noise(seconds(frame) * flicker_hertz, mix(seed ^ 3));
}

std::vector<Speck> specks_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame) {
  Dice dice = dice_for(seed, pair_of(frame), "specks");
  const double chance = wear.specks_a_second / static_cast<double>(pose_rate.numerator);
  std::vector<Speck> specks;
  if (dice.fraction() >= chance) return specks;
  Speck speck;
  speck.centre = {.1 + .8 * dice.fraction(), .1 + .8 * dice.fraction()};
  speck.radius = .0012 + .0018 * dice.fraction();
  for (double& corner : speck.corners) corner = .45 + .7 * dice.fraction();
  specks.push_back(speck);
  return specks;
}

std::optional<Scratch> scratch_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame) {
  if (wear.scratches_a_second == 0) return std::nullopt;
  // One a stretch of film, somewhere inside it.
  const double stretch = 1 / wear.scratches_a_second;
  const auto number = static_cast<std::uint64_t>(seconds(frame) / stretch);
  Dice dice = dice_for(seed, number, "scratch");
  const double start =
      stretch * static_cast<double>(number) + dice.fraction() * (stretch - scratch_seconds);
  const double pair_time =
      static_cast<double>(pair_of(frame)) / static_cast<double>(pose_rate.numerator);
  if (pair_time < start || pair_time >= start + scratch_seconds) return std::nullopt;
  return Scratch{.12 + .76 * dice.fraction(), mix(dice.next() ^ pair_of(frame))};
}

GrainPlace grain_at(std::uint64_t seed, FrameIndex frame) {
  const std::uint64_t throw_of_pair = mix(mix(seed ^ 4) ^ mix(pair_of(frame)));
  return {static_cast<int>(throw_of_pair & 0xffU), static_cast<int>(throw_of_pair >> 8U & 0xffU),
          (throw_of_pair >> 16U & 1U) != 0, (throw_of_pair >> 17U & 1U) != 0};
}

}  // namespace onereel::cutting
