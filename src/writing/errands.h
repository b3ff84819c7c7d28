#pragma once

// What kind of project it is and therefore what the hero wants (data/writing/errands.yaml).

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "onereel/papers/repo_facts.h"
#include "pattern.h"

namespace onereel::writing {

struct ErrandRule {
  std::string field;  ///< name, claim, keywords, deps, readme, paths, symbols, metric
  std::string metric;
  Pattern pattern;
  double weight = 0;
  double least = 1;  ///< matches; of a metric: the least value
  std::optional<double> most = {};
};

struct Errand {
  std::string id;
  bool gate = false;
  double needs = 8;
  std::vector<ErrandRule> found_by;
  std::map<std::string, std::string> trade;                ///< by language
  std::map<std::string, std::vector<std::string>> titles;  ///< by language, with slots
  std::set<std::string> liked_families;
  std::set<std::string> liked_gags;
  std::vector<Pattern> never_say;
};

/// A second want for kinds that meet often.
struct Twin {
  std::string when;  ///< parity, or installs_command
  std::map<std::string, std::string> trade;
  std::map<std::string, std::vector<std::string>> titles;
};

/// A fact that titles of single kinds use.
struct TitleCount {
  bool value = false;  ///< takes the number itself instead of counting matches
  std::string in;      ///< symbols, paths, lines, messages
  Pattern pattern;
  Pattern except;  ///< empty: none
};

class Errands {
 public:
  /// @error fix_input  file, line and mend.
  static Result<Errands> read(const Document& errands);

  /// The errand whose rules find most in these facts.
  const Errand& of(const RepoFacts& facts) const;
  /// The trade and titles of that errand, the twin's where it applies.
  std::map<std::string, std::string> trade(const Errand& errand, const RepoFacts& facts) const;
  std::map<std::string, std::vector<std::string>> titles(const Errand& errand,
                                                         const RepoFacts& facts) const;
  /// What the code's own word is called in that trade: speaks("web-framework", "request", "en").
  std::string speaks(const std::string& errand, const std::string& word,
                     const std::string& language) const;
  const std::map<std::string, TitleCount>& title_counts() const { return counts_; }
  /// No text of this film may say this.
  bool must_not_say(const std::string& errand, std::string_view text) const;
  const Errand* find(const std::string& id) const;

 private:
  const Twin* twin(const Errand& errand, const RepoFacts& facts) const;
  std::vector<Errand> errands_;
  std::map<std::string, Twin> twins_;
  std::map<std::string, TitleCount> counts_;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> speaks_;
  std::vector<Pattern> never_say_;
};

}  // namespace onereel::writing
