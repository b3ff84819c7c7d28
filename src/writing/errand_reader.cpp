// errands.yaml, field by field.

#include <fmt/format.h>

#include "errands.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

using Texts = std::map<std::string, std::vector<std::string>>;

Result<std::map<std::string, std::string>> by_language(const Document& node, const char* field) {
  TRY(const Document* map, map_of(node, field));
  TRY_DO(map->only({"en", "de"}));
  std::map<std::string, std::string> texts;
  for (const auto& [language, text] : map->entries) texts[language] = text.scalar;
  return texts;
}

Result<Texts> lists_by_language(const Document& node, const char* field) {
  TRY(const Document* map, map_of(node, field));
  TRY_DO(map->only({"en", "de"}));
  Texts texts;
  for (const auto& [language, list] : map->entries) {
    for (const Document& item : list.items) texts[language].push_back(item.scalar);
    if (texts[language].empty()) return list.error("at least one title is wanted");
  }
  return texts;
}

// All fields but the symbols are looked at in small letters: a capital would never be found.
bool waits_for_a_capital(const std::string& field, const std::string& pattern) {
  static const Pattern ignores_case = known_pattern("\\(\\?[a-z]*i");
  static const Pattern escapes = known_pattern("\\\\(p\\{[^}]*\\}|.)");
  static const Pattern capital = known_pattern("[A-Z]");
  return field != "symbols" && !ignores_case.found_in(pattern) &&
         capital.found_in(escapes.replaced_all(pattern, ""));
}

Result<ErrandRule> read_rule(const Document& node) {
  TRY_DO(node.only({"in", "weight", "re", "name", "min", "max"}));
  ErrandRule rule;
  TRY(rule.field, text_of(node, "in"));
  TRY(rule.weight, number_of(node, "weight", -20, 20));
  const bool metric = rule.field == "metric";
  const bool many = rule.field == "symbols" || rule.field == "paths";
  rule.least = node.number_or("min", metric ? -1e18 : many ? 2 : 1);
  if (node.find("max") != nullptr) {
    TRY(const double most, number_of(node, "max", 0, 1e12));
    rule.most = most;
  }
  if (metric) {
    TRY(rule.metric, text_of(node, "name"));
    return rule;
  }
  const Document* pattern = node.find("re");
  if (pattern == nullptr) return node.error("the field 're' is missing");
  TRY(rule.pattern, Pattern::compile(*pattern));
  if (waits_for_a_capital(rule.field, pattern->scalar)) {
    return pattern->error(fmt::format(
        "'{}' is looked at in small letters, and this pattern has a capital; begin it with (?i)",
        rule.field));
  }
  return rule;
}

Result<std::vector<Pattern>> patterns(const Document& node, const char* field) {
  std::vector<Pattern> list;
  if (node.find(field) == nullptr) return list;
  TRY(const Document* items, list_of(node, field));
  for (const Document& item : items->items) {
    TRY(Pattern pattern, Pattern::compile(item));
    list.push_back(std::move(pattern));
  }
  return list;
}

Result<Errand> read_errand(const Document& node, double needs) {
  TRY_DO(node.only({"id", "kind", "gate", "needs", "found_by", "trade", "want", "prop", "opening",
                    "closing", "friend", "likes", "titles", "never_say"}));
  Errand errand;
  TRY(errand.id, text_of(node, "id"));
  if (const Document* gate = node.find("gate")) {
    TRY(errand.gate, gate->boolean());
  }
  errand.needs = node.number_or("needs", needs);
  TRY(const Document* rules, list_of(node, "found_by"));
  for (const Document& item : rules->items) {
    TRY(ErrandRule rule, read_rule(item));
    errand.found_by.push_back(std::move(rule));
  }
  TRY(errand.trade, by_language(node, "trade"));
  TRY(errand.titles, lists_by_language(node, "titles"));
  TRY(const Document* likes, map_of(node, "likes"));
  TRY_DO(likes->only({"families", "gags"}));
  TRY(const auto liked, texts_of(*likes, "families"));
  errand.liked_families = {liked.begin(), liked.end()};
  TRY(const auto gags, texts_of(*likes, "gags"));
  errand.liked_gags = {gags.begin(), gags.end()};
  TRY(errand.never_say, patterns(node, "never_say"));
  return errand;
}

Result<Twin> read_twin(const Document& node) {
  TRY_DO(node.only({"when", "trade", "want", "prop", "titles"}));
  Twin twin;
  TRY(const std::string when, text_of(node, "when"));
  if (when != "parity" && when != "installs_command") {
    return node.find("when")->error("parity or installs_command is wanted");
  }
  twin.when = when;
  TRY(twin.trade, by_language(node, "trade"));
  TRY(twin.titles, lists_by_language(node, "titles"));
  return twin;
}

Result<TitleCount> read_count(const Document& node) {
  TRY_DO(node.only({"of", "in", "re", "not", "kinds", "public", "examples", "first"}));
  TitleCount count;
  TRY(const std::string of, text_of(node, "of"));
  count.value = of == "value";
  TRY(count.in, text_of(node, "in"));
  const Document* pattern = node.find("re");
  if (pattern == nullptr) return node.error("the field 're' is missing");
  TRY(count.pattern, Pattern::compile(*pattern));
  if (const Document* except = node.find("not")) {
    TRY(count.except, Pattern::compile(*except));
  }
  return count;
}

}  // namespace

Result<Errands> Errands::read(const Document& root) {
  TRY_DO(root.only(
      {"version", "needs", "counts", "never_say_anywhere", "twins", "speaks", "errands"}));
  Errands made;
  TRY(const double needs, number_of(root, "needs", 0, 100));
  TRY(const Document* counts, map_of(root, "counts"));
  for (const auto& [name, node] : counts->entries) {
    TRY(made.counts_[name], read_count(node));
  }
  TRY(made.never_say_, patterns(root, "never_say_anywhere"));
  TRY(const Document* twins, map_of(root, "twins"));
  for (const auto& [name, node] : twins->entries) {
    TRY(made.twins_[name], read_twin(node));
  }
  TRY(const Document* speaks, map_of(root, "speaks"));
  for (const auto& [trade, words] : speaks->entries) {
    for (const auto& [word, as] : words.entries) {
      TRY(made.speaks_[trade][word], texts_of(words, word.c_str()));
      if (as.items.size() != 2) return as.error("[English, German] is wanted");
    }
  }
  TRY(const Document* list, list_of(root, "errands"));
  for (const Document& node : list->items) {
    TRY(Errand errand, read_errand(node, needs));
    made.errands_.push_back(std::move(errand));
  }
  for (const char* last : {"command-line", "general-library", "empty"}) {
    if (made.find(last) == nullptr) {
      return list->error(fmt::format("the errand '{}' is missing", last));
    }
  }
  return made;
}

}  // namespace onereel::writing
