#pragma once

// A card on film stock: mottled ground, soft letters with a halo, fibre, vignette, rounded matte.
// Grain, weave and tint are the projector's and come later.

#include <cstdint>

#include "card_layout.h"
#include "onereel/media/picture.h"

namespace onereel::cutting {

/// Gaussian blur; edges repeat. Below a sigma of .12 px the picture is left as it is.
media::GreyPicture blurred(media::GreyPicture picture, double sigma);

struct CardSheets {
  media::GreyPicture ground;   ///< ground and ornament, display values
  media::GreyPicture letters;  ///< 0 none .. 1 letter
  media::GreyPicture dark;     ///< letters on the tape
};

/// @param scale  pixels a unit of the drawing (1280 wide).
/// The same sheets and seed give the same picture.
media::GreyPicture developed(CardSheets sheets, const CardValues& values, double scale,
                             std::uint64_t seed);

}  // namespace onereel::cutting
