#pragma once

// Fills, strokes and gradients, in grey.

#include <pugixml.hpp>

#include <map>
#include <string>

#include "onereel/base/result.h"
#include "path_data.h"

namespace onereel::drawing {

/// A gradient as written; its place on a shape is worked out per shape.
struct GradientSource {
  Gradient gradient;        ///< transform: gradientTransform alone
  bool user_space = false;  ///< gradientUnits="userSpaceOnUse"
};
using GradientSources = std::map<std::string, GradientSource, std::less<>>;

/// All gradients of a file by id.
Result<GradientSources> read_gradients(const pugi::xml_node& root);

/// Properties of paint, inherited down the tree as SVG has it.
struct Style {
  std::string fill = "#000";
  std::string stroke = "none";
  double fill_opacity = 1;
  double stroke_opacity = 1;
  double stroke_width = 1;
  bool even_odd = false;
  bool round_cap = false;
  bool round_join = false;
  double opacity = 1;       ///< of this element alone: not inherited
  bool shown = true;        ///< display:none, of this element alone
  bool multiplies = false;  ///< mix-blend-mode:multiply, of this element alone
};

/// The style of `element` inside `outer`, from attributes and from style="...".
/// @error fix_input  a property or value that the subset does not have.
Result<Style> read_style(const pugi::xml_node& element, const Style& outer);

/// Fills in `shape`'s fill and stroke. `shape.path` is in user space; `map` leads to the drawing.
/// @error fix_input  a colour that cannot be read; a gradient that is not there.
Result<> paint_shape(Shape& shape, const Style& style, const GradientSources& gradients,
                     const Matrix& map);

/// The grey of a paint as a whole: a gradient's mean.
double mean_grey(const Paint& paint);

}  // namespace onereel::drawing
