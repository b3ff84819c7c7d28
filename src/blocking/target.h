#pragma once

// What a pose asks of a performer, and how it is taken up: the generic move that carries most of
// the acting, and the keys of a gag's own moves.

#include <map>
#include <optional>
#include <set>
#include <string>

#include "move_table.h"

namespace onereel::blocking {

/// A pose in channel values. Only what is named changes.
struct Target {
  std::map<std::string, double> numbers;   ///< channels as they are
  std::map<std::string, double> relative;  ///< channel -> how far from where it is
  std::map<std::string, std::string> choices;
  std::optional<std::set<std::string>> hide;
  std::array<std::optional<double>, 2> step;  ///< foot forward of where it is
  std::array<std::optional<double>, 2> foot;  ///< foot forward of the hips, from a kit pose
  std::optional<double> forward;              ///< hips forward of where they are
  bool stand = false;                         ///< feet side by side under the hips
  bool legs_free = false;                     ///< legs as angles, not planted
  bool legs_planted = false;
  struct Hand {
    Spot spot;
    std::optional<double> wrist;
  };
  std::array<std::optional<Hand>, 2> hand;
  std::array<bool, 2> let_go{};     ///< free_near: back to the arm's own angles
  std::array<bool, 2> take_hold{};  ///< hold_near: back to the prop
  struct Grip {
    double forward = 0;
    double height = 0;
    double tilt = 0;
  };
  std::optional<Grip> grip;
};

struct StrikeTimes {
  double start = 0;
  int lead = 0;   ///< poses the other way, of `reach`
  int reach = 4;  ///< poses from start to the hit
  int settle = 3;
  int hold = 0;
  Ease ease = Ease::both;
  double over = 0.12;  ///< how far past, as a share of the way
};

/// Fields of a pose for this performer.
/// @error fix_input  a channel, part or choice it does not have.
Result<Target> read_target(const Scene& scene, Who who, const Document& fields);
/// A pose by name: the gag's own, or one that is kept beside the puppet.
Result<Target> target_named(const Play& play, const std::string& name, const Document& where);

Result<> strike(const Play& play, const Target& target, const StrikeTimes& times);

/// The hand of this side goes to `spot` between two poses, and stays with it.
void aim_hand(Figure& figure, Side side, double from, double until, Ease ease, const Spot& spot,
              double arc = 0);
void free_hand(Figure& figure, Side side, double from, double until);
/// Legs of this side as angles from `pose` on, without a seam; and back on the floor.
void legs_to_angles(const Scene& scene, Figure& figure, Side side, double pose);
void legs_to_floor(Figure& figure, Side side, double pose, double foot_x);
/// The prop leads and the hands of its holder come to its grips.
void lead_with(Scene& scene, Prop& prop, double pose, int hand_who);

/// Choices and hidden parts.
Result<> swap(Performer& performer, const drawing::Drawing& drawing, double pose,
              const Document& choices);

}  // namespace onereel::blocking
