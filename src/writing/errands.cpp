#include "errands.h"

#include <algorithm>
#include <cmath>

#include "onereel/base/text.h"

namespace onereel::writing {
namespace {

constexpr std::size_t claim_begins = 140;  // what a project says first, it is
constexpr std::size_t symbols_max = 40'000;

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

// The fields that the rules look at.
std::map<std::string, std::string> fields_of(const RepoFacts& facts) {
  std::set<std::string> symbols;
  for (const Fact& fact : facts.facts) {
    const bool declared = fact.kind == FactKind::type || fact.kind == FactKind::function;
    if (declared && fact.is_public && !fact.in_tests && symbols.size() < symbols_max) {
      symbols.insert(fact.name);
    }
  }
  std::vector<std::string> readme;
  return {{"name", lower_ascii(facts.project.name.text)},
          {"claim", lower_ascii(facts.claim)},
          {"keywords", lower_ascii(joined(facts.keywords))},
          {"deps", lower_ascii(joined(facts.dependencies))},
          {"readme", lower_ascii(facts.readme)},
          {"paths", lower_ascii(joined(facts.paths))},
          {"symbols", joined({symbols.begin(), symbols.end()})}};
}

struct Total {
  double points = 0;
  std::size_t claim_at = std::string::npos;
};

bool metric_holds(const ErrandRule& rule, const RepoFacts& facts) {
  const auto found = facts.counts.find(rule.metric);
  if (found == facts.counts.end()) return false;
  const auto value = static_cast<double>(found->second);
  return value >= rule.least && (!rule.most || value <= *rule.most);
}

void add(const ErrandRule& rule, const std::string& text, Total& total) {
  const auto least = static_cast<std::size_t>(rule.least);
  if (rule.field != "claim" || rule.weight < 0) {
    const bool fires =
        least <= 1 ? rule.pattern.found_in(text) : rule.pattern.all_in(text, least).size() >= least;
    if (fires) total.points += rule.weight;
    return;
  }
  const auto at = rule.pattern.position_in(text);
  if (!at) return;
  total.points += *at < claim_begins ? rule.weight + 2 : std::floor(rule.weight / 2);
  total.claim_at = std::min(total.claim_at, *at);
}

Total total_of(const Errand& errand, const RepoFacts& facts,
               const std::map<std::string, std::string>& fields) {
  Total total;
  for (const ErrandRule& rule : errand.found_by) {
    if (rule.field == "metric") {
      if (metric_holds(rule, facts)) total.points += rule.weight;
      continue;
    }
    const auto field = fields.find(rule.field);
    if (field != fields.end()) add(rule, field->second, total);
  }
  return total;
}

}  // namespace

const Errand* Errands::find(const std::string& id) const {
  const auto found = std::find_if(errands_.begin(), errands_.end(),
                                  [&](const Errand& errand) { return errand.id == id; });
  return found == errands_.end() ? nullptr : &*found;
}

const Errand& Errands::of(const RepoFacts& facts) const {
  if (facts.empty) return *find("empty");
  const auto fields = fields_of(facts);
  const Errand* best = nullptr;
  Total best_total;
  for (const Errand& errand : errands_) {
    const Total total = total_of(errand, facts, fields);
    if (total.points < errand.needs || errand.id == "empty") continue;
    if (errand.gate) return errand;
    const bool better = best == nullptr || total.points > best_total.points ||
                        (total.points == best_total.points && total.claim_at < best_total.claim_at);
    if (better) {
      best = &errand;
      best_total = total;
    }
  }
  if (best != nullptr) return *best;
  return *find(facts.installs_command ? "command-line" : "general-library");
}

const Twin* Errands::twin(const Errand& errand, const RepoFacts& facts) const {
  const auto found = twins_.find(errand.id);
  if (found == twins_.end()) return nullptr;
  if (found->second.when == "installs_command") {
    return facts.installs_command ? &found->second : nullptr;
  }
  unsigned sum = 0;
  for (const char letter : facts.project.name.text) sum += static_cast<unsigned char>(letter);
  return sum % 2 == 1 ? &found->second : nullptr;
}

std::map<std::string, std::string> Errands::trade(const Errand& errand,
                                                  const RepoFacts& facts) const {
  const Twin* other = twin(errand, facts);
  return other == nullptr ? errand.trade : other->trade;
}

std::map<std::string, std::vector<std::string>> Errands::titles(const Errand& errand,
                                                                const RepoFacts& facts) const {
  auto titles = errand.titles;
  if (const Twin* other = twin(errand, facts)) {
    for (const auto& [language, list] : other->titles) {
      auto& own = titles[language];
      for (std::size_t k = 0; k < list.size() && k < own.size(); ++k) own[k] = list[k];
    }
  }
  return titles;
}

std::string Errands::speaks(const std::string& errand, const std::string& word,
                            const std::string& language) const {
  for (const std::string& trade : {errand, std::string("any")}) {
    const auto words = speaks_.find(trade);
    if (words == speaks_.end()) continue;
    const auto found = words->second.find(word);
    if (found != words->second.end()) return found->second[language == "de" ? 1 : 0];
  }
  return {};
}

bool Errands::must_not_say(const std::string& errand, std::string_view text) const {
  const auto says = [text](const Pattern& pattern) { return pattern.found_in(text); };
  if (std::any_of(never_say_.begin(), never_say_.end(), says)) return true;
  const Errand* found = find(errand);
  return found != nullptr && std::any_of(found->never_say.begin(), found->never_say.end(), says);
}

}  // namespace onereel::writing
