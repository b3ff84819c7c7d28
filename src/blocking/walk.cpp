#include "walk.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace onereel::blocking {
namespace {

constexpr double stance_half = 13;  ///< closer, and the light between the legs is gone

/// One step while its keys are written.
struct Step {
  int number = 0;
  bool first = false;
  bool last = false;
  bool last_but_one = false;
  double start = 0;
  int poses = 0;
  double hips_from = 0;
  double hips_to = 0;
  double foot_to = 0;
  Side swinging = near_side;
};

class Walker {
 public:
  Walker(Figure& figure, const WalkPlan& plan)
      : figure_(figure),
        plan_(plan),
        gait_(*plan.gait),
        facing_(figure.value("facing", plan.start, 1) < 0 ? -1 : 1),
        from_(figure.value("px", plan.start)),
        direction_(plan.to < from_ ? -1 : 1),
        size_(figure.rig.leg_scale),
        step_(std::abs(plan.to - from_) / plan.steps) {}

  double run() {
    pin_all();
    double time = begin();
    Side swinging = rear_foot(time);
    double hips = from_;
    for (int number = 0; number <= plan_.steps; ++number) {
      const Step step = plan_step(number, time, hips, swinging);
      swing_foot(step);
      move_hips(step);
      swing_arms(step);
      stance_[swinging] = step.foot_to;
      hips = step.hips_to;
      time += step.poses;
      swinging = other(swinging);
    }
    settle(time);
    return time;
  }

 private:
  Channel& at(const std::string& name) { return figure_.need(name); }
  Channel& at(const std::string& name, Side side) { return figure_.need(name + side_name(side)); }

  void pin_all() {
    for (const char* name : {"px", "py", "pelvis", "chest", "head"}) at(name).pin(plan_.start);
    for (const Side side : both_sides) {
      for (const char* name : {"fx_", "fy_", "phi_", "plant_"}) at(name, side).pin(plan_.start);
      if (!plan_.swings[side]) continue;
      for (const char* name : {"upper_arm_", "forearm_", "hand_"}) at(name, side).pin(plan_.start);
    }
  }

  /// Weight back and down, trunk against the way, before the first foot leaves the floor.
  double begin() {
    const double start = plan_.start + plan_.anticipation;
    const double hips = gait_.hips * size_;
    if (plan_.anticipation > 0) {
      at("py").key(start - 1, hips + 1, Ease::out);
      at("px").key(start - 1, from_ - 5 * direction_, Ease::out);
      at("pelvis").key(start - 1, -3 - gait_.lean * 0.25, Ease::out);
      at("chest").key(start - 1, -3, Ease::out);
      at("head").key(start - 1, 4, Ease::out);
      at("py").key(start, hips, Ease::in);
    }
    at("px").key(start, plan_.anticipation > 0 ? from_ - 4 * direction_ : from_, Ease::linear);
    return start;
  }

  Side rear_foot(double time) {
    for (const Side side : both_sides) stance_[side] = at("fx_", side).at(time);
    return (stance_[near_side] - stance_[far_side]) * direction_ < 0 ? near_side : far_side;
  }

  Step plan_step(int number, double time, double hips, Side swinging) const {
    Step step;
    step.number = number;
    step.first = number == 0;
    step.last = number == plan_.steps;
    step.last_but_one = number == plan_.steps - 1;
    step.start = time;
    step.poses = step.last ? plan_.closing : plan_.poses_a_step;
    step.hips_from = hips;
    const double way = number > 0 && !step.last ? step_ : step_ / 2;
    step.hips_to = step.last ? plan_.to : hips + way * direction_;
    const double ahead = number < plan_.steps - 1 ? gait_.ahead : 0.5;
    step.foot_to = step.last ? stand_x(figure_, swinging, step.hips_to, facing_)
                             : step.hips_to + direction_ * step_ * ahead;
    step.swinging = swinging;
    return step;
  }

