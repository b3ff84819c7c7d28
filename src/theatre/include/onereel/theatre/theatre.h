#pragma once

// The shadow theatre: what stands on the stage at a pose becomes a grey picture, as if lit from
// behind through layers of glass. docs/look.md tells the chain step by step.

#include <memory>

#include "onereel/base/result.h"
#include "onereel/blocking/stage_pose.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/media/font.h"
#include "onereel/media/picture.h"

namespace onereel::theatre {

/// Of the 4:3 picture; stage units are scaled by width / 1280.
struct Size {
  int width = 960;
  int height = 720;
};

/// One set, lit and labelled for one shot; paints poses of that shot. Building one costs some
/// hundred milliseconds (plates are rastered and blurred once), painting a pose some ten.
///
/// Threads: one House a thread.
class House {
 public:
  /// @param kit, fonts  must outlive the House, and so must the drawings of the poses.
  /// @error fix_input  the set or the picture's mask is not there; the size is not within 64..4096.
  static Result<House> open(const blocking::StageSetting& setting, drawing::ArtKit& kit,
                            const media::FontBook& fonts, Size size);
  ~House();
  House(House&&) noexcept;
  House& operator=(House&&) noexcept;

  /// The picture after halation and light map, before iris, weave, wear and tint (cutting adds
  /// those). A pure function of (setting, size, pose): poses may come in any order. Iris is left to
  /// cutting; light, zoom, set parts, figures and strokes are all painted.
  media::GreyPicture paint(const blocking::StagePose& pose);
  /// The same into `picture`, whose memory is used again.
  void paint(const blocking::StagePose& pose, media::GreyPicture& picture);

 private:
  struct Lamp;
  explicit House(std::unique_ptr<Lamp> lamp);
  std::unique_ptr<Lamp> lamp_;
};

}  // namespace onereel::theatre
