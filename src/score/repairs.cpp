// What is mended once both hands are written.

#include <algorithm>
#include <array>

#include "hands.h"

namespace onereel::score {
namespace {

constexpr int span_max = 16;
constexpr int let_go_before = 6;  // pulses

// The top of what began last among what sounds at `at`; nothing if the tune rests.
std::optional<int> tune_at(const Hand& right, int at) {
  int latest = -1;
  std::optional<int> key;
  for (const HandEvent& event : right) {
    const bool sounds =
        event.kind != Kind::grace && event.at <= at && at < event.at + std::max(event.length, 1);
    if (!sounds || event.at < latest) continue;
    key = event.at > latest ? event.highest() : std::max(*key, event.highest());
    latest = event.at;
  }
  return key;
}

bool parallel(int tune0, int bass0, int tune1, int bass1) {
  const int interval = pitch_class(tune1 - bass1);
  return tune0 != tune1 && bass0 != bass1 && (interval == 0 || interval == 7) &&
         pitch_class(tune0 - bass0) == interval && (tune1 > tune0) == (bass1 > bass0);
}

// Two bass events in a row and the tune above them.
class Pair {
 public:
  Pair(const Hand& right, Hand& left, std::size_t first, std::size_t second)
      : right_(right), left_(left), first_(first), second_(second) {}

  bool runs_parallel() {
    const auto tune0 = tune_at(right_, left_[first_].at);
    const auto tune1 = tune_at(right_, left_[second_].at);
    if (!tune0 || !tune1) return false;
    tune0_ = *tune0;
    tune1_ = *tune1;
    return parallel(tune0_, left_[first_].lowest(), tune1_, left_[second_].lowest());
  }

  void mend() {
    for (const auto& [later, how] : ways) {
      if (try_keys(later ? second_ : first_, moved(left_[later ? second_ : first_].keys, how)))
        return;
    }
  }

  // Last resort: the bass takes the chord's third.
  void take_third(std::size_t index, const Chord& chord) {
    const auto key = nearest_pitch(chord.third(), left_[index].lowest(), 33, 52);
    if (key && fits(index, {*key})) left_[index].keys = {*key};
  }

 private:
  enum class How : unsigned char { up, down, top, low };
  struct Way {
    bool later;
    How how;
  };
  static constexpr std::array<Way, 8> ways{{{true, How::up},
                                            {true, How::down},
                                            {false, How::down},
                                            {false, How::up},
                                            {true, How::top},
                                            {false, How::top},
                                            {true, How::low},
                                            {false, How::low}}};

  static std::vector<int> moved(std::vector<int> keys, How how) {
    switch (how) {
      case How::top:
        return {keys.back()};
      case How::low:
        return {keys.back() - 12};
      default:
        for (int& key : keys) key += how == How::up ? 12 : -12;
        return keys;
    }
  }

  bool fits(std::size_t index, const std::vector<int>& keys) const {
    const HandEvent& event = left_[index];
    return keys.front() >= 26 &&
           keys.back() <= std::min(54, lowest_of(right_, event.at, event.end()) - 1);
  }

  bool try_keys(std::size_t index, std::vector<int> keys) {
    if (!fits(index, keys)) return false;
    const int bass0 = index == first_ ? keys.front() : left_[first_].lowest();
    const int bass1 = index == second_ ? keys.front() : left_[second_].lowest();
    if (bass0 != bass1 && (bass1 > bass0) == (tune1_ > tune0_)) return false;
    left_[index].keys = std::move(keys);
    return true;
  }

  const Hand& right_;
  Hand& left_;
  std::size_t first_;
  std::size_t second_;
  int tune0_ = 0;
  int tune1_ = 0;
};

bool share_a_key(const HandEvent& a, const HandEvent& b) {
  return std::any_of(a.keys.begin(), a.keys.end(), [&](int key) {
    return std::find(b.keys.begin(), b.keys.end(), key) != b.keys.end();
  });
}

int span_of(const HandEvent& a, const HandEvent& b) {
  return std::max(a.highest(), b.highest()) - std::min(a.lowest(), b.lowest());
}

}  // namespace

void silence(const Section& section, const std::vector<Window>& windows, Hand& hand) {
  std::erase_if(
      hand, [&](const HandEvent& event) { return !is_free(windows, section.time.at(event.at)); });
}

void mend_parallels(const Section& section, const Hand& right, Hand& left) {
  std::stable_sort(left.begin(), left.end(),
                   [](const HandEvent& a, const HandEvent& b) { return a.at < b.at; });
  std::vector<std::size_t> basses;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (left[i].kind == Kind::bass) basses.push_back(i);
  }
  for (int pass = 0; pass < 4; ++pass) {
    for (std::size_t i = 1; i < basses.size(); ++i) {
      Pair pair(right, left, basses[i - 1], basses[i]);
      if (!pair.runs_parallel()) continue;
      pair.mend();
      if (!pair.runs_parallel()) continue;
      const std::size_t weaker = i + 1 == basses.size() ? basses[i - 1] : basses[i];
      pair.take_third(weaker, section.chord_at(left[weaker].at));
    }
  }
}

