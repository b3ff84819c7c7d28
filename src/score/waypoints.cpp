#include "waypoints.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "theme.h"

namespace onereel::score {
namespace {

constexpr int half_beat = pulses_per_quarter / 2;
constexpr int choices = 5;  // the nearest half-beat and two to either side

// The best way to reach one half-beat: for each number of accents off the beat, the least
// deviation.
struct Reached {
  int pulse = 0;
  std::vector<double> deviation;  // by accents off the beat so far; above `never` if impossible
  std::vector<int> from;          // the choice for the accent before
};

constexpr double never = 1e9;

class Aligner {
 public:
  Aligner(int pulses, Tick span, const std::vector<Tick>& accents)
      : pulses_(pulses), span_(span), accents_(accents) {}

  std::optional<Alignment> best(double offbeat) {
    std::vector<std::array<Reached, choices>> steps;
    std::array<Reached, choices> start;
    for (Reached& reached : start) reached = {0, {never}, {0}};
    start[0].deviation[0] = 0;
    steps.push_back(start);
    for (std::size_t k = 0; k < accents_.size(); ++k) steps.push_back(next(steps.back(), k));
    return back(steps, offbeat);
  }

 private:
  double deviation(int from, Tick from_tick, int to, Tick to_tick) const {
    if (to <= from || to_tick <= from_tick) return never;
    const double local = static_cast<double>(to - from) / static_cast<double>(to_tick - from_tick);
    return std::abs(local * static_cast<double>(span_) / pulses_ - 1);
  }

  std::array<Reached, choices> next(const std::array<Reached, choices>& before,
                                    std::size_t k) const {
    const Tick tick = accents_[k];
    const Tick tick_before = k == 0 ? 0 : accents_[k - 1];
    const std::int64_t nearest = (2 * tick * pulses_ / span_ + half_beat) / (2 * half_beat);
    std::array<Reached, choices> reached;
    for (int c = 0; c < choices; ++c) {
      Reached& here = reached[static_cast<std::size_t>(c)];
      here.pulse = (static_cast<int>(nearest) + c - choices / 2) * half_beat;
      here.deviation.assign(k + 2, never);
      here.from.assign(k + 2, 0);
      if (here.pulse <= 0 || here.pulse >= pulses_) continue;
      const std::size_t off = here.pulse % pulses_per_quarter != 0 ? 1U : 0U;
      for (int b = 0; b < choices; ++b) {
        const Reached& there = before[static_cast<std::size_t>(b)];
        const double step = deviation(there.pulse, tick_before, here.pulse, tick);
        for (std::size_t count = 0; count < there.deviation.size(); ++count) {
          const double worst = std::max(there.deviation[count], step);
          if (worst >= here.deviation[count + off]) continue;
          here.deviation[count + off] = worst;
          here.from[count + off] = b;
        }
      }
    }
    return reached;
  }

  std::optional<Alignment> back(const std::vector<std::array<Reached, choices>>& steps,
                                double offbeat) const {
    double least = never / 2;
    std::size_t choice = 0;
    std::size_t count = 0;
    Alignment found;
    for (std::size_t c = 0; c < choices; ++c) {
      const Reached& end = steps.back()[c];
      const Tick tick = accents_.empty() ? 0 : accents_.back();
      const double tail = deviation(end.pulse, tick, pulses_, span_);
      for (std::size_t off = 0; off < end.deviation.size(); ++off) {
        const double worst = std::max(end.deviation[off], tail);
        if (worst + offbeat * static_cast<double>(off) >= least) continue;
        least = worst + offbeat * static_cast<double>(off);
        found.deviation = worst;
        choice = c;
        count = off;
      }
    }
    if (least >= never / 2) return std::nullopt;
    for (std::size_t k = steps.size(); k-- > 1;) {
      const Reached& here = steps[k][choice];
      found.pulses.insert(found.pulses.begin(), here.pulse);
      choice = static_cast<std::size_t>(here.from[count]);
      count -= here.pulse % pulses_per_quarter != 0 ? 1U : 0U;
    }
    return found;
  }

  int pulses_;
  Tick span_;
  const std::vector<Tick>& accents_;
};

}  // namespace

std::optional<Alignment> align(int pulses, Tick span, const std::vector<Tick>& accents,
                               double offbeat) {
  return Aligner(pulses, span, accents).best(offbeat);
}

}  // namespace onereel::score
