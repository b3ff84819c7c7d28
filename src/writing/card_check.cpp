#include "card_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "gag_words.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

using Words = std::vector<std::string_view>;

// What CardBook::fill() does with a value.
const Words& filters() {
  static const Words words = {"number", "Number", "digits", "mal", "Mal",
                              "unit",   "an",     "sign",   "code"};
  return words;
}

// Nothing if `word` is one of `known`; else what is wrong and what would be right.
Result<> known_word(const Document& at, std::string_view what, std::string_view word,
                    const Words& known) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return {};
  constexpr std::size_t list_max = 12;
  const std::string near = nearest(word, known);
  std::string mend;
  if (!near.empty()) {
    mend = fmt::format("; did you mean '{}'?", near);
  } else if (known.size() <= list_max) {
    mend = fmt::format("; there are {}", fmt::join(known, ", "));
  }
  return at.error(fmt::format("'{}' is no {}{}", word, what, mend));
}

Words keys_of(const Document& map) {
  Words keys;
  for (const auto& [key, value] : map.entries) keys.push_back(key);
  return keys;
}

}  // namespace

Result<CardCheck> CardCheck::of(const Document& cards) {
  TRY_DO(cards.only({"version", "slots", "filters", "rules", "taglines", "capitalisation",
                     "fallbacks", "cards"}));
  CardCheck made;
  TRY(const Document* slots, map_of(cards, "slots"));
  made.slots_ = keys_of(*slots);
  if (const Document* named = cards.find("filters")) {
    for (const auto& [filter, what] : named->entries) {
      TRY_DO(known_word(what, "filter of the program", filter, filters()));
    }
  }
  TRY(const Document* list, list_of(cards, "cards"));
  for (const Document& card : list->items) {
    const Document* id = card.find("id");
    if (id == nullptr) return card.error("the field 'id' is missing");
    if (std::find(made.ids_.begin(), made.ids_.end(), id->scalar) != made.ids_.end()) {
      return id->error(
          fmt::format("there is another card called '{}'; give one a new id", id->scalar));
    }
    made.ids_.push_back(id->scalar);
  }
  TRY_DO(made.check_fallbacks(cards));
  return made;
}

Result<> CardCheck::check_fallbacks(const Document& cards) const {
  const Document* fallbacks = cards.find("fallbacks");
  if (fallbacks == nullptr) return {};
  for (const auto& [lack, list] : fallbacks->entries) {
    if (!list.is_list()) return list.error("a list of cards is wanted: [id, id]");
    for (const Document& id : list.items) TRY_DO(known_word(id, "card", id.scalar, ids_));
  }
  return {};
}

Result<> CardCheck::check_slot(const Document& at, std::string_view slot) const {
  return known_word(at, "slot; they are named under `slots:` of this file", slot, slots_);
}

Result<> CardCheck::check_filled(const Document& text, std::string_view slot,
                                 std::string_view filter) const {
  TRY_DO(check_slot(text, slot));
  if (filter.empty()) return {};
  return known_word(text, "filter", filter, filters());
}

// Every {slot} and {slot|filter}.
Result<> CardCheck::check_text(const Document& text) const {
  TRY(const std::string written, text.text());
  const std::string_view all = written;
  std::size_t at = 0;
  while (true) {
    const auto open = all.find_first_of("{}", at);
    if (open == std::string_view::npos) return {};
    const auto close = all.find_first_of("{}", open + 1);
    if (all[open] == '}' || close == std::string_view::npos || all[close] == '{') {
      return text.error("a brace without its other half; {slot} or {slot|filter} is wanted");
    }
    const std::string_view held = all.substr(open + 1, close - open - 1);
    const auto bar = held.find('|');
    const bool plain = bar == std::string_view::npos;
    TRY_DO(check_filled(text, held.substr(0, bar), plain ? "" : held.substr(bar + 1)));
    at = close + 1;
  }
}

Result<> CardCheck::check(const Document& node, const CardPattern& pattern) const {
  static const Words places = {"title", "opener", "straight", "topper", "end"};
  TRY_DO(known_word(*node.find("place"), "place of a card", pattern.place, places));
  for (const std::string& family : pattern.families) {
    TRY_DO(known_word(*node.find("family"), "family of gags", family, families()));
  }
  for (const CardTerm& term : pattern.terms) {
    if (!term.slot.empty() && term.slot != "errand") {
      TRY_DO(check_slot(*node.find("if"), term.slot));
    }
  }
  for (const char* language : {"en", "de"}) {
    if (const Document* text = node.find(language)) TRY_DO(check_text(*text));
  }
  if (const Document* lines = node.find("lines")) {
    for (const Document& line : lines->items) TRY_DO(check_text(line));
  }
  const Document* fallback = node.find("fallback");
  if (fallback == nullptr) return {};
  return known_word(*fallback, "card to fall back to", fallback->scalar, ids_);
}

}  // namespace onereel::writing
