#pragma once

// What a command says when it is done: for a person, and as one JSON object.

#include <chrono>
#include <string>

#include "onereel/base/result.h"
#include "onereel/papers/commission.h"
#include "onereel/production/make_film.h"

namespace onereel::app {

/// The summary block: repository, concepts, gags, tokens, cost, time; last the film and how to see
/// it.
std::string summary_text(const Commission& commission, const Reel& reel,
                         std::chrono::milliseconds took);
std::string summary_json(const Commission& commission, const Reel& reel,
                         std::chrono::milliseconds took);

/// Every shot: time, length, what, camera, cost.
std::string plan_text(const ShotList& shots);

std::string facts_text(const RepoFacts& facts);

/// {"error": {"what": ..., "remedy": ...}}
std::string error_json(const Error& error);

/// "24.1 MB"
std::string size_text(std::int64_t bytes);

}  // namespace onereel::app
