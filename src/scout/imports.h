#pragma once

// Which imports are missing: guarded by a handler for the import error, or found nowhere.

#include <string>
#include <vector>

#include "findings.h"
#include "manifest.h"

namespace onereel::scout {

struct Surroundings {
  const std::vector<std::string>& paths;  ///< every path that was looked at
  const std::vector<Manifest>& manifests;
  std::string manifest_words;  ///< lower-case text of every file that may name a dependency
};

/// A fact of kind import_missing for each site that is sure to be one, in the order of the sites.
/// Sure means: guarded; or Python or JavaScript outside tests, with a manifest that lists
/// dependencies, and the name in no path, manifest or standard library.
std::vector<Fact> missing_imports(const std::vector<ImportSite>& sites, const Surroundings& around);

}  // namespace onereel::scout