void mend_spans(Hand& right, Hand& left) {
  std::stable_sort(left.begin(), left.end(), [](const HandEvent& a, const HandEvent& b) {
    return a.at != b.at ? a.at < b.at : a.lowest() < b.lowest();
  });
  // Struck at once: the upper of two that are too far apart goes.
  Hand kept;
  for (const HandEvent& event : left) {
    const bool far = std::any_of(left.begin(), left.end(), [&](const HandEvent& other) {
      return other.at == event.at && other.lowest() < event.lowest() &&
             event.highest() - other.lowest() > span_max;
    });
    if (!far) kept.push_back(event);
  }
  // Held: what is a tenth away, or the same key, is let go; the pedal keeps it.
  for (std::size_t i = 0; i < kept.size(); ++i) {
    for (std::size_t j = i + 1; j < kept.size() && kept[j].at < kept[i].end(); ++j) {
      if (span_of(kept[i], kept[j]) <= span_max && !share_a_key(kept[i], kept[j])) continue;
      kept[i].length = std::max(30, kept[j].at - kept[i].at - let_go_before);
      break;
    }
  }
  left = std::move(kept);
  for (HandEvent& event : right) {
    if (event.kind == Kind::grace) continue;
    const auto next = std::find_if(right.begin(), right.end(), [&](const HandEvent& other) {
      return other.kind != Kind::grace && other.at > event.at;
    });
    if (next == right.end()) continue;
    event.length = std::min(event.length, std::max(20, next->at - event.at + 4));
  }
}

void rescue_tonic(const Section& section, const Mood& mood, const std::vector<Window>& windows,
                  Hand& right, Hand& left, const HandMemory& memory) {
  const ChordAt& last = section.chords.back();
  const bool closes = section.cadence == Cadence::full && !section.turnaround &&
                      section.part != Part::bug_button && last.chord.root == section.key.tonic;
  const auto is_tune = [](const HandEvent& e) { return e.kind == Kind::tune; };
  const auto final_note = std::find_if(right.rbegin(), right.rend(), is_tune);
  if (!closes || final_note == right.rend()) return;
  const int final_key = final_note->highest();
  const bool alive = std::any_of(right.begin(), right.end(), [&](const HandEvent& event) {
    return event.at >= last.at && is_tune(event) &&
           pitch_class(event.highest()) == section.key.tonic &&
           is_free(windows, section.time.at(event.at));
  });
  if (alive) return;
  int at = last.at;
  while (at < section.end_pulse() && !is_free(windows, section.time.at(at))) at += 240;
  if (at >= section.end_pulse() || section.music_end - section.time.at(at) <= ticks_of_ms(200))
    return;
  const int tune = *nearest_pitch(section.key.tonic, final_key, 60, 89);
  const int bass = *nearest_pitch(section.key.tonic, memory.bass, 33, 48);
  const auto later = [&](const HandEvent& event) { return event.at >= at; };
  std::erase_if(right, later);
  std::erase_if(left, later);
  right.push_back(
      {at, std::min(400, section.end_pulse() - at), {tune}, mood.velocity + 10.0, Kind::tune});
  left.push_back(
      {at, std::min(220, section.end_pulse() - at), {bass}, mood.velocity + 6.0, Kind::bass});
  const std::vector<int> chord = voicing(last.chord, memory.voicing, std::min(64, tune - 1),
                                         pitch_class(section.key.tonic + 11));
  if (at + 240 >= section.end_pulse() || chord.empty()) return;
  left.push_back({at + 240, std::min(200, section.end_pulse() - at - 240), chord,
                  mood.velocity - 6.0, Kind::chord});
}

}  // namespace onereel::score
