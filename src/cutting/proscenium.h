#pragma once

// The theatre around the picture: curtains, columns and valance in the 16:9 frame, and the rounded
// black mask the 4:3 picture is seen through.

#include "onereel/base/result.h"
#include "onereel/drawing/art_kit.h"
#include "plane.h"

namespace onereel::cutting {

/// Where the picture stands, in pixels of the frame.
struct PixelPlace {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

/// A frame is affine in the picture behind it: finished = pass * picture + add.
struct Proscenium {
  PixelPlace picture;
  Plane pass;     ///< of the whole frame; 0 where no picture is seen
  Plane add;      ///< grey of the plates
  Plane neutral;  ///< 0..1: how much of the pixel keeps the neutral tint, whatever the scene's is
};

/// @param house_lights  how bright the plates stand: .82 with a scene, .45 with a card.
/// @error fix_input  the frame is not in the kit, or has no `picture` or `mask`.
Result<Proscenium> open_proscenium(drawing::ArtKit& kit, int width, int height,
                                   double house_lights);

/// No theatre: a full picture with rounded, hand-cut corners. For title and end cards.
Proscenium bare_picture(int width, int height);

/// The grey outside every picture.
inline constexpr float outside_grey = .016F;

}  // namespace onereel::cutting
