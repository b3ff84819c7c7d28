// Moves that take a performer somewhere else: go, jump, move, slip, rise, sit, climb.

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gait.h"
#include "keyer.h"
#include "move_table.h"
#include "places.h"
#include "target.h"
#include "walk.h"

namespace onereel::blocking {
namespace {

double facing_of(const Figure& figure, double pose) {
  return figure.value("facing", pose, 1) < 0 ? -1 : 1;
}

Result<Place> place_to(const Play& play) {
  const Document* to = play.cue.written->find("to");
  if (to == nullptr) return play.error(play.cue.move + " says to: where");
  TRY(Place place, read_place(play.scene, *to, play.span.start));
  if (play.cue.has("dh")) {
    place.height += play.cue.number("dh", 0);
    place.has_height = true;
  }
  return place;
}

std::array<bool, 2> arms_that_swing(const Play& play) {
  const std::string arms = play.cue.text("arms", "");
  std::array<bool, 2> swings{arms != "far" && arms != "none", arms != "near" && arms != "none"};
  const Figure& figure = play.figure();
  const int basket = figure.rig.part("basket");  // what hangs on an arm keeps it still
  if (arms.empty() && basket >= 0) {
    for (const Side side : both_sides) {
      const std::string& parent =
          figure.rig.drawing->parts[static_cast<std::size_t>(basket)].parent;
      if (parent == "upper_arm_" + side_name(side)) swings[side] = false;
    }
  }
  return swings;
}

/// What has no legs to plant (the Bug, the Machine) goes evenly, on its own walk cycle if it has
/// one.
Result<> glide(const Play& play, double x, std::optional<double> height) {
  Figure& figure = play.figure();
  Keyer keys(figure);
  const double t = play.span.start;
  Ease ease = Ease::linear;
  if (const Document* written = play.cue.written->find("ease")) {
    TRY(ease, read_ease(written->scalar));
  }
  keys.way(t, play.span.hit, ease, {{"px", x}});
  if (height) keys.way(t, play.span.hit, ease, {{"ground", *height}});
  const auto& poses = figure.rig.drawing->key_poses;
  if (poses.count("walk_1") == 0) return {};
  const std::array<std::string, 4> cycle{"walk_1", "walk_2", "walk_3", "walk_4"};
  for (int n = play.span.start; n <= play.span.hit; ++n) {
    const bool stands = n == play.span.hit;
    const auto pose = poses.find(stands ? "stand" : cycle[static_cast<std::size_t>(n % 4)]);
    if (pose == poses.end()) continue;
    for (const auto& [part, angle] : pose->second.angles) {
      Channel* channel = figure.number(part);
      if (channel != nullptr) channel->key(n, angle, Ease::linear);
    }
    keys.key(n, Ease::linear, {{"py", -pose->second.shift.y}});
  }
  return {};
}

Result<> play_go(const Play& play) {
  Figure& figure = play.figure();
  TRY(const Place place, place_to(play));
  if (!figure.rig.legs || figure.seated) {
    return glide(play, place.x, place.has_height ? std::optional(place.height) : std::nullopt);
  }
  const Gait* gait = gait_named(play.cue.text("style", "walk"));
  const double way = place.x - figure.value("px", play.span.start);
  const bool backs = gait->name == "back";
  const double facing = facing_of(figure, play.span.start);
  if (std::abs(way) > 12 && (way * facing < 0) != backs) {
    return play.error("to", std::string("he faces ") + (facing > 0 ? "right" : "left") +
                                " and this place is behind him; add a turn before, or style: back");
  }
  WalkPlan plan;
  plan.gait = gait;
  plan.start = play.span.start;
  plan.to = place.x;
  plan.anticipation = play.span.anticipation;
  plan.poses_a_step =
      std::clamp(static_cast<int>(play.cue.number("pace", gait->poses_a_step)), 2, 60);
  const int action = std::max(2, play.span.action);
  const int fit = std::max(1, (action - 3) / plan.poses_a_step);
  plan.steps =
      play.cue.has("for") ? fit : steps_for(*gait, way, figure.rig.leg_scale * figure.scale);
  while (plan.steps > 1 && plan.steps * plan.poses_a_step + 3 > action) --plan.steps;
  if (plan.steps * plan.poses_a_step + 2 > action) plan.poses_a_step = std::max(1, action / 2);
  plan.closing = std::max(1, action - plan.steps * plan.poses_a_step);
  plan.swings = arms_that_swing(play);
  walk(figure, plan);
  return {};
}

/// Everything of a figure that says where it stands, moved together: the only time feet may slide.
void shift_all(Figure& figure, double from, double to, Ease ease, double dx, double dground,
               double arc) {
  for (const char* name : {"px", "fx_near", "fx_far"}) {
    Channel* channel = figure.number(name);
    if (channel == nullptr) continue;
    const double x = channel->at(from);
    channel->pin(from);
    channel->key(to, x + dx, ease);
  }
  Channel& ground = figure.need("ground");
  const double height = ground.at(from);
  ground.pin(from);
  ground.key(to, height + dground, ease, arc);
}

Result<Ease> ease_or(const Play& play, Ease otherwise) {
  const Document* written = play.cue.written->find("ease");
  if (written == nullptr) return otherwise;
  return read_ease(written->scalar);
}

Result<> move_figure(const Play& play, const Place& place, Ease ease) {
  Figure& figure = play.figure();
  const double from = play.span.start + play.span.anticipation;
  const double dx = place.x - figure.value("px", from);
  const Document* height = play.cue.written->find("h");
  double ground = place.has_height ? place.height : figure.value("ground", from);
  if (height != nullptr) {
    TRY(ground, height->number());
  }
  shift_all(figure, from, play.span.hit, ease, dx, ground - figure.value("ground", from),
            play.cue.number("arc", 0));
  Keyer keys(figure);
  if (play.cue.has("rot")) {
    Channel& turn = figure.need("turn");
    const double turned = turn.at(from);
    turn.pin(from);
    turn.key(play.span.hit, turned + play.cue.number("rot", 0), ease);
  }
  if (play.cue.has("scale")) {
    keys.way(from, play.span.hit, ease, {{"scale", play.cue.number("scale", 1)}});
  }
  return {};
}

Result<> move_prop(const Play& play, const Place& place, Ease ease) {
  Prop& prop = play.prop();
  const double from = play.span.start + play.span.anticipation;
  const double hit = play.span.hit;
  if (frame_at(prop, from).kind != PropFrame::Kind::stage) {
    put_into(play.scene, prop, {from, PropFrame::Kind::stage, {}, near_side, {}, false},
             prop.lead.at(from));
  }
  double height = place.has_height ? place.height : prop.value("h", from);
  if (const Document* written = play.cue.written->find("h")) {
    TRY(height, written->number());
  }
  Keyer keys(prop);
  keys.way(from, hit, ease, {{"x", place.x}});
  const double arc = play.cue.number("arc", 0);
  Channel& h = prop.need("h");
  h.pin(from);
  // What is thrown falls faster and faster, however evenly it goes across.
  h.key(hit, height, arc > 0 && !play.cue.has("ease") ? Ease::in : ease, arc);
  if (play.cue.has("rot")) {
    Channel& rot = prop.need("rot");
    const double turned = rot.at(from);
    rot.pin(from);
    rot.key(hit, turned + play.cue.number("rot", 0), ease);
  }
  if (play.cue.has("scale")) keys.way(from, hit, ease, {{"scale", play.cue.number("scale", 1)}});
  const double bounce = play.cue.number("bounce", 0);
  if (bounce > 0) {
    h.key(hit + 1, height + bounce, Ease::out);
    h.key(hit + 3, height, Ease::in);
    h.key(hit + 4, height + bounce / 4, Ease::out);
    h.key(hit + 5, height, Ease::in);
  }
  return {};
}

Result<> play_move(const Play& play) {
  TRY(const Place place, place_to(play));
  const bool figure = play.who.kind == Who::Kind::figure;
  TRY(const Ease ease, ease_or(play, play.cue.has("arc") ? Ease::linear : Ease::both));
  return figure ? move_figure(play, place, ease) : move_prop(play, place, ease);
}

/// Somewhere else at once: behind a cut, a door, the dark.
Result<> play_place(const Play& play) {
  TRY(const Place place, place_to(play));
  const double t = play.span.start;
  if (play.who.kind == Who::Kind::prop) {
    Keyer(play.prop()).jump(t, {{"x", place.x}});
    if (place.has_height) Keyer(play.prop()).jump(t, {{"h", place.height}});
    return {};
  }
  Figure& figure = play.figure();
  const std::string face = play.cue.text("face");
  const double facing = face.empty() ? facing_of(figure, t) : face == "left" ? -1 : 1;
  Keyer keys(figure);
  keys.jump(t, {{"px", place.x},
                {"facing", facing},
                {"py", 0},
                {"turn", 0},
                {"fx_near", stand_x(figure, near_side, place.x, facing)},
                {"fx_far", stand_x(figure, far_side, place.x, facing)},
                {"fy_near", 0},
                {"fy_far", 0},
                {"phi_near", 0},
                {"phi_far", 0}});
  if (place.has_height) keys.jump(t, {{"ground", place.height}});
  return {};
}

/// Through the air: hips ballistic, feet tucked, landing on whatever height the place has.
void fly_through(Figure& figure, double leaves, int air, double to_x, double to_ground) {
  const double k = figure.rig.leg_scale;
  const double facing = facing_of(figure, leaves);
  const double x0 = figure.value("px", leaves);
  const double from_ground = figure.value("ground", leaves);
  const double peak = std::max(from_ground, to_ground) + 40 * k;
  const std::array<double, 2> feet{figure.value("fx_near", leaves), figure.value("fx_far", leaves)};
  for (const char* name :
       {"px", "ground", "py", "fx_near", "fx_far", "fy_near", "fy_far", "phi_near", "phi_far"}) {
    figure.need(name).pin(leaves);
  }
  for (int half = 1; half <= air * 2; ++half) {
    const double u = half / (air * 2.0);
    const double time = leaves + u * air;
    const double height = from_ground + (to_ground - from_ground) * u +
                          4 * (peak - (from_ground + to_ground) / 2) * u * (1 - u);
    figure.need("px").key(time, x0 + (to_x - x0) * u, Ease::linear);
    figure.need("ground").key(time, height, Ease::linear);
    figure.need("py").key(time, (6 - 20 * u) * k, Ease::linear);
    const double tuck = std::sin(std::numbers::pi * std::min(1.0, u * 1.1));
    for (const Side side : both_sides) {
      const double target = stand_x(figure, side, to_x, facing);
      const std::string& name = side_name(side);
      figure.need("fx_" + name)
          .key(time, feet[side] + (target - feet[side]) * std::min(1.0, u * 1.05), Ease::linear);
      figure.need("fy_" + name)
          .key(time, half == air * 2 ? 0 : tuck * (side == near_side ? 46 : 30) * k, Ease::linear);
      figure.need("phi_" + name).key(time, -50 * (1 - u), Ease::linear);
    }
  }
  for (const Side side : both_sides) {
    figure.need("plant_" + side_name(side)).key(leaves + 0.01, 0, Ease::hold);
    figure.need("plant_" + side_name(side)).key(leaves + air, 1, Ease::hold);
  }
}

Result<> play_jump(const Play& play) {
  Figure& figure = play.figure();
  TRY(const Place place, place_to(play));
  if (!figure.rig.legs) return move_figure(play, place, Ease::linear);
  Keyer keys(figure);
  const double k = figure.rig.leg_scale;
  const double t = play.span.start;
  const double crouch = t + std::max(2, play.span.anticipation);
  const double facing = facing_of(figure, t);
  const double x0 = figure.value("px", t);
  keys.way(t, crouch - 1, Ease::out,
           {{"py", -62 * k},
            {"px", x0 - 6 * facing},
            {"pelvis", 26},
            {"chest", 24},
            {"head", -26},
            {"upper_arm_near", -58},
            {"upper_arm_far", -50},
            {"forearm_near", 10},
            {"forearm_far", 10},
            {"phi_near", 0},
            {"phi_far", 0}});
  keys.key(crouch, Ease::linear, {{"py", -66 * k}, {"chest", 27}});
  keys.way(crouch, crouch + 1, Ease::linear,
           {{"py", 6 * k},
            {"px", x0 + 8 * facing},
            {"pelvis", 6},
            {"chest", -6},
            {"head", -6},
            {"upper_arm_near", 120},
            {"upper_arm_far", 130},
            {"phi_near", -50},
            {"phi_far", -50}});
  const int air = std::max(2, static_cast<int>(play.span.hit - crouch) - 1);
  fly_through(figure, crouch + 1, air, place.x,
              place.has_height ? place.height : figure.value("ground", t));
  const double lands = crouch + 1 + air;
  keys.pin(lands, {"pelvis", "chest", "head", "upper_arm_near", "upper_arm_far", "squash"});
  keys.key(lands + 1, Ease::out,
           {{"py", -44 * k},
            {"pelvis", 18},
            {"chest", 22},
            {"head", 10},
            {"upper_arm_near", 40},
            {"upper_arm_far", 56},
            {"squash", 0.05}});
  keys.key(lands + 2, Ease::both, {{"squash", 0}});
  keys.key(lands + 3, Ease::out,
           {{"py", 2},
            {"pelvis", -3},
            {"chest", -6},
            {"head", -4},
            {"upper_arm_near", -20},
            {"upper_arm_far", 30}});
  keys.key(lands + 7, Ease::both,
           {{"py", -2},
            {"pelvis", 0},
            {"chest", 0},
            {"head", 0},
            {"upper_arm_near", 4},
            {"upper_arm_far", 6}});
  return {};
}

/// He sits down: feet stay planted, he lets himself drop the last bit.
Result<> play_sit(const Play& play) {
  Figure& figure = play.figure();
  if (!figure.rig.legs) return play.error("only who has legs sits down");
  const double k = figure.rig.leg_scale;
  const double t = play.span.start;
  double seat = play.cue.number("h", 85);
  double x = figure.value("px", t) - 26 * facing_of(figure, t) * k;
  if (play.cue.has("to")) {
    TRY(const Place place, place_to(play));
    x = place.x;
    if (place.has_height && !play.cue.has("h")) seat = place.height;
  }
  const double hips = figure.rig.hip.y + seat - figure.value("ground", t) + 14 * k;
  Keyer keys(figure);
  const double lean = t + std::max(1, play.span.anticipation);
  const double over = play.span.hit - 2;
  keys.way(t, lean, Ease::out, {{"py", -8 * k}, {"pelvis", 10}, {"chest", 8}});
  keys.way(lean, std::max(lean + 1, over), Ease::in,
           {{"px", x}, {"py", hips + 26 * k}, {"pelvis", 22}, {"chest", 20}, {"head", -22}});
  keys.key(play.span.hit, Ease::in,
           {{"py", hips}, {"pelvis", -4}, {"chest", 12}, {"head", 8}, {"squash", 0.05}});
  keys.key(play.span.hit + 1, Ease::out, {{"py", hips + 5}, {"squash", 0}});
  keys.key(play.span.hit + 2, Ease::in, {{"py", hips}});
  keys.key(play.span.hit + 5, Ease::both, {{"pelvis", 0}, {"chest", 2}, {"head", 0}});
  return {};
}

/// From a seat or from anywhere back to his own height.
Result<> play_stand(const Play& play) {
  Figure& figure = play.figure();
  Keyer keys(figure);
  const double t = play.span.start;
  const double mid = t + std::max(1, play.span.anticipation);
  const double facing = facing_of(figure, t);
  if (figure.rig.legs) {
    for (const Side side : both_sides) {
      if (figure.value("legik_" + side_name(side), mid) != 0) continue;
      legs_to_floor(figure, side, mid,
                    stand_x(figure, side, figure.value("px", t) + 30 * facing, facing));
    }
  }
  const double x = figure.rig.legs
                       ? (figure.value("fx_near", mid) + figure.value("fx_far", mid)) / 2
                       : figure.value("px", t);
  keys.way(t, mid, Ease::out, {{"pelvis", 34}, {"chest", 26}, {"head", -20}, {"turn", 0}});
  keys.way(t, play.span.hit, Ease::both, {{"px", x}, {"py", 2}});
  keys.key(play.span.hit, Ease::both, {{"pelvis", -3}, {"chest", -6}, {"head", 0}});
  keys.key(play.span.hit + 3, Ease::both, {{"pelvis", 0}, {"chest", 0}, {"py", -1}});
  return {};
}

}  // namespace

std::vector<Move> travel_moves() {
  return {
      {"go", 3, 24, 9, "f", "to style pace arms", play_go},
      {"move", 0, 8, 0, "fp", "to h dh arc rot scale bounce", play_move},
      {"place", 0, 0, 0, "fp", "to dh face", play_place},
      {"jump", 5, 6, 6, "f", "to h dh arc rot scale", play_jump},
      {"sit", 3, 6, 5, "f", "to h", play_sit},
      {"stand", 2, 4, 4, "f", "", play_stand},
  };
}

}  // namespace onereel::blocking
