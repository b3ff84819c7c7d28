#pragma once

// The unevenness of paper and glass: fibre, and the dither that keeps dark slopes from banding.

#include <vector>

#include "planes.h"

namespace onereel::theatre {

/// Fibre of the paper: mean 0, standard deviation 1, cut at 2.5. `scale`: pixels a stage unit. The
/// same for every film: paper has no plot.
Plane fibre_map(int width, int height, double scale);

/// Triangular noise -1..1 for dither, one tile for all plates, each taking it from its own corner.
class DitherTile {
 public:
  DitherTile();
  /// Noise for pixels x.. of row y; at least `count_max` values follow.
  const float* row(int x, int y, int plate) const {
    const auto down = static_cast<unsigned>(y + 89 * plate) % side;
    const auto across = static_cast<unsigned>(x + 151 * plate) % side;
    return values_.data() + static_cast<std::size_t>(down) * (side + count_max) + across;
  }
  static constexpr int side = 256;
  static constexpr int count_max = 256;

 private:
  std::vector<float> values_;  ///< rows of side + count_max: the tile goes on past its edge
};

}  // namespace onereel::theatre
