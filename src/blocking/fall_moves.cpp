// Down to the floor and up again.

#include <algorithm>

#include "keyer.h"
#include "move_table.h"
#include "target.h"
#include "walk.h"

namespace onereel::blocking {
namespace {

double facing_of(const Figure& figure, double pose) {
  return figure.value("facing", pose, 1) < 0 ? -1 : 1;
}

void hands_on_floor(const Play& play, double from, double until) {
  Figure& figure = play.figure();
  const double x = figure.value("px", until);
  const double facing = facing_of(figure, from);
  for (const Side side : both_sides) {
    const double behind = side == near_side ? -34 : -22;
    const Spot spot{Spot::Kind::stage,
                    {},
                    {},
                    {x + behind * facing, acting_floor - figure.value("ground", from) - 7}};
    aim_hand(figure, side, from, until, Ease::linear, spot);
    figure.need("ha_" + side_name(side)).jump(from, 40);
  }
}

/// Feet go first; the body stays where it was for two poses, and that is the joke.
Result<> play_slip(const Play& play) {
  Figure& figure = play.figure();
  if (!figure.rig.legs) return play.error("only who has legs slips");
  Keyer keys(figure);
  const double k = play.cue.number("how", 1);
  const double size = figure.rig.leg_scale;
  const double t = play.span.start;
  const double gone = t + 2;
  const double lands = std::max(gone + 2, static_cast<double>(play.span.hit));
  const double apex = lands - 1;
  const double facing = facing_of(figure, t);
  const double x = figure.value("px", t);
  for (const Side side : both_sides) legs_to_angles(play.scene, figure, side, t);
  keys.pin(t, {"px", "py", "turn", "pelvis", "chest", "head", "upper_arm_near", "upper_arm_far",
               "forearm_near", "forearm_far", "squash"});
  keys.show(t + 1, "head", "take");
  for (const Side side : both_sides) keys.show(t + 1, "hand_" + side_name(side), "spread");
  keys.key(gone, Ease::in,
           {{"px", x + 12 * facing},
            {"py", 6},
            {"turn", -26},
            {"pelvis", -4},
            {"chest", 6},
            {"head", 22},
            {"thigh_near", 62},
            {"shin_near", -8},
            {"foot_near", 14},
            {"thigh_far", 40},
            {"shin_far", -22},
            {"foot_far", 8},
            {"upper_arm_near", -80},
            {"upper_arm_far", 120},
            {"forearm_near", 20},
            {"forearm_far", 20}});
  keys.key(apex, Ease::out3,
           {{"px", x + 32 * facing},
            {"py", 46 * k * size},
            {"turn", -82},
            {"pelvis", 0},
            {"chest", -6},
            {"head", 14},
            {"thigh_near", 64},
            {"shin_near", -10},
            {"thigh_far", 30},
            {"shin_far", -14},
            {"foot_near", 10},
            {"foot_far", -10},
            {"upper_arm_near", -120},
            {"upper_arm_far", 150},
            {"forearm_near", 14},
            {"forearm_far", 10}});
  const double seated = -146 * size;
  keys.key(lands, Ease::in3,
           {{"px", x + 40 * facing},
            {"py", seated},
            {"turn", -14},
            {"chest", 22},
            {"head", 24},
            {"thigh_near", 108},
            {"shin_near", -4},
            {"foot_near", 12},
            {"thigh_far", 84},
            {"shin_far", -10},
            {"foot_far", 4},
            {"upper_arm_near", -30},
            {"upper_arm_far", 20},
            {"forearm_near", 6},
            {"forearm_far", 8},
            {"squash", 0.12}});
  keys.key(lands + 1, Ease::out,
           {{"squash", 0},
            {"py", seated + 10},
            {"thigh_near", 122},
            {"thigh_far", 98},
            {"head", -8},
            {"chest", 8},
            {"upper_arm_near", -58},
            {"upper_arm_far", -40}});
  keys.key(lands + 2, Ease::in,
           {{"py", seated},
            {"thigh_near", 116},
            {"thigh_far", 92},
            {"chest", 12},
            {"head", 6},
            {"upper_arm_near", -34},
            {"upper_arm_far", -22}});
  keys.key(lands + 3, Ease::out, {{"thigh_near", 118}, {"thigh_far", 94}});
  for (const Side side : both_sides) keys.show(lands, "hand_" + side_name(side), "flat");
  hands_on_floor(play, lands, lands + 1);
  const double end = lands + std::max(5, play.span.hold);
  keys.key(end, Ease::linear, {{"thigh_near", 112}, {"thigh_far", 86}, {"chest", 11}, {"head", 3}});
  const double cap_lands = lands + 6;
  figure.cap_flights.push_back({gone, cap_lands, 120 * size, -1});
  keys.pin(cap_lands, {"head", "cap"});
  keys.key(cap_lands + 1, Ease::out, {{"head", 14}, {"cap", 12}});
  keys.key(cap_lands + 3, Ease::both, {{"head", 3}, {"cap", 0}});
  keys.show(end, "head", "plain");
  return {};
}

/// From the floor: rock back, feet under, bottom first, upright with a little too much.
Result<> play_rise(const Play& play) {
  Figure& figure = play.figure();
  if (!figure.rig.legs) return play.error("only who has legs gets up");
  Keyer keys(figure);
  const double t = play.span.start;
  const double facing = facing_of(figure, t);
  const double k = figure.rig.leg_scale;
  const double x = figure.value("px", t);
  const double to = x + 46 * facing * k;
  const double hit = play.span.hit;
  keys.way(t, t + 2, Ease::out,
           {{"turn", -26}, {"thigh_near", 128}, {"thigh_far", 112}, {"head", 20}, {"chest", 16}});
  keys.way(t + 2, t + 5, Ease::in,
           {{"turn", 0},
            {"thigh_near", 112},
            {"shin_near", -100},
            {"thigh_far", 106},
            {"shin_far", -96},
            {"foot_near", -6},
            {"foot_far", -4},
            {"chest", 44},
            {"head", -16},
            {"px", x + 8 * facing * k}});
  for (const Side side : both_sides) {
    legs_to_floor(figure, side, t + 4, stand_x(figure, side, to, facing));
    free_hand(figure, side, t + 4, t + 7);
    keys.show(t + 5, "hand_" + side_name(side), "relax");
  }
  keys.pin(t + 5, {"py", "px", "pelvis", "head", "upper_arm_near", "upper_arm_far"});
  keys.key(t + 8, Ease::both,
           {{"px", to - 22 * facing * k},
            {"py", -66 * k},
            {"pelvis", 52},
            {"chest", 34},
            {"head", -34},
            {"upper_arm_near", 20},
            {"upper_arm_far", 40}});
  keys.key(hit - 2, Ease::out,
           {{"px", to - 4 * facing * k},
            {"py", -20 * k},
            {"pelvis", 40},
            {"chest", 30},
            {"head", -10},
            {"upper_arm_near", -10},
            {"upper_arm_far", 10}});
  keys.key(hit + 2, Ease::both,
           {{"px", to},
            {"py", 2},
            {"pelvis", -5},
            {"chest", -8},
            {"head", -4},
            {"upper_arm_near", -16},
            {"upper_arm_far", -10},
            {"forearm_near", 10},
            {"forearm_far", 10}});
  keys.key(hit + 6, Ease::both,
           {{"py", -1},
            {"pelvis", 0},
            {"chest", 0},
            {"head", 0},
            {"upper_arm_near", 2},
            {"upper_arm_far", 2}});
  keys.show(t + 1, "head", "plain");
  return {};
}

}  // namespace

std::vector<Move> fall_moves() {
  return {
      {"slip", 0, 6, 0, "f", "", play_slip},
      {"rise", 2, 10, 6, "f", "", play_rise},
  };
}

}  // namespace onereel::blocking
