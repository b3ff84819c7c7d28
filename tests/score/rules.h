#pragma once

// The rules a score must keep (docs/score.md), each as a list of where it is broken.

#include <string>
#include <vector>

#include "playing.h"

namespace onereel::score {

using Faults = std::vector<std::string>;

struct Rehearsal {
  Film film;
  Played played;
};

/// Plans and plays; stops the test program if the list is refused.
Rehearsal rehearse(const ShotList& shots, const Library& library);

/// The last bar line is the cut, nothing sounds past it, and what follows begins on it.
Faults phrases_not_on_cuts(const Rehearsal& rehearsal);
/// A stinger's note starts on the very frame of each accent.
Faults accents_off_their_frame(const Rehearsal& rehearsal);
/// Tune and bass in parallel fifths or octaves among the last four bass notes of a shot.
Faults parallels_at_cadences(const Rehearsal& rehearsal);
/// One hand over more than a tenth.
Faults wide_hands(const Rehearsal& rehearsal);
/// Outside the keyboard, or the tune outside 57..98.
Faults notes_out_of_range(const Rehearsal& rehearsal);
/// A leading note before a final tonic that goes nowhere.
Faults hanging_leading_notes(const Rehearsal& rehearsal);
/// Longer than 0.55 s and one and a quarter beats, with no accent near.
Faults unplanned_silences(const Rehearsal& rehearsal);
/// The left hand at or above the tune.
Faults crossings(const Rehearsal& rehearsal);
/// Two sections alike, note for note.
Faults twins(const Rehearsal& rehearsal);
/// Tempo inside a shot more than `most` from its mean.
Faults bent_tempi(const Rehearsal& rehearsal, double most);
/// One key struck while it is still down.
Faults double_strokes(const Rehearsal& rehearsal);

/// All of them that no film may break.
Faults hard_faults(const Rehearsal& rehearsal);

/// For a failed check: one a line.
std::string told(const Faults& faults);

}  // namespace onereel::score
