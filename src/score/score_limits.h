#pragma once

// Bounds on what this room reads from outside. No file of ours comes near them.

#include <cstddef>
#include <cstdint>

namespace onereel::score {

inline constexpr std::size_t theme_bytes_max = 64U << 10U;  ///< one ABC file
inline constexpr std::size_t themes_max = 500;              ///< files in data/score/themes
inline constexpr std::size_t theme_bars_max = 256;
inline constexpr std::size_t bar_notes_max = 64;
inline constexpr std::size_t shots_max = 2'000;
inline constexpr std::size_t impacts_max = 64;               ///< in one shot
inline constexpr std::int64_t shot_frames_max = 24 * 600;    ///< ten minutes
inline constexpr std::int64_t film_frames_max = 24 * 3'600;  ///< one hour

}  // namespace onereel::score
