#pragma once

// Moves that a gag brings along as data.

#include "move_table.h"

namespace onereel::blocking {

Result<> play_own_move(const Play& play, const OwnMove& move);

}  // namespace onereel::blocking
