#pragma once

// The measures of a puppet that motion needs: how long its bones are, where its pins lie, which
// links hang from it. Read once from its drawing.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/drawing/drawing.h"

namespace onereel::blocking {

enum Side : unsigned char { near_side = 0, far_side = 1 };
inline constexpr std::array<Side, 2> both_sides{near_side, far_side};
constexpr Side other(Side side) {
  return side == near_side ? far_side : near_side;
}
const std::string& side_name(Side side);  ///< "near", "far"

/// Two bones that end in a hand or foot. Rest coordinates; angles in radians from hanging straight,
/// positive toward where the figure faces.
struct Limb {
  int upper = -1;  ///< part indices
  int lower = -1;
  int end = -1;
  Point root;    ///< hip or shoulder
  Point middle;  ///< knee or elbow
  Point joint;   ///< ankle or wrist
  Point tip;     ///< palm (arms)
  Point heel;    ///< legs
  Point ball;
  double upper_length = 0;
  double lower_length = 0;  ///< legs: to the ankle. Arms: to the wrist
  double upper_rest = 0;
  double lower_rest = 0;
  double length() const { return upper_length + lower_length; }
};

/// One link of a scarf, tail or chain.
struct Link {
  int part = -1;
  int depth = 0;    ///< 0 hangs from the body
  double rest = 0;  ///< drawn direction, radians
};

struct Rig {
  const drawing::Drawing* drawing = nullptr;
  std::vector<int> parents;  ///< by part index; -1 root
  std::vector<int> order;    ///< parents before children
  int root = -1;
  int chest = -1;
  int head = -1;
  int cap = -1;
  Point hip;   ///< pin of the root part
  Point neck;  ///< pin of the head, or of the chest
  std::optional<std::array<Limb, 2>> legs;
  std::optional<std::array<Limb, 2>> arms;
  std::vector<Link> links;  ///< by chain, each chain from the body outward
  double leg_scale = 1;     ///< own leg / 142: the scale of all gait tables

  int part(std::string_view name) const;  ///< -1: none
  /// Positive angles of this part turn it counter-clockwise (limbs that hang).
  bool hangs(int part_index) const {
    return !drawing->parts[static_cast<std::size_t>(part_index)].clockwise;
  }
};

Rig measure(const drawing::Drawing& drawing);

}  // namespace onereel::blocking
