#pragma once

// The iris: a round window that opens on a scene and closes on its hero.

#include <optional>

#include "onereel/base/frames.h"
#include "onereel/base/geometry.h"
#include "plane.h"

namespace onereel::cutting {

/// In pixels of the 4:3 picture.
struct Iris {
  Point centre;
  double radius = 0;
  bool operator==(const Iris&) const = default;
};

struct IrisPlan {
  bool opens = false;   ///< at the shot's start
  bool closes = false;  ///< at its end
  FrameCount length;    ///< of the shot
  int width = 960;      ///< of the picture
  int height = 720;
};

/// Frames it takes to open, and to close on the face.
inline constexpr int iris_travel = 18;

/// The iris at a frame of the shot about `centre` (pixels); nothing while it stands open.
std::optional<Iris> planned_iris(const IrisPlan& plan, FrameIndex frame, Point centre);

/// Multiplies `picture` by the window: hand-cut edge, feathered in three stops.
void close_to(const Iris& iris, Plane& picture);

}  // namespace onereel::cutting
