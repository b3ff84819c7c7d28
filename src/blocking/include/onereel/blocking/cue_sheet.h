#pragma once

// The cue sheet of a gag: props, cast and a timeline of cues, as anyone can write it in YAML. The
// grammar is described in docs/adding_a_gag.md and checked by data/schema/cue_sheet.schema.json.

#include <string>

#include "onereel/base/document.h"
#include "onereel/base/result.h"

namespace onereel::blocking {

/// A cue sheet whose words have been checked: fields, moves, references to earlier cues. Whether
/// marks, poses and drawings exist is checked by resolve(), which knows the art kit.
struct CueSheet {
  std::string name;   ///< the gag's id
  Document document;  ///< the `blocking` map of the gag file, with lines for messages
  bool operator==(const CueSheet&) const = delete;
};

/// @param blocking  the value of `blocking:` in a gag file.
/// @error fix_input  names file, line and what would be right.
Result<CueSheet> read_cue_sheet(const std::string& name, const Document& blocking);

}  // namespace onereel::blocking
