#pragma once

// Grey becomes the colour of a tinted print: seventeen baths named after those of the twenties.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "onereel/base/result.h"

namespace onereel::cutting {

inline constexpr int tint_steps = 1024;

/// Y'CbCr (BT.709, limited range) of a display grey: entry round(1023 * grey).
struct TintTable {
  std::array<std::uint8_t, tint_steps> luma{};
  std::array<std::uint8_t, tint_steps> blue{};
  std::array<std::uint8_t, tint_steps> red{};
};

/// @param name  "Candleflame", "Rose Doree", ...
/// @error fix_input  no such tint; names the nearest.
Result<TintTable> tint_table(std::string_view name);

/// All names, in the order of the catalogue.
std::vector<std::string_view> tint_names();

/// This tint is so red in its darks that it must not pulse as well (WCAG 2.3.1, saturated red).
bool tint_must_not_flicker(std::string_view name);

}  // namespace onereel::cutting
