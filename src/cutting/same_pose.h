#pragma once

// Whether two poses look the same: a held pose is painted once.

#include "onereel/blocking/stage_pose.h"

namespace onereel::cutting {

/// Everything the theatre paints; iris apart.
bool same_pose(const blocking::StagePose& one, const blocking::StagePose& other);

}  // namespace onereel::cutting
