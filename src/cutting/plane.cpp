#include "plane.h"

#include <algorithm>
#include <cmath>

#include "onereel/base/dice.h"

namespace onereel::cutting {

namespace {

std::vector<float> gauss_taps(double sigma) {
  const int reach = std::max(1, static_cast<int>(sigma * 3 + .5));
  std::vector<double> taps;
  double sum = 0;
  for (int at = -reach; at <= reach; ++at) {
    taps.push_back(std::exp(-at * at / (2 * sigma * sigma)));
    sum += taps.back();
  }
  std::vector<float> scaled;
  for (const double tap : taps) scaled.push_back(static_cast<float>(tap / sum));
  return scaled;
}

void blur_columns(Plane& plane, const std::vector<float>& taps) {
  const int reach = static_cast<int>(taps.size() / 2);
  Plane out(plane.width, plane.height);
  for (int y = 0; y < plane.height; ++y) {
    float* to = out.row(y);
    for (int k = -reach; k <= reach; ++k) {
      const float* from = plane.row(std::clamp(y + k, 0, plane.height - 1));
      const float tap = taps[static_cast<std::size_t>(k + reach)];
      for (int x = 0; x < plane.width; ++x) to[x] += tap * from[x];
    }
  }
  plane = std::move(out);
}

void blur_rows(Plane& plane, const std::vector<float>& taps) {
  const int reach = static_cast<int>(taps.size() / 2);
  std::vector<float> padded(static_cast<std::size_t>(plane.width + 2 * reach));
  for (int y = 0; y < plane.height; ++y) {
    float* row = plane.row(y);
    for (int x = 0; x < plane.width + 2 * reach; ++x) {
      padded[static_cast<std::size_t>(x)] = row[std::clamp(x - reach, 0, plane.width - 1)];
    }
    std::fill(row, row + plane.width, 0.0F);
    for (std::size_t k = 0; k < taps.size(); ++k) {
      const float* from = padded.data() + k;
      for (int x = 0; x < plane.width; ++x) row[x] += taps[k] * from[x];
    }
  }
}

Plane quarter(const Plane& plane) {
  Plane small(plane.width / 4, plane.height / 4);
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      float sum = 0;
      for (int k = 0; k < 16; ++k) sum += plane.row(4 * y + k / 4)[4 * x + k % 4];
      small.row(y)[x] = sum / 16;
    }
  }
  return small;
}

struct Between {
  int low = 0;
  int high = 0;
  float part = 0;
};

std::vector<Between> stretched(int from, int to) {
  std::vector<Between> places;
  for (int at = 0; at < to; ++at) {
    const double place = (at + .5) * from / to - .5;
    const int low = std::clamp(static_cast<int>(std::floor(place)), 0, from - 1);
    places.push_back(
        {low, std::min(low + 1, from - 1), static_cast<float>(std::clamp(place - low, 0.0, 1.0))});
  }
  return places;
}

Plane enlarged(const Plane& plane, int width, int height) {
  const std::vector<Between> columns = stretched(plane.width, width);
  const std::vector<Between> rows = stretched(plane.height, height);
  Plane out(width, height);
  for (int y = 0; y < height; ++y) {
    const Between& row = rows[static_cast<std::size_t>(y)];
    const float* upper = plane.row(row.low);
    const float* lower = plane.row(row.high);
    for (int x = 0; x < width; ++x) {
      const Between& c = columns[static_cast<std::size_t>(x)];
      const float top = upper[c.low] + c.part * (upper[c.high] - upper[c.low]);
      const float bottom = lower[c.low] + c.part * (lower[c.high] - lower[c.low]);
      out.row(y)[x] = top + row.part * (bottom - top);
    }
  }
  return out;
}

Plane white_noise(int width, int height, std::uint64_t seed) {
  Plane noise(width, height);
  Dice dice(seed, "noise");
  for (float& value : noise.values) {
    // Four 16-bit throws in one: their sum is close to a normal distribution.
    const std::uint64_t x = dice.next();
    const auto sum = (x & 0xffffU) + (x >> 16U & 0xffffU) + (x >> 32U & 0xffffU) + (x >> 48U);
    value = static_cast<float>(static_cast<double>(sum) / 65536.0 - 2.0);
  }
  return noise;
}

}  // namespace

void blur(Plane& plane, double sigma) {
  if (sigma < .12) return;
  const std::vector<float> taps = gauss_taps(sigma);
  blur_columns(plane, taps);
  blur_rows(plane, taps);
}

Plane wide_blur(const Plane& plane, double sigma) {
  Plane small = quarter(plane);
  blur(small, sigma / 4);
  return enlarged(small, plane.width, plane.height);
}

void normalise(Plane& plane) {
  double sum = 0;
  double squares = 0;
  for (const float value : plane.values) {
    sum += value;
    squares += static_cast<double>(value) * value;
  }
  const auto count = static_cast<double>(plane.values.size());
  const double mean = sum / count;
  const double deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-12));
  for (float& value : plane.values) value = static_cast<float>((value - mean) / deviation);
}

Plane blurred_noise(int width, int height, double sigma, std::uint64_t seed) {
  Plane noise = white_noise(width, height, seed);
  blur(noise, sigma);
  normalise(noise);
  return noise;
}

Plane spotted_noise(int width, int height, double wavelength, std::uint64_t seed) {
  const double cell = std::max(wavelength, 1.0);
  const Plane knots =
      white_noise(static_cast<int>(width / cell) + 3, static_cast<int>(height / cell) + 3, seed);
  Plane spots = enlarged(knots, width, height);
  normalise(spots);
  return spots;
}

Plane paper_fibre(int width, int height, double scale) {
  Plane fibre = blurred_noise(width, height, .9 * scale + .3, 5);
  const Plane fine = spotted_noise(width, height, 5 * scale, 6);
  const Plane middle = spotted_noise(width, height, 34 * scale, 7);
  const Plane coarse = spotted_noise(width, height, 150 * scale, 8);
  for (std::size_t at = 0; at < fibre.values.size(); ++at) {
    fibre.values[at] = .45F * fibre.values[at] + .35F * fine.values[at] + .35F * middle.values[at] +
                       .45F * coarse.values[at];
  }
  normalise(fibre);
  for (float& value : fibre.values) value = std::clamp(value, -2.5F, 2.5F);
  return fibre;
}

}  // namespace onereel::cutting