  double lift_off(const Step& step) const {
    if (step.first) return 1;
    if (gait_.lift_off < 1) return -(1 - gait_.lift_off) * plan_.poses_a_step;
    return (gait_.lift_off - 1) * plan_.poses_a_step;
  }

  void swing_foot(const Step& step) {
    const Side side = step.swinging;
    const double leaves =
        std::max(step.start + lift_off(step), at("plant_", side).last_at() + 0.01);
    const double lands = step.start + step.poses;
    at("plant_", side).key(leaves, 0, Ease::hold);
    if (step.first) at("phi_", side).key(leaves, -20, Ease::in);
    at("fx_", side).pin(leaves);
    at("fy_", side).pin(leaves);
    const double from = stance_[side];
    const double span = lands - leaves;
    const double high = step.last ? 0.6 : 1;
    for (const GaitKey& key : gait_.swing_x) {
      at("fx_", side)
          .key(leaves + span * key.share, from + (step.foot_to - from) * key.value, Ease::linear);
    }
    for (const GaitKey& key : gait_.swing_lift) {
      at("fy_", side).key(leaves + span * key.share, key.value * high * size_, Ease::both);
    }
    for (std::size_t k = 1; k < gait_.swing_phi.size(); ++k) {
      const GaitKey& key = gait_.swing_phi[k];
      const double phi = !step.last ? key.value : key.share < 1 ? key.value * high : 0;
      at("phi_", side).key(leaves + span * key.share, phi, Ease::linear);
    }
    at("plant_", side).key(lands, 1, Ease::hold);
    if (!step.last) roll_over(step, lands);
    if (step.first) push_off(step);
  }

  /// The foot that has just landed rolls from heel to toe during the next step. The front foot of a
  /// stop stays flat: on its heel-up keys he would stand on tiptoe.
  void roll_over(const Step& step, double lands) {
    for (std::size_t k = 1; k < gait_.stance.size(); ++k) {
      const GaitKey& key = gait_.stance[k];
      if (key.share > gait_.lift_off + 1.0e-6) continue;
      if (step.last_but_one && key.share > 1) continue;
      const double phi = step.last_but_one && key.share > 0.5 ? 0 : key.value;
      at("phi_", step.swinging).key(lands + key.share * plan_.poses_a_step, phi, Ease::linear);
    }
  }

  /// In the first step the other foot is the one that pushes.
  void push_off(const Step& step) {
    for (std::size_t k = 2; k < gait_.stance.size(); ++k) {
      const GaitKey& key = gait_.stance[k];
      if (key.share > gait_.lift_off) continue;
      const double phi = key.share > 0.62 || gait_.lift_off < 1 ? key.value : 0;
      at("phi_", other(step.swinging))
          .key(step.start + std::max(key.share, 0.5) * plan_.poses_a_step, phi, Ease::linear);
    }
  }

  /// Faster at contact than at passing: that is the weight.
  double hips_share(const Step& step, double u) const {
    if (step.first) return u * u * 0.5 + u * 0.5;
    if (step.last) return eased(Ease::out, u) * 0.75 + u * 0.25;
    return u + gait_.surge * std::sin(2 * std::numbers::pi * u) / (2 * std::numbers::pi);
  }

  void move_hips(const Step& step) {
    const double base =
        step.first && plan_.anticipation > 0 ? step.hips_from - 4 * direction_ : step.hips_from;
    for (int half = 1; half <= step.poses * 2; ++half) {
      const double u = half / (step.poses * 2.0);
      at("px").key(step.start + u * step.poses, base + (step.hips_to - base) * hips_share(step, u),
                   Ease::linear);
    }
    const double rest = gait_.hips * size_;
    for (const GaitKey& key : gait_.hip) {
      at("py").key(step.start + key.share * step.poses,
                   (rest + key.value * size_) * (step.last ? 1 - key.share : 1), Ease::both);
    }
    at("py").key(step.start + step.poses, step.last ? -3 : rest, Ease::both);
    for (const GaitKey& key : gait_.chest) {
      const double time = step.start + key.share * step.poses;
      const double lean = gait_.lean;
      at("chest").key(time, key.value + lean * 0.25, Ease::both);
      at("pelvis").key(time, step.last ? lean * 0.65 * (1 - key.share) : lean * 0.75, Ease::both);
      at("head").key(time + 1, -lean * 0.8 - key.value * 0.8, Ease::both);
    }
  }

