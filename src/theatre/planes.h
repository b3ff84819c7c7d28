#pragma once

// Planes of floats, and the loops over them that cost the time.

#include <cstdint>
#include <utility>
#include <vector>

#include "onereel/base/geometry.h"

namespace onereel::theatre {

/// Pixels left <= x < right, top <= y < bottom.
struct PixelBox {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
  bool operator==(const PixelBox&) const = default;
  bool empty() const { return left >= right || top >= bottom; }
};
PixelBox united(const PixelBox& one, const PixelBox& other);
/// Grown by `margin` on each side, cut at the picture's edges.
PixelBox grown(const PixelBox& box, int margin, int width, int height);
/// They have a pixel in common.
bool meet(const PixelBox& one, const PixelBox& other);

/// values: width x height, row by row.
struct Plane {
  int width = 0;
  int height = 0;
  std::vector<float> values;

  Plane() = default;
  Plane(int w, int h, float value = 0)
      : width(w), height(h), values(static_cast<std::size_t>(w) * h, value) {}
  float* row(int y) { return values.data() + static_cast<std::size_t>(y) * width; }
  const float* row(int y) const { return values.data() + static_cast<std::size_t>(y) * width; }
  PixelBox all() const { return {0, 0, width, height}; }
};

/// The pixels of `box` in `from`, to where its corner is (left, top) in `to`.
void copy_box(const Plane& from, const PixelBox& box, Plane& to, int left, int top);

/// Gaussian blur of the pixels of `box`, edges of the picture held. sigma in pixels.
void blur(Plane& plane, double sigma, const PixelBox& box);

/// Means of 4 x 4 pixels; large blurs are made at this size.
Plane quartered(const Plane& plane);
/// Blurred widely and left at quarter size. sigma in pixels of the full size.
Plane blurred_quarter(const Plane& quarter, double sigma);
/// Row y, of `width` pixels, of a quarter plane drawn up smoothly to full size.
void draw_up_row(const Plane& quarter, int y, int width, float* row);

/// Pixels from <= x < to of a row.
struct Span {
  int from = 0;
  int to = 0;
};

/// What a run of plates does to the light behind it: v becomes a v + b. An empty `a` is all zero:
/// nothing behind shines through.
struct Glass {
  Plane a;
  Plane b;
  std::vector<Span> spans = {};  ///< one a row; see note_spans. Empty if `a` is.
};
/// Notes where the rows top <= y < bottom do anything at all: elsewhere a is 1 and b is 0.
void note_spans(Glass& glass, int top, int bottom);

/// One plate as rastered: premultiplied grey and coverage.
struct Sheet {
  Plane grey;
  Plane coverage;
};

/// Adds `sheet` in front of `glass`, inside `box`. `fibre`, if not null, is the paper's unevenness,
/// taken rolled by `roll` rows and columns: it scales a multiplying sheet by 1 + strength f
/// coverage, and a hiding one, with all behind it, by 1 + strength f.
struct Paper {
  const Plane* fibre = nullptr;
  std::pair<int, int> roll{0, 0};
  float strength = 0;
};
void lay_over(Glass& glass, const Sheet& sheet, bool multiplies, const Paper& paper,
              const PixelBox& box);

/// value = a value + b.
void shine_through(Plane& value, const Glass& glass);

/// The same through a glass seen nearer: what is at p stands at focus + (p - focus) zoom,
/// bilinearly. zoom >= 1; focus in pixels.
void shine_through_zoomed(Plane& value, const Glass& glass, double zoom, Point focus);

/// Figures as Cairo paints them: ARGB32 premultiplied, width x height, rows `stride` words apart.
struct FigurePixels {
  const std::uint32_t* words = nullptr;
  int stride = 0;
  PixelBox painted = {};  ///< elsewhere there is nothing
};

/// Puts figures before the light `value`: the air behind them glows a little, ink covers, and
/// hairlines of light take part of theirs from `soft` (the light behind, blurred, quarter size).
struct ActingLight {
  float glow = 0.16F;
  double glow_sigma = 20;  ///< pixels
  float lamp = 0.92F;      ///< light of a hairline's own
};
void put_before(Plane& value, const FigurePixels& figures, const Plane& soft,
                const ActingLight& light);

/// Light spreads a little into the dark.
struct Halation {
  float strength = 0;
  double sigma = 0;  ///< pixels
};

/// value = table[value], the table spanning 0..tone_table_top; then halation: value += strength
/// blur(value^2) (1 - value); then value *= map, kept within 0..1.
inline constexpr float tone_table_top = 1.4F;
void develop(Plane& value, const std::vector<float>& table, const Halation& halation,
             const Plane& map);

/// value *= map.
void multiply(Plane& value, const Plane& map);

}  // namespace onereel::theatre
