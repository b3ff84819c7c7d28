// A pose is taken up: a little the other way, past it, and home; feet step over one by one.

#include <algorithm>
#include <cmath>

#include "target.h"
#include "walk.h"

namespace onereel::blocking {
namespace {

constexpr double against = 0.15;     ///< of the way, in the anticipation
constexpr double drift_home = 0.06;  ///< of the way, in a moving hold
constexpr double foot_still = 4;     ///< units a foot need not step for

bool is_trunk(const std::string& name) {
  return name == "pelvis" || name == "chest" || name == "head";
}

class Striker {
 public:
  Striker(const Play& play, const Target& target, const StrikeTimes& times)
      : play_(play),
        target_(target),
        times_(times),
        performer_(*play.scene.performer(play.who)),
        away_(times.start + times.lead),
        hit_(times.start + times.reach) {}

  Result<> run() {
    if (play_.who.kind == Who::Kind::figure) prepare_figure();
    key_numbers();
    for (const auto& [group, choice] : target_.choices) {
      const auto word = performer_.words.find(group);
      if (word != performer_.words.end()) word->second.set(std::max(away_, hit_ - 1), choice);
    }
    if (target_.hide) performer_.hide(std::max(away_, hit_ - 1), *target_.hide);
    if (play_.who.kind == Who::Kind::figure) {
      step_over();
      move_hands();
      if (target_.grip) return move_grip();
    }
    return {};
  }

 private:
  Figure& figure() { return play_.figure(); }
  double facing() { return figure().value("facing", times_.start, 1) < 0 ? -1 : 1; }

  void prepare_figure() {
    numbers_ = target_.numbers;
    const double px = performer_.value("px", times_.start);
    if (target_.forward) numbers_["px"] = px + facing() * *target_.forward;
    if (!figure().rig.legs) return;
    choose_legs();
    if (target_.stand) stand_up();
    if (target_.foot[near_side]) keep_near_foot();
    for (const Side side : both_sides) {
      if (!target_.step[side]) continue;
      const std::string foot = "fx_" + side_name(side);
      foot_to_[side] = performer_.value(foot, times_.start) + facing() * *target_.step[side];
    }
  }

  void choose_legs() {
    for (const Side side : both_sides) {
      const std::string& name = side_name(side);
      const bool angles = target_.legs_free ||
                          (!target_.stand && !target_.legs_planted &&
                           (numbers_.count("thigh_" + name) + numbers_.count("shin_" + name)) != 0);
      const bool planted = performer_.value("legik_" + name, away_) != 0;
      if (angles && planted) legs_to_angles(play_.scene, figure(), side, away_);
      const bool floor = target_.stand || target_.legs_planted || target_.foot[side].has_value();
      if (floor && !planted && !figure().seated) {
        const auto px = numbers_.find("px");
        const double x = px == numbers_.end() ? performer_.value("px", times_.start) : px->second;
        legs_to_floor(figure(), side, hit_, stand_x(figure(), side, x, facing()));
      }
    }
  }

  /// Feet together again, the near one stays where it is.
  void stand_up() {
    const double foot = performer_.value("fx_near", times_.start);
    const double px = foot - (stand_x(figure(), near_side, 0, facing()));
    numbers_["px"] = px;
    const double far = stand_x(figure(), far_side, px, facing());
    if (std::abs(performer_.value("fx_far", times_.start) - far) >= foot_still) {
      foot_to_[far_side] = far;
    }
    for (const char* name : {"phi_near", "phi_far"}) numbers_.try_emplace(name, 0);
    numbers_.try_emplace("py", -1);
  }

  void keep_near_foot() {
    const double size = figure().scale * performer_.value("scale", times_.start, 1);
    const double px =
        performer_.value("fx_near", times_.start) - facing() * *target_.foot[near_side] * size;
    numbers_["px"] = px;
    for (const Side side : both_sides) {
      const double x = px + facing() * *target_.foot[side] * size;
      if (std::abs(x - performer_.value("fx_" + side_name(side), times_.start)) > foot_still) {
        foot_to_[side] = x;
      }
    }
  }

  void key_numbers() {
    if (play_.who.kind != Who::Kind::figure) numbers_ = target_.numbers;
    if (play_.who.kind == Who::Kind::prop && target_.forward) {
      numbers_["x"] = performer_.value("x", times_.start) + *target_.forward;
    }
    for (const auto& [name, by] : target_.relative) {
      numbers_[name] = performer_.value(name, times_.start) + by;
    }
    for (const auto& [name, value] : numbers_) key_number(name, value);
  }

