#include "rig.h"

#include <cmath>

namespace onereel::blocking {
namespace {

constexpr double apprentice_leg = 142;

double distance(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}
double direction(Point from, Point to) {
  return std::atan2(to.x - from.x, to.y - from.y);
}

Point point_or(const drawing::Drawing& drawing, const std::string& id, Point otherwise) {
  return drawing.point(id).value_or(otherwise);
}

std::optional<Limb> limb(const Rig& rig, const std::string& upper, const std::string& lower,
                         const std::string& end) {
  Limb found;
  found.upper = rig.part(upper);
  found.lower = rig.part(lower);
  found.end = rig.part(end);
  if (found.upper < 0 || found.lower < 0 || found.end < 0) return std::nullopt;
  const drawing::Drawing& drawing = *rig.drawing;
  const auto pin = [&](int part) { return drawing.parts[static_cast<std::size_t>(part)].pin; };
  found.root = pin(found.upper);
  found.middle = pin(found.lower);
  found.joint = pin(found.end);
  found.tip = point_or(drawing, end + "-tip", found.joint + Point{0, 15});
  found.heel = point_or(drawing, end + "-heel", {found.joint.x, 0});
  found.ball = point_or(drawing, end + "-ball", {found.joint.x, 0});
  found.upper_length = distance(found.root, found.middle);
  found.lower_length = distance(found.middle, found.joint);
  found.upper_rest = direction(found.root, found.middle);
  found.lower_rest = direction(found.middle, found.joint);
  return found;
}

std::optional<std::array<Limb, 2>> pair_of(const Rig& rig, const std::string& upper,
                                           const std::string& lower, const std::string& end) {
  auto near = limb(rig, upper + "_near", lower + "_near", end + "_near");
  auto far = limb(rig, upper + "_far", lower + "_far", end + "_far");
  if (!near || !far) return std::nullopt;
  return std::array<Limb, 2>{*near, *far};
}

void order_by_parents(Rig& rig) {
  const auto& parts = rig.drawing->parts;
  rig.parents.assign(parts.size(), -1);
  for (std::size_t i = 0; i < parts.size(); ++i) rig.parents[i] = rig.part(parts[i].parent);
  std::vector<bool> placed(parts.size(), false);
  for (std::size_t round = 0; round < parts.size() && rig.order.size() < parts.size(); ++round) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const int parent = rig.parents[i];
      if (placed[i] || (parent >= 0 && !placed[static_cast<std::size_t>(parent)])) continue;
      placed[i] = true;
      rig.order.push_back(static_cast<int>(i));
    }
  }
}

/// Links are walked from what they hang on outward, never in painting order: painted first is the
/// tip, and a scarf read that way is tied backwards.
void find_links(Rig& rig) {
  const auto& parts = rig.drawing->parts;
  std::vector<int> depth(parts.size(), 0);
  for (const int i : rig.order) {
    const auto index = static_cast<std::size_t>(i);
    if (parts[index].follows.empty()) continue;
    const int leader = rig.parents[index];
    const bool chained = leader >= 0 && !parts[static_cast<std::size_t>(leader)].follows.empty();
    depth[index] = chained ? depth[static_cast<std::size_t>(leader)] + 1 : 0;
    Point end = point_or(*rig.drawing, parts[index].name + "-tip",
                         parts[index].pin + Point{0, parts[index].clockwise ? -20.0 : 20.0});
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (rig.parents[k] == i && !parts[k].follows.empty()) end = parts[k].pin;
    }
    rig.links.push_back({i, depth[index], direction(parts[index].pin, end)});
  }
}

}  // namespace

const std::string& side_name(Side side) {
  static const std::array<std::string, 2> names{"near", "far"};
  return names[side];
}

int Rig::part(std::string_view name) const {
  for (std::size_t i = 0; i < drawing->parts.size(); ++i) {
    if (drawing->parts[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

Rig measure(const drawing::Drawing& drawing) {
  Rig rig;
  rig.drawing = &drawing;
  order_by_parents(rig);
  rig.root = rig.part("pelvis");
  if (rig.root < 0 && !rig.order.empty()) rig.root = rig.order.front();
  rig.chest = rig.part("chest");
  rig.head = rig.part("head");
  rig.cap = rig.part("cap");
  const auto pin = [&](int part) { return drawing.parts[static_cast<std::size_t>(part)].pin; };
  if (rig.root >= 0) rig.hip = pin(rig.root);
  rig.neck = rig.head >= 0 ? pin(rig.head) : rig.chest >= 0 ? pin(rig.chest) : rig.hip;
  rig.legs = pair_of(rig, "thigh", "shin", "foot");
  rig.arms = pair_of(rig, "upper_arm", "forearm", "hand");
  if (rig.legs) rig.leg_scale = (*rig.legs)[near_side].length() / apprentice_leg;
  find_links(rig);
  return rig;
}

}  // namespace onereel::blocking
