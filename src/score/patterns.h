#pragma once

// data/score/patterns.yaml as values: what the left hand plays, what the right hand adds, the
// moods, the stingers and the planner's constants.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "theme.h"

namespace onereel::score {

/// What one event of a left-hand pattern sounds; the words are explained in patterns.yaml.
enum class Voice : unsigned char {
  bass,
  fifth,
  octave,
  chord,
  two,
  low,
  close_0,
  close_1,
  close_2,
  spread_0,
  spread_1,
  spread_2,
  walk,
};

struct PatternEvent {
  int at = 0;
  int length = 0;
  Voice voice = Voice::bass;
  int louder = 0;  ///< added to the mood's velocity
};

struct Pattern {
  std::string name;
  std::optional<Metre> metre = {};  ///< nothing: any
  std::vector<PatternEvent> events;
};

enum class Addition : unsigned char {
  octave_below,
  chord_inside,
  third_below,
  sixth_below,
  grace,
  roll
};
enum class Where : unsigned char { all, beats, strong, long_notes, leaps };

/// What the right hand adds to the tune.
struct Dressing {
  struct Rule {
    Addition add = Addition::octave_below;
    Where where = Where::all;
  };
  std::string name;
  std::vector<Rule> rules;
  bool has(Addition wanted) const;
};

enum class Pedal : unsigned char { none, by_bar, by_chord };

struct Mood {
  std::string name;
  TempoRange tempo;                  ///< as written; 6/8 tunes count dotted quarters
  std::vector<const Pattern*> left;  ///< least to most busy
  std::vector<const Dressing*> right;
  int centre = 75;  ///< where the median of the tune lies
  int velocity = 80;
  double legato = 0.9;  ///< sounding part of the written length
  Pedal pedal = Pedal::none;
  std::vector<std::string> themes;  ///< its own, in order
};

struct StingerNote {
  int at = 0;      ///< film ticks from the stinger's start
  int length = 0;  ///< film ticks
  int offset = 0;  ///< semitones above the key-note nearest below middle C
  int velocity = 80;
  bool left = false;
};

struct Stinger {
  std::string name;
  int impact = 0;  ///< the tick that falls on the frame
  int silence_before_ms = 0;
  int silence_after_ms = 0;
  bool soft = false;  ///< the music sinks towards it, else it swells
  std::vector<std::string> alternates;
  std::vector<StingerNote> notes;
  std::vector<int> woodblock;
  /// Tick of the last note's end.
  int end() const;
};

struct KeyPlan {
  std::vector<int> homes;
  std::vector<int> act_major;    ///< five: semitones above home
  std::vector<int> act_3_minor;  ///< in turn
};

struct PlannerNumbers {
  std::vector<double> bars_penalty;  ///< [0] one bar
  double home_unit = 0;
  double neighbour_unit = 0;
  double neighbour_weight = 0;
  double short_bar = 0;
  double free_impact = 0;
  double beat_impact = 0;
  double offbeat_impact = 0;
  double inside_max = 0;
  double chase_step = 0;
  double chase_ratio = 0;
  double quiet_ratio = 0;
  double emergency_low = 0;
  double emergency_high = 0;
};

/// Everything. Moods point into patterns and dressings, so it is moved, never copied.
struct Patterns {
  std::map<std::string, Pattern> patterns;
  std::map<std::string, Dressing> dressings;
  std::map<std::string, Mood> moods;
  std::map<std::string, Stinger> stingers;
  std::map<std::string, std::string> quotations;  ///< gag's id -> theme's id
  std::string default_mood;
  KeyPlan keys;
  PlannerNumbers planner;

  Patterns() = default;
  Patterns(Patterns&&) = default;
  Patterns& operator=(Patterns&&) = default;
};

/// @error fix_input  "file:line: ..." and what would be right.
Result<Patterns> read_patterns(const std::string& path);

}  // namespace onereel::score
