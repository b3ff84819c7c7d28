#include "planes.h"

#include <algorithm>
#include <cmath>

#include "onereel/base/wide.h"

// Plain loops over rows: the compiler turns them into vector code (this file is built with -O3).

namespace onereel::theatre {

namespace {

std::vector<float> kernel(double sigma) {
  const int radius = std::max(1, static_cast<int>(sigma * 3 + .5));
  std::vector<float> weights;
  double sum = 0;
  for (int k = -radius; k <= radius; ++k) sum += std::exp(-k * k / (2 * sigma * sigma));
  for (int k = -radius; k <= radius; ++k) {
    weights.push_back(static_cast<float>(std::exp(-k * k / (2 * sigma * sigma)) / sum));
  }
  return weights;
}

// out = the sum of `taps` rows, each weighted; row k begins `stride` floats after row k - 1. Four
// at a time, in the order of one by one, so that a sum is read and written once for four.
ONEREEL_WIDE void sum_rows(const float* rows, std::ptrdiff_t stride, const float* weights, int taps,
                           int count, float* __restrict out) {
  std::fill(out, out + count, 0.0F);
  int k = 0;
  for (; k + 4 <= taps; k += 4, rows += 4 * stride) {
    const float w0 = weights[k];
    const float w1 = weights[k + 1];
    const float w2 = weights[k + 2];
    const float w3 = weights[k + 3];
    const float* one = rows + stride;
    const float* two = one + stride;
    const float* three = two + stride;
    for (int x = 0; x < count; ++x) {
      out[x] = (((out[x] + w0 * rows[x]) + w1 * one[x]) + w2 * two[x]) + w3 * three[x];
    }
  }
  for (; k < taps; ++k, rows += stride) {
    const float weight = weights[k];
    for (int x = 0; x < count; ++x) out[x] += weight * rows[x];
  }
}

constexpr float byte = 1.0F / 255.0F;

// Inside `box`; nothing is painted elsewhere.
Plane quartered_ink(const FigurePixels& figures, int width, int height) {
  Plane quarter((width + 3) / 4, (height + 3) / 4);
  const PixelBox& box = figures.painted;
  for (int y = box.top / 4; y < (box.bottom + 3) / 4; ++y) {
    float* to = quarter.row(y);
    const int rows = std::min(4, height - 4 * y);
    for (int j = 0; j < rows; ++j) {
      const std::uint32_t* from =
          figures.words + static_cast<std::ptrdiff_t>(4 * y + j) * figures.stride;
      for (int x = box.left; x < box.right; ++x) {
        const auto coverage = static_cast<int>(from[x] >> 24U);
        const auto grey = static_cast<int>(from[x] >> 8U & 255U);
        to[x / 4] += static_cast<float>(coverage - grey);
      }
    }
    for (int x = box.left / 4; x < (box.right + 3) / 4; ++x) {
      to[x] *= byte / static_cast<float>(rows * std::min(4, width - 4 * x));
    }
  }
  return quarter;
}

// Means of 4 x 4 pixels after `change`.
template <typename Change>
Plane means_of_four(const Plane& plane, Change change) {
  Plane quarter((plane.width + 3) / 4, (plane.height + 3) / 4);
  const int whole = plane.width / 4;
  for (int y = 0; y < quarter.height; ++y) {
    float* to = quarter.row(y);
    const int rows = std::min(4, plane.height - 4 * y);
    for (int j = 0; j < rows; ++j) {
      const float* from = plane.row(4 * y + j);
      for (int x = 0; x < whole; ++x) {
        to[x] += change(from[4 * x]) + change(from[4 * x + 1]) + change(from[4 * x + 2]) +
                 change(from[4 * x + 3]);
      }
      for (int x = whole * 4; x < plane.width; ++x) to[whole] += change(from[x]);
    }
    for (int x = 0; x < quarter.width; ++x) {
      to[x] /= static_cast<float>(rows * std::min(4, plane.width - 4 * x));
    }
  }
  return quarter;
}

// The fibre's row y after the roll, as one run of floats.
void rolled_row(const Paper& paper, int y, std::vector<float>& row) {
  const Plane& fibre = *paper.fibre;
  const int from_y = ((y - paper.roll.first) % fibre.height + fibre.height) % fibre.height;
  const int shift = (paper.roll.second % fibre.width + fibre.width) % fibre.width;
  const float* from = fibre.row(from_y);
  std::copy(from, from + fibre.width - shift, row.begin() + shift);
  std::copy(from + fibre.width - shift, from + fibre.width, row.begin());
}

}  // namespace

PixelBox united(const PixelBox& one, const PixelBox& other) {
  if (one.empty()) return other;
  if (other.empty()) return one;
  return {std::min(one.left, other.left), std::min(one.top, other.top),
          std::max(one.right, other.right), std::max(one.bottom, other.bottom)};
}

PixelBox grown(const PixelBox& box, int margin, int width, int height) {
  return {std::max(0, box.left - margin), std::max(0, box.top - margin),
          std::min(width, box.right + margin), std::min(height, box.bottom + margin)};
}

bool meet(const PixelBox& one, const PixelBox& other) {
  return !one.empty() && !other.empty() && one.left < other.right && other.left < one.right &&
         one.top < other.bottom && other.top < one.bottom;
}

void copy_box(const Plane& from, const PixelBox& box, Plane& to, int left, int top) {
  for (int y = box.top; y < box.bottom; ++y) {
    std::copy_n(from.row(y) + box.left, box.right - box.left, to.row(top + y - box.top) + left);
  }
}

void blur(Plane& plane, double sigma, const PixelBox& box) {
  if (sigma < .12 || box.empty()) return;
  const std::vector<float> weights = kernel(sigma);
  const int radius = static_cast<int>(weights.size()) / 2;
  const int count = box.right - box.left;
  const int rows = box.bottom - box.top;
  // First across, for all rows the second pass needs; then down.
  Plane across(count, rows + 2 * radius);
  std::vector<float> padded(static_cast<std::size_t>(count + 2 * radius));
  const int taps = static_cast<int>(weights.size());
  for (int y = 0; y < across.height; ++y) {
    const float* from = plane.row(std::clamp(box.top + y - radius, 0, plane.height - 1));
    for (int x = 0; x < count + 2 * radius; ++x) {
      padded[static_cast<std::size_t>(x)] =
          from[std::clamp(box.left + x - radius, 0, plane.width - 1)];
    }
    sum_rows(padded.data(), 1, weights.data(), taps, count, across.row(y));
  }
  for (int y = 0; y < rows; ++y) {
    sum_rows(across.row(y), count, weights.data(), taps, count, plane.row(box.top + y) + box.left);
  }
}

Plane quartered(const Plane& plane) {
  return means_of_four(plane, [](float v) { return v; });
}

Plane blurred_quarter(const Plane& quarter, double sigma) {
  Plane result = quarter;
  blur(result, sigma / 4, result.all());
  return result;
}

namespace {

ONEREEL_WIDE void mix_rows(const float* one, const float* other, float part, int count,
                           float* __restrict out) {
  for (int x = 0; x < count; ++x) out[x] = one[x] * (1 - part) + other[x] * part;
}

ONEREEL_WIDE void spread_fourfold(const float* mid, int count, float* __restrict row) {
  for (int x = 0; x < count; ++x) {
    const float left = mid[x - 1];
    const float here = mid[x];
    const float right = mid[x + 1];
    row[4 * x] = left * .375F + here * .625F;
    row[4 * x + 1] = left * .125F + here * .875F;
    row[4 * x + 2] = here * .875F + right * .125F;
    row[4 * x + 3] = here * .625F + right * .375F;
  }
}

}  // namespace

void draw_up_row(const Plane& quarter, int y, int width, float* row) {
  const float place = (static_cast<float>(y) + .5F) / 4 - .5F;
  const int above = std::max(0, static_cast<int>(std::floor(place)));
  const int below = std::min(quarter.height - 1, above + 1);
  const float part = std::clamp(place - static_cast<float>(above), 0.0F, 1.0F);
  // A row of the quarter plane between its two rows, with its ends repeated once.
  std::vector<float> between(static_cast<std::size_t>(quarter.width) + 2);
  float* mid = between.data() + 1;
  mix_rows(quarter.row(above), quarter.row(below), part, quarter.width, mid);
  between.front() = mid[0];
  between.back() = mid[quarter.width - 1];
  const int whole = width / 4;
  spread_fourfold(mid, whole, row);
  for (int x = whole * 4; x < width; ++x) row[x] = mid[std::min(whole, quarter.width - 1)];
}

void lay_over(Glass& glass, const Sheet& sheet, bool multiplies, const Paper& paper,
              const PixelBox& box) {
  std::vector<float> fibre(static_cast<std::size_t>(sheet.grey.width), 0.0F);
  const bool clear = !glass.a.values.empty();
  for (int y = box.top; y < box.bottom; ++y) {
    if (paper.fibre != nullptr) rolled_row(paper, y, fibre);
    const float* grey = sheet.grey.row(y);
    const float* coverage = sheet.coverage.row(y);
    const float* f = fibre.data();
    float* b = glass.b.row(y);
    float* a = clear ? glass.a.row(y) : nullptr;
    for (int x = box.left; x < box.right; ++x) {
      const float uneven = 1 + paper.strength * f[x] * (multiplies ? coverage[x] : 1);
      const float through = (1 - coverage[x] + (multiplies ? grey[x] : 0)) * uneven;
      b[x] = through * b[x] + (multiplies ? 0 : grey[x]) * uneven;
      if (clear) a[x] *= through;
    }
  }
}

void note_spans(Glass& glass, int top, int bottom) {
  if (glass.a.values.empty()) return;
  glass.spans.resize(static_cast<std::size_t>(glass.a.height));
  for (int y = top; y < bottom; ++y) {
    const float* a = glass.a.row(y);
    const float* b = glass.b.row(y);
    const auto clear = [&](int x) { return a[x] == 1 && b[x] == 0; };
    Span span{0, glass.a.width};
    while (span.from < span.to && clear(span.from)) ++span.from;
    while (span.from < span.to && clear(span.to - 1)) --span.to;
    glass.spans[static_cast<std::size_t>(y)] = span;
  }
}

namespace {

ONEREEL_WIDE void shine_row(const float* a, const float* b, int count, float* __restrict v) {
  for (int x = 0; x < count; ++x) v[x] = a[x] * v[x] + b[x];
}

}  // namespace

void shine_through(Plane& value, const Glass& glass) {
  if (glass.a.values.empty()) {
    value = glass.b;
    return;
  }
  for (int y = 0; y < value.height; ++y) {
    const Span span = glass.spans[static_cast<std::size_t>(y)];
    shine_row(glass.a.row(y) + span.from, glass.b.row(y) + span.from, span.to - span.from,
              value.row(y) + span.from);
  }
}

namespace {

// Where each pixel of a line comes from when the line is stretched: a whole index and a part.
struct Stretch {
  std::vector<int> whole;
  std::vector<float> part;

