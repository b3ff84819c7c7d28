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
};
struct Casting {
  MiddleAct tools;
  MiddleAct attempt;
  MiddleAct breakfast;
};

inline constexpr int usual_card_poses = 36;  ///< 3 s

struct CastingRules {
  std::uint64_t seed = 0;
  int tools_poses = 300;      ///< 25 s
  int attempt_poses = 240;    ///< 20 s
  int breakfast_poses = 240;  ///< 20 s
  int card_poses_left = 0;    ///< for the cards of these three acts
  Piece worse;                ///< the Bug's in act III; empty: none
};

/// Players of the library for this film; without those that `left_out` names.
Result<std::vector<Player>> players(const Pitches& pitches, const GagLibrary& library,
                                    Rehearsal& rehearsal, const std::vector<std::string>& left_out);

/// The best casting, or nothing if the acts cannot be filled.
std::optional<Casting> cast(const std::vector<Player>& players, const CastingRules& rules);

}  // namespace onereel::writing
