#pragma once

// Painted labels: one signwriter's hand for every sign of the film.

#include <map>
#include <string>
#include <utility>

#include "cut_out.h"
#include "onereel/media/font.h"

namespace onereel::theatre {

/// A text fitted to a sign, in the sign's own coordinates.
struct Label {
  CairoPath path;
  double centre_x = 0;  ///< mirrored figures turn the letters back about this
  double em = 0;
};

/// Fits texts to signs and keeps them. One for each House: not shared between threads.
class Lettering {
 public:
  explicit Lettering(const media::FontBook& fonts) : fonts_(fonts) {}

  /// nullptr if the text is empty or cannot be set.
  const Label* label(const drawing::Sign& sign, const std::string& text);

 private:
  const media::FontBook& fonts_;
  std::map<std::pair<const drawing::Sign*, std::string>, Label> labels_;
};

}  // namespace onereel::theatre
