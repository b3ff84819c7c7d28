#pragma once

// The corridor: carries each paper from room to room, once, forward.

#include <optional>
#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/papers/commission.h"
#include "onereel/papers/film.h"
#include "onereel/papers/pitches.h"
#include "onereel/papers/repo_facts.h"
#include "onereel/papers/screenplay.h"
#include "onereel/papers/shot_list.h"
#include "onereel/papers/takes.h"
#include "onereel/production/crew.h"

namespace onereel {

/// Where to stop.
enum class Until : unsigned char { facts, screenplay, shot_list, film };

/// The papers of one film, as far as the corridor was walked.
struct Reel {
  std::optional<RepoFacts> facts;
  std::optional<Pitches> pitches;
  std::optional<Screenplay> screenplay;
  std::optional<ShotList> shots;
  std::optional<Takes> takes;
  std::optional<Film> film;
  std::vector<std::string> remarks;  ///< what a person should know: lint, edits that were kept
  bool continued_from_edit = false;  ///< the screenplay is a person's, not ours
};

/// Makes a film, or its papers `until` a point. Papers, takes and bundle lie in the film folder
/// afterwards; what is there already and still true is not done again. A screenplay.yaml that a
/// person has edited is never overwritten: the film continues from it.
///
/// Threads: draws crew.threads shots side by side; everything else is in the calling thread.
/// @error fix_input    the repository, the film folder, the edited screenplay; says the mend.
/// @error interrupted  Ctrl-C; finished takes are kept, the same command goes on.
Result<Reel> make_film(const Commission& commission, Crew& crew, Until until);

/// Writes the screenplay anew, over one that a person has edited only with `force`, which keeps a
/// copy beside it.
/// @error fix_input  it was edited and `force` is false. Nothing is changed.
Result<Reel> write_screenplay(const Commission& commission, Crew& crew, bool force);

/// Cuts the film in a folder again from its screenplay.yaml, edited or not.
/// @error fix_input  there is no film or no screenplay in the folder.
Result<Reel> cut_film(const std::string& film_folder, const Commission& options, Crew& crew);

}  // namespace onereel
