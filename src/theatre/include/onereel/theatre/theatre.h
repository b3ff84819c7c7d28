#pragma once

// The shadow theatre: what stands on the stage at a pose becomes a grey picture, as if lit from
// behind through layers of glass. docs/look.md tells the chain step by step.

#include <memory>

#include "onereel/base/result.h"
#include "onereel/blocking/resolve.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/media/picture.h"

namespace onereel::theatre {

struct Size {
  int width = 960;   ///< of the 4:3 picture
  int height = 720;
};

/// One set, lit and labelled for one shot; paints poses of that shot. Building one costs some
/// hundred milliseconds (plates are rastered and blurred once), painting a pose some ten.
///
/// Threads: one House a thread.
class House {
 public:
  /// @error fix_input  the set is not there.
  static Result<House> open(const blocking::StageSetting& setting, drawing::ArtKit& kit, Size size);
  ~House();
  House(House&&) noexcept;
  House& operator=(House&&) noexcept;

  /// The picture after halation and light map, before iris, weave, wear and tint (cutting adds
  /// those). A pure function of (setting, size, pose).
  media::GreyPicture paint(const blocking::StagePose& pose);

 private:
  struct Lamp;
  explicit House(std::unique_ptr<Lamp> lamp);
  std::unique_ptr<Lamp> lamp_;
};

}  // namespace onereel::theatre
