#pragma once

// Numbers: lines, files, notes, tests ...

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "findings.h"
#include "languages.h"
#include "project.h"
#include "text_file.h"

namespace onereel::scout {

class Metrics {
 public:
  /// Counts one text. Notes of work to do and deprecation marks in comments go to `findings`.
  void take(const TextFile& file, const LanguageOf& language, bool tests, Findings& findings);

  /// Without tests, examples and docs; most lines first, then by name.
  std::vector<Language> languages() const;

  /// RepoFacts::counts; adds a fact of kind metric for each number that a place shows.
  std::map<std::string, std::int64_t> counts(const Papers& papers,
                                             const std::vector<std::string>& paths,
                                             Findings& findings) const;

  /// Neither programs nor more than a line or two of prose.
  bool is_empty() const { return any_source_files_ == 0 && prose_words_lines_ < 3; }

 private:
  std::map<std::string, Language> by_language_;
  std::int64_t source_files_ = 0;
  std::int64_t source_lines_ = 0;
  std::int64_t any_source_files_ = 0;  // with tests
  std::int64_t prose_lines_ = 0;
  std::int64_t prose_words_lines_ = 0;  // that are not blank
};

}  // namespace onereel::scout
