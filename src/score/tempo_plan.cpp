// How many bars each shot has and how fast they go, for the whole film at once: the least cost of
// tempi far from home, odd numbers of bars, short last bars, accents off the beat, and jumps
// between neighbours on one theme (Viterbi). Every shot's last bar line is the cut.

#include <algorithm>
#include <cmath>

#include "exact_math.h"
#include "section.h"
#include "waypoints.h"

namespace onereel::score {
namespace {

struct Candidate {
  int bars = 0;
  int extra_pulses = 0;
  double tempo = 0;
  double cost = 0;
  bool on_beat = false;
  std::vector<int> accents;  // pulses, if on the beat
};

double squared(double x) {
  return x * x;
}

// How far `tempo` is from `reference`, in steps of the ratio `unit`.
double distance(double tempo, double reference, double unit) {
  return log2_of(tempo / reference) / log2_of(unit);
}

class ShotPlanner {
 public:
  ShotPlanner(const Section& section, const Library& library, int chase_before)
      : section_(section),
        numbers_(library.patterns.planner),
        bar_(section.bar_pulses()),
        span_(section.music_end - section.start) {
    const Theme& theme = *section.theme;
    range_ = theme.tempo;
    const bool guest = section.manner != theme.moods[0] || theme.id.starts_with("apprentice");
    if (guest && theme.id != "bug") {
      range_ = library.mood(section.manner).tempo;
      if (theme.metre == Metre::six_eight) {
        range_ = {range_.lowest * 1.5, range_.home * 1.5, range_.highest * 1.5};
      }
    }
    for (int i = 0; i < std::min(chase_before, 4); ++i) range_.home *= numbers_.chase_step;
    for (const Accent& accent : section.accents) {
      const Tick at = accent.at - section.start;
      if (at > 0 && at < span_) accents_.push_back(at);
    }
  }

  double home() const { return range_.home; }

  std::vector<Candidate> candidates() const {
    if (section_.part == Part::bug_button) return {last_joke()};
    std::vector<Candidate> found;
    const int step = section_.theme->metre == Metre::six_eight ? 720 : pulses_per_quarter;
    const int most = pulses_at(range_.highest) / bar_ + 1;
    for (int bars = 1; bars <= most; ++bars) {
      for (int extra = 0; extra < bar_; extra += step) {
        const double tempo = tempo_of(bars * bar_ + extra);
        if (tempo < range_.lowest || tempo > range_.highest) continue;
        found.push_back(weighed(bars, extra));
      }
    }
    return found.empty() ? emergency() : found;
  }

 private:
  double tempo_of(int pulses) const {
    return pulses * 60.0 * static_cast<double>(ticks_per_second) /
           static_cast<double>(span_ * pulses_per_quarter);
  }
  int pulses_at(double tempo) const {
    return static_cast<int>(tempo * static_cast<double>(span_) * pulses_per_quarter /
                            static_cast<double>(60 * ticks_per_second));
  }

  double bars_penalty(int bars) const {
    const auto& table = numbers_.bars_penalty;
    const auto index = static_cast<std::size_t>(bars - 1);
    if (index < table.size()) return table[index];
    return bars % 4 == 0 ? table[15] : table[bars % 2 == 0 ? 9 : 14];
  }

  Candidate weighed(int bars, int extra) const {
    Candidate made{bars, extra, tempo_of(bars * bar_ + extra), 0, true, {}};
    made.cost = squared(distance(made.tempo, range_.home, numbers_.home_unit)) +
                bars_penalty(bars + (extra > 0 ? 1 : 0));
    if (extra > 0)
      made.cost += section_.mood == "love" ? 2 * numbers_.short_bar : numbers_.short_bar;
    if (accents_.empty()) return made;
    const auto alignment = align(bars * bar_ + extra, span_, accents_, numbers_.offbeat_impact);
    made.on_beat = alignment && alignment->deviation <= numbers_.inside_max;
    if (made.on_beat) {
      made.accents = alignment->pulses;
      made.cost += numbers_.beat_impact * squared(alignment->deviation / numbers_.inside_max);
    } else {
      made.cost += numbers_.free_impact;
    }
    return made;
  }

