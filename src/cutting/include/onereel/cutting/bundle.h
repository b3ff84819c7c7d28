#pragma once

// What lies beside film.mp4: texts for those who cannot see or hear it, for those who want to know
// where each joke stands in the code, and for those who play the piano.

#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/papers/film.h"
#include "onereel/papers/shot_list.h"
#include "onereel/papers/takes.h"

namespace onereel::cutting {

/// What the piano does from here on: one line of the cue sheet.
struct PianoCue {
  Seconds at;
  std::string shot;
  std::string mood;
  std::string theme;
  double beats_per_minute = 0;
  std::string remark = {};
};

struct BundleParts {
  const ShotList& shots;
  const std::vector<PianoCue>& piano;  ///< by time
  Usd spent = {};                      ///< on pictures made elsewhere
  /// What the flash gate watches; nullptr: the film, decoded.
  const Takes* takes = nullptr;
};

/// WebVTT: the words of every card, and what the music does where it changes.
std::string subtitles_of(const BundleParts& parts);
/// Markdown: every gag with its premise and the lines of the repository that earned it.
std::string credits_of(const BundleParts& parts);
/// Plain text: what the film cost, shot by shot in sum.
std::string budget_report_of(const BundleParts& parts);
/// Markdown table for a pianist.
std::string cue_sheet_of(const BundleParts& parts);

/// Writes the texts beside bundle/film.mp4, once the film has passed the flash gate, and lists all
/// files of the bundle with their sizes, by name.
/// @error repair     the film is not there or cannot be read.
/// @error fix_input  the film flashes; the disk is full.
Result<std::vector<BundleFile>> write_bundle(const BundleParts& parts,
                                             const std::string& film_folder);

}  // namespace onereel::cutting
