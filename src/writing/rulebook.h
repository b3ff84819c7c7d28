#pragma once

// The `earned_by` rules of all gags, compiled, and what a repository shows for each.

#include <vector>

#include "onereel/papers/repo_facts.h"
#include "onereel/writing/gag_library.h"
#include "pattern.h"

namespace onereel::writing {

/// A fact that a rule of a gag matches.
struct Match {
  const Fact* fact = nullptr;
  double weight = 0;   ///< of the rule, less where the match is a weak one
  bool strong = true;  ///< by a rule as it stands, outside tests
};

struct Earned {
  const Gag* gag = nullptr;
  std::vector<Match> matches;  ///< in the order of the facts
};

class Rulebook {
 public:
  /// The library must outlive this, and have been read by GagLibrary (its patterns compile).
  static Result<Rulebook> compile(const GagLibrary& library);

  /// For each gag that anything speaks for, what does. `facts` must outlive the result.
  std::vector<Earned> earned(const RepoFacts& facts) const;

 private:
  struct Rule {
    FactKind kind = FactKind::type;
    Pattern name;
    Pattern message;
    Pattern path;
    double weight = 1;
    int least = 1;
    bool matches(const Fact& fact) const;
  };
  struct Compiled {
    const Gag* gag = nullptr;
    std::vector<Rule> rules;
    std::vector<Rule> false_friends;
    bool refuses(const Fact& fact) const;
  };
  using ByKind = std::vector<std::vector<const Fact*>>;
  static ByKind sorted_by_kind(const RepoFacts& facts);
  static void strong_matches(const Compiled& gag, const ByKind& facts, const RepoFacts& counts,
                             std::vector<Match>& matches);
  static bool line_holds(const Rule& rule, const std::string& stem, const std::string& line);
  static void by_file_name(const Rule& rule, const Compiled& gag, const ByKind& facts,
                           std::vector<Match>& matches);
  static void weak_matches(const Compiled& gag, const ByKind& facts, std::vector<Match>& matches);

  std::vector<Compiled> gags_;
};

}  // namespace onereel::writing
