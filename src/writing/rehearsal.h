#pragma once

// How long scenes play and where they hit: asked of `blocking`. Tests rehearse with a table.

#include <map>
#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/blocking/resolve.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/papers/shot_list.h"

namespace onereel::writing {

/// One scene, played once through.
struct Played {
  int poses = 0;
  std::string set;
  std::string tint;
  std::vector<Impact> impacts;  ///< in order, within the scene
};

class Rehearsal {
 public:
  virtual ~Rehearsal() = default;
  /// [0] with no optional cue .. [n] with all, in poses.
  virtual Result<std::vector<int>> lengths(const blocking::CueSheet& sheet) = 0;
  virtual Result<Played> play(const blocking::CueSheet& sheet,
                              const blocking::Performance& performance) = 0;
};

/// With the real blocking. Remembers lengths; one thread.
class StagedRehearsal final : public Rehearsal {
 public:
  explicit StagedRehearsal(drawing::ArtKit& kit) : kit_(kit) {}
  Result<std::vector<int>> lengths(const blocking::CueSheet& sheet) override;
  Result<Played> play(const blocking::CueSheet& sheet,
                      const blocking::Performance& performance) override;

 private:
  drawing::ArtKit& kit_;
  std::map<std::string, std::vector<int>> known_;
};

}  // namespace onereel::writing
