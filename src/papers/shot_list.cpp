#include "onereel/papers/shot_list.h"

namespace onereel {

FrameCount length_of(const ShotList& list) {
  FrameCount total;
  for (const Shot& shot : list.shots) total += shot.length;
  return total;
}

}  // namespace onereel
