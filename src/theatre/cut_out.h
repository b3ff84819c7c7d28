#pragma once

// Drawings made ready to be painted many times: edges cut, Cairo paths and patterns made once.

#include <cairo.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onereel/drawing/drawing.h"

namespace onereel::theatre {

struct PatternFree {
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Pattern = std::unique_ptr<cairo_pattern_t, PatternFree>;
using CairoPath = std::vector<cairo_path_data_t>;

/// A box by its corners; nothing in it at first.
struct Bounds {
  double left = 1e18;
  double top = 1e18;
  double right = -1e18;
  double bottom = -1e18;
  bool empty() const { return left > right; }
  void take(Point p);
  void take(const Bounds& other);
  /// Around this box after `map`.
  Bounds mapped(const Matrix& map) const;
};

struct CutShape {
  CairoPath path;
  Bounds bounds;  ///< strokes included
  Pattern fill;   ///< or nullptr
  Pattern stroke;
  bool even_odd = false;
  double stroke_width = 0;
  bool round_cap = false;
  bool round_join = false;
  bool rim_under = false;
};

/// A drawing's Group with its shapes cut. `part`, `choice_of`, `choice`, `shown` as there.
struct CutGroup {
  std::string id;
  int part = -1;
  std::string choice_of;
  std::string choice;
  double opacity = 1;
  bool shown = true;
  bool left_out = false;  ///< by the shot's setting
  std::vector<CutShape> shapes;
  std::vector<CutGroup> groups;
  std::vector<drawing::Group::Child> order;
};

struct Cutting {
  double strength = 0;  ///< of the scissors' field; 0: the edges are cut already
  /// What the plate of a sign is lit or dulled by; empty: 1.
  std::function<double(int sign)> plate_light = {};
  std::vector<std::string> left_out = {};
};

CutGroup cut_out(const drawing::Group& group, const Cutting& cutting);

CairoPath cairo_path(const std::vector<drawing::PathStep>& path);

/// A puppet or prop: one group a part, in order.
std::vector<CutGroup> cut_figure(const drawing::Drawing& drawing);

/// Around the shapes of `group` that move with it: nested parts are left to themselves.
Bounds own_bounds(const CutGroup& group);

}  // namespace onereel::theatre
