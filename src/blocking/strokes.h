#pragma once

// Drawn things that are no figures: strings, streams, snow, puffs. Each is a pure function of the
// pose and of the places it hangs on.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/blocking/stage_pose.h"

namespace onereel::blocking {

struct Scene;

}  // namespace onereel::blocking
