#pragma once

// Reads a repository and tells what stands in it. Executes nothing, follows no link, needs no
// network; treats every byte as hostile.

#include <string>

#include "onereel/base/log.h"
#include "onereel/base/result.h"
#include "onereel/papers/repo_facts.h"

namespace onereel::scout {

/// Surveys a work tree, a bare repository (its HEAD) or a plain folder. Honours .gitignore; leaves
/// out vendored, generated and minified files, files over 1 MiB, links, devices, and folders that
/// hold a film (marker file). The same tree gives the same facts, whatever the file system's order.
///
/// @error fix_input    "Repository not found: ..." or it cannot be read; says the mend.
/// @error interrupted  Ctrl-C.
Result<RepoFacts> survey(const std::string& repository, Progress& progress);

/// The text that a `path:line` of the surveyed tree holds now, trimmed as Evidence::text; empty if
/// it is gone. For checking evidence again when the film is cut.
Result<std::string> line_at(const std::string& repository, const std::string& path, int line);

}  // namespace onereel::scout
