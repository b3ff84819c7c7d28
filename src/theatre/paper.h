#pragma once

// The unevenness of paper and glass: fibre, and the dither that keeps dark slopes from banding.

#include <cstdint>

#include "planes.h"

namespace onereel::theatre {

/// Fibre of the paper: mean 0, standard deviation 1, cut at 2.5. `scale`: pixels a stage unit. The
/// same for every film: paper has no plot.
Plane fibre_map(int width, int height, double scale);

/// Triangular noise -1..1 of pixel (x, y) on plate `plate`; a pure function.
inline float triangular_noise(int x, int y, int plate) {
  std::uint32_t h = static_cast<std::uint32_t>(x) * 0x9E3779B1U ^
                    static_cast<std::uint32_t>(y) * 0x85EBCA77U ^
                    static_cast<std::uint32_t>(plate + 11) * 0xC2B2AE3DU;
  h ^= h >> 16U;
  h *= 0x7FEB352DU;
  h ^= h >> 15U;
  h *= 0x846CA68BU;
  h ^= h >> 16U;
  return static_cast<float>(static_cast<int>(h & 0xFFFFU) - static_cast<int>(h >> 16U)) / 65536.0F;
}

}  // namespace onereel::theatre
