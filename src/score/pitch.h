#pragma once

// Pitches, chords and keys. Pitch classes count semitones from C: 0 C .. 11 B.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace onereel::score {

/// 0..11 of any key number, negative ones too.
constexpr int pitch_class(int key) {
  return ((key % 12) + 12) % 12;
}

enum class ChordKind : unsigned char {
  major,
  minor,
  seventh,
  minor_seventh,
  major_seventh,
  sixth,
  minor_sixth,
  diminished,
  diminished_seventh,
  half_diminished,
  augmented,
};

struct Chord {
  int root = 0;
  ChordKind kind = ChordKind::major;
  int bass = 0;  ///< the slash note, or the root
  bool operator==(const Chord&) const = default;

  Chord transposed(int semitones) const;
  /// Pitch classes: root, third, fifth and perhaps a fourth tone.
  std::vector<int> tones() const;
  bool has(int key) const;
  int third() const;
  /// The perfect, diminished or augmented fifth above the root.
  int fifth() const;
};

struct Key {
  int tonic = 0;
  bool minor = false;
  bool operator==(const Key&) const = default;
};

/// The seven tones of the key; minor with its leading note.
std::array<int, 7> scale_of(Key key);
bool in_scale(Key key, int pitch);
/// One seventh chord up a fifth: what leads into `key`.
Chord dominant_seventh_of(Key key);

std::string name_of_pitch(int pitch);     ///< "Bb"
std::string name_of(const Chord& chord);  ///< "C7/E"
std::string name_of(Key key);             ///< "B flat minor"

/// "Bb", "F#" -> pitch class.
std::optional<int> pitch_named(std::string_view text);
/// "Gm7b5", "C7/E".
std::optional<Chord> chord_named(std::string_view text);

/// The pitch of class `wanted` in [low, high] that is nearest to `reference`, the lower one of two.
std::optional<int> nearest_pitch(int wanted, int reference, int low, int high);

}  // namespace onereel::score
