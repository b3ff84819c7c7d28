#pragma once

// Which frame, how many frames, and how fast. Different types, so that they cannot be mixed up.

#include <compare>
#include <cstdint>

#include "onereel/base/seconds.h"

namespace onereel {

/// Frames (or poses, or samples) a second, as a fraction.
struct FrameRate {
  std::int64_t numerator = 24;
  std::int64_t denominator = 1;
  constexpr bool operator==(const FrameRate&) const = default;
};

inline constexpr FrameRate film_rate{24, 1};  ///< frames of the finished film
inline constexpr FrameRate pose_rate{12, 1};  ///< drawings: each is shown for two frames

/// How many frames.
struct FrameCount {
  std::int64_t count = 0;
  constexpr auto operator<=>(const FrameCount&) const = default;
  constexpr FrameCount operator+(FrameCount other) const { return {count + other.count}; }
  constexpr FrameCount operator-(FrameCount other) const { return {count - other.count}; }
  constexpr FrameCount& operator+=(FrameCount other) { return *this = *this + other; }
};

/// Which frame, from 0. index - index is a count; index + index does not compile.
struct FrameIndex {
  std::int64_t index = 0;
  constexpr auto operator<=>(const FrameIndex&) const = default;
  constexpr FrameIndex operator+(FrameCount by) const { return {index + by.count}; }
  constexpr FrameIndex operator-(FrameCount by) const { return {index - by.count}; }
  constexpr FrameCount operator-(FrameIndex other) const { return {index - other.index}; }
};

/// The exact running time of `frames` at `rate`.
constexpr Seconds running_time(FrameCount frames, FrameRate rate = film_rate) {
  return Seconds::ticks(frames.count * Seconds::ticks_per_second / rate.numerator *
                        rate.denominator);
}

/// The number of frames nearest to `time`.
constexpr FrameCount frames_nearest(Seconds time, FrameRate rate = film_rate) {
  const std::int64_t unit = Seconds::ticks_per_second * rate.denominator;
  return {(time.in_ticks() * rate.numerator + unit / 2) / unit};
}

static_assert(running_time({24'000}, {24'000, 1001}) == Seconds::whole(1001));
static_assert(frames_nearest(Seconds::milliseconds(3500)) == FrameCount{84});

}  // namespace onereel
