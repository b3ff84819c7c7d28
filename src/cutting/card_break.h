#pragma once

// Where the lines of a card break: every way to break is tried, the one that costs least is taken.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "card_layout.h"

namespace onereel::cutting {

/// Pieces of an identifier or address: breaks come after - _ . / :: and before a capital that
/// follows a small letter. Joined they are `text` again.
std::vector<std::string> pieces_of(std::string_view text);

struct BreakRule {
  double width_max = 0;
  int lines_max = 1;
  double chars_max = 99;  ///< of lines, unless all `lines_max` are used
  bool at_separators = false;
};

struct BrokenText {
  std::vector<std::string> lines;
  double width = 0;  ///< of the widest
};

/// No text of a card is near this many words; a longer one does not fit.
inline constexpr std::size_t break_items_max = 60;

/// The best lines for `text`: least raggedness, a stop at a line's end, no article left hanging.
/// @param width_of  width of a line.
/// @param function_words  articles and prepositions of the language, small letters.
/// Nothing if it cannot be broken so.
Result<std::optional<BrokenText>> broken(
    std::string_view text, const BreakRule& rule, const BreakCosts& costs,
    const std::vector<std::string>& function_words,
    const std::function<Result<double>(const std::string&)>& width_of);

}  // namespace onereel::cutting
