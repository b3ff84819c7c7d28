#pragma once

// The writing with word book and rehearsal in hand (write.h opens them each time).

#include "onereel/papers/commission.h"
#include "onereel/papers/pitches.h"
#include "onereel/papers/screenplay.h"
#include "onereel/writing/gag_library.h"
#include "rehearsal.h"
#include "wordbook.h"

namespace onereel::writing {

Result<Screenplay> write_with(const Pitches& pitches, const GagLibrary& library,
                              const Wordbook& words, Rehearsal& rehearsal,
                              const Commission& commission);

}  // namespace onereel::writing
