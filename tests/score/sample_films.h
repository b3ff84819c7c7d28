#pragma once

// Films to compose for: two written out with the accents of their gags, an empty repository's, and
// as many random ones as a test wants.

#include <cstdint>
#include <string>

#include "onereel/papers/shot_list.h"

namespace onereel::score {

ShotList cafe_film();   ///< rag and waltz, 90 s
ShotList night_film();  ///< misterioso and gallop, 90 s
ShotList empty_film();  ///< 30 s, four shots, no Bug at the end

/// Eighty to ninety seconds of shots from 0.5 to 12 s in all moods, up to four accents in a shot.
ShotList random_film(std::uint64_t seed);

/// One shot of `frames` in `mood`.
ShotList one_shot(const std::string& mood, std::int64_t frames);

}  // namespace onereel::score
