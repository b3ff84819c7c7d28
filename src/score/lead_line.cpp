// The tune and its chords in the shot's key, the beetle's last joke, and the last quarter before a
// new key, which walks into it.

#include <algorithm>

#include "section.h"

namespace onereel::score {
namespace {

constexpr int tune_lowest = 60;
constexpr int tune_highest = 93;

// Semitones from the theme's own key to the section's, in the octave that lies best for the mood.
int shift_of(const Section& section, const Library& library) {
  std::vector<int> keys;
  for (const BarUse& use : section.material) {
    for (const ThemeNote& note : section.theme->bars[static_cast<std::size_t>(use.bar)].notes) {
      keys.push_back(note.key);
    }
  }
  const Key written = section.theme->bars[static_cast<std::size_t>(section.material[0].bar)].key;
  const int up = pitch_class(section.key.tonic - written.tonic);
  if (keys.empty()) return up;
  std::sort(keys.begin(), keys.end());
  const int median = keys[keys.size() / 2];
  const int centre =
      library.mood(section.manner).centre + (section.right->has(Addition::octave_below) ? 5 : 0);
  int shift = up - 24;
  for (const int octave : {-12, 0, 12}) {
    const bool nearer = std::abs(median + up + octave - centre) < std::abs(median + shift - centre);
    if (nearer) shift = up + octave;
  }
  while (keys.back() + shift > tune_highest) shift -= 12;
  while (keys.front() + shift < tune_lowest && keys.back() + shift + 12 <= tune_highest)
    shift += 12;
  return shift;
}

void add_tune(Section& section, const ThemeBar& bar, int at, int shift, bool follows) {
  for (const ThemeNote& note : bar.notes) {
    const bool held = follows && note.at == 0 && !section.line.empty() &&
                      section.line.back().key == note.key + shift &&
                      section.line.back().at + section.line.back().length == at;
    if (held) {
      section.line.back().length += note.length;
    } else {
      section.line.push_back({at + note.at, note.length, note.key + shift, false});
    }
  }
}

void write_theme(Section& section, const Library& library) {
  const int shift = shift_of(section, library);
  bool tied = false;
  for (std::size_t j = 0; j < section.material.size(); ++j) {
    const BarUse& use = section.material[j];
    const ThemeBar& bar = section.theme->bars[static_cast<std::size_t>(use.bar)];
    const int at = static_cast<int>(j) * section.bar_pulses();
    const bool next_bar = j > 0 && section.material[j - 1].bar + 1 == use.bar;
    for (const ChordAt& chord : bar.chords) {
      if (use.how == BarUse::How::vamp && chord.at > 0) continue;
      section.chords.push_back({at + chord.at, chord.chord.transposed(shift)});
    }
    if (use.how == BarUse::How::tune) add_tune(section, bar, at, shift, tied && next_bar);
    tied = use.how == BarUse::How::tune && !bar.notes.empty() && bar.notes.back().tied;
  }
}

// Five, flat six, two over the dominant, as ever; this time the answer is the major third, and the
// leading note goes up into the button.
void write_last_joke(Section& section) {
  const int tonic = section.key.tonic;
  const int five = *nearest_pitch(tonic + 7, 73, 67, 79);
  const Chord dominant = dominant_seventh_of(section.key);
  const Chord home{tonic, ChordKind::major, tonic};
  const int bar = section.bar_pulses();
  const int call = std::max(0, section.bars - 2) * bar;
  for (int at = 0; at <= call; at += bar) section.chords.push_back({at, dominant});
  section.line = {{call, 240, five, false},
                  {call + 240, 240, five + 1, false},
                  {call + 480, 240, five - 5, false}};
  if (section.bars < 2) return;
  section.chords.push_back({call + bar, home});
  section.chords.push_back({call + bar + 480, dominant});
  section.line.push_back({call + bar, 240, five - 3, false});
  section.line.push_back({call + bar + 480, 240, five - 8, false});
}

// Chords that repeat inside a bar are one; nothing goes past the short last bar.
void trim(Section& section) {
  std::vector<ChordAt> chords;
  for (const ChordAt& chord : section.chords) {
    if (chord.at >= section.end_pulse()) break;
    const bool changes = chords.empty() || chord.chord != chords.back().chord;
    if (changes || chord.at % section.bar_pulses() == 0) chords.push_back(chord);
  }
  section.chords = std::move(chords);
  std::erase_if(section.line, [&](const LineNote& n) { return n.at >= section.end_pulse(); });
  for (LineNote& note : section.line)
    note.length = std::min(note.length, section.end_pulse() - note.at);
}

int turn_pulse(const Section& section) {
  return section.end_pulse() - (section.extra_pulses > 0 ? 240 : 480);
}

// A pickup belongs to the phrase after it; if that does not come, it goes.
void drop_pickup(Section& section) {
  const int turn = turn_pulse(section);
  if (section.line.empty()) return;
  const LineNote last = section.line.back();
  const bool late = last.at >= std::max(section.end_pulse() - 240, turn) && last.length <= 240;
  const bool joined = section.line.size() > 1 && [&] {
    const LineNote& before = section.line[section.line.size() - 2];
    return before.at >= turn && before.at + before.length >= last.at;
  }();
  if (late && !joined) section.line.pop_back();
}

// By step of the new scale to just before `target`: from below if the tune lies lower, else from
// above.
void walk_to(Section& section, int target, Key key, int steps) {
  const int before = section.line.empty() ? target - 5 : section.line.back().key;
  const int direction = before <= target ? -1 : 1;
  std::vector<int> run;
  for (int key_number = target + direction; static_cast<int>(run.size()) < steps;
       key_number += direction) {
    if (in_scale(key, key_number)) run.insert(run.begin(), key_number);
  }
  for (int k = 0; k < steps; ++k) {
    section.line.push_back(
        {turn_pulse(section) + 240 * k, 240, run[static_cast<std::size_t>(k)], true});
  }
}

void turn_round(Section& section, const Section& next) {
  const int turn = turn_pulse(section);
  const Chord dominant = dominant_seventh_of(next.key);
  section.turnaround = dominant;
  std::erase_if(section.chords, [&](const ChordAt& chord) { return chord.at >= turn; });
  section.chords.push_back({turn, dominant});
  std::erase_if(section.line, [&](const LineNote& note) { return note.at >= turn; });
  for (LineNote& note : section.line) note.length = std::min(note.length, turn - note.at);
  if (!next.line.empty() && next.line[0].at <= pulses_per_quarter) {
    walk_to(section, next.line[0].key, next.key, section.extra_pulses > 0 ? 1 : 2);
    return;
  }
  // The next shot opens on a vamp: hold the third or the seventh.
  for (int key = 67; key < 84; ++key) {
    const int above = pitch_class(key - dominant.root);
    if (above != 4 && above != 10) continue;
    section.line.push_back({turn, section.end_pulse() - turn - 60, key, true});
    return;
  }
}

// A turnaround wants two bars, time after the last accent, and somewhere to go.
bool may_turn(const Section& section, const Section& next) {
  const Tick last = section.accents.empty() ? section.start : section.accents.back().at;
  const bool quiet = section.part == Part::quiet || section.part == Part::bug_plant;
  return next.key != section.key && !quiet && section.bars >= 2 &&
         section.cut - last >= ticks_of_ms(700);
}

}  // namespace

void write_lines(Film& film, const Library& library) {
  for (Section& section : film.sections) {
    if (section.part == Part::bug_button) {
      write_last_joke(section);
    } else {
      write_theme(section, library);
    }
    trim(section);
  }
  for (std::size_t i = 0; i + 1 < film.sections.size(); ++i) {
    Section& section = film.sections[i];
    const Section& next = film.sections[i + 1];
    if (next.theme == section.theme && next.key == section.key) continue;
    drop_pickup(section);
    if (may_turn(section, next)) turn_round(section, next);
  }
}

}  // namespace onereel::score
