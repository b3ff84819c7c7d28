#pragma once

// From an identifier to a painted label (data/writing/naming.yaml): whole words of the identifier,
// in their order and case, joined as the code joins them. Nothing is ever cut inside a word.

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon.h"
#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "pattern.h"

namespace onereel::writing {

/// One word of an identifier and what joins it to the next ("" in camelCase, "_", "-", ".").
struct NameWord {
  std::string text;
  std::string join;
};

class Naming {
 public:
  /// @error fix_input  file, line and mend.
  static Result<Naming> read(const Document& naming);

  /// Without quotes, sigils, call brackets, generics; the last part of a qualified name; the last
  /// segment of a path.
  std::string cleaned(std::string_view identifier) const;
  std::vector<NameWord> split(std::string_view identifier) const;
  bool is_verb(std::string_view word) const { return verbs_.count(std::string(word)) != 0; }
  bool is_negation(std::string_view word) const;
  bool is_inner(std::string_view word) const { return inner_.count(std::string(word)) != 0; }

  struct Project {
    std::string name;
    std::set<std::string> words;  ///< small words its identifiers are made of
  };
  /// The label at a plate of `letters_max`; empty: there is none at this size.
  std::string label(std::string_view identifier, int letters_max, const Lexicon& lexicon,
                    const Project& project) const;

 private:
  friend class LabelSearch;
  std::vector<Pattern> breaks_;
  Pattern keep_whole_;
  std::set<std::string> verbs_;
  std::set<std::string> trailing_;
  std::set<std::string> leading_;
  std::set<std::string> inner_;
  std::set<std::string> negations_;
  std::map<std::string, std::string> paint_short_;
};

}  // namespace onereel::writing
