#pragma once

// The head of an ABC tune: its fields and our N: pairs.

#include <map>
#include <string>
#include <string_view>

#include "theme.h"

namespace onereel::score {

/// How the notes of a key are raised (+1) or lowered (-1), by letter: C D E F G A B.
using Signature = std::array<int, 7>;

struct KeySignature {
  Key key;
  Signature raised{};
};

/// "Cm", "F#", "Bb"; nothing if it is no key we read.
std::optional<KeySignature> key_signature_named(std::string_view text);

/// Gathers the fields of one tune and turns them into a Theme without bars.
class AbcFields {
 public:
  /// @param line  "T:Title"; the letter is known to be a letter.
  /// @error fix_input  what is wrong, without the place.
  Result<> take(std::string_view line);
  /// Everything a tune must have, once the first note is met.
  Result<Theme> finish() const;
  bool complete() const { return has_key_; }
  const KeySignature& key() const { return key_; }

 private:
  Result<> take_note(std::string_view value);
  Result<> take_metre(std::string_view value);
  Result<> take_unit(std::string_view value);

  Theme theme_;
  std::map<std::string, std::string> pairs_;
  KeySignature key_;
  bool has_key_ = false;
  bool has_metre_ = false;
  bool has_unit_ = false;
};

}  // namespace onereel::score
