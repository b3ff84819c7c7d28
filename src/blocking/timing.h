#pragma once

// Start, hit and end of every cue. Times count from hits, so that a slower anticipation moves all
// that hangs on it.

#include <map>
#include <string>
#include <vector>

#include "move_table.h"
#include "sheet.h"

namespace onereel::blocking {

struct Timing {
  std::vector<CueSpan> spans;  ///< as sheet.cues
  std::map<std::string, CueSpan> by_id;
  int poses = 0;  ///< the whole length
};

/// @param starting_x  where performers and marks are at first.
/// @param leg_scales  by performer, for the number of their steps.
/// @param units_kept  optional units that play, in their order; -1 all.
Result<Timing> time_cues(const Sheet& sheet, const std::map<std::string, double>& starting_x,
                         const std::map<std::string, double>& leg_scales, int units_kept);

}  // namespace onereel::blocking
