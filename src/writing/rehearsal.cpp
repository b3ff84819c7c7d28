#include "rehearsal.h"

#include <algorithm>

namespace onereel::writing {

namespace {

constexpr int frames_a_pose = 2;

}  // namespace

Result<std::vector<int>> StagedRehearsal::lengths(const blocking::CueSheet& sheet) {
  const auto known = known_.find(sheet.name);
  if (known != known_.end()) return known->second;
  TRY(auto lengths, blocking::lengths(sheet, kit_));
  known_[sheet.name] = lengths;
  return lengths;
}

Result<Played> StagedRehearsal::play(const blocking::CueSheet& sheet,
                                     const blocking::Performance& performance) {
  TRY(const auto blocking, blocking::resolve(sheet, kit_, performance));
  Played played;
  played.poses = blocking.poses();
  played.set = blocking.setting().set;
  played.tint = blocking.setting().tint;
  for (const blocking::CueTime& cue : blocking.cues()) {
    if (cue.impact.empty() || cue.hit < 0 || cue.hit >= played.poses) continue;
    played.impacts.push_back({FrameIndex{cue.hit * frames_a_pose}, cue.impact});
  }
  std::stable_sort(played.impacts.begin(), played.impacts.end(),
                   [](const Impact& a, const Impact& b) { return a.at < b.at; });
  return played;
}

}  // namespace onereel::writing
