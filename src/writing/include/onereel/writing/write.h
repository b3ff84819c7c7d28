#pragma once

// RepoFacts -> Pitches -> Screenplay -> ShotList.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/papers/commission.h"
#include "onereel/papers/pitches.h"
#include "onereel/papers/repo_facts.h"
#include "onereel/papers/screenplay.h"
#include "onereel/papers/shot_list.h"
#include "onereel/writing/gag_library.h"

namespace onereel::writing {

/// Which gags the code has earned, best first, with evidence and slots; the film's kind, errand,
/// title and what its cards may say.
/// @param seed  nothing: a hash of the project's name.
Result<Pitches> pitch(const RepoFacts& facts, const GagLibrary& library,
                      const std::string& data_folder, const Commission& commission);

/// Five acts, six gags, cards, the Bug three times; 90 s. An empty repository gets its own 30 s
/// film.
Result<Screenplay> write(const Pitches& pitches, const GagLibrary& library, drawing::ArtKit& kit,
                         const std::string& data_folder, const Commission& commission);

/// Exact lengths: every shot a whole number of poses, the film exactly as long as its acts.
/// @error fix_input  the screenplay names a gag that is not staged, or cannot be brought to length;
///                   says which entry.
Result<ShotList> direct(const Screenplay& screenplay, const GagLibrary& library,
                        drawing::ArtKit& kit);

/// What a film person would object to. Empty: nothing.
struct LintFinding {
  std::string rule;   ///< "three cards at least"
  std::string where;  ///< act or shot
  std::string what;   ///< one sentence with the mend
};
std::vector<LintFinding> lint(const Screenplay& screenplay, const ShotList& shots,
                              const GagLibrary& library);

/// screenplay.yaml, as a person reads and edits it. `yaml` ends in a comment-free document that
/// from_yaml reads back equal.
std::string screenplay_to_yaml(const Screenplay& screenplay);
/// @error fix_input  names the line and what would be right.
Result<Screenplay> screenplay_from_yaml(std::string_view yaml, const std::string& source);

/// How long a card stands: max(3 s, 0.6 s x weighted words, characters / 13 s); Sargent 1913.
Seconds reading_time(const Card& card);

}  // namespace onereel::writing
