#pragma once

// Accents on half-beats: which ones, so that the tempo inside the shot bends least.

#include <optional>
#include <vector>

#include "time_map.h"

namespace onereel::score {

struct Alignment {
  std::vector<int> pulses;  ///< one for each accent, rising
  double deviation = 0;     ///< worst |local tempo / mean - 1|
};

/// @param pulses   of the whole shot; @param span its ticks.
/// @param accents  ticks from the shot's start, rising, 0 < accent < span.
/// The set with least deviation + `offbeat` per accent off the beat; nothing if the accents are
/// more than there are half-beats near them.
std::optional<Alignment> align(int pulses, Tick span, const std::vector<Tick>& accents,
                               double offbeat);

}  // namespace onereel::score
