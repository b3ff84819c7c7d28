// The subtitle of the film, and the numbers that titles of single kinds count.

#include <algorithm>
#include <cstdlib>
#include <set>

#include "onereel/base/dice.h"
#include "pitching.h"

namespace onereel::writing {
namespace {

std::vector<std::string> lines_for(const TitleCount& count, const RepoFacts& facts) {
  static const Pattern aside = known_pattern("(?i)(^|/)(tests?|docs?|examples?|vendor|fixtures?)/");
  std::vector<std::string> lines;
  if (count.in == "paths") {
    for (const std::string& path : facts.paths) {
      if (!aside.found_in(path)) lines.push_back(path);
    }
    return lines;
  }
  for (const Fact& fact : facts.facts) {
    if (fact.in_tests) continue;
    const bool symbol = fact.kind == FactKind::type || fact.kind == FactKind::function ||
                        fact.kind == FactKind::constant;
    if (count.in == "symbols" && symbol) lines.push_back(fact.name);
    if (count.in == "messages" && fact.kind == FactKind::message) lines.push_back(fact.message);
    if (count.in == "lines" && fact.kind == FactKind::constant) lines.push_back(fact.where.text);
  }
  return lines;
}

// Two or more different things, or one value that no other line contradicts; else nothing.
std::optional<std::int64_t> counted(const TitleCount& count, const RepoFacts& facts) {
  std::set<std::string> found;
  for (const std::string& line : lines_for(count, facts)) {
    for (std::string& match : count.pattern.all_in(line, 4)) {
      if (count.except.empty() || !count.except.found_in(match)) found.insert(std::move(match));
    }
  }
  if (!count.value) {
    const auto many = static_cast<std::int64_t>(found.size());
    return many >= 2 ? std::optional(many) : std::nullopt;
  }
  if (found.size() != 1) return {};
  const std::int64_t value = std::atoll(found.begin()->c_str());
  return value >= 2 ? std::optional(value) : std::nullopt;
}

CardSlots with_counts(const RepoFacts& facts, const Errands& errands, CardSlots slots,
                      const std::string& title) {
  for (const auto& [name, count] : errands.title_counts()) {
    if (title.find("{" + name) == std::string::npos) continue;
    if (const auto value = counted(count, facts)) slots.texts[name] = std::to_string(*value);
  }
  return slots;
}

}  // namespace

std::string film_title(const RepoFacts& facts, const Errand& errand, const Wordbook& words,
                       const CardSlots& slots, std::uint64_t seed, const std::string& language) {
  const auto by_language = words.errands.titles(errand, facts);
  const auto found = by_language.find(language);
  const auto& titles = found == by_language.end() ? by_language.at("en") : found->second;
  const auto shorten = [&](const std::string& name) {
    return words.naming.label(name, 14, words.lexicon, {facts.project.name.text, {}});
  };
  std::vector<std::string> plain;
  std::vector<std::string> filled;
  for (const std::string& title : titles) {
    const bool has_slot = title.find('{') != std::string::npos;
    const auto text =
        CardBook::fill(title, with_counts(facts, words.errands, slots, title), language, shorten);
    if (!text || words.errands.must_not_say(errand.id, text->text)) continue;
    // "One way to lose a guest" is another joke; a count below two is skipped.
    static const Pattern one = known_pattern("^(One|Zero|Eine?|Null) ");
    if (has_slot && one.found_in(text->text)) continue;
    (has_slot ? filled : plain).push_back(text->text);
  }
  Dice dice(seed, "title");
  if (!filled.empty() && dice.below(3) < 2) return filled[dice.below(filled.size())];
  if (plain.empty()) return titles.front();
  return plain[dice.below(plain.size())];
}

}  // namespace onereel::writing
