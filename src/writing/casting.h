#pragma once

// Which gags play in which act: best evidence first, never two of one family in a row, no prop
// twice, and only what the act has time for.

#include <optional>
#include <string>
#include <vector>

#include "onereel/papers/pitches.h"
#include "onereel/writing/gag_library.h"
#include "rehearsal.h"
#include "spread.h"

namespace onereel::writing {

/// One who may play: a gag that the code has earned, or a quiet piece, which asks for nothing.
struct Player {
  const Gag* gag = nullptr;
  const Pitch* pitch = nullptr;  ///< nullptr: without evidence
  double score = 0;
  Piece piece;  ///< lengths it can have
};

/// What stands in acts II, III and IV.
struct MiddleAct {
  std::vector<const Player*> players;
  int cards = 0;
  int poses = 0;  ///< how long the act is
};
struct Casting {
  MiddleAct tools;
  MiddleAct attempt;
  MiddleAct breakfast;
};

inline constexpr int usual_card_poses = 36;  ///< 3 s

/// The lengths an act may have. Acts give each other time: gags that the code has earned are worth
/// more than an act of round seconds.
struct ActLengths {
  int usual = 0;
  int least = 0;
  int most = 0;
};

struct CastingRules {
  std::uint64_t seed = 0;
  int poses = 65 * poses_a_second;  ///< of the three acts together
  // The brief: gags of the other kinds between 15 and 60 s, the breakfast at about 60 to 80 s.
  ActLengths tools{300, 228, 312};
  ActLengths attempt{240, 216, 282};
  ActLengths breakfast{240, 204, 258};
  int card_poses_left = 0;  ///< for the cards of these three acts
  int cards_max = 3;
  Piece worse;  ///< the Bug's in act III; empty: none
};

/// Players of the library for this film; without those that `left_out` names.
Result<std::vector<Player>> players(const Pitches& pitches, const GagLibrary& library,
                                    Rehearsal& rehearsal, const std::vector<std::string>& left_out);

/// The best casting, or nothing if the acts cannot be filled.
std::optional<Casting> cast(const std::vector<Player>& players, const CastingRules& rules);

}  // namespace onereel::writing
