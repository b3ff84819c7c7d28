#include "rules.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

namespace onereel::score {
namespace {

std::string place(const Rehearsal& rehearsal, std::size_t section, Tick at) {
  return fmt::format("shot {} at {:.2f} s", rehearsal.film.sections[section].shot,
                     static_cast<double>(at) / ticks_per_second);
}

std::vector<PlayedNote> notes_of(const Rehearsal& rehearsal, std::size_t section) {
  std::vector<PlayedNote> notes;
  for (const PlayedNote& note : rehearsal.played.notes) {
    if (note.section == section && !note.woodblock && note.kind != Kind::stinger) {
      notes.push_back(note);
    }
  }
  return notes;
}

bool sounds(const PlayedNote& note, Tick at) {
  return note.at <= at && note.end > at;
}

// Within `near` ticks of a silence somebody planned.
bool planned(const Rehearsal& rehearsal, Tick from, Tick to) {
  for (const auto& windows : rehearsal.played.windows) {
    for (const Window& window : windows) {
      if (from < window.to + 432 && to > window.from - 240) return true;
    }
  }
  return to >= rehearsal.film.sections.back().cut - 96;
}

bool pedal_holds(const Rehearsal& rehearsal, Tick from, Tick to) {
  const auto& moves = rehearsal.played.pedal;
  for (std::size_t i = 0; i + 1 < moves.size(); ++i) {
    if (moves[i].down && moves[i].at <= from && moves[i + 1].at >= to - 58) return true;
  }
  return false;
}

struct OuterVoices {
  Tick at = 0;
  int tune = 0;
  int bass = 0;
};

// Tune over each bass note of a section; a rest in the tune gives a gap (tune 0).
std::vector<OuterVoices> outer_voices(const std::vector<PlayedNote>& notes) {
  std::vector<OuterVoices> found;
  for (const PlayedNote& bass : notes) {
    if (bass.kind != Kind::bass) continue;
    if (!found.empty() && bass.at - found.back().at < 29) {
      found.back().bass = std::min(found.back().bass, bass.key);
      continue;
    }
    OuterVoices voices{bass.at, 0, bass.key};
    Tick latest = -1;
    for (const PlayedNote& note : notes) {
      const Tick now = bass.at + 29;
      if (note.left || note.kind == Kind::grace || !sounds(note, now)) continue;
      if (note.at > latest + 29) voices.tune = 0;
      latest = std::max(latest, note.at);
      voices.tune = std::max(voices.tune, note.key);
    }
    found.push_back(voices);
  }
  return found;
}

bool window_between(const std::vector<Window>& windows, Tick from, Tick to) {
  return std::any_of(windows.begin(), windows.end(), [&](const Window& window) {
    return window.from < to + 48 && window.to > from;
  });
}

}  // namespace

Rehearsal rehearse(const ShotList& shots, const Library& library) {
  Rehearsal rehearsal;
  rehearsal.film = plan(shots, library).value();
  rehearsal.played = play(rehearsal.film, library);
  return rehearsal;
}

Faults phrases_not_on_cuts(const Rehearsal& rehearsal) {
  Faults faults;
  const auto& sections = rehearsal.film.sections;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Section& section = sections[i];
    if (section.time.at(section.end_pulse()) != section.music_end) {
      faults.push_back(place(rehearsal, i, section.music_end) + ": the bar line is not the cut");
    }
    for (const PlayedNote& note : rehearsal.played.notes) {
      if (note.section != i) continue;
      if (note.at < section.start || note.end > section.cut) {
        faults.push_back(place(rehearsal, i, note.at) + ": sounds past the cut");
      }
      if (note.kind != Kind::stinger && note.pulse == 0 &&
          note.at - section.start > ticks_per_frame) {
        faults.push_back(place(rehearsal, i, note.at) + ": the phrase begins late");
      }
    }
  }
  return faults;
}

