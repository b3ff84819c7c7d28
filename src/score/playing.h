#pragma once

// The film's sections as notes in film time.

#include <vector>

#include "hands.h"
#include "section.h"

namespace onereel::score {

struct PlayedNote {
  Tick at = 0;
  Tick end = 0;
  int key = 60;
  int velocity = 80;
  bool left = false;
  bool woodblock = false;
  Kind kind = Kind::tune;
  std::size_t section = 0;
  int pulse = 0;  ///< where it is written; stingers: 0
};

struct PedalMove {
  Tick at = 0;
  bool down = false;
};

struct Played {
  std::vector<PlayedNote> notes;  ///< sorted by time, key
  std::vector<PedalMove> pedal;
  std::vector<std::vector<Window>> windows;  ///< of each section
};

/// All planning, in its order: who plays what where, up to the tune of each shot.
/// @error fix_input  as ask().
Result<Film> plan(const ShotList& shots, const Library& library);

/// Both hands, the stingers, the repairs and the performance.
Played play(const Film& film, const Library& library);

}  // namespace onereel::score
