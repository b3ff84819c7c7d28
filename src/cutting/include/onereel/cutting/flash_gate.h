#pragma once

// No film leaves this house that flashes: checked against WCAG 2.3.1 and ITU-R BT.1702 on every
// frame of the encoded film. "Checked against", never "certified".

#include <memory>
#include <string>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/media/picture.h"

namespace onereel::cutting {

struct FlashFinding {
  FrameIndex from;
  FrameIndex to;
  std::string what;  ///< "more than three flashes in a second (5)"
  bool operator==(const FlashFinding&) const = default;
};

/// Watches a film frame by frame. A flash is a pair of opposing changes of at least a tenth of full
/// relative luminance, the darker below .80, or of saturated red, over more than a quarter of the
/// picture or of any part a third as wide and high. More than three in any second fail; so do two
/// to three a second for more than four seconds.
class FlashGate {
 public:
  FlashGate();
  ~FlashGate();
  FlashGate(FlashGate&&) noexcept;
  FlashGate& operator=(FlashGate&&) noexcept;

  /// Frames in their order, at 24 a second, all of one size.
  void watch(const media::YuvPicture& picture);
  /// What fails, by time; empty is good. At most 20.
  std::vector<FlashFinding> findings() const;
  /// Most transitions (two make a flash) seen in any second, for reports.
  int transitions_max() const;

 private:
  struct Watch;
  std::unique_ptr<Watch> watch_;
};

struct FlashReport {
  std::vector<FlashFinding> findings;
  int transitions_max = 0;
  FrameCount frames;
};

/// Watches a finished film.
/// @error repair  the film cannot be read.
Result<FlashReport> watch_for_flashes(const std::string& film);

/// Nothing if the film is good.
/// @error fix_input  names the frames and what flashes there.
Result<> refuse_flashes(const FlashReport& report);

}  // namespace onereel::cutting
