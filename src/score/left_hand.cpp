// The left hand: a pattern in each bar, its voices led from chord to chord under the tune.

#include <algorithm>

#include "exact_math.h"
#include "hands.h"

namespace onereel::score {
namespace {

constexpr int bass_lowest = 33;
constexpr int bass_highest = 52;
constexpr int chord_highest = 66;

bool is_bass(Voice voice) {
  return voice == Voice::bass || voice == Voice::octave || voice == Voice::fifth ||
         voice == Voice::spread_0;
}
bool is_filling(Voice voice) {
  return voice == Voice::walk || voice == Voice::two || voice == Voice::low ||
         voice == Voice::chord || voice == Voice::spread_1 || voice == Voice::spread_2;
}

// A gag builds up: plain while it is planted, busier at each try, busiest at the turn, plain again
// while somebody takes it in. The turn ends at the last accent.
int build_up(const Section& section, int bar) {
  const bool gag = section.scene() && section.part == Part::plain && section.theme->id != "bug";
  if (!gag) return -1;
  const double span = static_cast<double>(section.cut - section.start);
  double turn = 0.8;
  if (!section.accents.empty()) {
    turn =
        std::clamp(static_cast<double>(section.accents.back().at - section.start) / span, 0.4, 0.9);
  }
  const Tick now = section.time.at(bar * section.bar_pulses()) + ticks_of_ms(120) - section.start;
  const double part = static_cast<double>(now) / span;
  if (part > turn || part < 0.25 * turn) return 0;
  return part < 0.65 * turn ? 1 : 2;
}

const Pattern& pattern_in(const Section& section, int bar) {
  const int busier = build_up(section, bar);
  if (busier < 0) return section.left();
  const int most = static_cast<int>(section.left_choices.size()) - 1;
  const int level = std::clamp(std::max(0, section.left_level - 1) + busier, 0, most);
  return *section.left_choices[static_cast<std::size_t>(level)];
}

// The last bar of a closed phrase stops after its first half, if half a bar is short.
bool closes_early(const Section& section) {
  const std::string& name = section.left().name;
  const bool flowing = name == "waltz_tenths" || name == "waltz_flow" || name == "nocturne";
  const double half_bar = section.bar_pulses() / 2.0 / pulses_per_quarter * 60 / section.tempo;
  return !section.turnaround && section.cadence == Cadence::full && !flowing &&
         section.extra_pulses == 0 && half_bar < 0.6;
}

std::vector<PatternEvent> events_of(const Section& section) {
  std::vector<PatternEvent> events;
  const int bar_pulses = section.bar_pulses();
  const int end = section.end_pulse();
  for (int j = 0; j < static_cast<int>(section.material.size()); ++j) {
    const int bar = j * bar_pulses;
    const bool last = j + 1 == static_cast<int>(section.material.size());
    const bool vamp = section.material[static_cast<std::size_t>(j)].how == BarUse::How::vamp;
    const bool early = last && !vamp && closes_early(section);
    for (const PatternEvent& event : pattern_in(section, j).events) {
      const int at = bar + event.at;
      if (event.at >= bar_pulses || at >= end || (early && event.at >= bar_pulses / 2)) continue;
      events.push_back({at, std::min(event.length, end - at), event.voice, event.louder});
    }
    // A chord that changes where the pattern has no bass gets one.
    for (const ChordAt& chord : section.chords) {
      if (chord.at <= bar || chord.at >= std::min(bar + bar_pulses, end)) continue;
      const auto here = [&](const PatternEvent& e) { return e.at == chord.at; };
      const bool has_bass = std::any_of(events.begin(), events.end(), [&](const PatternEvent& e) {
        return here(e) && is_bass(e.voice);
      });
      if (has_bass) continue;
      std::erase_if(events, [&](const PatternEvent& e) { return here(e) && is_filling(e.voice); });
      events.push_back({chord.at, std::min(200, end - chord.at), Voice::bass, 0});
    }
  }
  std::stable_sort(events.begin(), events.end(), [](const PatternEvent& a, const PatternEvent& b) {
    return a.at != b.at ? a.at < b.at : is_bass(a.voice) && !is_bass(b.voice);
  });
  return events;
}

class LeftHand {
 public:
  LeftHand(const Section& section, const Section* next, const Hand& right, HandMemory& memory)
      : section_(section), next_(next), right_(right), memory_(memory) {}

  Hand play(const Mood& mood) {
    Hand hand;
    for (const PatternEvent& event : events_of(section_)) {
      std::vector<int> keys = keys_of(event);
      if (keys.empty()) continue;
      std::sort(keys.begin(), keys.end());
      const double velocity = mood.velocity + event.louder - 2 +
                              (event.at % section_.bar_pulses() == 0 ? 2 : 0) +
                              swell_over(section_, event.at) * 0.6;
      const bool bass = is_bass(event.voice) || event.voice == Voice::walk;
      hand.push_back(
          {event.at, event.length, std::move(keys), velocity, bass ? Kind::bass : Kind::chord});
    }
    return hand;
  }

