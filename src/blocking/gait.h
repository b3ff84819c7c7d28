#pragma once

// Walking: how feet, hips and arms go round in one step, as tables in fractions of a step.

#include <string_view>
#include <vector>

namespace onereel::blocking {

struct GaitKey {
  double share;  ///< of a step; past 1 it is still on the ground while the other foot lands
  double value;
};

struct Gait {
  std::string_view name;
  int poses_a_step;
  double step;  ///< units, for a leg of 142
  double hips;  ///< at contact, against rest
  double lean;
  double ahead;     ///< share of a step the front foot lands before the hips
  double lift_off;  ///< when the toe of the rear foot leaves, in steps after its own contact
  double arms;      ///< swing, degrees each way
  double elbow_back;
  double elbow_fore;
  double surge;                 ///< how much faster the hips go at contact than at passing
  bool hands_up;                ///< hands before the chest, no swing
  std::vector<GaitKey> stance;  ///< sole against the floor while planted
  std::vector<GaitKey> swing_x;
  std::vector<GaitKey> swing_lift;
  std::vector<GaitKey> swing_phi;
  std::vector<GaitKey> hip;  ///< against `hips`
  std::vector<GaitKey> chest;
};

/// walk, gentleman, run, sneak, march, back; nullptr for another word.
const Gait* gait_named(std::string_view name);
std::vector<std::string_view> gait_names();

/// The number of steps nearest to the gait's own for this way, at least one.
int steps_for(const Gait& gait, double distance, double leg_scale);
/// Poses from the first lift of a foot to the last contact.
int poses_for(int steps, int poses_a_step);

}  // namespace onereel::blocking
