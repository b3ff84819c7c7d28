#pragma once

// Piano composed to the cut: moods and impacts of the shot list become a score, and the score
// sound. docs/score.md tells the rules and where the themes come from.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/base/seconds.h"
#include "onereel/media/sound.h"
#include "onereel/papers/shot_list.h"

namespace onereel::score {

/// One MIDI event of the performance.
struct Note {
  Seconds at;
  Seconds length;
  int key = 60;       ///< MIDI key number
  int velocity = 80;  ///< 1..127
  int channel = 0;    ///< 0 piano; 9 woodblock and the like
  bool operator==(const Note&) const = default;
};

/// One line of the printable cue sheet.
struct MusicCue {
  Seconds at;
  std::string shot;
  std::string mood;
  std::string theme;
  double beats_per_minute = 0;
  std::string remark;  ///< "stinger on the burst"
  bool operator==(const MusicCue&) const = default;
};

struct Score {
  std::vector<Note> notes;  ///< sorted by time, key
  struct PedalChange {
    Seconds at;
    bool down = false;
    bool operator==(const PedalChange&) const = default;
  };
  std::vector<PedalChange> pedal_changes;
  std::vector<MusicCue> cue_sheet;
  Seconds length;
};

/// @param data_folder  with score/themes/*.abc and score/patterns.yaml.
/// The same list and seed give the same score on every machine.
/// @error fix_input  a theme that cannot be read; names file and line.
Result<Score> compose(const ShotList& shots, const std::string& data_folder);

/// A standard MIDI file (format 0); the same score gives the same bytes everywhere.
std::string to_midi(const Score& score);

/// Plays the score through FluidSynth, offline, at -14 LUFS and at most -1 dBTP; exactly
/// score.length long.
/// @error give_up  the sound font is missing; names the Debian package.
Result<media::Sound> perform(const Score& score);

}  // namespace onereel::score
