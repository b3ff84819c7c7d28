#pragma once

// The direction with a rehearsal in hand, and film time in poses.

#include <optional>

#include "onereel/base/seconds.h"
#include "onereel/papers/shot_list.h"
#include "onereel/writing/gag_library.h"
#include "rehearsal.h"

namespace onereel::writing {

int poses_in(Seconds time);  ///< the nearest
int poses_at_least(Seconds time);

/// How long the cards of this act stand together, in poses; nothing if its entries cannot be
/// brought to its seconds.
std::optional<int> card_poses_of(const Act& act, const GagLibrary& library, Rehearsal& rehearsal);

Result<ShotList> direct_with(const Screenplay& screenplay, const GagLibrary& library,
                             Rehearsal& rehearsal);

}  // namespace onereel::writing
