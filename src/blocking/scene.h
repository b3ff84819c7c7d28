#pragma once

// Everybody and everything on the stage, each as a set of channels, and where it stands at a pose.
// All functions here are pure: they read keys and give places; nothing is remembered between poses.

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "channel.h"
#include "onereel/blocking/stage_pose.h"
#include "rig.h"
#include "strokes.h"

namespace onereel::blocking {

inline constexpr double acting_floor = 826;

/// One of the performers. Props and the set act like the cast.
struct Who {
  enum class Kind : unsigned char { none, figure, prop, set };
  Kind kind = Kind::none;
  int index = -1;
  bool operator==(const Who&) const = default;
  explicit operator bool() const { return kind != Kind::none; }
};

/// A place that may move.
struct Spot {
  enum class Kind : unsigned char {
    stage,  ///< at = stage coordinates
    own,    ///< at = (forward of the hips' x, height over what the figure stands on)
    point,  ///< a named point of `who`, plus `at` in stage units
    local,  ///< `at` in the rest coordinates of a part of `who`
  };
  Kind kind = Kind::stage;
  Who who;
  std::string name;  ///< point id, or part name
  Point at;
};

/// From `from` on the hand goes to `spot`, and is there at `until`.
struct HandAim {
  double from = 0;
  double until = 0;
  Ease ease = Ease::both;
  double arc = 0;
  Spot spot;
};

/// From `from` on the figure or prop is carried by a part of another.
struct Carrier {
  double from = 0;
  Who who;            ///< none: put down again
  std::string part;   ///< part, point or set piece
  bool turns = true;  ///< takes its turning too, not only its way
  Matrix rest;        ///< inverse of where the carrier was at `from`
};

struct CapFlight {
  double from = 0;
  double until = 0;
  double height = 120;
  double turns = -1;
};

/// Between `from` and `until` the performer is posed as at another time: film run backwards, an
/// echo, a man who stands still.
struct TimeWarp {
  double from = 0;
  double until = 0;
  double source_from = 0;
  double source_to = 0;
  Ease ease = Ease::linear;
};

/// Channels and choices by name, shared by figures, props and the set.
struct Performer {
  std::string id;
  std::map<std::string, Channel, std::less<>> numbers;
  std::map<std::string, Choice, std::less<>> words;
  std::vector<Carrier> carriers;
  std::vector<std::pair<double, std::set<std::string>>> hides;
  std::vector<TimeWarp> warps;

  /// The pose whose keys are played at `pose`.
  double own_time(double pose) const;
  Channel* number(std::string_view name);
  Channel& need(const std::string& name, double rest = 0);
  double value(std::string_view name, double pose, double otherwise = 0) const;
  const std::string& word(std::string_view name, double pose) const;
  const std::set<std::string>& hidden(double pose) const;
  void hide(double pose, std::set<std::string> parts);
};

struct Figure : Performer {
  Rig rig;
  double scale = 1;  ///< of the drawing as it stands, without data-scale
  int layer = 10;
  std::array<std::vector<HandAim>, 2> aims;
  std::vector<CapFlight> cap_flights;
  std::vector<std::pair<double, double>> walks;  ///< spans in which a legless figure walks
  std::vector<std::string> walk_cycle;
  bool seated = false;  ///< drawn on its chair: legs are never solved
};

/// What carries a prop, from `from` on. Its channels x, h, rot are read in that frame.
struct PropFrame {
  enum class Kind : unsigned char {
    stage,  ///< x, h over the floor
    hips,   ///< x forward of the holder's hips, h over what he stands on; hands come to it
    hand,   ///< offset from the holder's palm; it comes with the hand
    point,  ///< offset from a point of another performer, turning with its part if `turns`
    worn,   ///< a part of a puppet, where the puppet has it
  };
  double from = 0;
  Kind kind = Kind::stage;
  Who who;
  Side side = near_side;
  std::string point;
  bool turns = false;
};

struct Prop : Performer {
  Rig rig;
  double scale = 1;
  int layer = 0;
  std::vector<PropFrame> frames;  ///< never empty
  Choice lead;                    ///< the point that has the path; empty: the origin
  std::string only_part;          ///< a part of a puppet that can come off: "cap"
  Who part_of;
  std::vector<std::string> painted;  ///< only_part and all that hangs on it
  std::map<std::string, Choice> labels;
};

/// A moving piece of the set, and the stage itself.
struct SetPiece : Performer {
  Rig rig;
  std::vector<std::pair<double, Spot>> aims;  ///< of the iris, from a pose on
};

/// A figure at a pose, before it is painted.
struct Posture {
  double px = 0;
  double facing = 1;
  double ground = 0;
  Matrix home;                    ///< rest -> stage, before anything carries the figure
  Matrix carried;                 ///< home stage -> stage
  std::vector<double> angles;     ///< by part
  std::vector<Matrix> parts;      ///< by part, rest -> stage
  std::array<double, 2> reach{};  ///< how far a hand fell short of its aim
};

struct PropPose {
  Matrix placed;  ///< rest -> stage
  std::vector<Matrix> parts;
};

struct Scene {
  std::vector<Figure> figures;
  std::vector<Prop> props;
  SetPiece set;
  std::map<std::string, Who, std::less<>> by_name;
  std::vector<Effect> effects;
  std::map<std::string, std::pair<double, double>> marks;  ///< x, height