Faults accents_off_their_frame(const Rehearsal& rehearsal) {
  Faults faults;
  for (std::size_t i = 0; i < rehearsal.played.windows.size(); ++i) {
    for (const Window& window : rehearsal.played.windows[i]) {
      const bool struck = std::any_of(
          rehearsal.played.notes.begin(), rehearsal.played.notes.end(), [&](const PlayedNote& n) {
            return n.kind == Kind::stinger && std::abs(n.at - window.impact) < ticks_per_frame;
          });
      if (!struck)
        faults.push_back(place(rehearsal, i, window.impact) + ": " + window.stinger->name);
    }
  }
  return faults;
}

Faults parallels_at_cadences(const Rehearsal& rehearsal) {
  Faults faults;
  for (std::size_t i = 0; i < rehearsal.film.sections.size(); ++i) {
    auto voices = outer_voices(notes_of(rehearsal, i));
    if (voices.size() > 4) voices.erase(voices.begin(), voices.end() - 4);
    for (std::size_t k = 1; k < voices.size(); ++k) {
      const OuterVoices& a = voices[k - 1];
      const OuterVoices& b = voices[k];
      if (a.tune == 0 || b.tune == 0 || a.tune == b.tune || a.bass == b.bass) continue;
      if (window_between(rehearsal.played.windows[i], a.at, b.at)) continue;
      const int interval = pitch_class(b.tune - b.bass);
      const bool same_way = (b.tune > a.tune) == (b.bass > a.bass);
      if (same_way && (interval == 0 || interval == 7) &&
          pitch_class(a.tune - a.bass) == interval) {
        faults.push_back(fmt::format("{}: {}/{} to {}/{}", place(rehearsal, i, b.at), a.tune,
                                     a.bass, b.tune, b.bass));
      }
    }
  }
  return faults;
}

Faults wide_hands(const Rehearsal& rehearsal) {
  Faults faults;
  const auto& notes = rehearsal.played.notes;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const PlayedNote& note = notes[i];
    if (note.woodblock) continue;
    int low = note.key;
    int high = note.key;
    for (std::size_t j = i; j-- > 0 && notes[j].at > note.at - 4'800;) {
      if (notes[j].left != note.left || notes[j].woodblock || notes[j].end <= note.at + 19)
        continue;
      low = std::min(low, notes[j].key);
      high = std::max(high, notes[j].key);
    }
    if (high - low > 16) {
      faults.push_back(
          fmt::format("{}: {} semitones", place(rehearsal, note.section, note.at), high - low));
    }
  }
  return faults;
}

Faults notes_out_of_range(const Rehearsal& rehearsal) {
  Faults faults;
  for (const PlayedNote& note : rehearsal.played.notes) {
    const bool tune = note.kind == Kind::tune && !note.left;
    const bool inside = tune ? note.key >= 55 && note.key <= 98 : note.key >= 21 && note.key <= 108;
    if (!inside || note.velocity < 1 || note.velocity > 127 || note.end <= note.at) {
      faults.push_back(fmt::format("{}: key {}, velocity {}",
                                   place(rehearsal, note.section, note.at), note.key,
                                   note.velocity));
    }
  }
  return faults;
}

Faults hanging_leading_notes(const Rehearsal& rehearsal) {
  Faults faults;
  for (std::size_t i = 0; i < rehearsal.film.sections.size(); ++i) {
    const Section& section = rehearsal.film.sections[i];
    const std::size_t chords = section.chords.size();
    if (section.cadence != Cadence::full || chords < 2) continue;
    const Chord& before = section.chords[chords - 2].chord;
    const bool closes = section.chords.back().chord.root == section.key.tonic &&
                        before.root == pitch_class(section.key.tonic + 7);
    const Tick from = section.time.at(section.chords[chords - 2].at) - 19;
    const Tick tonic = section.time.at(section.chords.back().at) - 19;
    if (!closes || window_between(rehearsal.played.windows[i], from, section.cut)) continue;
    const auto notes = notes_of(rehearsal, i);
    for (const bool left : {false, true}) {
      int leading = 0;
      bool resolved = true;
      for (const PlayedNote& note : notes) {
        if (note.left != left || note.kind == Kind::grace || note.at < from) continue;
        if (note.at < tonic && pitch_class(note.key - section.key.tonic) == 11) {
          leading = note.key;
          resolved = false;
        }
      }
      for (const PlayedNote& note : notes) {
        const bool answers = note.at >= tonic && pitch_class(note.key) == section.key.tonic &&
                             std::abs(note.key - leading) <= 13;
        resolved = resolved || answers;
      }
      if (!resolved) faults.push_back(place(rehearsal, i, tonic));
    }
  }
  return faults;
}

