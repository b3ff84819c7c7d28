#pragma once

// What was photographed for each shot. A drawn take is kept encoded in the film folder, under the
// hash of everything it was drawn from, so that only what changed is drawn again.

#include <string>
#include <vector>

#include "onereel/base/frames.h"

namespace onereel {

struct Take {
  std::string shot;    ///< Shot::id
  std::string file;    ///< relative to the film folder: takes/<hash>.take
  std::string inputs;  ///< hash of what it was made from
  FrameCount length;
  bool reused = false;  ///< it was there already
  bool operator==(const Take&) const = default;
};

struct Takes {
  std::vector<Take> takes;  ///< one a shot, in order
  bool operator==(const Takes&) const = default;
};

}  // namespace onereel