  void key_arm(Side side, double time, double upper, double elbow) {
    if (!plan_.swings[side]) return;
    at("upper_arm_", side).key(time, upper, Ease::both);
    at("forearm_", side).key(time, elbow, Ease::both);
  }

  /// The arm opposite to the swinging leg goes forward, one pose late; its hand a pose later still.
  void swing_arms(const Step& step) {
    const double end = step.start + step.poses;
    if (gait_.hands_up) return hold_hands_up(step);
    const Side fore = other(step.swinging);
    const double swing = step.last ? 4 : gait_.arms;
    const double late = plan_.poses_a_step > 4 ? 1 : 0.5;
    key_arm(fore, end + late, swing + gait_.lean * 0.6, gait_.elbow_fore);
    key_arm(step.swinging, end + late, -swing + gait_.lean * 0.6, gait_.elbow_back);
    for (const Side side : both_sides) {
      if (!plan_.swings[side]) continue;
      const double sign = side == fore ? 1 : -1;
      at("hand_", side).key(step.start + step.poses * 0.5 + late + 1, -14 * sign, Ease::both);
      at("hand_", side).key(end + late + 1, side == fore ? 8 : -4, Ease::both);
    }
  }

  void hold_hands_up(const Step& step) {
    for (const GaitKey& key : {GaitKey{.28, 1}, {.62, 1}, {1, 0}}) {
      const double time = step.start + key.share * step.poses;
      const bool far_swings = step.swinging == far_side;
      key_arm(near_side, time, far_swings ? 62 - 8 * key.value : 48 + 8 * key.value,
              55 + 12 * key.value);
      key_arm(far_side, time, 52 + 10 * key.value, 66 - 10 * key.value);
      if (plan_.swings[near_side]) at("hand_near").key(time, 20 + 20 * key.value, Ease::both);
      if (plan_.swings[far_side]) at("hand_far").key(time, 26, Ease::both);
    }
  }

  /// He stops, and what is loose in him stops later.
  void settle(double time) {
    at("chest").key(time + 1, gait_.lean * 0.2 + 6, Ease::out);
    at("pelvis").key(time + 1, 2, Ease::out);
    at("head").key(time + 1, 3, Ease::out);
    for (const auto& [late, chest, pelvis] :
         {std::tuple{4.0, -3.0, -1.0}, std::tuple{8.0, 0.0, 0.0}}) {
      at("chest").key(time + late, chest, Ease::both);
      at("pelvis").key(time + late, pelvis, Ease::both);
      at("head").key(time + late, chest, Ease::both);
    }
    at("py").key(time + 3, -6 * size_, Ease::both);
    at("py").key(time + 7, -1, Ease::both);
    for (const Side side : both_sides) {
      if (!plan_.swings[side]) continue;
      at("upper_arm_", side).key(time + 2, side == near_side ? 12 : 10, Ease::out);
      at("upper_arm_", side).key(time + 5, -5, Ease::both);
      at("upper_arm_", side).key(time + 9, 2, Ease::both);
      at("forearm_", side).key(time + 9, 8, Ease::both);
      at("hand_", side).key(time + 9, 4, Ease::both);
    }
  }

  Figure& figure_;
  const WalkPlan& plan_;
  const Gait& gait_;
  double facing_;
  double from_;
  double direction_;
  double size_;
  double step_;
  std::array<double, 2> stance_{};
};

}  // namespace

double stand_x(const Figure& figure, Side side, double px, double facing) {
  const double half = stance_half * figure.rig.leg_scale * figure.scale;
  return px + facing * (side == near_side ? half : -half);
}

double walk(Figure& figure, const WalkPlan& plan) {
  return Walker(figure, plan).run();
}

}  // namespace onereel::blocking
