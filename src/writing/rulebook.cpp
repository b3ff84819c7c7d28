#include "rulebook.h"

#include <algorithm>
#include <array>

#include "onereel/base/text.h"

namespace onereel::writing {
namespace {

constexpr std::size_t kinds = static_cast<std::size_t>(FactKind::history) + 1;
constexpr double in_tests_share = 0.25;
constexpr double weak_share = 0.4;
constexpr std::size_t weak_matches_max = 3;
constexpr std::size_t matches_max = 2000;

std::size_t index(FactKind kind) {
  return static_cast<std::size_t>(kind);
}

// Kinds whose names are identifiers: a pattern for one speaks, more softly, for the others.
constexpr std::array<FactKind, 5> identifiers = {FactKind::type, FactKind::function,
                                                 FactKind::method, FactKind::constant,
                                                 FactKind::error_declared};

bool is_identifier(FactKind kind) {
  return std::find(identifiers.begin(), identifiers.end(), kind) != identifiers.end();
}

std::string letters_of(std::string_view text) {
  std::string letters = lower_ascii(text);
  std::erase_if(letters,
                [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  return letters;
}

}  // namespace

bool Rulebook::Rule::matches(const Fact& fact) const {
  if (!name.empty() && !name.found_in(fact.name)) return false;
  if (!message.empty() && !message.found_in(fact.message)) return false;
  return path.empty() || path.found_in(fact.where.path);
}

bool Rulebook::Compiled::refuses(const Fact& fact) const {
  return std::any_of(false_friends.begin(), false_friends.end(),
                     [&](const Rule& rule) { return rule.matches(fact); });
}

Result<Rulebook> Rulebook::compile(const GagLibrary& library) {
  Rulebook book;
  for (const Gag& gag : library.gags()) {
    Compiled compiled;
    compiled.gag = &gag;
    const auto pattern = [](const std::string& text) {
      return text.empty() ? Result<Pattern>(Pattern()) : Pattern::compile(text);
    };
    for (const EarnedBy& rule : gag.earned_by) {
      Rule made;
      made.kind = rule.kind;
      made.weight = rule.weight;
      made.least = rule.least;
      TRY(made.name, pattern(rule.name));
      TRY(made.message, pattern(rule.message));
      TRY(made.path, pattern(rule.path));
      compiled.rules.push_back(std::move(made));
    }
    for (const FalseFriend& rule : gag.false_friends) {
      Rule made;
      TRY(made.name, pattern(rule.name));
      TRY(made.message, pattern(rule.message));
      TRY(made.path, pattern(rule.path));
      compiled.false_friends.push_back(std::move(made));
    }
    book.gags_.push_back(std::move(compiled));
  }
  return book;
}

Rulebook::ByKind Rulebook::sorted_by_kind(const RepoFacts& facts) {
  ByKind by_kind(kinds);
  for (const Fact& fact : facts.facts) by_kind[index(fact.kind)].push_back(&fact);
  return by_kind;
}

void Rulebook::strong_matches(const Compiled& gag, const ByKind& facts, const RepoFacts& counts,
                              std::vector<Match>& matches) {
  for (const Rule& rule : gag.rules) {
    if (rule.kind == FactKind::history) continue;
    std::vector<Match> found;
    for (const Fact* fact : facts[index(rule.kind)]) {
      if (found.size() >= matches_max) break;
      if (!rule.matches(*fact) || gag.refuses(*fact)) continue;
      if (rule.kind == FactKind::metric) {
        const auto count = counts.counts.find(fact->name);
        if (count == counts.counts.end() || count->second < std::max(1, rule.least)) continue;
      }
      const double share = fact->in_tests ? in_tests_share : 1;
      found.push_back({fact, rule.weight * share, !fact->in_tests});
    }
    const auto least = static_cast<std::size_t>(rule.kind == FactKind::metric ? 1 : rule.least);
    if (found.size() < least) continue;
    matches.insert(matches.end(), found.begin(), found.end());
  }
}

// Does the line hold the file's own name, however it is joined, or a name of the kind looked for?
bool Rulebook::line_holds(const Rule& rule, const std::string& stem, const std::string& line) {
  static const Pattern identifier = known_pattern("[A-Za-z_]\\w*");
  constexpr std::size_t names_max = 60;
  if (letters_of(line).find(letters_of(stem)) != std::string::npos) return true;
  const auto names = identifier.all_in(line, names_max);
  return std::any_of(names.begin(), names.end(),
                     [&](const std::string& name) { return rule.name.found_in(name); });
}

// A file is called by what is in it: lock_table.cc speaks as a type LockTable would, only softer,
// and only if the line that is shown speaks of it: nobody believes a copyright line.
void Rulebook::by_file_name(const Rule& rule, const Compiled& gag, const ByKind& facts,
                            std::vector<Match>& matches) {
  static const Pattern of_tests = known_pattern("(?i)(^|[_-])(tests?|spec|bench)([_-]|$)");
  for (const Fact* fact : facts[index(FactKind::file_path)]) {
    if (matches.size() >= weak_matches_max) return;
    const std::string& path = fact->where.path;
    const auto slash = path.rfind('/');
    const std::string file = path.substr(slash == std::string::npos ? 0 : slash + 1);
    const std::string stem = file.substr(0, file.find('.', 1));
    if (fact->in_tests || of_tests.found_in(stem) || !rule.name.found_in(stem) ||
        gag.refuses(*fact))
      continue;
    if (!rule.path.empty() && !rule.path.found_in(path)) continue;
    if (!line_holds(rule, stem, fact->where.text)) continue;
    matches.push_back({fact, rule.weight * weak_share, false});
  }
}

// The same words in another place: a pattern for types on functions, one for messages on the
// README. The line shows it all the same; it only says less.
void Rulebook::weak_matches(const Compiled& gag, const ByKind& facts, std::vector<Match>& matches) {
  const auto try_kind = [&](const Rule& rule, FactKind kind) {
    for (const Fact* fact : facts[index(kind)]) {
      if (matches.size() >= weak_matches_max) return;
      if (fact->in_tests || !rule.matches(*fact) || gag.refuses(*fact)) continue;
      // A paragraph may say it further down than on the line it begins with.
      const bool shown = kind != FactKind::readme || rule.message.found_in(fact->where.text);
      if (shown) matches.push_back({fact, rule.weight * weak_share, false});
    }
  };
  for (const Rule& rule : gag.rules) {
    if (is_identifier(rule.kind) && !rule.name.empty()) {
      for (const FactKind kind : identifiers) {
        if (kind != rule.kind) try_kind(rule, kind);
      }
    }
    if (is_identifier(rule.kind) && !rule.name.empty()) by_file_name(rule, gag, facts, matches);
    if (rule.kind == FactKind::message && !rule.message.empty()) try_kind(rule, FactKind::readme);
    if (matches.size() >= weak_matches_max) return;
  }
}

std::vector<Earned> Rulebook::earned(const RepoFacts& facts) const {
  const ByKind by_kind = sorted_by_kind(facts);
  std::vector<Earned> all;
  for (const Compiled& gag : gags_) {
    Earned earned{gag.gag, {}};
    strong_matches(gag, by_kind, facts, earned.matches);
    if (earned.matches.empty() && gag.gag->role == "gag") {
      weak_matches(gag, by_kind, earned.matches);
    }
    if (!earned.matches.empty()) all.push_back(std::move(earned));
  }
  return all;
}

}  // namespace onereel::writing