  Stretch(int count, double zoom, double about) {
    for (int k = 0; k < count; ++k) {
      const double from = std::clamp((k + .5 - about) / zoom + about - .5, 0.0, count - 1.001);
      whole.push_back(static_cast<int>(from));
      part.push_back(static_cast<float>(from - std::floor(from)));
    }
  }
};

ONEREEL_WIDE void stretch_row(const float* from, const int* whole, const float* part, int count,
                              float* __restrict to) {
  for (int x = 0; x < count; ++x) {
    const float left = from[whole[x]];
    to[x] = left + (from[whole[x] + 1] - left) * part[x];
  }
}

// Rows of a plane stretched across, the last two kept, since neighbours share them.
class StretchedRows {
 public:
  StretchedRows(const Plane& plane, const Stretch& columns)
      : plane_(plane), columns_(columns), kept_(plane.width, 2) {}

  /// Row y; valid inside `span`.
  const float* row(int y, const Span& span) {
    float* to = kept_.row(y % 2);
    Held& held = held_[y % 2];
    if (held.y != y || span.from < held.span.from || span.to > held.span.to) {
      stretch_row(plane_.row(y), columns_.whole.data() + span.from,
                  columns_.part.data() + span.from, span.to - span.from, to + span.from);
      held = {y, span};
    }
    return to;
  }

