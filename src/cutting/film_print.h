#pragma once

// The last steps of the chain: a clean picture of grey becomes a worn, tinted frame of the film.
// docs/look.md, steps 16 to 22.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/media/picture.h"
#include "plane.h"
#include "proscenium.h"
#include "tint.h"
#include "wear.h"

namespace onereel::cutting {

struct PrintSetting {
  int width = 1280;
  int height = 720;
  WearAmounts wear;
  std::uint64_t seed = 0;
  double floor = .05;  ///< the darkest grey of a print
  double range = .90;  ///< from there to the lightest
};

/// Prints the frames of one shot. Frame f is a pure function of (picture, setting, f).
class FilmPrint {
 public:
  FilmPrint(const PrintSetting& setting, Proscenium proscenium, const TintTable& tint);

  /// Size of the picture it takes.
  const PixelPlace& place() const { return proscenium_.picture; }
  /// The same YuvPicture may be passed again and again; what never moves is painted once.
  const media::YuvPicture& print(const Plane& picture, FrameIndex frame);

 private:
  struct Moment;
  void paint_surround(const TintTable& neutral);
  void shift_row(const Plane& picture, const Moment& moment, int y, float* row) const;
  void wear_row(const Moment& moment, int y, float* row) const;
  void print_row(const Moment& moment, int y, const float* row, std::uint16_t* steps) const;
  void tint_pair(int y, const std::uint16_t* upper, const std::uint16_t* lower);

  PrintSetting setting_;
  Proscenium proscenium_;
  TintTable tint_;
  Plane grain_;
  Plane mirrored_;  ///< the grain, right to left
  media::YuvPicture frame_;
};

}  // namespace onereel::cutting
