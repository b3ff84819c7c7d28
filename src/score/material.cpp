// Which bars of its theme a shot plays: whole phrases as far as they go, then the tail that gives
// the cadence the cut needs.

#include <algorithm>
#include <map>
#include <set>

#include "section.h"

namespace onereel::score {
namespace {

using How = BarUse::How;

// Where a theme goes on when it is heard again.
struct Place {
  int cursor = 0;         // phrase
  std::size_t heads = 0;  // fresh hearings so far
};

class BarChooser {
 public:
  BarChooser(const Theme& theme, int phrase, Cadence wanted)
      : theme_(theme), wanted_(wanted), phrase_(phrase) {
    const Key key = theme.bars[static_cast<std::size_t>(phrase) * 4].key;
    for (int q = 0; q < theme.phrases(); ++q) {
      if (theme.bars[static_cast<std::size_t>(q) * 4].key == key) section_.push_back(q);
    }
  }

  /// `bars` of them; afterwards phrase() is where to go on.
  std::vector<BarUse> choose(int bars, bool continues) {
    bool odd = bars % 2 == 1 && bars >= 5;
    if (odd && !continues) {
      add(How::vamp, phrase_ * 4);
      --bars;
      odd = false;
    }
    if (odd) --bars;
    while (bars >= 8) {
      whole_phrase();
      bars -= 4;
    }
    if (bars > 4) {
      whole_phrase();
      bars -= 4;
      if (bars == 2) {
        add_bars(tail(closing(), phrase_) * 4 + 2, 2);
        bars = 0;
      }
    }
    if (bars > 0) close(bars);
    if (odd) add(How::tag, used_.back().bar);
    return std::move(used_);
  }
  int phrase() const { return phrase_; }

 private:
  Cadence closing() const { return wanted_ == Cadence::open ? Cadence::half : wanted_; }
  Cadence cadence(int q) const { return theme_.cadences[static_cast<std::size_t>(q)]; }

  void add(How how, int bar) { used_.push_back({how, bar}); }
  void add_bars(int first, int count) {
    for (int i = 0; i < count; ++i) add(How::tune, first + i);
  }
  void whole_phrase() {
    add_bars(phrase_ * 4, 4);
    advance();
  }
  void advance() {
    const bool follows = std::find(section_.begin(), section_.end(), phrase_ + 1) != section_.end();
    phrase_ = follows ? phrase_ + 1 : section_[0];
  }

  // The phrase with the cadence wanted whose last two bars move most; of equals the next after
  // `from`.
  int tail(Cadence wanted, int from) const {
    std::vector<int> order;
    std::copy_if(section_.begin(), section_.end(), std::back_inserter(order),
                 [&](int q) { return q >= from; });
    std::copy_if(section_.begin(), section_.end(), std::back_inserter(order),
                 [&](int q) { return q < from; });
    int best = order[0];
    std::size_t most = 0;
    for (const int q : order) {
      if (cadence(q) != wanted) continue;
      const std::size_t roots = std::min<std::size_t>(3, tail_roots(q));
      if (roots <= most) continue;
      most = roots;
      best = q;
    }
    return best;
  }
  std::size_t tail_roots(int q) const {
    std::set<int> roots;
    for (int bar = q * 4 + 2; bar < q * 4 + 4; ++bar) {
      for (const ChordAt& chord : theme_.bars[static_cast<std::size_t>(bar)].chords) {
        roots.insert(chord.chord.root);
      }
    }
    return roots.size();
  }

  // One to four bars that end as the cut needs.
  void close(int bars) {
    const int first = phrase_ * 4;
    if (bars == 4 && (wanted_ == Cadence::open || cadence(phrase_) == wanted_)) {
      add_bars(first, 4);
    } else if (bars == 4) {
      add_bars(first, 2);
      add_bars(tail(wanted_, phrase_) * 4 + 2, 2);
    } else if (bars == 3) {
      add_bars(first, 1);
      add_bars(tail(closing(), phrase_) * 4 + 2, 2);
    } else if (bars == 2 && wanted_ == Cadence::open) {
      add_bars(first, 2);
      return;  // the phrase goes on where it stopped
    } else {
      add_bars(tail(closing(), phrase_) * 4 + 4 - bars, bars);
    }
    advance();
  }

  const Theme& theme_;
  Cadence wanted_;
  int phrase_;
  std::vector<int> section_;
  std::vector<BarUse> used_;
};

Cadence cadence_of(const Film& film, std::size_t index, int cursor) {
  const Section& section = film.sections[index];
  if (section.ends_act || section.part == Part::quiet || section.part == Part::end_card) {
    return Cadence::full;
  }
  if (section.part == Part::bug_plant) return Cadence::open;
  const Section& next = film.sections[index + 1];
  if (next.theme == section.theme) return cursor % 2 == 0 ? Cadence::open : Cadence::half;
  return next.key == section.key ? Cadence::half : Cadence::full;
}

// The beetle's shots run from his first bar on; the last joke is written in lead_line.cpp.
std::vector<BarUse> from_the_top(const Section& section, int bars) {
  std::vector<BarUse> used;
  for (int i = 0; i < bars; ++i) {
    const bool waits = section.part == Part::bug_button && i + 2 < bars;
    const int bar = i % static_cast<int>(section.theme->bars.size());
    used.push_back({waits ? How::vamp : How::tune, waits ? 0 : bar});
  }
  return used;
}

bool strikes_early(const Section& section) {
  return !section.accents.empty() &&
         section.accents[0].at < section.time.at(2 * section.bar_pulses());
}

int first_phrase(const Section& section, bool continues, int bars, Place& place) {
  const Theme& theme = *section.theme;
  if (section.part == Part::end_card) {
    return std::max(0, theme.phrases() - (bars <= 4 ? 1 : 2));  // the last four bars, or eight
  }
  if (continues) return place.cursor % theme.phrases();
  return theme.heads[place.heads++ % theme.heads.size()];
}

}  // namespace

void choose_material(Film& film) {
  std::map<std::string, Place> places;
  for (std::size_t i = 0; i < film.sections.size(); ++i) {
    Section& section = film.sections[i];
    const Section* before = i > 0 ? &film.sections[i - 1] : nullptr;
    Place& place = places[section.theme->id];
    const bool continues = before != nullptr && before->theme == section.theme &&
                           before->key.tonic == section.key.tonic && before->act == section.act;
    section.cadence = cadence_of(film, i, place.cursor);
    const int bars = section.bars + (section.extra_pulses > 0 ? 1 : 0);
    if (section.part == Part::bug_plant || section.part == Part::bug_button) {
      section.material = from_the_top(section, bars);
      continue;
    }
    BarChooser chooser(*section.theme, first_phrase(section, continues, bars, place),
                       section.cadence);
    // A vamp that an accent cuts short would leave the shot without its tune: tag it instead.
    section.material = chooser.choose(bars, continues || strikes_early(section));
    place.cursor = chooser.phrase();
  }
}

}  // namespace onereel::score
