// Moves of the whole body that stay where they are: take, bow, look, turn, pose.

#include <algorithm>
#include <cmath>

#include "keyer.h"
#include "move_table.h"
#include "places.h"
#include "target.h"
#include "walk.h"

namespace onereel::blocking {

void Keyer::show(double pose, const std::string& group, const std::string& choice) {
  const auto word = performer_.words.find(group);
  if (word == performer_.words.end()) return;
  word->second.set(pose, choice);
}

namespace {

bool has_choice(const Figure& figure, const std::string& group, const std::string& choice) {
  const auto swaps = swaps_of(*figure.rig.drawing);
  const auto found = swaps.find(group);
  return found != swaps.end() &&
         std::find(found->second.choices.begin(), found->second.choices.end(), choice) !=
             found->second.choices.end();
}

/// A face or hand that this puppet has, of those that would do.
void show_one(const Play& play, Keyer& keys, double pose, const std::string& group,
              std::initializer_list<const char*> wanted) {
  for (const char* choice : wanted) {
    if (!has_choice(play.figure(), group, choice)) continue;
    keys.show(pose, group, choice);
    return;
  }
}

bool hand_is_free(const Figure& figure, Side side, double pose) {
  return figure.value("ik_" + side_name(side), pose) <= 0;
}

Result<> play_take(const Play& play) {
  Keyer keys(play.figure());
  const double k = play.cue.number("how", 1);
  const double t = play.span.start;
  const double down = t + play.span.anticipation;
  const double up = play.span.hit;
  keys.way(t, down, Ease::out,
           {{"py", -26 * k},
            {"chest", 20 * k},
            {"pelvis", 6 * k},
            {"head", 16 * k},
            {"upper_arm_near", 10},
            {"upper_arm_far", 22},
            {"forearm_near", 50},
            {"forearm_far", 60},
            {"cap", 8},
            {"capy", 4}});
  // Face and hands change one pose before the hit: on it the change would be lost in the jerk.
  const std::string face = play.cue.text("head");
  if (!face.empty()) keys.show(down, "head", face);
  if (face.empty()) show_one(play, keys, down, "head", {"take", "startled", "cross"});
  for (const Side side : both_sides) {
    if (!hand_is_free(play.figure(), side, up)) continue;
    show_one(play, keys, down, "hand_" + side_name(side), {"spread", "open"});
  }
  keys.way(down, up, Ease::snap,
           {{"py", 10 * k},
            {"chest", -14 * k},
            {"pelvis", -5 * k},
            {"head", -10 * k},
            {"upper_arm_near", -52 * k},
            {"upper_arm_far", 74 * k},
            {"forearm_near", 46},
            {"forearm_far", 40},
            {"cap", -16},
            {"capy", -24 * k},
            {"phi_near", -30 * k},
            {"phi_far", -22 * k}});
  keys.key(up + 2, Ease::in, {{"capy", 0}, {"cap", -8}});
  const double hold = std::max(1, play.span.hold);
  keys.key(up + hold, Ease::linear,
           {{"chest", -11 * k},
            {"head", -7 * k},
            {"upper_arm_near", -46 * k},
            {"upper_arm_far", 68 * k},
            {"py", 7 * k}});
  keys.pin(up + hold, {"phi_near", "phi_far", "pelvis", "forearm_near", "forearm_far", "cap"});
  keys.key(up + hold + 3, Ease::both,
           {{"py", -4},
            {"chest", 3},
            {"pelvis", 1},
            {"head", 2},
            {"upper_arm_near", 4},
            {"upper_arm_far", 12},
            {"forearm_near", 14},
            {"forearm_far", 20},
            {"cap", 0},
            {"phi_near", 0},
            {"phi_far", 0}});
  keys.key(up + hold + 7, Ease::both,
           {{"py", -1},
            {"chest", 0},
            {"head", 0},
            {"pelvis", 0},
            {"upper_arm_near", 2},
            {"upper_arm_far", 2},
            {"forearm_near", 8},
            {"forearm_far", 10}});
  for (const Side side : both_sides) {
    if (!hand_is_free(play.figure(), side, up)) continue;
    show_one(play, keys, up + hold + 1, "hand_" + side_name(side), {"relax"});
  }
  return {};
}

Result<> play_bow(const Play& play) {
  Keyer keys(play.figure());
  const double deep = play.cue.number("how", 1);
  const double t = play.span.start;
  const double back = t + play.span.anticipation;
  const double hit = play.span.hit;
  const double end = hit + std::max(5, play.span.hold);
  keys.way(t, back, Ease::out,
           {{"py", 2},
            {"pelvis", -6 * deep},
            {"chest", -8 * deep},
            {"head", -8},
            {"upper_arm_near", 60},
            {"forearm_near", 90},
            {"upper_arm_far", -14},
            {"forearm_far", 10}});
  keys.key(hit, Ease::both,
           {{"pelvis", 34 * deep},
            {"chest", 40 * deep},
            {"head", 20},
            {"py", -6},
            {"upper_arm_near", 70},
            {"forearm_near", 30},
            {"upper_arm_far", -30},
            {"forearm_far", 14}});
  keys.key(hit + 2, Ease::out, {{"pelvis", 37 * deep}, {"chest", 44 * deep}, {"head", 30}});
  keys.key(end, Ease::linear, {{"pelvis", 36 * deep}, {"chest", 43 * deep}, {"head", 26}});
  keys.pin(end, {"py", "upper_arm_near", "forearm_near", "upper_arm_far", "forearm_far"});
  keys.key(end + 6, Ease::both,
           {{"pelvis", -2},
            {"chest", -4},
            {"head", -4},
            {"py", 0},
            {"upper_arm_near", 0},
            {"forearm_near", 8},
            {"upper_arm_far", 2},
            {"forearm_far", 8}});
  keys.key(end + 10, Ease::both, {{"pelvis", 0}, {"chest", 0}, {"head", 0}});
  return {};
}

/// Down, over on the low pose, up: it reads without a frontal drawing.
Result<> play_turn(const Play& play) {
  Figure& figure = play.figure();
  Keyer keys(figure);
  const double t = play.span.start;
  const double low = (t + play.span.hit) / 2.0;
  const double facing = figure.value("facing", t, 1) < 0 ? -1 : 1;
  const std::string to = play.cue.text("face");
  if (to == (facing > 0 ? "right" : "left")) return {};
  const double k = figure.rig.leg_scale;
  keys.way(t, low, Ease::out, {{"py", -12 * k}, {"chest", 10}, {"head", 12}});
  figure.need("facing").jump(low, -facing);
  const double px = figure.value("px", t);
  if (figure.rig.legs) {
    for (const Side side : both_sides) {
      const std::string& name = side_name(side);
      if (figure.value("legik_" + name, t) == 0) continue;
      Channel& lift = figure.need("fy_" + name);
      Channel& x = figure.need("fx_" + name);
      const double from = lift.at(t);
      lift.pin(low - 1);
      lift.key(low - 0.5, from + 8, Ease::linear);
      x.pin(low - 0.5);
      x.key(low, stand_x(figure, side, px, -facing), Ease::linear);
      lift.key(low + 1, from, Ease::linear);
    }
  }
  keys.key(low + 2, Ease::out, {{"py", 2}, {"chest", -6}, {"head", -6}});
  keys.key(play.span.hit + 4, Ease::both, {{"py", -1}, {"chest", 0}, {"head", 0}});
  return {};
}

Result<> play_pose(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  Target target;
  if (const Document* is = play.cue.written->find("is")) {
    if (is->is_map()) {
      TRY(target, read_target(play.scene, play.who, *is));
    } else {
      TRY(target, target_named(play, is->scalar, *is));
    }
  }
  const std::string head = play.cue.text("head");
  if (!head.empty()) target.choices["head"] = head;
  if (!play.cue.has("is") && head.empty()) return play.error("a pose names is: or head:");
  StrikeTimes times;
  times.start = play.span.start;
  times.reach = play.span.hit - play.span.start;
  times.lead = std::clamp(static_cast<int>(play.cue.number("lead", times.reach >= 4 ? 2 : 0)), 0,
                          times.reach);
  times.settle = static_cast<int>(play.cue.number("settle", 3));
  times.hold = play.span.hold;
  times.over = play.cue.number("how", 0.12);
  if (const Document* ease = play.cue.written->find("ease")) {
    TRY(times.ease, read_ease(ease->scalar));
  }
  (void)performer;
  return strike(play, target, times);
}

Result<> play_swap(const Play& play) {
  const Document* is = play.cue.written->find("is");
  if (is == nullptr) return play.error("swap says is: {group: choice}");
  Performer& performer = *play.scene.performer(play.who);
  const Rig& rig = play.who.kind == Who::Kind::figure ? play.figure().rig
                   : play.who.kind == Who::Kind::prop ? play.prop().rig
                                                      : play.scene.set.rig;
  return swap(performer, *rig.drawing, play.span.start, *is);
}

/// He turns his face to one who stands before or behind him, without turning his body.
Result<> play_look(const Play& play) {
  Keyer keys(play.figure());
  const double t = play.span.start;
  const double k = play.cue.number("how", 1);
  const double dip = t + play.span.anticipation;
  keys.way(t, dip, Ease::out, {{"py", -6 * k}, {"chest", 4 * k}, {"head", 8 * k}});
  const std::string face = play.cue.text("head");
  if (!face.empty()) keys.show(dip, "head", face);
  keys.key(play.span.hit, Ease::out, {{"py", 0}, {"chest", -4 * k}, {"head", -10 * k}});
  keys.key(play.span.hit + 2, Ease::both, {{"chest", -2 * k}, {"head", -7 * k}});
  keys.key(play.span.hit + std::max(3, play.span.hold), Ease::linear, {{"head", -5 * k}});
  return {};
}

/// A start of fright so small that it is only a tremble.
Result<> play_tremble(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const double k = play.cue.number("how", 1);
  const char* way = play.who.kind == Who::Kind::figure ? "px" : "x";
  const char* turn = play.who.kind == Who::Kind::figure ? "chest" : "rot";
  Channel& x = performer.need(way);
  Channel& rot = performer.need(turn);
  const double start = play.span.start;
  const double from = x.at(start);
  const double angle = rot.at(start);
  x.pin(start);
  rot.pin(start);
  const int poses = std::max(1, play.span.hit - play.span.start);
  for (int n = 0; n < poses; ++n) {
    const double sign = n % 2 != 0 ? 1 : -1;
    x.key(start + n + 1, from + sign * (2 + 0.8 * n) * k, Ease::linear);
    rot.key(start + n + 1, angle + sign * (2 + 0.8 * n) * k, Ease::linear);
  }
  x.key(start + poses + 1, from, Ease::linear);
  rot.key(start + poses + 1, angle, Ease::linear);
  return {};
}

}  // namespace

std::vector<Move> body_moves() {
  return {
      {"pose", 0, 4, 4, "fps", "is head prop", play_pose},
      {"take", 2, 2, 7, "f", "head", play_take},
      {"bow", 3, 4, 10, "f", "", play_bow},
      {"turn", 2, 2, 4, "f", "face", play_turn},
      {"look", 1, 3, 3, "f", "head", play_look},
      {"swap", 0, 0, 0, "fps", "is", play_swap},
      {"tremble", 0, 6, 0, "fp", "", play_tremble},
  };
}

}  // namespace onereel::blocking
