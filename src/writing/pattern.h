#pragma once

// A pattern of the data files (RE2 syntax: linear time, safe on hostile text), compiled once.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/document.h"
#include "onereel/base/result.h"

namespace re2 {
class RE2;
}

namespace onereel::writing {

class Pattern {
 public:
  /// An empty pattern matches everything.
  Pattern() = default;
  /// @error fix_input  RE2 refuses it; says why.
  static Result<Pattern> compile(std::string_view pattern);
  /// The same, from a value of a data file: the message names file and line.
  static Result<Pattern> compile(const Document& value);

  bool empty() const { return compiled_ == nullptr; }
  bool found_in(std::string_view text) const;
  /// Byte offset of the first match.
  std::optional<std::size_t> position_in(std::string_view text) const;
  /// What the first non-empty group of each match holds (the match, if there is no group).
  std::vector<std::string> all_in(std::string_view text, std::size_t at_most = 10'000) const;
  /// `text` with the first match replaced by `with` (\1 is the first group).
  std::string replaced_once(std::string text, std::string_view with) const;
  std::string replaced_all(std::string text, std::string_view with) const;

 private:
  std::shared_ptr<const re2::RE2> compiled_;
};

/// For patterns that are part of the program.
Pattern known_pattern(std::string_view pattern);

}  // namespace onereel::writing
