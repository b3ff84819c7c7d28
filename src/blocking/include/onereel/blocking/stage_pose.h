#pragma once

// What stands where on the stage at one pose: everything the theatre needs to paint it, and nothing
// about why. Stage units: x 0..1280, y 0..960, y down; the acting floor is at y = 826.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/drawing/drawing.h"

namespace onereel::blocking {

/// A puppet or a prop at one pose.
struct FigurePose {
  std::string id;                             ///< of the cast or prop list: "apprentice", "can"
  const drawing::Drawing* drawing = nullptr;  ///< owned by the ArtKit
  std::vector<Matrix> parts;  ///< one a part of the drawing: rest coordinates -> stage
  std::vector<char> hidden;   ///< one a part: nonzero is not painted
  std::map<std::string, std::string> choices;  ///< swapped drawings that differ from rest
  std::map<std::string, std::string> labels;   ///< sign id -> painted text
};

/// A drawn thing that is no figure: a stream of milk, snow, a puff of dust, a string, a thread.
/// Outline and width are in stage units.
struct Stroke {
  std::vector<Point> points;  ///< a polyline, smooth enough to be drawn with lines
  bool filled = false;        ///< a closed, filled outline; otherwise a line of `width`
  double width = 2;
  double grey = 1;  ///< 0 ink .. 1 light
  double opacity = 1;
  double edge = 0;  ///< width of a black edge around it; 0 none
};

/// One thing painted on the acting plane. Painted in the order of StagePose::paint.
struct PaintStep {
  int figure = -1;                       ///< index into figures, or
  int stroke = -1;                       ///< index into strokes
  std::vector<std::string> only = {};    ///< only these parts of the figure; empty: all
  std::vector<std::string> except = {};  ///< all but these parts
  std::optional<Box> clip = {};          ///< stage units; painted only inside
  /// Painted behind this plate of the set (one of its plate ids); empty: on the acting plane.
  std::string behind_plate = {};
};

/// A moving piece of the set.
struct SetPartPose {
  double angle = 0;  ///< degrees, about its pin
  double slide_x = 0;
  double slide_y = 0;
  std::string choice = {};  ///< state; empty: as drawn
};

struct StagePose {
  std::vector<FigurePose> figures;
  std::vector<Stroke> strokes;
  std::vector<PaintStep> paint;
  std::map<std::string, SetPartPose> set_parts;  ///< by id of the group in the set
  double light = 1;  ///< 0 dark .. 1 as the set is lit; for night falling, lamps going out
  /// The iris, if it is not fully open: centre and radius in stage units.
  struct Iris {
    Point centre;
    double radius = 0;
  };
  std::optional<Iris> iris = {};
  /// The camera moved in: zoom 1 = the whole picture, about `focus`.
  double zoom = 1;
  Point focus{640, 560};
  /// Where the eye should be: light map and iris aim here.
  Point attention{640, 600};
};

/// What stays the same for the whole shot.
struct StageSetting {
  std::string set;                            ///< data/sets name
  std::vector<std::string> hidden;            ///< ids of set groups left out
  std::map<std::string, std::string> labels;  ///< set sign id -> painted text
  std::string tint;
  bool night = false;  ///< lit as night (look: key .52)
};

}  // namespace onereel::blocking
