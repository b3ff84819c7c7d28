#pragma once

// What is collected while the files of a repository go by, before it is put in order.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "languages.h"
#include "onereel/papers/repo_facts.h"

namespace onereel::scout {

inline constexpr std::size_t facts_max = 80'000;

/// An import as it stands in a file; whether it is missing is known only at the end.
struct ImportSite {
  std::string module;  ///< "torch.nn", "node:fs", "std::sync::Mutex"
  Evidence where;
  Parses language = Parses::none;
  bool guarded = false;  ///< a handler for the import error surrounds it
  bool in_tests = false;
};

/// A number and the place that shows it best.
struct Greatest {
  std::int64_t value = 0;
  Evidence where;
};

class Findings {
 public:
  void add(Fact fact);
  void add(ImportSite site) { imports.push_back(std::move(site)); }
  void count(std::string_view name, std::int64_t more = 1);
  /// Counts, and remembers the first place.
  void count_at(std::string_view name, const Evidence& where);
  /// Keeps the greatest value; on a tie the place that came first.
  void measure(std::string_view name, std::int64_t value, const Evidence& where);

  std::vector<Fact> facts;
  std::vector<ImportSite> imports;
  std::map<std::string, std::int64_t, std::less<>> counts;
  std::map<std::string, Greatest, std::less<>> greatest;
  std::map<std::string, Evidence, std::less<>> first_places;
  std::vector<Stated> versions;  ///< __version__ = "1.2" and the like, in the order of the files
  bool too_many_facts = false;
};

}  // namespace onereel::scout
