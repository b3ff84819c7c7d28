// Trunk and legs of a figure at a pose: the pelvis gives way, planted feet never do.

#include <algorithm>
#include <cmath>

#include "scene.h"
#include "two_bones.h"

namespace onereel::blocking {
namespace {

constexpr double degrees_per_radian = 1 / radians_per_degree;
constexpr double stretch_max = 0.985;  ///< of a leg or arm; past it joints pop
constexpr double give_way_max = 90;    ///< how far the body comes to a fixed handle, units

double& angle_of(std::vector<double>& angles, int part) {
  return angles[static_cast<std::size_t>(part)];
}

Point turned(Point p, double degrees) {
  return Matrix::rotation(degrees).apply(p);
}

struct Stance {
  double px = 0;
  double py = 0;
  double ground = 0;
  double facing = 1;
  double size = 1;
  double pelvis = 0;
};

Matrix home_matrix(const Figure& figure, const Stance& at, double pose) {
  const Point hip = figure.rig.hip;
  const double squash = figure.value("squash", pose);
  return Matrix::translation(-hip.x, -hip.y)
      .then(Matrix::rotation(figure.value("turn", pose)))
      .then(Matrix::translation(hip.x, hip.y - at.py))
      .then(Matrix::scaling((1 + squash * 0.5) * figure.value("wide", pose, 1),
                            (1 - squash) * figure.value("tall", pose, 1)))
      .then(Matrix::scaling(at.size * at.facing, at.size))
      .then(Matrix::translation(at.px, acting_floor - at.ground));
}

/// Where the ankle of a planted or swinging foot is, in rest coordinates about the hips' x. The
/// foot rolls about its heel (toes up) or ball (heel up), so that one place serves the whole step.
Point ankle_of(const Figure& figure, const Limb& leg, Side side, const Stance& at, double pose) {
  const std::string& name = side_name(side);
  const double phi = figure.value("phi_" + name, pose);
  const Point pivot = phi > 0 ? leg.heel : leg.ball;
  const double forward = (figure.value("fx_" + name, pose) - at.px) * at.facing / at.size;
  const Point rolled = turned(leg.joint - pivot, -phi);
  return {forward + (pivot.x - leg.joint.x) + rolled.x,
          -figure.value("fy_" + name, pose) + pivot.y + rolled.y};
}

Point hip_of(const Rig& rig, const Limb& leg, double pelvis, double py) {
  const Point from_pin = turned(leg.root - rig.hip, pelvis);
  return {rig.hip.x + from_pin.x, rig.hip.y - py + from_pin.y};
}

/// Lowers the hips until every planted foot is within reach.
double hips_within_reach(const Figure& figure, const Stance& at, const std::array<Point, 2>& ankles,
                         double pose) {
  double py = at.py;
  for (const Side side : both_sides) {
    const std::string& name = side_name(side);
    if (figure.value("legik_" + name, pose) == 0 || figure.value("plant_" + name, pose) == 0) {
      continue;
    }
    const Limb& leg = (*figure.rig.legs)[side];
    const double reach = leg.length() * stretch_max;
    const Point hip = hip_of(figure.rig, leg, at.pelvis, py);
    const double across = ankles[side].x - hip.x;
    if (std::abs(across) >= reach) continue;
    const double highest = ankles[side].y - std::sqrt(reach * reach - across * across);
    if (hip.y < highest) py -= highest - hip.y;
  }
  return py;
}

void solve_leg(const Figure& figure, Side side, Point ankle, const Stance& at, double pose,
               std::vector<double>& angles) {
  const Rig& rig = figure.rig;
  const Limb& leg = (*rig.legs)[side];
  const std::string& name = side_name(side);
  const Point hip = hip_of(rig, leg, at.pelvis, at.py);
  const TwoBones bones =
      solve_two_bones(ankle.x - hip.x, ankle.y - hip.y, leg.upper_length, leg.lower_length, true);
  const double thigh = (bones.upper - leg.upper_rest) * degrees_per_radian;
  const double shin = (bones.lower - leg.lower_rest) * degrees_per_radian;
  const double phi = figure.value("phi_" + name, pose);
  angle_of(angles, leg.upper) = thigh + at.pelvis;
  angle_of(angles, leg.lower) = shin - thigh;
  angle_of(angles, leg.end) = phi - shin;
  const int toe = rig.part("toe_" + name);
  if (toe < 0) return;
  // The toe stays flat while the heel rises, or it would go through the floor.
  const double lift =
      figure.value("plant_" + name, pose) != 0 ? 0 : figure.value("fy_" + name, pose);
  angle_of(angles, toe) = std::clamp(-phi, 0.0, 45.0) * std::clamp(1 - lift / 18, 0.0, 1.0);
}

bool carries_itself(const Scene& scene, const Figure& figure, const Spot& spot, double pose) {
  if (spot.who.kind != Who::Kind::prop) return false;
  const Prop& prop = scene.props[static_cast<std::size_t>(spot.who.index)];
  const PropFrame& frame = frame_at(prop, pose);
  const bool in_hand = frame.kind == PropFrame::Kind::hips || frame.kind == PropFrame::Kind::hand;
  return in_hand && frame.who.kind == Who::Kind::figure &&
         &scene.figures[static_cast<std::size_t>(frame.who.index)] == &figure;
}

/// Fixed handles (doors, ropes, a friend's hand) do not come to the hand: the body gives way.
double shift_to_handles(const Scene& scene, const Figure& figure, const Stance& at,
                        const std::vector<double>& angles, double pose, int depth) {
  if (!figure.rig.arms || figure.rig.chest < 0) return 0;
  double shift = 0;
  for (const Side side : both_sides) {
    const double weight = figure.value("ik_" + side_name(side), pose);
    if (weight <= 0) continue;
    const HandAim* aim = nullptr;
    for (const HandAim& candidate : figure.aims[side]) {
      if (candidate.from <= pose + 1.0e-6) aim = &candidate;
    }
    if (aim == nullptr || aim->spot.kind != Spot::Kind::point ||
        carries_itself(scene, figure, aim->spot, pose)) {
      continue;
    }
    const Point target = spot_at(scene, aim->spot, &figure, pose, depth + 1);
    const std::vector<Matrix> parts =
        matrices_of(figure.rig, angles, home_matrix(figure, at, pose));
    const Point shoulder =
        parts[static_cast<std::size_t>(figure.rig.chest)].apply((*figure.rig.arms)[side].root);
    const double reach = arm_reach(figure.rig, side, figure.value("ha_" + side_name(side), pose)) *
                         at.size * stretch_max;
    const double across = target.x - shoulder.x;
    const double rise = target.y - shoulder.y;
    const double level = std::sqrt(std::max(0.0, reach * reach - rise * rise));
    if (std::abs(across) <= level) continue;
    const double share = aim->until > aim->from
                             ? std::clamp((pose - aim->from) / (aim->until - aim->from), 0.0, 1.0)
                             : 1.0;
    const double wanted = (across - std::copysign(level, across)) * std::min(weight, share);
    shift += std::clamp(wanted, -give_way_max, give_way_max);
  }
  return shift;
}

}  // namespace

std::vector<double> keyed_angles(const Figure& figure, double pose) {
  std::vector<double> angles;
  angles.reserve(figure.rig.drawing->parts.size());
  for (const drawing::Part& part : figure.rig.drawing->parts) {
    angles.push_back(figure.value(part.name, pose));
  }
  return angles;
}

std::vector<Matrix> matrices_of(const Rig& rig, const std::vector<double>& angles,
                                const Matrix& root) {
  std::vector<Matrix> placed(angles.size());
  for (const int part : rig.order) {
    const auto index = static_cast<std::size_t>(part);
    const double turn = rig.hangs(part) ? -angles[index] : angles[index];
    const int parent = rig.parents[index];
    placed[index] = Matrix::rotation_about(rig.drawing->parts[index].pin, turn)
                        .then(parent < 0 ? root : placed[static_cast<std::size_t>(parent)]);
  }
  return placed;
}

Posture trunk_of(const Scene& scene, const Figure& figure, double pose, int depth) {
  Posture posture;
  posture.angles = keyed_angles(figure, pose);
  Stance at;
  at.px = figure.value("px", pose);
  at.py = figure.value("py", pose);
  at.ground = figure.value("ground", pose);
  at.facing = figure.value("facing", pose, 1) < 0 ? -1 : 1;
  at.size = figure.scale * figure.value("scale", pose, 1);
  at.pelvis = figure.rig.root >= 0 ? angle_of(posture.angles, figure.rig.root) : 0;
  posture.carried = carrier_of(scene, figure, pose, depth);
  if (depth < carried_depth_max && !figure.seated) {
    at.px += shift_to_handles(scene, figure, at, posture.angles, pose, depth);
  }
  if (figure.rig.legs && at.size > 0) {
    std::array<Point, 2> ankles;
    for (const Side side : both_sides) {
      ankles[side] = ankle_of(figure, (*figure.rig.legs)[side], side, at, pose);
    }
    at.py = hips_within_reach(figure, at, ankles, pose);
    for (const Side side : both_sides) {
      if (figure.value("legik_" + side_name(side), pose) == 0) continue;
      solve_leg(figure, side, ankles[side], at, pose, posture.angles);
    }
  }
  posture.px = at.px;
  posture.facing = at.facing;
  posture.ground = at.ground;
  posture.home = home_matrix(figure, at, pose);
  posture.parts = matrices_of(figure.rig, posture.angles, posture.home.then(posture.carried));
  return posture;
}

}  // namespace onereel::blocking
