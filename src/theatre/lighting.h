#pragma once

// How a set is lit and developed: exposure, tone, and the map of light over the picture.

#include <optional>

#include "onereel/drawing/drawing.h"
#include "planes.h"

namespace onereel::theatre {

/// Set files may change these by data-key, data-white-min, ... on their root; night overrides some.
struct Lighting {
  double key = .72;         ///< mean of the acting area before tone
  double white_min = 1.02;  ///< the brightest light (98.8th percentile) lands between these
  double white_max = 1.48;
  double contrast = .34;
  double halation = .11;
  double lamp = .92;           ///< the own light of hairlines
  double label_stroke = .034;  ///< of letters, in em; thin where plates are dark
};

/// @error fix_input  a data- attribute of the set's root that is no number.
Result<Lighting> lighting_of(const drawing::Drawing& set, bool night);

/// The factor that brings the set without figures to its key: with figures it would pump.
double exposure(const Plane& set_light, const Lighting& lighting);

/// 4096 entries over 0..tone_table_top: exposure, shoulder, gamma, contrast.
std::vector<float> tone_table(double exposure, const Lighting& lighting);

/// Darker towards the corners, a little lighter where the eye should be. attention in stage units.
Plane light_map(int width, int height, Point attention);

}  // namespace onereel::theatre
