#pragma once

// One drawing of the art kit (puppet, prop, set, card ground), read from a small SVG subset: parts
// with pins, shapes in greys, and the markers that only the program reads. Values; no pixels.
// The format is described in docs/art_kit.md.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/base/result.h"

namespace onereel::drawing {

struct PathStep {
  enum class Kind : unsigned char { move, line, curve, close };
  Kind kind = Kind::move;
  Point to;        ///< move, line, curve
  Point control1;  ///< curve
  Point control2;  ///< curve
};

struct GradientStop {
  double offset = 0;   ///< 0..1
  double grey = 0;     ///< 0 black .. 1 white
  double opacity = 1;  ///< 0..1
};

struct Gradient {
  bool radial = false;
  Point from;         ///< linear: start. radial: focus
  Point to;           ///< linear: end. radial: centre
  double radius = 0;  ///< radial
  Matrix transform;   ///< gradient space -> user space (bounding box already worked in)
  std::vector<GradientStop> stops;
};

/// What a shape is filled or stroked with. All art is grey: the green channel is taken.
struct Paint {
  double grey = 0;
  double opacity = 1;
  std::optional<Gradient> gradient = {};
};

struct Shape {
  std::vector<PathStep> path;  ///< in the drawing's own rest coordinates, transforms applied
  std::optional<Paint> fill = {};
  bool even_odd = false;
  std::optional<Paint> stroke = {};
  double stroke_width = 1;
  bool round_cap = false;   ///< otherwise butt
  bool round_join = false;  ///< otherwise mitre
  bool rim_under = false;   ///< data-rim="under": painted only where the figure's ink already is
  std::string id;           ///< may be empty
  std::string kind;         ///< class: "window", "flap" or empty
};

/// Attributes of a drawing that only the program reads, without their "data-": "blur" -> "1.5".
using Extras = std::map<std::string, std::string, std::less<>>;

/// A group inside a part or plate. The tree keeps painting order.
struct Group {
  std::string id;         ///< may be empty
  int part = -1;          ///< index of the Part that moves this group; -1: it does not move alone
  std::string choice_of;  ///< one drawing of a swapped set: the group it is a choice of, or empty
  std::string choice;     ///< and its name there: "grip" of "hand_near"
  double opacity = 1;
  bool shown = true;         ///< false: style="display:none" (a swapped choice not shown at rest)
  bool light_scene = false;  ///< data-tint="scene": takes the scene's tint, for frames
  std::string kind;          ///< class: "part" or empty
  Extras extras;
  // Children in order: a shape, a group, or the place of a sign (the shape before it is its plate).
  struct Child {
    int shape = -1;  ///< index into shapes, or -1
    int group = -1;  ///< index into groups, or -1
    int sign = -1;   ///< index into Drawing::signs, or -1
  };
  std::vector<Shape> shapes;
  std::vector<Group> groups;
  std::vector<Child> order;
};

/// A piece that turns about its pin: a puppet's limb, a door leaf, a lid.
struct Part {
  std::string name;
  std::string parent;      ///< empty: pinned to nothing
  std::string follows;     ///< follow-through: whose swing it repeats a pose later
  bool clockwise = false;  ///< data-forward="cw": a positive angle turns it clockwise on screen
  double angle_min = -360;
  double angle_max = 360;
  std::optional<Box> slide = {};  ///< data-slide-x / -y: x, width = min, max of x; y, height of y
  double period = 0;              ///< data-period: the repeat of a strip that slides for ever
  bool flips = false;             ///< data-flip="pin"
  Point pin;
  std::vector<std::string> choices;  ///< swapped drawings: "relax", "grip" (without the prefix)
  std::string shown_choice;          ///< at rest; empty if there are no choices
  /// What is painted, for a part that stands at the root of a puppet or prop. A part inside another
  /// part or inside a plate is empty here: its art is the Group there whose `part` names it.
  Group art;
};

struct Sign {
  std::string id;
  Box box;
  Matrix placed;           ///< rest -> drawing, if the sign is turned; identity as a rule
  int letters_max = 14;    ///< data-max
  std::string part;        ///< the part or plate it is in
  double grey_behind = 1;  ///< of the plate just under it
  Extras extras;           ///< of cards: lines, layout, ...
  bool operator==(const Sign&) const = default;
};

/// One sheet of glass of a set, back to front.
struct Plate {
  std::string id;           ///< plate_3_wall
  double depth = 0;         ///< 0 far .. 1 acting plane .. 1.3 foreground
  double blur = 0;          ///< Gaussian sigma in units at 1280 wide
  bool multiplies = false;  ///< tissue; otherwise hides what it covers
  bool acting = false;      ///< empty: puppets and props go here
  Group art;
};

/// An acting pose kept beside a puppet: angles by part, choices by group, parts hidden, shift.
struct KeyPose {
  std::map<std::string, double> angles;
  std::map<std::string, std::string> choices;
  std::vector<std::string> hidden;
  Point shift;
  double turn = 0;  ///< of the whole figure about its origin, degrees clockwise
};

struct Drawing {
  std::string name;                     ///< "apprentice"
  Box view;                             ///< viewBox
  double scale = 1;                     ///< data-scale: drawn larger than it plays
  Extras extras;                        ///< of the root: how a set is lit
  std::vector<Part> parts;              ///< puppets and props: painting order, back to front
  std::vector<Plate> plates;            ///< sets only
  std::map<std::string, Point> points;  ///< pins, tips, grips, marks by id, rest coordinates
  std::map<std::string, std::string> point_parts;  ///< the part each belongs to; sets: or plate
  std::map<std::string, Extras> point_extras;      ///< of those that carry some
  std::vector<Sign> signs;
  std::map<std::string, KeyPose> key_poses;

  const Part* part(std::string_view part_name) const;
  int part_index(std::string_view part_name) const;  ///< -1: there is none
  std::optional<Point> point(std::string_view id) const;
  const Sign* sign(std::string_view id) const;
};

/// Turns of parts by name, in degrees, positive as data-forward says.
using Angles = std::map<std::string, double, std::less<>>;

/// How far parts have slid, by name, in units, after their turn and before their parents' moves.
using Slides = std::map<std::string, Point, std::less<>>;

/// The map of every part, in order: rest coordinates -> the drawing's coordinates, each part turned
/// about its pin, slid, and carried by its parents. Parts without an angle stand at 0. Limits are
/// the caller's affair.
std::vector<Matrix> part_matrices(const Drawing& drawing, const Angles& angles,
                                  const Slides& slides = {});

}  // namespace onereel::drawing
