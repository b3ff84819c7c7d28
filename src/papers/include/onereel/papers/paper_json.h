#pragma once

// Papers as JSON files: {"onereel_paper": "shot_list/1", ...}. Reading checks the version, every
// field's type and that no field is unknown. The only code that sees nlohmann::json here.

#include <string>
#include <string_view>

#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "onereel/papers/commission.h"
#include "onereel/papers/film.h"
#include "onereel/papers/pitches.h"
#include "onereel/papers/repo_facts.h"
#include "onereel/papers/screenplay.h"
#include "onereel/papers/shot_list.h"
#include "onereel/papers/takes.h"

namespace onereel {

/// Two-space indented JSON with a line end; the same paper gives the same bytes everywhere. Times
/// are ticks (whole numbers). Text that is no UTF-8 is written with U+FFFD.
std::string to_json(const Commission& paper);
std::string to_json(const RepoFacts& paper);
std::string to_json(const Pitches& paper);
std::string to_json(const Screenplay& paper);
std::string to_json(const ShotList& paper);
std::string to_json(const Takes& paper);
std::string to_json(const Film& paper);

/// @error fix_input  no JSON, another paper or version, a missing, unknown or wrong field (named).
Result<Commission> commission_from_json(std::string_view json);
Result<RepoFacts> repo_facts_from_json(std::string_view json);
Result<Pitches> pitches_from_json(std::string_view json);
Result<Screenplay> screenplay_from_json(std::string_view json);
Result<ShotList> shot_list_from_json(std::string_view json);
Result<Takes> takes_from_json(std::string_view json);
Result<Film> film_from_json(std::string_view json);

/// The word used in papers and data: "error_declared". And back.
std::string_view word_of(FactKind kind);
Result<FactKind> fact_kind_from(std::string_view word);
std::string_view word_of(CardKind kind);
Result<CardKind> card_kind_from(std::string_view word);
std::string_view word_of(SceneKind kind);
Result<SceneKind> scene_kind_from(std::string_view word);

}  // namespace onereel
