#pragma once

// The words that can be taken at their word and put on a stage (data/writing/lexicon.yaml), and
// those that are never shown.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/document.h"
#include "pattern.h"

namespace onereel::writing {

class Lexicon {
 public:
  /// @error fix_input  file, line and mend.
  static Result<Lexicon> read(const Document& lexicon, const Document& naming);

  /// 0 not there, 1 nice .. 5 gold. Undoes plurals, -ing, -ed, -er where only the bare word stands
  /// in the lexicon, and reads abbreviations out ("addr" as "address").
  double weight(std::string_view word) const;
  /// Is exactly this word (lower case) in the lexicon?
  bool holds(std::string_view word) const { return weights_.count(std::string(word)) != 0; }
  /// A thing that can stand on a stage: "header", "app".
  bool noun(std::string_view word) const { return nouns_.count(std::string(word)) != 0; }
  /// Every word that has one letter more than `stem`, at its end.
  std::vector<char> letters_that_complete(std::string_view stem) const;
  /// Not to be shown: a word of `never`, or a person, key, date.
  bool forbidden(std::string_view word) const;
  bool names_a_person(std::string_view text) const;
  bool forbidden_in_german(std::string_view text) const;
  /// "addr" as "address"; the word itself if nothing is known.
  std::string read_out(std::string_view word) const;

 private:
  std::map<std::string, double> weights_;
  std::set<std::string> nouns_;
  std::map<std::string, std::string> read_as_;
  std::vector<Pattern> never_;
  std::vector<Pattern> people_;
  std::vector<Pattern> never_german_;
};

}  // namespace onereel::writing