Faults unplanned_silences(const Rehearsal& rehearsal) {
  Faults faults;
  Tick sounding = 0;
  for (const PlayedNote& note : rehearsal.played.notes) {
    const Tick gap = note.at - sounding;
    const double beat = 60 / rehearsal.film.sections[note.section].tempo * ticks_per_second;
    if (static_cast<double>(gap) > std::max(528.0, 1.25 * beat) &&
        !planned(rehearsal, sounding, note.at) && !pedal_holds(rehearsal, sounding, note.at)) {
      faults.push_back(fmt::format("{}: {} ms", place(rehearsal, note.section, sounding),
                                   gap * 1000 / ticks_per_second));
    }
    sounding = std::max(sounding, note.end);
  }
  return faults;
}

Faults crossings(const Rehearsal& rehearsal) {
  Faults faults;
  for (std::size_t i = 0; i < rehearsal.film.sections.size(); ++i) {
    const auto notes = notes_of(rehearsal, i);
    for (const PlayedNote& tune : notes) {
      if (tune.left || tune.kind == Kind::grace) continue;
      for (const PlayedNote& other : notes) {
        if (other.left && other.at < tune.end - 29 && other.end > tune.at + 29 &&
            other.key >= tune.key) {
          faults.push_back(
              fmt::format("{}: {} over {}", place(rehearsal, i, tune.at), other.key, tune.key));
        }
      }
    }
  }
  return faults;
}

Faults twins(const Rehearsal& rehearsal) {
  Faults faults;
  std::map<std::vector<std::pair<int, int>>, std::string> seen;
  for (std::size_t i = 0; i < rehearsal.film.sections.size(); ++i) {
    const auto notes = notes_of(rehearsal, i);
    std::vector<std::pair<int, int>> shape;
    for (const PlayedNote& note : notes) shape.emplace_back(note.pulse, note.key - notes[0].key);
    std::sort(shape.begin(), shape.end());
    if (shape.empty()) continue;
    const std::string& shot = rehearsal.film.sections[i].shot;
    const auto [where, first] = seen.emplace(std::move(shape), shot);
    if (!first) faults.push_back(where->second + " and " + shot);
  }
  return faults;
}

Faults bent_tempi(const Rehearsal& rehearsal, double most) {
  Faults faults;
  for (std::size_t i = 0; i < rehearsal.film.sections.size(); ++i) {
    const double bend = rehearsal.film.sections[i].time.worst_deviation();
    if (bend > most) faults.push_back(fmt::format("{}: {:.3f}", place(rehearsal, i, 0), bend));
  }
  return faults;
}

Faults double_strokes(const Rehearsal& rehearsal) {
  Faults faults;
  std::map<int, Tick> down_until;
  for (const PlayedNote& note : rehearsal.played.notes) {
    if (note.woodblock) continue;
    Tick& until = down_until[note.key];
    if (note.at < until) faults.push_back(place(rehearsal, note.section, note.at));
    until = note.end;
  }
  return faults;
}

Faults hard_faults(const Rehearsal& rehearsal) {
  Faults all;
  const std::pair<const char*, Faults> rules[] = {
      {"cut", phrases_not_on_cuts(rehearsal)}, {"accent", accents_off_their_frame(rehearsal)},
      {"span", wide_hands(rehearsal)},         {"range", notes_out_of_range(rehearsal)},
      {"crossing", crossings(rehearsal)},      {"tempo", bent_tempi(rehearsal, 0.0801)},
      {"stroke", double_strokes(rehearsal)},
  };
  for (const auto& [rule, faults] : rules) {
    for (const std::string& fault : faults) all.push_back(fmt::format("{}: {}", rule, fault));
  }
  return all;
}

std::string told(const Faults& faults) {
  std::string text;
  for (const std::string& fault : faults) text += "\n  " + fault;
  return text;
}

}  // namespace onereel::score
