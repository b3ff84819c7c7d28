#pragma once

// Are the words of a card ones that the program knows: slots, filters, fallbacks, families, places?

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "card_book.h"
#include "onereel/base/document.h"
#include "onereel/base/result.h"

namespace onereel::writing {

class CardCheck {
 public:
  /// @param cards  the whole of cards.yaml; must outlive this
  /// @error fix_input  a field, filter or fallback that is unknown, or a card twice.
  static Result<CardCheck> of(const Document& cards);

  /// @error fix_input  a word of this card that nobody can fill; says which there are.
  Result<> check(const Document& node, const CardPattern& pattern) const;

 private:
  Result<> check_text(const Document& text) const;
  Result<> check_filled(const Document& text, std::string_view slot, std::string_view filter) const;
  Result<> check_slot(const Document& at, std::string_view slot) const;
  Result<> check_fallbacks(const Document& cards) const;

  std::vector<std::string_view> slots_;
  std::vector<std::string_view> ids_;
};

}  // namespace onereel::writing