 private:
  struct Held {
    int y = -1;
    Span span;
  };
  const Plane& plane_;
  const Stretch& columns_;
  Plane kept_;
  Held held_[2];
};

// Where the stretched pixels of rows y and y + 1 of a glass are that do anything.
Span stretched_span(const Glass& glass, int y, const Stretch& columns) {
  Span span = glass.spans[static_cast<std::size_t>(y)];
  const Span& other = glass.spans[static_cast<std::size_t>(y) + 1];
  if (span.from >= span.to) span = other;
  if (other.from < other.to) span = {std::min(span.from, other.from), std::max(span.to, other.to)};
  if (span.from >= span.to) return {};
  const auto begin = columns.whole.begin();
  const auto end = columns.whole.end();
  return {static_cast<int>(std::lower_bound(begin, end, span.from - 1) - begin),
          static_cast<int>(std::lower_bound(begin, end, span.to) - begin)};
}

ONEREEL_WIDE void between_rows(const float* b0, const float* b1, float mix, int count,
                               float* __restrict v) {
  for (int x = 0; x < count; ++x) v[x] = b0[x] + (b1[x] - b0[x]) * mix;
}

struct FourRows {
  const float* a0;
  const float* a1;
  const float* b0;
  const float* b1;
};

ONEREEL_WIDE void shine_between(const FourRows rows, float mix, const Span span,
                                float* __restrict v) {
  for (int x = span.from; x < span.to; ++x) {
    v[x] = (rows.a0[x] + (rows.a1[x] - rows.a0[x]) * mix) * v[x] + rows.b0[x] +
           (rows.b1[x] - rows.b0[x]) * mix;
  }
}

}  // namespace

void shine_through_zoomed(Plane& value, const Glass& glass, double zoom, Point focus) {
  const Stretch columns(value.width, zoom, focus.x);
  const Stretch rows(value.height, zoom, focus.y);
  const bool clear = !glass.a.values.empty();
  const Span whole{0, value.width};
  StretchedRows b(glass.b, columns);
  StretchedRows a(clear ? glass.a : glass.b, columns);
  for (int y = 0; y < value.height; ++y) {
    const auto k = static_cast<std::size_t>(y);
    const int from = rows.whole[k];
    if (!clear) {
      between_rows(b.row(from, whole), b.row(from + 1, whole), rows.part[k], value.width,
                   value.row(y));
      continue;
    }
    const Span span = stretched_span(glass, from, columns);
    if (span.from >= span.to) continue;
    shine_between(
        {a.row(from, span), a.row(from + 1, span), b.row(from, span), b.row(from + 1, span)},
        rows.part[k], span, value.row(y));
  }
}

namespace {

struct Air {
  const float* glow;
  const float* soft;
  float strength;
  float lamp;
};

ONEREEL_WIDE void act_row(const std::uint32_t* ink, const Air air, int count, float* __restrict v) {
  for (int x = 0; x < count; ++x) {
    const float coverage = static_cast<float>(static_cast<int>(ink[x] >> 24U)) * byte;
    const float grey = static_cast<float>(static_cast<int>(ink[x] >> 8U & 255U)) * byte;
    const float lit = v[x] * (1 + air.strength * air.glow[x] * (1 - .3F * v[x]));
    v[x] = lit * (1 - coverage) + grey * (.4F * air.soft[x] + .6F * air.lamp);
  }
}

}  // namespace

void put_before(Plane& value, const FigurePixels& figures, const Plane& soft,
                const ActingLight& light) {
  if (figures.painted.empty()) return;
  const int w = value.width;
  // Beyond this the glow is nothing, and so is all that is done here.
  const double sigma = light.glow_sigma / 4;
  const int reach = 4 * (static_cast<int>(sigma * 3 + .5) + 2);
  const PixelBox box = grown(figures.painted, reach, w, value.height);
  Plane glow = quartered_ink(figures, w, value.height);
  blur(glow, sigma, {box.left / 4, box.top / 4, (box.right + 3) / 4, (box.bottom + 3) / 4});
  std::vector<float> air(static_cast<std::size_t>(w));
  std::vector<float> behind(static_cast<std::size_t>(w));
  for (int y = box.top; y < box.bottom; ++y) {
    draw_up_row(glow, y, w, air.data());
    draw_up_row(soft, y, w, behind.data());
    const std::uint32_t* ink = figures.words + static_cast<std::ptrdiff_t>(y) * figures.stride;
    act_row(ink + box.left,
            {air.data() + box.left, behind.data() + box.left, light.glow, light.lamp},
            box.right - box.left, value.row(y) + box.left);
  }
}

namespace {

// Row y through the table, its squares added to the sums of fours.
struct ToneRow {
  const float* table;
  float scale;
  float top;
};

ONEREEL_WIDE void table_places(const float* v, const ToneRow tone, int count,
                               std::int32_t* __restrict places) {
  for (int x = 0; x < count; ++x) {
    places[x] = static_cast<std::int32_t>(std::min(std::max(v[x] * tone.scale, 0.0F), tone.top));
  }
}

void table_row(const float* table, const std::int32_t* places, int count, float* __restrict v) {
  for (int x = 0; x < count; ++x) v[x] = table[places[x]];
}

ONEREEL_WIDE void add_squares_of_four(const float* v, int count, float* __restrict sums) {
  for (int x = 0; x < count; ++x) {
    const float* four = v + static_cast<std::ptrdiff_t>(4) * x;
    sums[x] += four[0] * four[0] + four[1] * four[1] + four[2] * four[2] + four[3] * four[3];
  }
}

// The table, and the means of 4 x 4 squares of what comes out.
Plane look_up(Plane& value, const std::vector<float>& table) {
  const auto top = static_cast<float>(table.size() - 1);
  const ToneRow tone{table.data(), top / tone_table_top, top};
  Plane quarter((value.width + 3) / 4, (value.height + 3) / 4);
  std::vector<std::int32_t> places(static_cast<std::size_t>(value.width));
  const int whole = value.width / 4;
  for (int y = 0; y < value.height; ++y) {
    float* v = value.row(y);
    table_places(v, tone, value.width, places.data());
    table_row(tone.table, places.data(), value.width, v);
    float* to = quarter.row(y / 4);
    add_squares_of_four(v, whole, to);
    for (int x = whole * 4; x < value.width; ++x) to[whole] += v[x] * v[x];
    if (y % 4 != 3 && y + 1 != value.height) continue;
    for (int x = 0; x < quarter.width; ++x) {
      to[x] /= static_cast<float>((y % 4 + 1) * std::min(4, value.width - 4 * x));
    }
  }
  return quarter;
}

ONEREEL_WIDE void print_light(const float* halo, const float* map, float strength, int count,
                              float* __restrict v) {
  for (int x = 0; x < count; ++x) {
    const float spread = v[x] + strength * halo[x] * (1 - v[x]);
    v[x] = std::min(std::max(spread * map[x], 0.0F), 1.0F);
  }
}

}  // namespace

void develop(Plane& value, const std::vector<float>& table, const Halation& halation,
             const Plane& map) {
  const Plane halo = blurred_quarter(look_up(value, table), halation.sigma);
  std::vector<float> row(static_cast<std::size_t>(value.width));
  for (int y = 0; y < value.height; ++y) {
    draw_up_row(halo, y, value.width, row.data());
    print_light(row.data(), map.row(y), halation.strength, value.width, value.row(y));
  }
}

void multiply(Plane& value, const Plane& map) {
  const std::size_t count = value.values.size();
  for (std::size_t k = 0; k < count; ++k) value.values[k] *= map.values[k];
}

}  // namespace onereel::theatre
