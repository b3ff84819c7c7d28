#pragma once

// Plays one gag alone, for whoever stages it.

#include <map>
#include <string>

#include "onereel/base/result.h"
#include "onereel/production/crew.h"

namespace onereel {

struct StageOrder {
  std::string gag;        ///< id of a gag, business variant, quiet piece or form of the Bug
  std::string part = {};  ///< running gag: plant, worse, button
  std::string file = {};  ///< a gag file to play instead of the library's
  std::map<std::string, std::string> slots = {};  ///< labels; others take their fall-back
  std::string folder = ".";                       ///< where the pictures go
  bool preview = true;                            ///< 640x360; otherwise 1280x720
  int every = 4;  ///< a cell of the contact sheet every so many poses
  int optional_cues_kept = -1;
  bool clip = true;   ///< an mp4 too
  bool loop = false;  ///< an animated WebP too, for pages that play no film
};

struct Staged {
  std::string contact_sheet;   ///< file written
  std::string clip;            ///< file written; empty if none was asked for
  std::string loop;            ///< file written; empty if none was asked for
  std::string exposure_sheet;  ///< start, hit, end of every cue, as text
  int poses = 0;
  int flash_transitions = 0;  ///< most in any second of the clip; more than six are refused
  std::string flashes;        ///< what a film with this gag would be refused for; empty is good
};

/// @error fix_input  no such gag, or its blocking is wrong (file, line, mend).
Result<Staged> stage_gag(const StageOrder& order, Crew& crew);

}  // namespace onereel
