// From shots to a score: read, plan, play. Each stage is one file; docs/score.md tells the rules.

#include "cue_list.h"
#include "onereel/score/score.h"
#include "playing.h"

namespace onereel::score {
namespace {

Seconds seconds_of(Tick tick) {
  return Seconds::ticks(tick * (Seconds::ticks_per_second / ticks_per_second));
}

}  // namespace

Result<Score> compose(const ShotList& shots, const std::string& data_folder) {
  TRY(const Library library, read_library(data_folder));
  TRY(const Film film, plan(shots, library));
  const Played played = play(film, library);
  Score score;
  for (const PlayedNote& note : played.notes) {
    score.notes.push_back({seconds_of(note.at), seconds_of(note.end - note.at), note.key,
                           note.velocity, note.woodblock ? 9 : 0});
  }
  for (const PedalMove& move : played.pedal) {
    score.pedal_changes.push_back({seconds_of(move.at), move.down});
  }
  score.cue_sheet = cue_list(film, played);
  score.length = running_time(length_of(shots));
  return score;
}

}  // namespace onereel::score
