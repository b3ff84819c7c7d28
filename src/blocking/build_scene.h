#pragma once

// Puts set, cast and props on the stage as the sheet has them before the first cue.

#include <memory>

#include "onereel/drawing/art_kit.h"
#include "scene.h"
#include "sheet.h"

namespace onereel::blocking {

Result<> build_scene(const Sheet& sheet, drawing::ArtKit& kit,
                     const std::map<std::string, std::string>& slots, Scene& scene);

struct HandTimes {
  double reached_for = 0;  ///< pose from which the hands go to it
  double taken = 0;        ///< pose from which they have it
};

/// Attaches a prop to hands, as `held:` writes it.
Result<> put_in_hand(Scene& scene, Prop& prop, const std::string& held, HandTimes times,
                     const std::string& lead, const Document& where);

}  // namespace onereel::blocking
