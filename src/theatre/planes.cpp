#include "planes.h"

#include <algorithm>
#include <cmath>

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

// One row convolved; `padded` holds the row with its ends repeated.
void convolve_row(const float* padded, const std::vector<float>& weights, int count, float* out) {
  std::fill(out, out + count, 0.0F);
  for (std::size_t k = 0; k < weights.size(); ++k) {
    const float weight = weights[k];
    const float* from = padded + k;
    for (int x = 0; x < count; ++x) out[x] += weight * from[x];
  }
}

constexpr float byte = 1.0F / 255.0F;

Plane quartered_ink(const FigurePixels& figures, int width, int height) {
  Plane quarter((width + 3) / 4, (height + 3) / 4);
  for (int y = 0; y < quarter.height; ++y) {
    float* to = quarter.row(y);
    const int rows = std::min(4, height - 4 * y);
    for (int j = 0; j < rows; ++j) {
      const std::uint32_t* from =
          figures.words + static_cast<std::ptrdiff_t>(4 * y + j) * figures.stride;
      for (int x = 0; x < width; ++x) {
        const auto coverage = static_cast<int>(from[x] >> 24U);
        const auto grey = static_cast<int>(from[x] >> 8U & 255U);
        to[x / 4] += static_cast<float>(coverage - grey);
      }
    }
    for (int x = 0; x < quarter.width; ++x) {
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

Plane quartered_squares(const Plane& plane) {
  return means_of_four(plane, [](float v) { return v * v; });
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
  for (int y = 0; y < across.height; ++y) {
    const float* from = plane.row(std::clamp(box.top + y - radius, 0, plane.height - 1));
    for (int x = 0; x < count + 2 * radius; ++x) {
      padded[static_cast<std::size_t>(x)] =
          from[std::clamp(box.left + x - radius, 0, plane.width - 1)];
    }
    convolve_row(padded.data(), weights, count, across.row(y));
  }
  for (int y = 0; y < rows; ++y) {
    float* out = plane.row(box.top + y) + box.left;
    std::fill(out, out + count, 0.0F);
    for (std::size_t k = 0; k < weights.size(); ++k) {
      const float weight = weights[k];
      const float* from = across.row(y + static_cast<int>(k));
      for (int x = 0; x < count; ++x) out[x] += weight * from[x];
    }
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

void draw_up_row(const Plane& quarter, int y, int width, float* row) {
  const float place = (static_cast<float>(y) + .5F) / 4 - .5F;
  const int above = std::max(0, static_cast<int>(std::floor(place)));
  const int below = std::min(quarter.height - 1, above + 1);
  const float part = std::clamp(place - static_cast<float>(above), 0.0F, 1.0F);
  // A row of the quarter plane between its two rows, with its ends repeated once.
  std::vector<float> between(static_cast<std::size_t>(quarter.width) + 2);
  const float* one = quarter.row(above);
  const float* other = quarter.row(below);
  float* mid = between.data() + 1;
  for (int x = 0; x < quarter.width; ++x) mid[x] = one[x] * (1 - part) + other[x] * part;
  between.front() = mid[0];
  between.back() = mid[quarter.width - 1];
  const int whole = width / 4;
  for (int x = 0; x < whole; ++x) {
    const float left = mid[x - 1];
    const float here = mid[x];
    const float right = mid[x + 1];
    row[4 * x] = left * .375F + here * .625F;
    row[4 * x + 1] = left * .125F + here * .875F;
    row[4 * x + 2] = here * .875F + right * .125F;
    row[4 * x + 3] = here * .625F + right * .375F;
  }
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

void shine_through(Plane& value, const Glass& glass) {
  if (glass.a.values.empty()) {
    value = glass.b;
    return;
  }
  float* v = value.values.data();
  const float* a = glass.a.values.data();
  const float* b = glass.b.values.data();
  const std::size_t count = value.values.size();
  for (std::size_t k = 0; k < count; ++k) v[k] = a[k] * v[k] + b[k];
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

// Rows of a plane stretched across, the last two kept, since neighbours share them.
class StretchedRows {
 public:
  StretchedRows(const Plane& plane, const Stretch& columns)
      : plane_(plane), columns_(columns), kept_(plane.width, 2) {}

  const float* row(int y) {
    float* to = kept_.row(y % 2);
    if (held_[y % 2] != y) {
      const float* from = plane_.row(y);
      const int* whole = columns_.whole.data();
      const float* part = columns_.part.data();
      for (int x = 0; x < plane_.width; ++x) {
        const float left = from[whole[x]];
        to[x] = left + (from[whole[x] + 1] - left) * part[x];
      }
      held_[y % 2] = y;
    }
    return to;
  }

 private:
  const Plane& plane_;
  const Stretch& columns_;
  Plane kept_;
  int held_[2] = {-1, -1};
};

}  // namespace

void shine_through_zoomed(Plane& value, const Glass& glass, double zoom, Point focus) {
  const int w = value.width;
  const Stretch columns(w, zoom, focus.x);
  const Stretch rows(value.height, zoom, focus.y);
  const bool clear = !glass.a.values.empty();
  StretchedRows b(glass.b, columns);
  StretchedRows a(clear ? glass.a : glass.b, columns);
  for (int y = 0; y < value.height; ++y) {
    const auto k = static_cast<std::size_t>(y);
    const float mix = rows.part[k];
    const float* b0 = b.row(rows.whole[k]);
    const float* b1 = b.row(rows.whole[k] + 1);
    float* v = value.row(y);
    if (!clear) {
      for (int x = 0; x < w; ++x) v[x] = b0[x] + (b1[x] - b0[x]) * mix;
      continue;
    }
    const float* a0 = a.row(rows.whole[k]);
    const float* a1 = a.row(rows.whole[k] + 1);
    for (int x = 0; x < w; ++x) {
      v[x] = (a0[x] + (a1[x] - a0[x]) * mix) * v[x] + b0[x] + (b1[x] - b0[x]) * mix;
    }
  }
}

void put_before(Plane& value, const FigurePixels& figures, const Plane& soft,
                const ActingLight& light) {
  const int w = value.width;
  const Plane glow = blurred_quarter(quartered_ink(figures, w, value.height), light.glow_sigma);
  std::vector<float> air(static_cast<std::size_t>(w));
  std::vector<float> behind(static_cast<std::size_t>(w));
  for (int y = 0; y < value.height; ++y) {
    draw_up_row(glow, y, w, air.data());
    draw_up_row(soft, y, w, behind.data());
    const std::uint32_t* ink = figures.words + static_cast<std::ptrdiff_t>(y) * figures.stride;
    float* v = value.row(y);
    const float* g = air.data();
    const float* s = behind.data();
    for (int x = 0; x < w; ++x) {
      const float coverage = static_cast<float>(static_cast<int>(ink[x] >> 24U)) * byte;
      const float grey = static_cast<float>(static_cast<int>(ink[x] >> 8U & 255U)) * byte;
      const float lit = v[x] * (1 + light.glow * g[x] * (1 - .3F * v[x]));
      v[x] = lit * (1 - coverage) + grey * (.4F * s[x] + .6F * light.lamp);
    }
  }
}

void look_up(Plane& value, const std::vector<float>& table) {
  const float scale = static_cast<float>(table.size() - 1) / tone_table_top;
  const auto top = static_cast<float>(table.size() - 1);
  for (float& v : value.values) {
    v = table[static_cast<std::size_t>(std::clamp(v * scale, 0.0F, top))];
  }
}

void spread_light(Plane& value, float strength, double sigma) {
  const Plane halo = blurred_quarter(quartered_squares(value), sigma);
  std::vector<float> row(static_cast<std::size_t>(value.width));
  for (int y = 0; y < value.height; ++y) {
    draw_up_row(halo, y, value.width, row.data());
    float* v = value.row(y);
    const float* h = row.data();
    for (int x = 0; x < value.width; ++x) v[x] += strength * h[x] * (1 - v[x]);
  }
}

void multiply(Plane& value, const Plane& map) {
  const std::size_t count = value.values.size();
  for (std::size_t k = 0; k < count; ++k) value.values[k] *= map.values[k];
}

void keep_within_print(Plane& value) {
  for (float& v : value.values) v = std::clamp(v, 0.0F, 1.0F);
}

}  // namespace onereel::theatre
