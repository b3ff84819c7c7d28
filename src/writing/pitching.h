#pragma once

// The pitch with the word book in hand (write.h opens it each time).

#include "onereel/papers/commission.h"
#include "onereel/papers/pitches.h"
#include "onereel/writing/gag_library.h"
#include "rulebook.h"
#include "wordbook.h"

namespace onereel::writing {

Pitches pitch_with(const RepoFacts& facts, const Rulebook& rules, const Wordbook& words,
                   const Commission& commission);

/// Title of the film: of the errand's titles one that is filled from facts, else the seed chooses.
std::string film_title(const RepoFacts& facts, const Errand& errand, const Wordbook& words,
                       const CardSlots& slots, std::uint64_t seed, const std::string& language);

}  // namespace onereel::writing
