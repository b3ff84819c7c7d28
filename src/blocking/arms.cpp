// Hands on their aims, and scarves, tails and chains that come after.

#include <algorithm>
#include <cmath>

#include "follow_through.h"
#include "scene.h"
#include "two_bones.h"

namespace onereel::blocking {
namespace {

constexpr double degrees_per_radian = 1 / radians_per_degree;

/// Forearm and hand as one bone, the wrist being bent first.
Point palm_with(const Limb& arm, double wrist_degrees) {
  return arm.joint + Matrix::rotation(-wrist_degrees).apply(arm.tip - arm.joint);
}

double within(double degrees, double lowest) {
  return lowest + std::fmod(std::fmod(degrees - lowest, 360) + 360, 360);
}

const HandAim* aim_at(const std::vector<HandAim>& aims, double pose) {
  const HandAim* current = nullptr;
  for (const HandAim& aim : aims) {
    if (aim.from <= pose + 1.0e-6) current = &aim;
  }
  return current;
}

/// Where the hand wants to be, on its way from the aim before.
Point wanted_point(const Scene& scene, const Figure& figure, Side side, const Posture& posture,
                   double pose, int depth) {
  const auto& aims = figure.aims[side];
  const HandAim* aim = aim_at(aims, pose);
  const auto place = [&](const Spot& spot) {
    const bool own_part = spot.who.kind == Who::Kind::figure &&
                          &scene.figures[static_cast<std::size_t>(spot.who.index)] == &figure;
    if (own_part && spot.kind == Spot::Kind::local) {
      const int part = figure.rig.part(spot.name);
      if (part >= 0) return posture.parts[static_cast<std::size_t>(part)].apply(spot.at);
    }
    return spot_at(scene, spot, &figure, pose, depth + 1);
  };
  const Point there = place(aim->spot);
  if (pose >= aim->until || aim == &aims.front() || aim->until <= aim->from) return there;
  const Point before = place((aim - 1)->spot);
  const double share = (pose - aim->from) / (aim->until - aim->from);
  const double u = eased(aim->ease, share);
  return {before.x + (there.x - before.x) * u,
          before.y + (there.y - before.y) * u - aim->arc * 4 * share * (1 - share)};
}

void solve_arm(const Scene& scene, const Figure& figure, Side side, double weight, double pose,
               int depth, Posture& posture) {
  const Rig& rig = figure.rig;
  const Limb& arm = (*rig.arms)[side];
  const Point target = wanted_point(scene, figure, side, posture, pose, depth);
  const Matrix chest = posture.parts[static_cast<std::size_t>(rig.chest)];
  if (std::abs(chest.determinant()) < 1.0e-9) return;
  // In the chest's own rest frame the trunk's turning needs no further care.
  const Point aim = chest.inverse().apply(target);
  const double wrist = figure.value("ha_" + side_name(side), pose);
  const Point palm = palm_with(arm, wrist);
  const double lower = std::hypot(palm.x - arm.middle.x, palm.y - arm.middle.y);
  const double dx = aim.x - arm.root.x;
  const double dy = aim.y - arm.root.y;
  const TwoBones bones = solve_two_bones(dx, dy, arm.upper_length, lower, false);
  const double rest = std::atan2(palm.x - arm.middle.x, palm.y - arm.middle.y);
  const double upper_turn = (bones.upper - arm.upper_rest) * degrees_per_radian;
  const double lower_turn = (bones.lower - rest) * degrees_per_radian;
  const std::array<std::pair<int, double>, 3> turns{
      std::pair{arm.upper, within(upper_turn, -160)},
      std::pair{arm.lower, within(lower_turn - upper_turn, -180)}, std::pair{arm.end, wrist}};
  for (const auto& [part, ccw] : turns) {
    double& angle = posture.angles[static_cast<std::size_t>(part)];
    const double wanted = rig.hangs(part) ? ccw : -ccw;
    angle += (wanted - angle) * std::min(weight, 1.0);
  }
  posture.reach[side] = std::max(0.0, std::hypot(dx, dy) - (arm.upper_length + lower) * 0.9995);
}

}  // namespace

double arm_reach(const Rig& rig, Side side, double wrist_degrees) {
  const Limb& arm = (*rig.arms)[side];
  const Point palm = palm_with(arm, wrist_degrees);
  return arm.upper_length + std::hypot(palm.x - arm.middle.x, palm.y - arm.middle.y);
}

Posture posture_of(const Scene& scene, const Figure& figure, double pose, int depth) {
  Posture posture = trunk_of(scene, figure, pose, depth);
  if (!figure.rig.arms || figure.rig.chest < 0 || depth >= carried_depth_max) return posture;
  for (const Side side : both_sides) {
    const double weight = figure.value("ik_" + side_name(side), pose);
    if (weight <= 0 || aim_at(figure.aims[side], pose) == nullptr) continue;
    solve_arm(scene, figure, side, weight, pose, depth, posture);
  }
  posture.parts = matrices_of(figure.rig, posture.angles, posture.home.then(posture.carried));
  return posture;
}

namespace {

/// Wings and legs of what has no legs to plant, feelers that are never quite still.
void wave_feelers(const Figure& figure, double pose, Posture& posture) {
  const double twitch = figure.value("twitch", pose);
  if (twitch == 0) return;
  const double wave = 8 * std::sin(pose * 2.1) * twitch;
  for (const auto& [name, sign] : {std::pair{"feeler_near_1", 1.0}, {"feeler_far_1", -1.0}}) {
    const int part = figure.rig.part(name);
    if (part >= 0) posture.angles[static_cast<std::size_t>(part)] += sign * wave;
  }
}

Matrix cap_on_head(const Scene& scene, const Figure& figure, double pose) {
  return posture_of(scene, figure, pose).parts[static_cast<std::size_t>(figure.rig.cap)];
}

/// A cap in the air is on its own: in the head's frame it would fly off sideways when he falls.
void fly_cap(const Scene& scene, const Figure& figure, double pose, Posture& posture) {
  if (figure.rig.cap < 0) return;
  const auto cap = static_cast<std::size_t>(figure.rig.cap);
  const Point pin = figure.rig.drawing->parts[cap].pin;
  for (const CapFlight& flight : figure.cap_flights) {
    if (pose <= flight.from || pose >= flight.until) continue;
    const Matrix from = cap_on_head(scene, figure, flight.from);
    const Matrix to = cap_on_head(scene, figure, flight.until);
    const double facing = posture.facing;
    const auto turn_of = [&](const Matrix& m) {
      return std::atan2(m.yx * facing, m.xx * facing) * degrees_per_radian;
    };
    const double u = (pose - flight.from) / (flight.until - flight.from);
    const double turn =
        turn_of(from) +
        (within(turn_of(to) - turn_of(from), -180) + flight.turns * 360 * facing) * u;
    const Point start = from.apply(pin);
    const Point landing = to.apply(pin);
    const double rise = flight.height * (1 - std::pow(std::abs(2 * u - 1), 2.6));
    posture.parts[cap] =
        Matrix::translation(-pin.x, -pin.y)
            .then(Matrix::scaling(figure.scale * facing, figure.scale))
            .then(Matrix::rotation(turn))
            .then(Matrix::translation(start.x + (landing.x - start.x) * u,
                                      start.y + (landing.y - start.y) * u * u - rise));
  }
}

/// A cap pushed off the head by a take, before it falls back.
void lift_cap(const Figure& figure, double pose, Posture& posture) {
  const double x = figure.value("capx", pose);
  const double y = figure.value("capy", pose);
  if (figure.rig.cap < 0 || (x == 0 && y == 0)) return;
  const auto cap = static_cast<std::size_t>(figure.rig.cap);
  const int head = figure.rig.parents[cap];
  const Matrix carrier =
      head < 0 ? posture.home.then(posture.carried) : posture.parts[static_cast<std::size_t>(head)];
  const double turn = figure.rig.hangs(figure.rig.cap) ? -posture.angles[cap] : posture.angles[cap];
  posture.parts[cap] = Matrix::rotation_about(figure.rig.drawing->parts[cap].pin, turn)
                           .then(Matrix::translation(x, y))
                           .then(carrier);
}

}  // namespace

Posture painted_of(const Scene& scene, const Figure& figure, double pose) {
  Posture posture = posture_of(scene, figure, pose);
  follow_through(scene, figure, pose, posture);
  wave_feelers(figure, pose, posture);
  posture.parts = matrices_of(figure.rig, posture.angles, posture.home.then(posture.carried));
  lift_cap(figure, pose, posture);
  fly_cap(scene, figure, pose, posture);
  return posture;
}

}  // namespace onereel::blocking
