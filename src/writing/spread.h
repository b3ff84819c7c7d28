#pragma once

// The seconds of an act, spread over what stands in it: which optional cues are left out, how long
// a last pose is held, how long a card stands. Everything in poses, 12 a second.

#include <optional>
#include <vector>

namespace onereel::writing {

inline constexpr int poses_a_second = 12;
inline constexpr int shot_poses_min = 18;   ///< 1.5 s
inline constexpr int shot_poses_max = 144;  ///< 12 s
inline constexpr int hold_poses_max = 18;   ///< a last pose may be held 1.5 s longer
inline constexpr int card_breath_max = 18;  ///< so much longer than its reading time

/// One length a card or scene may have.
struct Choice {
  int poses = 0;
  int cues_kept = 0;
  double cost = 0;  ///< what a film person would regret: cues left out, poses held
};
using Piece = std::vector<Choice>;

/// A card that wants `reading` poses; one whose time a person has set has that only.
Piece card_piece(int reading, std::optional<int> set_by_hand);
/// A scene whose blocking is lengths[k] long with k optional cues. Empty: it cannot be brought to
/// the length that a person has set, or to any length within the limits of a shot.
Piece scene_piece(const std::vector<int>& lengths, std::optional<int> set_by_hand);

struct Spread {
  std::vector<Choice> chosen;  ///< one a piece
  double cost = 0;
};
/// The cheapest choice for each piece such that together they are `poses` long.
std::optional<Spread> spread(const std::vector<Piece>& pieces, int poses);

/// The same for every length up to `poses_max`, worked out once.
class Spreads {
 public:
  Spreads(const std::vector<Piece>& pieces, int poses_max);
  std::optional<Spread> of_length(int poses) const;

 private:
  // reached_[k][sum]: cheapest way to be `sum` long with the first k pieces.
  struct Reached {
    double cost = -1;
    std::size_t choice = 0;
  };
  const std::vector<Piece>& pieces_;  // must outlive this
  std::vector<std::vector<Reached>> reached_;
};

/// The shortest and longest that the pieces can be together.
int shortest(const std::vector<Piece>& pieces);
int longest(const std::vector<Piece>& pieces);

}  // namespace onereel::writing
