#pragma once

// Paints cut-outs with Cairo.

#include <cairo.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cut_out.h"
#include "lettering.h"
#include "onereel/blocking/stage_pose.h"
#include "planes.h"

namespace onereel::theatre {

struct SurfaceFree {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextFree {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};

/// An ARGB32 picture and the context that paints it.
class Canvas {
 public:
  Canvas(int width, int height);
  cairo_t* context() const { return context_.get(); }
  /// Everything painted so far is in these pixels.
  FigurePixels pixels() const;
  /// Nothing painted, inside `box`; what is painted next is kept inside it.
  void clear_and_clip(const PixelBox& box);

 private:
  std::unique_ptr<cairo_surface_t, SurfaceFree> surface_;
  std::unique_ptr<cairo_t, ContextFree> context_;
};

/// How the painted thing stands: everything by part index of its drawing.
struct Stance {
  const drawing::Drawing* drawing = nullptr;
  const std::vector<Matrix>* maps = nullptr;                    ///< rest -> stage
  const std::vector<char>* hidden = nullptr;                    ///< may be null
  const std::map<std::string, std::string>* choices = nullptr;  ///< may be null
  const std::map<std::string, std::string>* labels = nullptr;   ///< may be null
};

struct Hand {
  double letter_grey = 0;       ///< .02 on a set's plates
  double letter_stroke = .034;  ///< in em: thin strokes are eaten by the tone curve
};

/// Paints groups of one Stance. `stage` leads from stage units to pixels.
class Brush {
 public:
  Brush(cairo_t* context, const Matrix& stage, Lettering& lettering, Hand hand, PixelBox clip);

  void paint(const CutGroup& group, const Stance& stance) const;
  void paint(const blocking::Stroke& stroke) const;
  /// Keeps what follows inside a box of the stage, until the context is restored.
  void clip_to(const Box& box) const;
  /// Where `bounds` (in stage units) lies, cut at the clip.
  PixelBox pixels_of(const Bounds& bounds) const;

 private:
  void paint_inside(const CutGroup& group, const Stance& stance, const Matrix& map) const;
  void paint_shape(const CutShape& shape, const Matrix& map) const;
  void paint_sign(const drawing::Sign& sign, const Stance& stance, const Matrix& map) const;
  bool seen(const CutGroup& group, const Stance& stance) const;
  void set_matrix(const Matrix& map) const;

  cairo_t* context_;
  Matrix stage_;
  Lettering& lettering_;
  Hand hand_;
  PixelBox clip_;
};

}  // namespace onereel::theatre
