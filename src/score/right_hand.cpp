// The tune with what its dressing adds.

#include <algorithm>

#include "exact_math.h"
#include "hands.h"
#include "onereel/base/dice.h"

namespace onereel::score {
namespace {

constexpr int grace_ms = 38;
constexpr int crush_ms = 26;
constexpr int octave_shortest = 200;  // pulses

struct Place {
  bool beat = false;
  bool strong = false;
  bool long_note = false;
  bool leap = false;
};

bool fits(Where where, const Place& place) {
  switch (where) {
    case Where::all:
      return true;
    case Where::beats:
      return place.beat;
    case Where::strong:
      return place.strong;
    case Where::long_notes:
      return place.long_note;
    case Where::leaps:
      return place.leap && place.beat;
  }
  return false;
}

// The first of `below` semitones under `key` that is a tone of the chord.
void add_below(std::vector<int>& keys, int key, const Chord& chord,
               std::initializer_list<int> below, int lowest) {
  for (const int step : below) {
    if (!chord.has(key - step)) continue;
    if (key - step >= lowest) keys.push_back(key - step);
    return;
  }
}

class RightHand {
 public:
  RightHand(const Section& section, const Mood& mood, std::uint64_t seed)
      : section_(section), mood_(mood), seed_(seed) {}

  Hand play() {
    for (std::size_t i = 0; i < section_.line.size(); ++i) play_note(i);
    for (std::size_t j = 0; j < section_.material.size(); ++j) {
      if (section_.material[j].how == BarUse::How::tag) answer(static_cast<int>(j));
    }
    std::stable_sort(hand_.begin(), hand_.end(), [](const HandEvent& a, const HandEvent& b) {
      return a.at != b.at ? a.at < b.at : a.kind == Kind::grace && b.kind != Kind::grace;
    });
    return std::move(hand_);
  }

 private:
  void play_note(std::size_t i) {
    const LineNote& note = section_.line[i];
    const int next = i + 1 < section_.line.size() ? section_.line[i + 1].at : section_.end_pulse();
    const int written = std::min(note.length, next - note.at);
    const double sounding =
        written > 240 || mood_.legato >= 1 ? mood_.legato : std::min(mood_.legato, 0.88);
    HandEvent event{note.at,
                    static_cast<int>(rounded(written * sounding)),
                    {note.key},
                    mood_.velocity + 8 + accent(note.at) + swell_over(section_, note.at),
                    note.leads ? Kind::lead : Kind::tune};
    if (!note.leads) {
      if (is_ragged(note)) {
        rag(note, event.velocity);
        return;
      }
      dress(event, note, i);
    }
    std::sort(event.keys.begin(), event.keys.end());
    event.keys.erase(std::unique(event.keys.begin(), event.keys.end()), event.keys.end());
    hand_.push_back(std::move(event));
  }

  double accent(int at) const {
    if (at % section_.bar_pulses() == 0) return 7;
    if (at % pulses_per_quarter == 0) return 3;
    return at % 240 == 0 ? -2 : -4;
  }

  void dress(HandEvent& event, const LineNote& note, std::size_t i) {
    const bool leap = i > 0 && note.key - section_.line[i - 1].key >= 5;
    const Place place{note.at % pulses_per_quarter == 0, note.at % section_.bar_pulses() == 0,
                      note.length >= pulses_per_quarter, leap};
    const Chord& chord = section_.chord_at(note.at);
    for (const Dressing::Rule& rule : section_.right->rules) {
      if (!fits(rule.where, place)) continue;
      switch (rule.add) {
        case Addition::octave_below:
          if (note.length >= octave_shortest && note.key - 12 >= 60) {
            event.keys.push_back(note.key - 12);
          }
          break;
        case Addition::chord_inside:
          if (note.length >= octave_shortest) {
            add_below(event.keys, note.key, chord, {3, 4, 5, 6, 7, 8, 9}, 57);
          }
          break;
        case Addition::third_below:
          add_below(event.keys, note.key, chord, {3, 4, 5}, 55);
          break;
        case Addition::sixth_below:
          add_below(event.keys, note.key, chord, {8, 9, 7}, 57);
          break;
        case Addition::grace:
          crush(note, event.velocity - 16, grace_ms);
          break;
        case Addition::roll:
          event.rolled = true;
          break;
      }
    }
    // A rag heard again gets a crushed note now and then.
    const bool may_crush = section_.manner == "rag" && place.strong && i > 0 &&
                           section_.hearing % 2 == 1 && section_.right->has(Addition::octave_below);
    if (may_crush && mix(seed_ ^ hash_text(section_.shot) ^ i) % 3 == 0) {
      crush(note, event.velocity - 18, crush_ms);
    }
  }

  void crush(const LineNote& note, double velocity, int early_ms) {
    hand_.push_back({note.at, 0, {note.key - 1}, velocity, Kind::grace, early_ms});
  }

  // The Apprentice's plain quarters become short-long-short in a rag.
  bool is_ragged(const LineNote& note) const {
    return section_.manner == "rag" && section_.theme->id.starts_with("apprentice") &&
           note.length == pulses_per_quarter && note.at % pulses_per_quarter == 0;
  }
  void rag(const LineNote& note, double velocity) {
    const Chord& chord = section_.chord_at(note.at);
    int between = note.key;
    for (int step = 7; step >= 3; --step) {
      if (chord.has(note.key - step)) between = note.key - step;
    }
    hand_.push_back({note.at, 110, {note.key}, velocity, Kind::tune});
    hand_.push_back({note.at + 120, 220, {between}, velocity - 6, Kind::tune});
    hand_.push_back({note.at + 360, 110, {note.key}, velocity - 1, Kind::tune});
  }

  // Two high chord notes, then the two below them.
  void answer(int bar) {
    const int start = bar * section_.bar_pulses();
    const Chord& chord = section_.chord_at(start);
    std::vector<int> top;
    for (int key = 72; key < 85; ++key) {
      if (chord.has(key)) top.push_back(key);
    }
    int stop = section_.end_pulse();
    if (section_.turnaround) stop -= section_.extra_pulses > 0 ? 240 : 480;
    for (std::size_t z = 0; z < 2; ++z) {
      const int at = start + (z == 0 ? 240 : 720);
      if (at >= stop || top.size() < z + 2) continue;
      const std::size_t upper = top.size() - 1 - z;
      hand_.push_back({at, 120, {top[upper - 1], top[upper]}, mood_.velocity - 6.0, Kind::tag});
    }
  }

  const Section& section_;
  const Mood& mood_;
  std::uint64_t seed_;
  Hand hand_;
};

}  // namespace

double swell_over(const Section& section, int at) {
  return 6 * arch(0.85 * std::clamp(static_cast<double>(at) / section.end_pulse(), 0.0, 1.0));
}

Hand right_hand(const Section& section, const Mood& mood, std::uint64_t seed) {
  return RightHand(section, mood, seed).play();
}

int lowest_of(const Hand& right, int from, int to) {
  int lowest = 127;
  for (const HandEvent& event : right) {
    if (event.kind == Kind::grace || event.at >= to ||
        event.at + std::max(event.length, 1) <= from) {
      continue;
    }
    lowest = std::min(lowest, event.lowest());
  }
  return lowest == 127 ? 72 : lowest;
}

}  // namespace onereel::score
