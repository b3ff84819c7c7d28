#include "pitch.h"

#include <algorithm>
#include <cstdlib>

namespace onereel::score {
namespace {

struct KindRow {
  std::string_view suffix;
  std::array<int, 4> intervals;
  std::size_t count;
};

// In the order of ChordKind.
constexpr std::array<KindRow, 11> kinds{{{"", {0, 4, 7, 0}, 3},
                                         {"m", {0, 3, 7, 0}, 3},
                                         {"7", {0, 4, 7, 10}, 4},
                                         {"m7", {0, 3, 7, 10}, 4},
                                         {"maj7", {0, 4, 7, 11}, 4},
                                         {"6", {0, 4, 7, 9}, 4},
                                         {"m6", {0, 3, 7, 9}, 4},
                                         {"dim", {0, 3, 6, 0}, 3},
                                         {"dim7", {0, 3, 6, 9}, 4},
                                         {"m7b5", {0, 3, 6, 10}, 4},
                                         {"+", {0, 4, 8, 0}, 3}}};

constexpr std::array<std::string_view, 12> names{"C",  "Db", "D",  "Eb", "E",  "F",
                                                 "Gb", "G",  "Ab", "A",  "Bb", "B"};

const KindRow& row_of(ChordKind kind) {
  return kinds[static_cast<std::size_t>(kind)];
}

}  // namespace

Chord Chord::transposed(int semitones) const {
  return {pitch_class(root + semitones), kind, pitch_class(bass + semitones)};
}

std::vector<int> Chord::tones() const {
  const KindRow& row = row_of(kind);
  std::vector<int> found;
  for (std::size_t i = 0; i < row.count; ++i) found.push_back(pitch_class(root + row.intervals[i]));
  return found;
}

bool Chord::has(int key) const {
  const KindRow& row = row_of(kind);
  const int above = pitch_class(key - root);
  return std::find(row.intervals.begin(), row.intervals.begin() + static_cast<long>(row.count),
                   above) != row.intervals.begin() + static_cast<long>(row.count);
}

int Chord::third() const {
  return pitch_class(root + row_of(kind).intervals[1]);
}
int Chord::fifth() const {
  return pitch_class(root + row_of(kind).intervals[2]);
}

std::array<int, 7> scale_of(Key key) {
  const std::array<int, 7> steps = key.minor ? std::array<int, 7>{0, 2, 3, 5, 7, 8, 11}
                                             : std::array<int, 7>{0, 2, 4, 5, 7, 9, 11};
  std::array<int, 7> scale{};
  for (std::size_t i = 0; i < scale.size(); ++i) scale[i] = pitch_class(key.tonic + steps[i]);
  return scale;
}

bool in_scale(Key key, int pitch) {
  const auto scale = scale_of(key);
  return std::find(scale.begin(), scale.end(), pitch_class(pitch)) != scale.end();
}

Chord dominant_seventh_of(Key key) {
  const int root = pitch_class(key.tonic + 7);
  return {root, ChordKind::seventh, root};
}

std::string name_of_pitch(int pitch) {
  return std::string(names[static_cast<std::size_t>(pitch_class(pitch))]);
}

std::string name_of(const Chord& chord) {
  std::string text = name_of_pitch(chord.root) + std::string(row_of(chord.kind).suffix);
  if (chord.bass != chord.root) text += "/" + name_of_pitch(chord.bass);
  return text;
}

std::string name_of(Key key) {
  const std::string letter = name_of_pitch(key.tonic);
  std::string text = letter.substr(0, 1);
  if (letter.size() > 1) text += " flat";
  return text + (key.minor ? " minor" : " major");
}

std::optional<int> pitch_named(std::string_view text) {
  static constexpr std::string_view letters = "C D EF G A B";
  if (text.empty() || text.size() > 2 || text[0] == ' ') return std::nullopt;
  const std::size_t at = letters.find(text[0]);
  if (at == std::string_view::npos) return std::nullopt;
  const int pitch = static_cast<int>(at);
  if (text.size() == 1) return pitch;
  if (text[1] == '#') return pitch_class(pitch + 1);
  if (text[1] == 'b') return pitch_class(pitch - 1);
  return std::nullopt;
}

std::optional<Chord> chord_named(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string_view upper = text.substr(0, slash);
  const std::size_t letter_size =
      upper.size() > 1 && (upper[1] == '#' || upper[1] == 'b') ? 2U : 1U;
  const auto root = pitch_named(upper.substr(0, std::min(letter_size, upper.size())));
  if (!root) return std::nullopt;
  const std::string_view suffix = upper.substr(letter_size);
  const auto row = std::find_if(kinds.begin(), kinds.end(),
                                [&](const KindRow& kind) { return kind.suffix == suffix; });
  if (row == kinds.end()) return std::nullopt;
  Chord chord{*root, static_cast<ChordKind>(row - kinds.begin()), *root};
  if (slash == std::string_view::npos) return chord;
  const auto bass = pitch_named(text.substr(slash + 1));
  if (!bass) return std::nullopt;
  chord.bass = *bass;
  return chord;
}

std::optional<int> nearest_pitch(int wanted, int reference, int low, int high) {
  std::optional<int> best;
  for (int key = low; key <= high; ++key) {
    if (pitch_class(key) != pitch_class(wanted)) continue;
    if (!best || std::abs(key - reference) < std::abs(*best - reference)) best = key;
  }
  return best;
}

}  // namespace onereel::score