  void key_number(const std::string& name, double value) {
    Channel* channel = performer_.number(name);
    if (channel == nullptr) return;
    if (name == "facing" || name == "mirror" || name.starts_with("plant_")) {
      channel->jump(hit_, value);
      return;
    }
    const double before = channel->at(times_.start);
    channel->pin(times_.start);
    if (times_.lead > 0) {
      const bool swings = is_trunk(name) || name.starts_with("upper_arm") ||
                          name.starts_with("forearm") || name == "py";
      channel->key(away_, swings ? before - against * (value - before) : before,
                   swings ? Ease::out : Ease::linear);
    }
    const bool exact = play_.who.kind != Who::Kind::figure || name.starts_with("phi_") ||
                       name.starts_with("fy_") || name == "px" || name == "py" ||
                       name == "ground" || name == "scale" || name == "wide" || name == "tall" ||
                       name.starts_with("legik") || name == "shown";
    const double over = exact ? 0 : times_.over;
    channel->key(hit_, value + over * (value - channel->at(away_)), times_.ease);
    if (over != 0 && times_.settle > 0) {
      channel->key(hit_ + std::min(2, times_.settle), value, Ease::both);
    }
    if (times_.hold > 2) hold_moving(*channel, name, value, before);
  }

  /// A hold drifts: nothing at all moving looks like a stopped film.
  void hold_moving(Channel& channel, const std::string& name, double value, double before) {
    const bool drifts = is_trunk(name) || name.starts_with("upper_arm_");
    if (!drifts || play_.who.kind != Who::Kind::figure) return;
    const double way = value - before;
    const double by = std::abs(way) > 8 ? -drift_home * way : name == "head" ? 1.5 : 0.8;
    channel.key(hit_ + times_.hold, value + by, Ease::linear);
  }

  void step_over() {
    if (!figure().rig.legs) return;
    for (const Side side : both_sides) {
      if (!foot_to_[side]) continue;
      const std::string& name = side_name(side);
      const double lands = away_ + std::max(2, times_.reach - times_.lead - 1);
      Channel& x = figure().need("fx_" + name);
      Channel& lift = figure().need("fy_" + name);
      const double from = lift.at(away_);
      const auto wanted = numbers_.find("fy_" + name);
      const double to = wanted == numbers_.end() ? from : wanted->second;
      figure().need("plant_" + name).key(away_, 0, Ease::hold);
      x.pin(away_);
      lift.pin(away_);
      x.key(lands, *foot_to_[side], Ease::both);
      lift.key((away_ + lands) / 2, std::max(from, to) + 12, Ease::out);
      lift.key(lands, to, Ease::in);
      figure().need("plant_" + name).key(lands, to <= 3 ? 1 : 0, Ease::hold);
    }
  }

  void key_wrist(Side side, double wrist) {
    Channel& channel = figure().need("ha_" + side_name(side));
    channel.pin(times_.start);
    channel.key(hit_, wrist, Ease::both);
  }

  void move_hands() {
    if (!figure().rig.arms) return;
    for (const Side side : both_sides) {
      if (target_.hand[side]) {
        aim_hand(figure(), side, away_, hit_, times_.ease, target_.hand[side]->spot);
        key_wrist(side, target_.hand[side]->wrist.value_or(0));
      } else if (target_.let_go[side]) {
        free_hand(figure(), side, away_, hit_);
      } else if (target_.take_hold[side]) {
        take_hold(side);
      }
    }
  }

  void take_hold(Side side) {
    const auto prop = play_.prop_in_play();
    if (!prop) return;
    const Who who = play_.scene.by_name.find((*prop)->id)->second;
    const std::string grip = side == far_side && (*prop)->rig.drawing->point("grip_2")
                                 ? "grip_2"
                                 : (*prop)->lead.at(hit_);
    aim_hand(figure(), side, away_, hit_, Ease::out,
             {grip.empty() ? Spot::Kind::local : Spot::Kind::point, who, grip, {}});
  }

