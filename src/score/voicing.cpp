// Left-hand chords in close position.

#include <algorithm>
#include <cmath>
#include <limits>

#include "hands.h"

namespace onereel::score {
namespace {

constexpr int chord_lowest = 48;

std::vector<int> without(std::vector<int> tones, int tone) {
  std::erase(tones, tone);
  if (tones.size() > 3) tones.resize(3);
  return tones;
}

// Which tones to play above the bass: no third above a bass that has it, no seventh doubled.
std::vector<std::vector<int>> tone_sets(const Chord& chord) {
  const std::vector<int> t = chord.tones();
  if (t.size() == 4) {
    if (chord.kind == ChordKind::diminished_seventh || chord.kind == ChordKind::half_diminished) {
      return {without(t, chord.bass)};
    }
    if (chord.bass == t[0]) return {{t[1], t[2], t[3]}, {t[0], t[1], t[3]}};
    if (chord.bass == t[1]) return {{t[0], t[2], t[3]}};
    if (chord.bass == t[3]) return {{t[0], t[1], t[2]}};
    return {{t[1], t[3], t[0]}};
  }
  if (chord.bass == t[1] && chord.kind != ChordKind::diminished) return {{t[0], t[2]}};
  return {t};
}

// The tones stacked upward from `bottom`.
std::vector<int> stacked(const std::vector<int>& tones, int bottom) {
  std::vector<int> keys;
  for (const int tone : tones) keys.push_back(bottom + pitch_class(tone - bottom));
  std::sort(keys.begin(), keys.end());
  return keys;
}

double movement(const std::vector<int>& keys, const std::vector<int>& before) {
  double sum = 0;
  for (const int key : keys) {
    if (before.empty()) break;
    int nearest = 127;
    for (const int old : before) nearest = std::min(nearest, std::abs(key - old));
    sum += nearest;
  }
  return sum;
}

// 9 for each leading note of the last chord that does not rise.
double hanging(const std::vector<int>& keys, const std::vector<int>& before, const Chord& chord,
               int leading_note) {
  double cost = 0;
  for (const int old : before) {
    if (pitch_class(old) != leading_note || !chord.has(leading_note + 1)) continue;
    if (std::find(keys.begin(), keys.end(), old + 1) == keys.end()) cost += 9;
  }
  return cost;
}

// The tune leaves little room: two notes, then one.
std::vector<int> squeezed(const Chord& chord, int highest) {
  for (const std::size_t count : {2U, 1U}) {
    for (int top = highest; top > 40; --top) {
      std::vector<int> keys;
      for (int key = std::max(43, top - 9); key <= top; ++key) {
        if (chord.has(key) && pitch_class(key) != chord.bass) keys.push_back(key);
      }
      if (keys.size() < count) continue;
      return {keys.end() - static_cast<long>(count), keys.end()};
    }
  }
  return {};
}

}  // namespace

std::vector<int> voicing(const Chord& chord, const std::vector<int>& before, int highest,
                         int leading_note) {
  double least = std::numeric_limits<double>::max();
  std::vector<int> best;
  double second_choice = 0;
  for (const std::vector<int>& tones : tone_sets(chord)) {
    for (int bottom = chord_lowest; bottom <= highest; ++bottom) {
      if (std::find(tones.begin(), tones.end(), pitch_class(bottom)) == tones.end()) continue;
      const std::vector<int> keys = stacked(tones, bottom);
      if (keys.back() > highest || keys.back() - keys.front() > 12) continue;
      double mean = 0;
      for (const int key : keys) mean += key;
      mean /= static_cast<double>(keys.size());
      const double cost = movement(keys, before) + std::abs(mean - 57) * 0.7 + second_choice +
                          hanging(keys, before, chord, leading_note);
      if (cost >= least) continue;
      least = cost;
      best = keys;
    }
    second_choice = 1.5;
  }
  return best.empty() ? squeezed(chord, highest) : best;
}

}  // namespace onereel::score
