#pragma once

// The music of one shot, as it grows from stage to stage. compose.cpp shows the stages in order.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/papers/shot_list.h"
#include "patterns.h"
#include "theme.h"
#include "time_map.h"

namespace onereel::score {

/// What a shot is to the music.
enum class Part : unsigned char {
  plain,
  quiet,       ///< the film slows down
  bug_plant,   ///< the beetle's own tune, never resolved
  bug_worse,   ///< his three notes cut in
  bug_button,  ///< the last joke: his tune comes home
  end_card,
};

struct Accent {
  Tick at = 0;  ///< of the film
  std::string stinger;
};

/// A bar of the theme and how it is used.
struct BarUse {
  enum class How : unsigned char {
    tune,
    vamp,  ///< left hand alone on the bar's first chord
    tag,   ///< left hand as in that bar, the right answers with two high notes
  };
  How how = How::tune;
  int bar = 0;
  bool operator==(const BarUse&) const = default;
};

struct LineNote {
  int at = 0;  ///< pulses from the shot's first bar line
  int length = 0;
  int key = 60;
  bool leads = false;  ///< walks into the next shot's key
};

struct Section {
  // What the film asks for (ask.cpp).
  std::string shot;
  std::string gag;  ///< scene's id; empty for a card
  int act = 1;
  bool card = false;
  Part part = Part::plain;
  bool ends_act = false;
  bool last = false;
  Tick start = 0;
  Tick cut = 0;
  Tick music_end = 0;  ///< the cut, or the frame of the film's last chord
  std::string mood;
  std::vector<Accent> accents;  ///< sorted

  // Which tune, where (casting.cpp).
  std::string manner;  ///< the mood it is played in
  const Theme* theme = nullptr;
  Key key;

  // How many bars, how fast (tempo_plan.cpp).
  int bars = 0;
  int extra_pulses = 0;  ///< of the short last bar
  double tempo = 0;      ///< quarters a minute, mean
  double home_tempo = 0;
  bool on_beat = false;  ///< the accents fall on beats
  TimeMap time;

  // Which bars (material.cpp).
  Cadence cadence = Cadence::full;
  std::vector<BarUse> material;

  // How it is dressed (dressing.cpp).
  int hearing = 0;  ///< of this theme, from 0
  std::vector<const Pattern*> left_choices;
  int left_level = 0;
  const Dressing* right = nullptr;

  // The tune and its chords in the shot's key (lead_line.cpp).
  std::vector<LineNote> line;
  std::vector<ChordAt> chords;
  std::optional<Chord> turnaround;

  bool scene() const { return !card; }
  bool chase() const { return mood == "hurry" || mood == "gallop"; }
  int bar_pulses() const { return theme->bar_pulses(); }
  int end_pulse() const { return bars * bar_pulses() + extra_pulses; }
  const Pattern& left() const { return *left_choices[static_cast<std::size_t>(left_level)]; }
  const Chord& chord_at(int pulse) const;
};

/// What is read from data/score.
struct Library {
  std::vector<Theme> themes;
  Patterns patterns;

  const Theme* find(std::string_view id) const;
  const Mood& mood(const std::string& name) const { return patterns.moods.at(name); }
  const Stinger& stinger(const std::string& name) const { return patterns.stingers.at(name); }
};

/// A film's worth of sections.
struct Film {
  std::vector<Section> sections;
  std::uint64_t seed = 0;
  int home = 0;  ///< key-note
};

/// @error fix_input  a theme or patterns.yaml that cannot be read; a mood whose theme is missing.
Result<Library> read_library(const std::string& data_folder);

/// @error fix_input  an unknown mood or accent (names the known ones), a shot without length.
Result<Film> ask(const ShotList& shots, const Library& library);

void cast_themes(Film& film, const Library& library);
void choose_keys(Film& film, const Library& library);
void plan_tempo(Film& film, const Library& library);
void choose_material(Film& film);
void choose_dressings(Film& film, const Library& library);
void write_lines(Film& film, const Library& library);

}  // namespace onereel::score
