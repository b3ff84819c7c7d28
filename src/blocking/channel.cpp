#include "channel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace onereel::blocking {
namespace {

constexpr double long_before = -1.0e6;
constexpr double same_pose = 1.0e-6;

constexpr std::array<std::pair<std::string_view, Ease>, 9> ease_words{{
    {"lin", Ease::linear},
    {"in", Ease::in},
    {"in3", Ease::in3},
    {"out", Ease::out},
    {"out3", Ease::out3},
    {"io", Ease::both},
    {"snap", Ease::snap},
    {"back", Ease::back},
    {"hold", Ease::hold},
}};

}  // namespace

std::vector<std::string_view> ease_names() {
  std::vector<std::string_view> names;
  for (const auto& [word, ease] : ease_words) names.push_back(word);
  return names;
}

Result<Ease> read_ease(std::string_view word) {
  for (const auto& [name, ease] : ease_words) {
    if (name == word) return ease;
  }
  return fix_input("unknown ease '" + std::string(word) +
                   "'; it is one of lin, in, in3, out, out3, io, snap, back, hold");
}

double eased(Ease ease, double u) {
  const double rest = 1 - u;
  switch (ease) {
    case Ease::linear:
      return u;
    case Ease::in:
      return u * u;
    case Ease::in3:
      return u * u * u;
    case Ease::out:
      return 1 - rest * rest;
    case Ease::out3:
      return 1 - rest * rest * rest;
    case Ease::both:
      return u * u * (3 - 2 * u);
    case Ease::snap:
      return 1 - rest * rest * rest * rest;
    case Ease::back:
      return 1 - 2.2 * rest * rest * rest + 1.2 * rest * rest;
    case Ease::hold:
      return u < 1 ? 0 : 1;
  }
  return u;
}

Channel::Channel(double rest) : keys_{{long_before, rest, Ease::hold, 0, long_before, rest}} {}

double Channel::at(double pose) const {
  const auto after = std::upper_bound(keys_.begin(), keys_.end(), pose,
                                      [](double asked, const Key& key) { return asked < key.at; });
  if (after == keys_.end()) return keys_.back().value;
  if (after == keys_.begin()) return keys_.front().value;
  const Key& from = *(after - 1);
  const double span = after->full_at - from.at;
  if (span <= 0) return from.value;
  const double share = (pose - from.at) / span;
  return from.value + (after->full_value - from.value) * eased(after->ease, share) +
         after->arc * 4 * share * (1 - share);
}

void Channel::key(double pose, double value, Ease ease, double arc) {
  while (keys_.size() > 1 && keys_.back().at > pose - same_pose) keys_.pop_back();
  keys_.push_back({pose, value, ease, arc, pose, value});
}

void Channel::pin(double pose) {
  if (pose > keys_.back().at + same_pose) {
    key(pose, keys_.back().value, Ease::linear);
    return;
  }
  const double value = at(pose);
  const auto after = std::find_if(keys_.begin(), keys_.end(),
                                  [&](const Key& key) { return key.at > pose + same_pose; });
  if (after == keys_.end() || after == keys_.begin()) return;  // a key stands there and is the last
  Key cut = *after;
  cut.at = pose;
  cut.value = value;
  const bool stands = std::abs((after - 1)->at - pose) <= same_pose;
  keys_.erase(after, keys_.end());
  if (!stands) keys_.push_back(cut);
}

void Channel::jump(double pose, double value) {
  pin(pose - 1.0e-3);
  key(pose, value, Ease::hold);
}

Choice::Choice(std::string rest) : steps_{{long_before, std::move(rest)}} {}

const std::string& Choice::at(double pose) const {
  const auto after = std::upper_bound(
      steps_.begin(), steps_.end(), pose + same_pose,
      [](double asked, const std::pair<double, std::string>& step) { return asked < step.first; });
  return after == steps_.begin() ? steps_.front().second : (after - 1)->second;
}

void Choice::set(double pose, std::string value) {
  while (steps_.size() > 1 && steps_.back().first > pose - same_pose) steps_.pop_back();
  steps_.emplace_back(pose, std::move(value));
}

}  // namespace onereel::blocking
