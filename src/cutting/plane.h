#pragma once

// One number a pixel, and what is done to whole planes of them.

#include <cstdint>
#include <string_view>
#include <vector>

namespace onereel::cutting {

/// values: width x height, row by row.
struct Plane {
  int width = 0;
  int height = 0;
  std::vector<float> values;

  Plane() = default;
  Plane(int columns, int rows, float value = 0)
      : width(columns),
        height(rows),
        values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), value) {}
  float* row(int y) { return values.data() + static_cast<std::ptrdiff_t>(y) * width; }
  const float* row(int y) const { return values.data() + static_cast<std::ptrdiff_t>(y) * width; }
};

/// Gaussian, edges clamped. Below sigma .12 px nothing is done.
void blur(Plane& plane, double sigma);

/// The same for wide blurs (sigma above some 6 px), worked at quarter size.
Plane wide_blur(const Plane& plane, double sigma);

/// Zero mean and unit variance.
void normalise(Plane& plane);

/// White noise of nearly normal distribution, blurred by `sigma` px, of unit variance.
Plane blurred_noise(int width, int height, double sigma, std::uint64_t seed);

/// Noise of soft spots of about `wavelength` px, of unit variance.
Plane spotted_noise(int width, int height, double wavelength, std::uint64_t seed);

/// The fibres of the paper a picture is printed on: unit variance, at most 2.5. `scale`: pixels a
/// unit at 1280 wide.
Plane paper_fibre(int width, int height, double scale);

}  // namespace onereel::cutting
