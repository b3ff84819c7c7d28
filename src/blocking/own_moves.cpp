#include "own_moves.h"

#include <algorithm>

#include "keyer.h"
#include "target.h"
#include "walk.h"

namespace onereel::blocking {
namespace {

/// Where the poses of the written move fall in the cue: the action is stretched by `for:` and
/// repeated by `times:`; what comes before and after keeps its length.
class MoveClock {
 public:
  MoveClock(const Play& play, const OwnMove& move) : move_(move), start_(play.span.start) {
    times_ = std::max(1, static_cast<int>(play.cue.number("times", 1)));
    const double once = std::max(1, move.action);
    stretch_ = play.span.action / (once * times_);
    action_ = play.span.action;
  }
  int times() const { return times_; }
  bool in_action(double pose) const {
    return pose > move_.anticipation && pose <= move_.anticipation + move_.action;
  }
  double at(double pose, int round) const {
    if (pose <= move_.anticipation) return start_ + pose;
    if (!in_action(pose)) {
      return start_ + move_.anticipation + action_ + (pose - move_.anticipation - move_.action);
    }
    const double within = pose - move_.anticipation + round * move_.action;
    return start_ + move_.anticipation + within * stretch_;
  }

 private:
  const OwnMove& move_;
  double start_;
  double action_ = 0;
  double stretch_ = 1;
  int times_ = 1;
};

struct Bases {
  double px = 0;
  double x = 0;
  double facing = 1;
  std::map<std::string, double> relative;
  std::array<double, 2> feet{};
  std::array<double, 2> hand_since{};
};

Bases bases_of(const Play& play) {
  const Performer& performer = *play.scene.performer(play.who);
  const double t = play.span.start;
  Bases bases;
  bases.px = performer.value("px", t);
  bases.x = performer.value("x", t);
  bases.facing = performer.value("facing", t, 1) < 0 ? -1 : 1;
  for (const char* name : {"h", "ground", "rot", "py"})
    bases.relative[name] = performer.value(name, t);
  bases.feet = {performer.value("fx_near", t), performer.value("fx_far", t)};
  bases.hand_since = {t, t};
  return bases;
}

/// Which legs are angles and which are planted, before their keys are written.
void settle_legs(const Play& play, const Target& target, double pose, double key_pose) {
  if (play.who.kind != Who::Kind::figure || !play.figure().rig.legs) return;
  Figure& figure = play.figure();
  for (const Side side : both_sides) {
    const std::string& name = side_name(side);
    const bool angles = target.legs_free || target.numbers.count("thigh_" + name) != 0 ||
                        target.numbers.count("shin_" + name) != 0;
    if (angles && figure.value("legik_" + name, pose) != 0) {
      legs_to_angles(play.scene, figure, side, pose);
    }
    const bool plants = target.legs_planted || target.stand;
    if (!plants || figure.seated || figure.value("legik_" + name, key_pose) != 0) continue;
    const double facing = figure.value("facing", key_pose, 1);
    double px = figure.value("px", key_pose);
    if (target.forward) px = figure.value("px", play.span.start) + facing * *target.forward;
    legs_to_floor(figure, side, key_pose, stand_x(figure, side, px, facing));
  }
}

void key_hands(const Play& play, const Target& target, const OwnMove::Key& key, double pose,
               Bases& bases) {
  if (play.who.kind != Who::Kind::figure || !play.figure().rig.arms) return;
  for (const Side side : both_sides) {
    double& since = bases.hand_since[side];
    if (target.hand[side]) {
      aim_hand(play.figure(), side, since, pose, key.ease, target.hand[side]->spot);
      if (target.hand[side]->wrist) {
        Keyer(play.figure())
            .way(since, pose, key.ease,
                 {{side == near_side ? "ha_near" : "ha_far", *target.hand[side]->wrist}});
      }
      since = pose;
    } else if (target.let_go[side]) {
      free_hand(play.figure(), side, since, pose);
      since = pose;
    }
  }
}

Result<> key_grip(const Play& play, const Target& target, const OwnMove::Key& key, double pose) {
  if (!target.grip) return {};
  TRY(Prop * prop, play.prop_in_play());
  lead_with(play.scene, *prop, play.span.start, play.who.index);
  Keyer keys(*prop);
  keys.key(pose, key.ease,
           {{"x", target.grip->forward}, {"h", target.grip->height}, {"rot", target.grip->tilt}});
  return {};
}

void key_numbers(const Play& play, const Target& target, const OwnMove::Key& key, double pose,
                 const Bases& bases) {
  Performer& performer = *play.scene.performer(play.who);
  const double how = play.cue.number("how", 1);
  for (const auto& [name, value] : target.numbers) {
    Channel* channel = performer.number(name);
    if (channel == nullptr) continue;
    if (name == "facing" || name == "mirror" || name == "shown" || name.starts_with("plant_")) {
      channel->jump(pose, value);
      continue;
    }
    channel->key(pose, value * how, key.ease);
  }
  for (const auto& [name, by] : target.relative) {
    const auto base = bases.relative.find(name);
    performer.need(name).key(pose, (base == bases.relative.end() ? 0 : base->second) + by * how,
                             key.ease);
  }
  if (target.forward) {
    const bool figure = play.who.kind == Who::Kind::figure;
    performer.need(figure ? "px" : "x")
        .key(pose, figure ? bases.px + bases.facing * *target.forward : bases.x + *target.forward,
             key.ease);
  }
  for (const Side side : both_sides) {
    if (!target.step[side]) continue;
    performer.need("fx_" + side_name(side))
        .key(pose, bases.feet[side] + bases.facing * *target.step[side], key.ease);
  }
}

void pin_all(Performer& performer, const std::vector<Target>& targets, double start) {
  for (const Target& target : targets) {
    for (const auto& [name, value] : target.numbers) {
      Channel* channel = performer.number(name);
      if (channel != nullptr) channel->pin(start);
    }
    for (const auto& [name, value] : target.relative) performer.need(name).pin(start);
    if (target.forward) performer.need(performer.number("px") != nullptr ? "px" : "x").pin(start);
    for (const Side side : both_sides) {
      if (target.step[side]) performer.need("fx_" + side_name(side)).pin(start);
    }
  }
}

}  // namespace

Result<> play_own_move(const Play& play, const OwnMove& move) {
  Performer& performer = *play.scene.performer(play.who);
  const MoveClock clock(play, move);
  std::vector<Target> targets;
  for (const OwnMove::Key& key : move.keys) {
    TRY(Target target, read_target(play.scene, play.who, *key.pose_fields));
    targets.push_back(std::move(target));
  }
  Bases bases = bases_of(play);
  pin_all(performer, targets, play.span.start);
  for (int round = 0; round < clock.times(); ++round) {
    for (std::size_t k = 0; k < move.keys.size(); ++k) {
      const OwnMove::Key& key = move.keys[k];
      const bool repeats = clock.in_action(key.pose);
      const bool before = key.pose <= move.anticipation;
      if (!repeats && (before ? round != 0 : round != clock.times() - 1)) continue;
      const double pose = clock.at(key.pose, round);
      settle_legs(play, targets[k], play.span.start, pose);
      key_numbers(play, targets[k], key, pose, bases);
      key_hands(play, targets[k], key, pose, bases);
      TRY_DO(key_grip(play, targets[k], key, pose));
      for (const auto& [group, choice] : targets[k].choices) {
        performer.words.find(group)->second.set(pose, choice);
      }
      if (targets[k].hide) performer.hide(pose, *targets[k].hide);
    }
  }
  const Rig& rig = play.who.kind == Who::Kind::figure ? play.figure().rig
                   : play.who.kind == Who::Kind::prop ? play.prop().rig
                                                      : play.scene.set.rig;
  for (const auto& [pose, choices] : move.swaps) {
    TRY_DO(swap(performer, *rig.drawing, clock.at(pose, clock.times() - 1), *choices));
  }
  return {};
}

}  // namespace onereel::blocking
