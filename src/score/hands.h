#pragma once

// What the two hands play in one section, still in pulses.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "section.h"

namespace onereel::score {

enum class Kind : unsigned char { tune, lead, tag, grace, bass, chord, stinger };

struct HandEvent {
  int at = 0;             ///< pulses from the shot's first bar line
  int length = 0;         ///< pulses
  std::vector<int> keys;  ///< rising
  double velocity = 80;
  Kind kind = Kind::tune;
  int early_ms = 0;  ///< grace: starts so long before `at`
  bool rolled = false;

  int lowest() const { return keys.front(); }
  int highest() const { return keys.back(); }
  int end() const { return at + length; }
};

using Hand = std::vector<HandEvent>;

/// Where a stinger silences the music.
struct Window {
  Tick from = 0;
  Tick to = 0;
  Tick impact = 0;
  const Stinger* stinger = nullptr;
};

/// The stingers of a section, alternates chosen, with their windows. `turns` counts how often each
/// stinger with alternates was used so far in the film.
std::vector<Window> windows_of(const Section& section, const Library& library,
                               std::map<std::string, std::size_t>& turns, std::uint64_t seed);
bool is_free(const std::vector<Window>& windows, Tick at);

/// The velocity curve over a shot: up to 6, in the last third down again.
double swell_over(const Section& section, int at);

Hand right_hand(const Section& section, const Mood& mood, std::uint64_t seed);

/// Lowest key the right hand holds within [from, to); 72 if none.
int lowest_of(const Hand& right, int from, int to);

/// What the left hand remembers from shot to shot: where it lies on the keyboard.
struct HandMemory {
  int bass = 41;
  std::vector<int> voicing;
};

/// @param next  the shot after, for the bass to walk to; nullptr at the end.
Hand left_hand(const Section& section, const Section* next, const Mood& mood, const Hand& right,
               HandMemory& memory);

/// Chord notes in close position between 48 and `highest`, nearest to `before`; fewer if the tune
/// leaves no room.
std::vector<int> voicing(const Chord& chord, const std::vector<int>& before, int highest,
                         int leading_note);

/// If an accent has swallowed the last tonic, it is struck on the first free eighth.
void rescue_tonic(const Section& section, const Mood& mood, const std::vector<Window>& windows,
                  Hand& right, Hand& left, const HandMemory& memory);

/// Leaves out what the windows silence.
void silence(const Section& section, const std::vector<Window>& windows, Hand& hand);
/// Outer voices may not run in parallel fifths or octaves.
void mend_parallels(const Section& section, const Hand& right, Hand& left);
/// A hand spans a tenth; a right-hand note ends as the next begins.
void mend_spans(Hand& right, Hand& left);

}  // namespace onereel::score
