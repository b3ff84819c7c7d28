#pragma once

// A cue sheet becomes blocking: start, hit and end of every cue, the impacts, the length, and from
// them where everything stands at any pose.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/blocking/cue_sheet.h"
#include "onereel/blocking/stage_pose.h"
#include "onereel/drawing/art_kit.h"

namespace onereel::blocking {

/// When one cue plays, in poses at 12 a second from the shot's first pose.
struct CueTime {
  std::string id;  ///< may be empty
  std::string who;
  std::string move;
  int start = 0;
  int hit = 0;  ///< what reactions and music count from
  int end = 0;
  std::string impact;  ///< accent named by the cue; empty: none
  std::string beat;    ///< plant, try, turn, reaction, hold; may be empty
};

struct Performance {
  std::map<std::string, std::string> slots;  ///< label slot -> text
  std::uint64_t seed = 0;
  int optional_cues_kept = -1;  ///< how many optional cues play, in their order; -1: all
};

/// One gag, ready to be played. A pose is a pure function of its number: any pose may be asked for
/// in any order, and gives the same as in sequence.
///
/// Threads: const after resolve(); pose() may be called from several threads.
class Blocking {
 public:
  ~Blocking();
  Blocking(Blocking&&) noexcept;
  Blocking& operator=(Blocking&&) noexcept;

  int poses() const;                         ///< length, in poses at 12 a second
  const std::vector<CueTime>& cues() const;  ///< the exposure sheet
  const StageSetting& setting() const;
  /// @param pose  0 <= pose < poses(); may be fractional (iris, push and weave move on 24ths).
  StagePose pose(double pose) const;

 private:
  friend Result<Blocking> resolve(const CueSheet&, drawing::ArtKit&, const Performance&);
  struct Stage;
  explicit Blocking(std::unique_ptr<Stage> stage);
  std::unique_ptr<Stage> stage_;
};

/// @error fix_input  a drawing, mark, pose, part or cue that is not there; names file, line and
/// what
///                   would be right.
Result<Blocking> resolve(const CueSheet& sheet, drawing::ArtKit& kit,
                         const Performance& performance);

/// Length with each number of optional cues kept: [0] none of them .. [n] all. In poses.
Result<std::vector<int>> lengths(const CueSheet& sheet, drawing::ArtKit& kit);

}  // namespace onereel::blocking
