#pragma once

// The screenplay with exact lengths: what is on the screen from which frame to which.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/papers/screenplay.h"

namespace onereel {

/// Something hits: the score may put an accent on this frame.
struct Impact {
  FrameIndex at;       ///< from the shot's first frame
  std::string accent;  ///< a stinger's name in data/score/patterns.yaml
  bool operator==(const Impact&) const = default;
};

struct Shot {
  std::string id;  ///< "2-03": act, then number in the film; stable under edits of other shots
  int act = 1;     ///< 1..5
  FrameCount length;
  std::optional<Card> card = {};
  std::optional<Scene> scene = {};
  int optional_cues_kept = 0;  ///< scene: how many of its optional cues are played, in their order
  std::string set = {};        ///< scene: where it plays
  std::string mood = {};
  std::string tint = {};
  std::vector<Impact> impacts = {};
  std::uint64_t seed = 0;  ///< of this shot's grain, specks and weave
  bool operator==(const Shot&) const = default;
};

struct ShotList {
  std::string project;
  std::string title;
  std::string language = "en";
  std::uint64_t seed = 0;
  std::vector<std::string> act_names;
  std::vector<Shot> shots;  ///< in the film's order; their lengths add up to the film
  bool operator==(const ShotList&) const = default;
};

FrameCount length_of(const ShotList& list);

}  // namespace onereel
