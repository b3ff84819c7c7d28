#pragma once

// Places as a cue sheet writes them: a number, a mark, "table+40", "icebox.handle", [x, height].

#include "scene.h"
#include "sheet.h"

namespace onereel::blocking {

struct Place {
  double x = 0;
  double height = 0;  ///< over the acting floor
  Spot spot;          ///< the same, as something that may move on
  bool has_height = false;
};

/// @param pose  when: performers move.
/// @error fix_input  no such mark, performer or point; names file, line and what there is.
Result<Place> read_place(const Scene& scene, const Document& written, double pose);

/// x only, without a stage: for the first reckoning of times. nullopt where it cannot be known yet.
std::optional<double> static_x(const Document& written, const std::map<std::string, double>& known);

}  // namespace onereel::blocking
