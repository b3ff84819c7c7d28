#include "card_book.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "card_check.h"
#include "onereel/base/text.h"
#include "pattern.h"
#include "phrases.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

std::vector<std::string> split_at(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  while (true) {
    const auto end = text.find(mark, at);
    parts.push_back(trimmed(text.substr(at, end == std::string::npos ? end : end - at)));
    if (end == std::string::npos) return parts;
    at = end + mark.size();
  }
}

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  if (parsed.ec != std::errc()) return {};
  return value;
}

// "raises >= 3", "has object", "no install", "status is 404 or 410", "beside a or b", "always".
std::optional<CardTerm> term_from(const std::string& text) {
  using Kind = CardTerm::Kind;
  CardTerm term;
  if (text == "always") return term;
  const auto words = split_at(text, " ");
  const auto rest = [&](std::size_t skip) {
    std::string joined;
    for (std::size_t k = skip; k < words.size(); ++k) joined += (k == skip ? "" : " ") + words[k];
    return joined;
  };
  if (words.size() == 2 && (words[0] == "has" || words[0] == "no")) {
    term.kind = words[0] == "has" ? Kind::has : Kind::has_not;
    term.slot = words[1];
    return term;
  }
  if (words.size() >= 2 && (words[0] == "beside" || words[0] == "after")) {
    term.kind = words[0] == "beside" ? Kind::beside : Kind::after;
    term.words = split_at(rest(1), " or ");
    return term;
  }
  if (words.size() < 3) return {};
  term.slot = words[0];
  if (words[1] == "is") {
    term.kind = Kind::is;
    term.words = split_at(rest(2), " or ");
    return term;
  }
  static const std::set<std::string> relations = {">=", "<=", "==", "<", ">"};
  const auto number = number_in(words[2]);
  if (relations.count(words[1]) == 0 || !number || words.size() != 3) return {};
  term.kind = Kind::compare;
  term.relation = words[1];
  term.number = *number;
  return term;
}

bool related(double value, const std::string& relation, double number) {
  if (relation == ">=") return value >= number;
  if (relation == "<=") return value <= number;
  if (relation == "<") return value < number;
  if (relation == ">") return value > number;
  return value == number;
}

bool contains(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool term_holds(const CardTerm& term, const CardSlots& slots, const CardPlace& place) {
  using Kind = CardTerm::Kind;
  const std::string* text = slots.find(term.slot);
  switch (term.kind) {
    case Kind::always:
      return true;
    case Kind::has:
      return text != nullptr;
    case Kind::has_not:
      return text == nullptr;
    case Kind::compare: {
      const auto value = text == nullptr ? std::optional<double>() : number_in(*text);
      return value && related(*value, term.relation, term.number);
    }
    case Kind::is:
      if (term.slot == "errand") return contains(term.words, place.errand);
      return text != nullptr && contains(term.words, *text);
    case Kind::beside:
      return contains(term.words, place.beside);
    case Kind::after:
      return std::any_of(place.before.begin(), place.before.end(),
                         [&](const std::string& gag) { return contains(term.words, gag); });
  }
  return false;
}

Result<CardPattern> read_pattern(const Document& node) {
  static const std::vector<std::string> numerals = {"I", "II", "III", "IV", "V"};
  TRY_DO(node.only({"id", "place", "act", "family", "if", "en", "de", "lines", "fallback"}));
  CardPattern pattern;
  TRY(pattern.id, text_of(node, "id"));
  TRY(pattern.place, text_of(node, "place"));
  TRY(const auto acts, texts_of(node, "act"));
  for (const std::string& act : acts) {
    const auto at = std::find(numerals.begin(), numerals.end(), act);
    if (at == numerals.end()) return node.error(fmt::format("'{}' is no act", act));
    pattern.acts.push_back(static_cast<int>(at - numerals.begin()) + 1);
  }
  TRY(const auto families, texts_of(node, "family"));
  pattern.families = {families.begin(), families.end()};
  TRY(const std::string condition, text_of(node, "if"));
  for (const std::string& text : split_at(condition, " and ")) {
    const auto term = term_from(text);
    if (!term) {
      return node.find("if")->error(fmt::format(
          "'{}' is no condition; known are: always, has SLOT, no SLOT, SLOT >= 3, SLOT is A or B, "
          "beside GAG or GAG, after GAG or GAG; joined by 'and'",
          text));
    }
    pattern.terms.push_back(*term);
  }
  for (const char* language : {"en", "de"}) {
    if (const Document* text = node.find(language)) pattern.text[language] = text->scalar;
  }
  const auto en = pattern.text.find("en");
  pattern.claims_nothing = condition == "always" && en != pattern.text.end() &&
                           en->second.find('{') == std::string::npos;
  return pattern;
}

std::string german_unit(const std::string& unit) {
  if (unit == "seconds") return "Sekunden";
  return unit == "minutes" ? "Minuten" : "Millisekunden";
}

std::string filtered(const std::string& value, const std::string& filter,
                     const std::string& language, const CardBook::Shorten& shorten) {
  const auto number = number_in(value);
  const auto whole = static_cast<std::int64_t>(number.value_or(0));
  if (filter == "number" && number) return number_in_words(whole, language);
  if (filter == "Number" && number) return capitalised(number_in_words(whole, language));
  if (filter == "digits" && number) return grouped_figures(whole);
  if (filter == "mal" && number) return times_in_german(whole);
  if (filter == "Mal" && number) return capitalised(times_in_german(whole));
  if (filter == "code") return value;
  if (filter == "sign") return shorten(value);
  if (filter == "an") {
    const std::string label = shorten(value);
    return label.empty() ? label : with_article(label);
  }
  if (filter == "unit") return language == "de" ? german_unit(value) : value;
  return {};
}

}  // namespace

Result<CardBook> CardBook::read(const Document& root) {
  CardBook made;
  TRY(const CardCheck words, CardCheck::of(root));
  TRY(const Document* list, list_of(root, "cards"));
  for (const Document& node : list->items) {
    TRY(CardPattern pattern, read_pattern(node));
    TRY_DO(words.check(node, pattern));
    made.patterns_.push_back(std::move(pattern));
  }
  return made;
}

bool CardBook::holds(const CardPattern& pattern, const CardSlots& slots, const CardPlace& place) {
  return std::all_of(pattern.terms.begin(), pattern.terms.end(),
                     [&](const CardTerm& term) { return term_holds(term, slots, place); });
}

std::optional<CardText> CardBook::fill(const std::string& text, const CardSlots& slots,
                                       const std::string& language, const Shorten& shorten) {
  CardText card;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto open = text.find('{', at);
    card.text += text.substr(at, open == std::string::npos ? open : open - at);
    if (open == std::string::npos) break;
    const auto close = text.find('}', open);
    if (close == std::string::npos) return {};
    const auto parts = split_at(text.substr(open + 1, close - open - 1), "|");
    const std::string filter = parts.size() > 1 ? parts[1] : "";
    const std::string* value = slots.find(filter == "unit" ? parts[0] + "_unit" : parts[0]);
    if (value == nullptr) return {};
    const std::string said = filter.empty() ? *value : filtered(*value, filter, language, shorten);
    if (said.empty()) return {};
    card.text += said;
    (number_in(*value) ? card.has_number : card.has_name) = true;
    const auto where = slots.evidence.find(parts[0]);
    if (where != slots.evidence.end()) card.evidence.push_back(where->second);
    at = close + 1;
  }
  const bool fits =
      word_count(card.text) <= card_words_aimed && length_in_points(card.text) <= card_letters_max;
  return fits ? std::optional(card) : std::nullopt;
}

}  // namespace onereel::writing
