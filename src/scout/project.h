#pragma once

// What the project says of itself, from its manifests, README and licence.

#include <string>
#include <vector>

#include "findings.h"
#include "manifest.h"
#include "readme.h"

namespace onereel::scout {

/// All that was read about the project as a whole.
struct Papers {
  std::vector<Manifest> manifests;  ///< nearest to the root first, then by path
  Readme readme;
  Stated licence;                ///< SPDX id from a licence file
  std::vector<Stated> versions;  ///< __version__ and the like
  std::string folder_name;
  std::vector<Language> languages;  ///< most lines first
};

/// The manifest that speaks for the whole: at the root, of the language with most lines; in a
/// monorepo without one the package named like the repository or the README title. May be null.
const Manifest* main_manifest(const Papers& papers);

Project project_from(const Papers& papers);

/// Manifest description + README title + first real paragraph, at most 500 characters.
std::string claim_from(const Papers& papers);

/// The SPDX id of a licence text; empty if it is not recognised.
std::string licence_of(std::string_view text);

/// "https://github.com/a/b.git" gives "github.com/a/b".
std::string without_scheme(std::string_view address);

}  // namespace onereel::scout
