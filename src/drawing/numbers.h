#pragma once

// Numbers and transforms as SVG writes them.

#include <optional>
#include <string_view>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/base/result.h"

namespace onereel::drawing {

/// Walks over the numbers and letters of an attribute: "M-1.5.25,3e1 4". Commas count as spaces.
class NumberWalk {
 public:
  explicit NumberWalk(std::string_view text) : rest_(text) {}

  /// Nothing but spaces is left.
  bool at_end();
  /// The next character that is no space, not taken; '\0' at the end.
  char peek();
  /// Takes one character.
  void take() { rest_.remove_prefix(1); }
  /// Takes a number within +-drawing_number_max; nothing if none stands there.
  std::optional<double> number();
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

/// @error fix_input  not a plain number (no units) or out of bounds.
Result<double> read_number(std::string_view text);
/// Numbers only, at most `count_max` of them.
Result<std::vector<double>> read_numbers(std::string_view text, std::size_t count_max);
/// "translate(3 4) rotate(90)": the last is applied first, as SVG has it.
Result<Matrix> read_transform(std::string_view text);

}  // namespace onereel::drawing