  Performer* performer(Who who);
  const Performer* performer(Who who) const;
};

/// How deep one performer may hang on another; past it a ring of holders is cut.
inline constexpr int carried_depth_max = 8;

/// Trunk and legs; arms as keyed, no hanging links. What a held prop needs to know.
Posture trunk_of(const Scene& scene, const Figure& figure, double pose, int depth = 0);
/// With arms on their aims.
Posture posture_of(const Scene& scene, const Figure& figure, double pose, int depth = 0);
/// With scarf, tails and chains too: as it is painted.
Posture painted_of(const Scene& scene, const Figure& figure, double pose);
PropPose place_of(const Scene& scene, const Prop& prop, double pose, int depth = 0);
/// Stage coordinates of a spot; `own` spots are those of `self`.
Point spot_at(const Scene& scene, const Spot& spot, const Figure* self, double pose, int depth = 0);
/// Rest -> stage of a named part or of the part a named point belongs to.
Matrix part_frame(const Scene& scene, Who who, const std::string& name, double pose, int depth = 0);
Matrix carrier_of(const Scene& scene, const Performer& performer, double pose, int depth);
/// The point `name` of `who` in rest coordinates, if it has one: "hand_near" means its tip, "cap"
/// the pin of that part.
std::optional<std::pair<std::string, Point>> named_point(const Scene& scene, Who who,
                                                         const std::string& name);
/// Rest -> parent coordinates of every part, from the root.
std::vector<Matrix> matrices_of(const Rig& rig, const std::vector<double>& angles,
                                const Matrix& root);
/// The farthest the hand of this side can be from its shoulder, in rest units.
double arm_reach(const Rig& rig, Side side, double wrist_degrees);
/// The part a thing at `pose` is in the frame of.
const PropFrame& frame_at(const Prop& prop, double pose);
/// From frame.from on the prop is read in that frame; it is seen where it was.
/// @param lead  the point of the prop that has the path; empty: its origin.
void put_into(const Scene& scene, Prop& prop, PropFrame frame, const std::string& lead);
/// From `pose` on `part` of `who` carries the performer; none: it is put down where it is seen.
void carry(const Scene& scene, Performer& performer, Who who, const std::string& part, double pose,
           bool turns);
/// The channel angles of all parts at a pose.
std::vector<double> keyed_angles(const Figure& figure, double pose);

/// Swapped drawings of a puppet, prop or set by group id, also those inside a part.
struct Swaps {
  std::vector<std::string> choices;
  std::string shown;
};
std::map<std::string, Swaps> swaps_of(const drawing::Drawing& drawing);

/// Adds the channels every figure, prop or set has.
void give_channels(Figure& figure, double x, double facing);
void give_channels(Prop& prop);
void give_channels(SetPiece& set);

}  // namespace onereel::blocking
