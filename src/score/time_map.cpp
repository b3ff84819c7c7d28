#include "time_map.h"

#include <algorithm>
#include <cmath>

#include "exact_math.h"
#include "onereel/base/must.h"

namespace onereel::score {
namespace {

// from + (to - from) * part / whole, to the nearest; whole above zero.
Tick between(Tick from, Tick to, std::int64_t part, std::int64_t whole) {
  const std::int64_t twice = 2 * (to - from) * part + whole;
  const std::int64_t floor =
      twice >= 0 ? twice / (2 * whole) : -((-twice + 2 * whole - 1) / (2 * whole));
  return from + floor;
}

}  // namespace

TimeMap::TimeMap(std::vector<Waypoint> points, double ratio)
    : points_(std::move(points)), ratio_(ratio) {
  must(points_.size() >= 2, "a time map has a start and an end");
  must(ratio == 1 || points_.size() == 2, "a smooth change of tempo has no waypoints");
}

Tick TimeMap::at(int pulse) const {
  const Waypoint& first = points_.front();
  const Waypoint& last = points_.back();
  if (ratio_ != 1) {
    // Tempo rises in a straight line over the beats: dt = dq / (1 + (r - 1) q / Q), scaled to the
    // span.
    const double part = static_cast<double>(pulse - first.pulse) / (last.pulse - first.pulse);
    const double bent = ln_of(std::max(0.05, 1 + (ratio_ - 1) * part)) / ln_of(ratio_);
    return first.tick + rounded(bent * static_cast<double>(last.tick - first.tick));
  }
  auto next = std::find_if(points_.begin() + 1, points_.end(),
                           [&](const Waypoint& point) { return pulse <= point.pulse; });
  if (next == points_.end()) --next;
  const Waypoint& before = *(next - 1);
  return between(before.tick, next->tick, pulse - before.pulse, next->pulse - before.pulse);
}

double TimeMap::worst_deviation() const {
  if (ratio_ != 1) {
    const double start = ln_of(ratio_) / (ratio_ - 1);
    return std::max(std::abs(start - 1), std::abs(start * ratio_ - 1));
  }
  const Waypoint& first = points_.front();
  const Waypoint& last = points_.back();
  const double mean =
      static_cast<double>(last.pulse - first.pulse) / static_cast<double>(last.tick - first.tick);
  double worst = 0;
  for (std::size_t i = 1; i < points_.size(); ++i) {
    const double local = static_cast<double>(points_[i].pulse - points_[i - 1].pulse) /
                         static_cast<double>(points_[i].tick - points_[i - 1].tick);
    worst = std::max(worst, std::abs(local / mean - 1));
  }
  return worst;
}

}  // namespace onereel::score
