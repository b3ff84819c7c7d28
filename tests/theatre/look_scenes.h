#pragma once

// Reference scenes, set by hand: figures in key poses at marks, no blocking. They show every set at
// its best and are what the golden frames and `theatre_look` paint.

#include <string>
#include <vector>

#include "onereel/blocking/stage_pose.h"
#include "onereel/drawing/art_kit.h"

namespace onereel::theatre {

struct LookScene {
  std::string name;
  blocking::StageSetting setting;
  blocking::StagePose pose;
};

/// kitchen, flat, street, archive, pier, office, cutting_room, stage.
std::vector<LookScene> look_scenes(drawing::ArtKit& kit);

}  // namespace onereel::theatre
