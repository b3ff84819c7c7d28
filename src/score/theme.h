#pragma once

// A tune as it stands in data/score/themes: bars of notes with chord symbols above.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/result.h"
#include "pitch.h"

namespace onereel::score {

/// Music's own time: 480 pulses to the quarter, whatever the tempo.
inline constexpr int pulses_per_quarter = 480;

enum class Metre : unsigned char { two_four, three_four, six_eight };
int pulses_of_bar(Metre metre);
std::string_view name_of(Metre metre);

/// Quarters a minute (a 6/8 tune counts dotted quarters on paper; here it is quarters all the
/// same).
struct TempoRange {
  double lowest = 0;
  double home = 0;
  double highest = 0;
};

/// How a phrase of four bars ends.
enum class Cadence : unsigned char { open, half, full };

struct ThemeNote {
  int at = 0;      ///< pulses from the bar line
  int length = 0;  ///< pulses
  int key = 60;
  bool tied = false;  ///< goes on in the next bar's first note
  bool operator==(const ThemeNote&) const = default;
};

struct ChordAt {
  int at = 0;  ///< pulses
  Chord chord;
  bool operator==(const ChordAt&) const = default;
};

struct ThemeBar {
  std::vector<ThemeNote> notes;
  std::vector<ChordAt> chords;  ///< at least one, the first at 0
  Key key;
};

struct Theme {
  std::string id;
  std::string title;
  std::string composer;
  std::vector<std::string> moods;  ///< the first is its own
  Metre metre = Metre::two_four;
  int unit_pulses = 240;  ///< the length of a note written without a number
  TempoRange tempo;
  std::vector<Cadence> cadences;  ///< one for each phrase of four bars
  std::vector<int> heads;         ///< phrases that begin with the motif, in order of use
  std::vector<ThemeBar> bars;

  int bar_pulses() const { return pulses_of_bar(metre); }
  int phrases() const { return static_cast<int>(cadences.size()); }
};

/// Reads one tune in our subset of ABC 2.1 (docs/score.md).
/// @param source  the file's name, for messages.
/// @error fix_input  "file:line: ..." and what would be right.
Result<Theme> read_theme(std::string_view text, const std::string& source);

/// All of folder/*.abc, by name.
/// @error fix_input  as read_theme; no folder; two tunes with one id.
Result<std::vector<Theme>> read_themes(const std::string& folder);

}  // namespace onereel::score
