#pragma once

// What kind of project a film is about, for its opening and ending.

#include <string>
#include <vector>

#include "onereel/papers/repo_facts.h"
#include "rulebook.h"

namespace onereel::writing {

/// library, framework, command-line, application, web-service, game, data-science, documentation,
/// empty-repository.
/// @param earned  what the openings' own rules found
std::string project_kind(const RepoFacts& facts, const std::string& errand,
                         const std::vector<Earned>& earned);

/// Kinds whose opening and ending may stand in, nearest first, `kind` itself among them.
std::vector<std::string> kinds_that_stand_in(const std::string& kind);

}  // namespace onereel::writing
