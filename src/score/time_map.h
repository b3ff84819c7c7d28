#pragma once

// From music's time (pulses) to the film's (ticks), within one shot.

#include <cstdint>
#include <vector>

namespace onereel::score {

/// Film time in ticks of 1/960 s: 40 to a frame, so that cuts and impacts are whole ticks, and one
/// to a MIDI tick at 480 to the quarter and 120 quarters a minute.
using Tick = std::int64_t;
inline constexpr Tick ticks_per_second = 960;
inline constexpr Tick ticks_per_frame = 40;

constexpr Tick ticks_of_frame(std::int64_t frame) {
  return frame * ticks_per_frame;
}
/// The nearest tick.
constexpr Tick ticks_of_ms(std::int64_t ms) {
  return (ms * 24 + 12) / 25;
}

struct Waypoint {
  int pulse = 0;
  Tick tick = 0;  ///< of the film
  bool operator==(const Waypoint&) const = default;
};

/// Tempo constant between waypoints, or one smooth change from the first to the last.
class TimeMap {
 public:
  TimeMap() = default;
  /// @param points  two at least, rising in both.
  /// @param ratio   tempo at the end against the start; other than 1 only with two points.
  TimeMap(std::vector<Waypoint> points, double ratio);

  Tick at(int pulse) const;
  /// Largest |local tempo / mean tempo - 1|.
  double worst_deviation() const;

 private:
  std::vector<Waypoint> points_;
  double ratio_ = 1;
};

}  // namespace onereel::score
