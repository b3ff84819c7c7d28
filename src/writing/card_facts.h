#pragma once

// What the cards of a film may say: numbers, names and words of the repository, each with the line
// it stands on. Nothing is put in that no line shows.

#include <string>

#include "card_book.h"
#include "errands.h"
#include "lexicon.h"
#include "onereel/papers/repo_facts.h"

namespace onereel::writing {

CardSlots card_slots(const RepoFacts& facts, const Errand& errand, const Errands& errands,
                     const Lexicon& lexicon, const std::string& language);

}  // namespace onereel::writing