 private:
  std::vector<int> keys_of(const PatternEvent& event) {
    const Chord& chord = section_.chord_at(event.at);
    const int under =
        std::min(chord_highest, lowest_of(right_, event.at, event.at + event.length) - 1);
    const bool changed = !last_chord_ || *last_chord_ != chord;
    if (is_bass(event.voice)) {
      const bool written = event.voice != Voice::fifth || changed;
      return written ? bass(event, chord, under) : fifth(chord, under);
    }
    switch (event.voice) {
      case Voice::spread_1:
      case Voice::spread_2:
        return spread(event.voice, chord, under);
      case Voice::walk:
        return {std::min(walk(event, chord), under - 1)};
      default:
        return close(event.voice, chord, under);
    }
  }

  std::vector<int> bass(const PatternEvent& event, const Chord& chord, int under) {
    const int reference = std::abs(memory_.bass - 42) < 8 ? memory_.bass : 42;
    auto key = nearest_pitch(chord.bass, reference, bass_lowest, std::min(bass_highest, under - 1));
    if (!key) key = nearest_pitch(chord.bass, 40, 28, bass_highest);
    bass_ = *key;
    memory_.bass = *key;
    last_chord_ = chord;
    const bool octave = event.voice == Voice::octave && *key - 12 >= 26;
    return octave ? std::vector<int>{*key - 12, *key} : std::vector<int>{*key};
  }

  // The fifth beside the bass; the root if the chord stands on another note.
  std::vector<int> fifth(const Chord& chord, int under) {
    const int wanted = chord.bass == chord.root ? chord.fifth() : chord.root;
    const auto key = nearest_pitch(wanted, bass_ > 38 ? bass_ - 3 : bass_ + 3, 31,
                                   std::min(bass_highest, under - 1));
    memory_.bass = bass_;
    return {key.value_or(bass_)};
  }

  std::vector<int> close(Voice voice, const Chord& chord, int under) {
    const bool keep = voiced_ && *voiced_ == chord && !keys_.empty() && keys_.back() <= under;
    if (!keep) {
      keys_ = voicing(chord, memory_.voicing, under, pitch_class(section_.key.tonic + 11));
      voiced_ = chord;
      if (!keys_.empty()) memory_.voicing = keys_;
    }
    if (keys_.empty()) return {};
    const auto index = [&](std::size_t i) { return keys_[std::min(i, keys_.size() - 1)]; };
    switch (voice) {
      case Voice::two:
        return {keys_.end() - std::min<long>(2, static_cast<long>(keys_.size())), keys_.end()};
      case Voice::low:
      case Voice::close_0:
        return {index(0)};
      case Voice::close_1:
        return {index(1)};
      case Voice::close_2:
        return {index(2)};
      default:
        return keys_;
    }
  }

  // A note of the chord a fifth or so above the bass, or the tenth.
  std::vector<int> spread(Voice voice, const Chord& chord, int under) const {
    std::vector<int> above;
    std::vector<int> tenths;
    for (int key = bass_ + 6; key <= std::min(bass_ + 16, under); ++key) {
      if (!chord.has(key)) continue;
      above.push_back(key);
      if (pitch_class(key) == chord.third() && key >= bass_ + 11) tenths.push_back(key);
    }
    if (above.empty()) return {};
    if (voice == Voice::spread_1) return {above.front()};
    return {tenths.empty() ? above.back() : tenths.back()};
  }

  // One step before the next bass.
  int walk(const PatternEvent& event, const Chord& chord) const {
    const int toward = *nearest_pitch(next_bass(event.at, chord), bass_, bass_lowest, bass_highest);
    const int fifth_below =
        nearest_pitch(chord.root + 7, bass_ - 3, 31, bass_highest).value_or(bass_);
    int key = fifth_below;
    const int distance = std::abs(toward - bass_);
    if (distance >= 3) {
      const int back = toward > bass_ ? -1 : 1;
      key = toward + back;
      const int whole = toward + 2 * back;
      if (!in_scale(section_.key, key) && in_scale(section_.key, whole) && whole != bass_)
        key = whole;
    } else if (distance == 2) {
      key = (toward + bass_) / 2;
    }
    // Never the tune's own pitch class.
    const auto tune = tune_class(event.at);
    if (!tune || pitch_class(key) != *tune) return key;
    return pitch_class(chord.root + 7) != *tune ? fifth_below : bass_;
  }

  int next_bass(int at, const Chord& chord) const {
    for (const ChordAt& later : section_.chords) {
      if (later.at > at) return later.chord.bass;
    }
    return next_ != nullptr && !next_->chords.empty() ? next_->chords[0].chord.bass : chord.bass;
  }

  std::optional<int> tune_class(int at) const {
    std::optional<int> highest;
    for (const HandEvent& event : right_) {
      if (event.at > at || at >= event.at + std::max(event.length, 1)) continue;
      highest = std::max(highest.value_or(0), event.highest());
    }
    if (!highest) return std::nullopt;
    return pitch_class(*highest);
  }

  const Section& section_;
  const Section* next_;
  const Hand& right_;
  HandMemory& memory_;
  std::optional<Chord> last_chord_;  // of the last bass
  std::optional<Chord> voiced_;      // of keys_
  std::vector<int> keys_;
  int bass_ = 41;
};

}  // namespace

Hand left_hand(const Section& section, const Section* next, const Mood& mood, const Hand& right,
               HandMemory& memory) {
  return LeftHand(section, next, right, memory).play(mood);
}

}  // namespace onereel::score
