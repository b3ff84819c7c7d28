#include "paper.h"

#include <algorithm>
#include <cmath>

#include "onereel/base/dice.h"

namespace onereel::theatre {

namespace {

constexpr std::uint64_t paper_seed = 1926;

// Near enough to normal, from sums alone, so that it is the same on every machine.
float bell(Dice& dice) {
  double sum = -6;
  for (int k = 0; k < 12; ++k) sum += dice.fraction();
  return static_cast<float>(sum);
}

void to_unit_variance(Plane& plane) {
  double sum = 0;
  double squares = 0;
  for (const float v : plane.values) {
    sum += v;
    squares += static_cast<double>(v) * v;
  }
  const auto count = static_cast<double>(plane.values.size());
  const double variance = squares / count - (sum / count) * (sum / count);
  const auto factor = static_cast<float>(1 / std::sqrt(std::max(variance, 1e-9)));
  for (float& v : plane.values) v *= factor;
}

Plane white_noise(int width, int height, std::uint64_t seed) {
  Plane plane(width, height);
  Dice dice(seed, "fibre");
  for (float& v : plane.values) v = bell(dice);
  return plane;
}

// Noise of one wavelength in pixels: knots drawn up bilinearly.
Plane value_map(int width, int height, double wavelength, std::uint64_t seed) {
  const Plane knots = white_noise(static_cast<int>(width / wavelength) + 3,
                                  static_cast<int>(height / wavelength) + 3, seed);
  Plane plane(width, height);
  const double step_x = static_cast<double>(knots.width) / width;
  const double step_y = static_cast<double>(knots.height) / height;
  for (int y = 0; y < height; ++y) {
    const double py = std::clamp((y + .5) * step_y - .5, 0.0, knots.height - 1.001);
    const float* above = knots.row(static_cast<int>(py));
    const float* below = knots.row(static_cast<int>(py) + 1);
    const auto fy = static_cast<float>(py - std::floor(py));
    float* to = plane.row(y);
    for (int x = 0; x < width; ++x) {
      const double px = std::clamp((x + .5) * step_x - .5, 0.0, knots.width - 1.001);
      const int k = static_cast<int>(px);
      const auto fx = static_cast<float>(px - k);
      const float top = above[k] + (above[k + 1] - above[k]) * fx;
      const float low = below[k] + (below[k + 1] - below[k]) * fx;
      to[x] = top + (low - top) * fy;
    }
  }
  to_unit_variance(plane);
  return plane;
}

void add(Plane& sum, const Plane& part, float weight) {
  for (std::size_t k = 0; k < sum.values.size(); ++k) sum.values[k] += weight * part.values[k];
}

}  // namespace

DitherTile::DitherTile() : values_(static_cast<std::size_t>(side) * (side + count_max)) {
  Dice dice(paper_seed, "dither");
  for (int y = 0; y < side; ++y) {
    float* row = values_.data() + static_cast<std::size_t>(y) * (side + count_max);
    for (int x = 0; x < side; ++x) row[x] = static_cast<float>(dice.fraction() - dice.fraction());
    std::copy_n(row, count_max, row + side);
  }
}

Plane fibre_map(int width, int height, double scale) {
  Plane fine = white_noise(width, height, paper_seed);
  blur(fine, .9 * scale + .3, fine.all());
  to_unit_variance(fine);
  Plane map(width, height);
  add(map, fine, .45F);
  add(map, value_map(width, height, 5 * scale, paper_seed + 1), .35F);
  add(map, value_map(width, height, 34 * scale, paper_seed + 2), .35F);
  add(map, value_map(width, height, 150 * scale, paper_seed + 3), .45F);
  to_unit_variance(map);
  for (float& v : map.values) v = std::clamp(v, -2.5F, 2.5F);
  return map;
}

}  // namespace onereel::theatre
