#pragma once

// What projectors and years do to a print. All of it is a pure function of (seed, frame).

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/base/geometry.h"

namespace onereel::cutting {

/// How much of each. Zeros: a new print.
struct WearAmounts {
  double weave = 0;    ///< of the picture's width
  double flicker = 0;  ///< largest change of brightness either way
  double grain = 0;    ///< deviation in the mid greys is about this
  double specks_a_second = 0;
  double scratches_a_second = 0;
};

/// @param wear  0 a new print .. 1; .5 is the house's print.
WearAmounts wear_amounts(double wear);

struct Speck {
  Point centre;                     ///< as a part of width and height
  double radius = 0;                ///< as a part of the width
  std::array<double, 8> corners{};  ///< .45..1.15 of the radius, one each 45 degrees
};

struct Scratch {
  double x = 0;  ///< as a part of the width
  std::uint64_t seed = 0;
};

/// Where the picture stands in the gate, as a part of the width.
Point weave_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame);
/// What the picture's brightness is multiplied by.
double flicker_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame);
/// Dust holds for two frames, like the drawings.
std::vector<Speck> specks_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame);
std::optional<Scratch> scratch_at(const WearAmounts& wear, std::uint64_t seed, FrameIndex frame);

/// Where the grain tile is read for a pair of frames.
struct GrainPlace {
  int x = 0;  ///< 0..255
  int y = 0;
  bool mirror_x = false;
  bool mirror_y = false;
};
GrainPlace grain_at(std::uint64_t seed, FrameIndex frame);

}  // namespace onereel::cutting