  // A very short shot: any whole number of quarters, the range bent; at the worst one quarter.
  std::vector<Candidate> emergency() const {
    std::vector<Candidate> found;
    const auto add = [&](int pulses) {
      const double tempo = tempo_of(pulses);
      found.push_back({pulses / bar_,
                       pulses % bar_,
                       tempo,
                       6 + squared(distance(tempo, range_.home, numbers_.home_unit)),
                       accents_.empty(),
                       {}});
    };
    for (int quarters = 2; quarters <= 48; ++quarters) {
      const double tempo = tempo_of(quarters * pulses_per_quarter);
      if (tempo < range_.lowest * numbers_.emergency_low) continue;
      if (tempo > range_.highest * numbers_.emergency_high) break;
      add(quarters * pulses_per_quarter);
    }
    if (found.empty()) {
      const auto quarters = rounded(pulses_at(range_.home) / double{pulses_per_quarter});
      add(static_cast<int>(std::max(1LL, quarters)) * pulses_per_quarter);
    }
    return found;
  }

  // Two bars up to the button; a long one waits on a vamp first, a very short one has one bar.
  Candidate last_joke() const {
    const double seconds = static_cast<double>(span_) / ticks_per_second;
    int bars = 2;
    if (seconds < 1) bars = 1;
    if (seconds > 3.4) bars = static_cast<int>(rounded(seconds));
    return {bars, 0, tempo_of(bars * bar_), 0, accents_.empty(), {}};
  }

  const Section& section_;
  const PlannerNumbers& numbers_;
  int bar_;
  Tick span_;
  TempoRange range_;
  std::vector<Tick> accents_;
};

// For each shot the candidate on the cheapest way through the film.
std::vector<std::size_t> cheapest(const Film& film,
                                  const std::vector<std::vector<Candidate>>& candidates,
                                  const PlannerNumbers& numbers) {
  std::vector<std::vector<std::size_t>> from(candidates.size());
  std::vector<double> costs;
  for (const Candidate& candidate : candidates[0]) costs.push_back(candidate.cost);
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const bool same = film.sections[i].theme == film.sections[i - 1].theme;
    std::vector<double> now;
    for (const Candidate& candidate : candidates[i]) {
      double least = 0;
      std::size_t choice = candidates[i - 1].size();
      for (std::size_t j = 0; j < candidates[i - 1].size(); ++j) {
        const double jump = same ? numbers.neighbour_weight *
                                       squared(distance(candidate.tempo, candidates[i - 1][j].tempo,
                                                        numbers.neighbour_unit))
                                 : 0;
        if (choice < candidates[i - 1].size() && costs[j] + jump >= least) continue;
        least = costs[j] + jump;
        choice = j;
      }
      now.push_back(candidate.cost + least);
      from[i].push_back(choice);
    }
    costs = std::move(now);
  }
  std::vector<std::size_t> chosen(candidates.size());
  chosen.back() =
      static_cast<std::size_t>(std::min_element(costs.begin(), costs.end()) - costs.begin());
  for (std::size_t i = candidates.size(); i-- > 1;) chosen[i - 1] = from[i][chosen[i]];
  return chosen;
}

void take(Section& section, const Candidate& candidate, const PlannerNumbers& numbers) {
  section.bars = candidate.bars;
  section.extra_pulses = candidate.extra_pulses;
  section.tempo = candidate.tempo;
  section.on_beat = candidate.on_beat;
  std::vector<Waypoint> points{{0, section.start}};
  std::size_t next = 0;
  for (const Accent& accent : section.accents) {
    const bool inside = accent.at > section.start && accent.at < section.music_end;
    if (inside && next < candidate.accents.size()) {
      points.push_back({candidate.accents[next++], accent.at});
    }
  }
  points.push_back({section.end_pulse(), section.music_end});
  double ratio = 1;
  if (points.size() == 2 && section.scene()) {
    const bool quiet =
        section.part == Part::quiet || (section.last && section.music_end == section.cut);
    if (quiet) {
      ratio = numbers.quiet_ratio;
    } else if (section.chase() && section.part == Part::plain) {
      ratio = numbers.chase_ratio;
    }
  }
  section.time = TimeMap(std::move(points), ratio);
}

}  // namespace

void plan_tempo(Film& film, const Library& library) {
  const PlannerNumbers& numbers = library.patterns.planner;
  std::vector<std::vector<Candidate>> candidates;
  int chase_before = 0;
  for (Section& section : film.sections) {
    const ShotPlanner planner(section, library, section.chase() ? chase_before : 0);
    section.home_tempo = planner.home();
    candidates.push_back(planner.candidates());
    chase_before = section.chase() ? chase_before + 1 : 0;
  }
  const auto chosen = cheapest(film, candidates, numbers);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    take(film.sections[i], candidates[i][chosen[i]], numbers);
  }
}

}  // namespace onereel::score