  /// The prop leads: it goes its own way before the hips, and the hands are on it.
  Result<> move_grip() {
    TRY(Prop * prop, play_.prop_in_play());
    lead_with(play_.scene, *prop, away_, play_.who.index);
    Channel& x = prop->need("x");
    Channel& height = prop->need("h");
    Channel& rot = prop->need("rot");
    const Target::Grip& grip = *target_.grip;
    const double from_x = x.at(away_);
    const double from_h = height.at(away_);
    const double from_rot = rot.at(away_);
    for (Channel* channel : {&x, &height, &rot}) channel->pin(away_);
    const bool far = std::abs(from_x - grip.forward) + std::abs(from_h - grip.height) > 60;
    const double over = times_.over > 0 ? 0.12 : 0;
    x.key(hit_, grip.forward, times_.ease);
    height.key(hit_, grip.height, times_.ease, far && grip.height > from_h ? 14 : 0);
    rot.key(hit_, grip.tilt + over * (grip.tilt - from_rot), times_.ease);
    if (over != 0) rot.key(hit_ + 2, grip.tilt, Ease::both);
    if (times_.hold > 2) {
      height.pin(hit_ + 2);
      height.key(hit_ + times_.hold, grip.height - 3, Ease::linear);
    }
    return {};
  }

  const Play& play_;
  const Target& target_;
  const StrikeTimes& times_;
  Performer& performer_;
  double away_;
  double hit_;
  std::map<std::string, double> numbers_;
  std::array<std::optional<double>, 2> foot_to_;
};

/// The pose up to which an aim was asked for is over: later aims begin anew.
void forget_after(std::vector<HandAim>& aims, double pose) {
  while (!aims.empty() && aims.back().from > pose - 1.0e-6) aims.pop_back();
}

}  // namespace

void aim_hand(Figure& figure, Side side, double from, double until, Ease ease, const Spot& spot,
              double arc) {
  if (!figure.rig.arms) return;
  auto& aims = figure.aims[side];
  forget_after(aims, from);
  Channel& weight = figure.need("ik_" + side_name(side));
  const bool was_free = weight.at(from) <= 0;
  aims.push_back({from, was_free ? from : until, ease, arc, spot});
  if (until <= from) {
    weight.jump(from, 1);
    return;
  }
  weight.pin(from);
  weight.key(until, 1, Ease::out);
}

void free_hand(Figure& figure, Side side, double from, double until) {
  Channel& weight = figure.need("ik_" + side_name(side));
  weight.pin(from);
  weight.key(until, 0, Ease::both);
}

void legs_to_angles(const Scene& scene, Figure& figure, Side side, double pose) {
  if (!figure.rig.legs) return;
  const Posture posture = trunk_of(scene, figure, pose);
  const std::string& name = side_name(side);
  for (const std::string& part : {"thigh_" + name, "shin_" + name, "foot_" + name}) {
    const int index = figure.rig.part(part);
    figure.need(part).jump(pose, posture.angles[static_cast<std::size_t>(index)]);
  }
  figure.need("legik_" + name).jump(pose, 0);
  figure.need("plant_" + name).jump(pose, 0);
}

void legs_to_floor(Figure& figure, Side side, double pose, double foot_x) {
  const std::string& name = side_name(side);
  figure.need("fx_" + name).jump(pose, foot_x);
  figure.need("fy_" + name).jump(pose, 0);
  figure.need("phi_" + name).jump(pose, 0);
  figure.need("legik_" + name).jump(pose, 1);
  figure.need("plant_" + name).jump(pose, 1);
}

void lead_with(Scene& scene, Prop& prop, double pose, int hand_who) {
  const PropFrame& now = frame_at(prop, pose);
  const Who holder{Who::Kind::figure, hand_who};
  if (now.kind == PropFrame::Kind::hips && now.who == holder) return;
  PropFrame frame;
  frame.from = pose;
  frame.kind = PropFrame::Kind::hips;
  frame.who = holder;
  frame.side = now.who == holder ? now.side : near_side;
  Figure& figure = scene.figures[static_cast<std::size_t>(hand_who)];
  const std::string& lead = prop.lead.at(pose);
  const std::string grip = !lead.empty() ? lead : prop.rig.drawing->point("grip") ? "grip" : "";
  put_into(scene, prop, frame, grip);
  const Who self = scene.by_name.find(prop.id)->second;
  const Spot spot{grip.empty() ? Spot::Kind::local : Spot::Kind::point, self, grip, {}};
  aim_hand(figure, frame.side, pose, pose + 2, Ease::out, spot);
}

Result<> strike(const Play& play, const Target& target, const StrikeTimes& times) {
  return Striker(play, target, times).run();
}

}  // namespace onereel::blocking
