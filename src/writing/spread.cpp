#include "spread.h"

#include <algorithm>

namespace onereel::writing {
namespace {

constexpr double cost_of_a_cue = 3;
constexpr double hold_cost = 0.15;  // times the square: many short holds before one long one
constexpr double breath_cost = 0.1;
constexpr int long_gag = 126;  // 10.5 s: longer ones tire
constexpr double cost_of_length = 0.4;

void keep_cheaper(Piece& piece, const Choice& choice) {
  const auto same = std::find_if(piece.begin(), piece.end(),
                                 [&](const Choice& c) { return c.poses == choice.poses; });
  if (same == piece.end()) {
    piece.push_back(choice);
  } else if (choice.cost < same->cost) {
    *same = choice;
  }
}

}  // namespace

Piece card_piece(int reading, std::optional<int> set_by_hand) {
  if (set_by_hand) return {{*set_by_hand, 0, 0}};
  Piece piece;
  for (int breath = 0; breath <= card_breath_max; ++breath) {
    piece.push_back({reading + breath, 0, breath_cost * breath * breath});
  }
  return piece;
}

Piece scene_piece(const std::vector<int>& lengths, std::optional<int> set_by_hand) {
  Piece piece;
  const int cues = static_cast<int>(lengths.size()) - 1;
  for (int kept = 0; kept <= cues; ++kept) {
    const int length = lengths[static_cast<std::size_t>(kept)];
    for (int hold = 0; hold <= hold_poses_max; ++hold) {
      const int poses = length + hold;
      if (poses < shot_poses_min || poses > shot_poses_max) continue;
      if (set_by_hand && poses != *set_by_hand) continue;
      const double cost = cost_of_a_cue * (cues - kept) + hold_cost * hold * hold +
                          cost_of_length * std::max(0, poses - long_gag);
      keep_cheaper(piece, {poses, kept, cost});
    }
  }
  return piece;
}

Spreads::Spreads(const std::vector<Piece>& pieces, int poses_max) : pieces_(pieces) {
  const auto width = static_cast<std::size_t>(std::max(poses_max, 0)) + 1;
  reached_.assign(pieces.size() + 1, std::vector<Reached>(width));
  reached_[0][0].cost = 0;
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    for (std::size_t sum = 0; sum < width; ++sum) {
      if (reached_[k][sum].cost < 0) continue;
      for (std::size_t c = 0; c < pieces[k].size(); ++c) {
        const auto next = sum + static_cast<std::size_t>(pieces[k][c].poses);
        if (next >= width) continue;
        const double cost = reached_[k][sum].cost + pieces[k][c].cost;
        Reached& there = reached_[k + 1][next];
        if (there.cost < 0 || cost < there.cost) there = {cost, c};
      }
    }
  }
}

std::optional<Spread> Spreads::of_length(int poses) const {
  auto sum = static_cast<std::size_t>(std::max(poses, 0));
  if (sum >= reached_.back().size() || reached_.back()[sum].cost < 0) return {};
  Spread found;
  found.cost = reached_.back()[sum].cost;
  found.chosen.resize(pieces_.size());
  for (std::size_t k = pieces_.size(); k > 0; --k) {
    const Choice& choice = pieces_[k - 1][reached_[k][sum].choice];
    found.chosen[k - 1] = choice;
    sum -= static_cast<std::size_t>(choice.poses);
  }
  return found;
}

std::optional<Spread> spread(const std::vector<Piece>& pieces, int poses) {
  return Spreads(pieces, poses).of_length(poses);
}

int shortest(const std::vector<Piece>& pieces) {
  int sum = 0;
  for (const Piece& piece : pieces) {
    const auto least = std::min_element(
        piece.begin(), piece.end(), [](const auto& a, const auto& b) { return a.poses < b.poses; });
    if (least != piece.end()) sum += least->poses;
  }
  return sum;
}

int longest(const std::vector<Piece>& pieces) {
  int sum = 0;
  for (const Piece& piece : pieces) {
    const auto most = std::max_element(
        piece.begin(), piece.end(), [](const auto& a, const auto& b) { return a.poses < b.poses; });
    if (most != piece.end()) sum += most->poses;
  }
  return sum;
}

}  // namespace onereel::writing
