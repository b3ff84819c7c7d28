#pragma once

// Drawn things that are no figures: strings, streams, snow, puffs. Each is a pure function of the
// pose and of the places it hangs on.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/blocking/stage_pose.h"

namespace onereel::blocking {

struct Scene;
struct Spot;

enum class EffectKind : unsigned char {
  line,    ///< string, rope, cord through two or more points
  stream,  ///< a thin string of liquid that falls from one place to another
  spray,   ///< a hose: emitted for some poses, falls by its weight
  drops,   ///< flung up from a place
  puffs,   ///< steam, smoke, dust
  snow,
  leaves,  ///< and streaks of light: a gust
  rays,    ///< short lines round a place
  puddle,  ///< spreads on the floor
  beam,    ///< a cone of light from a lamp
  drift,   ///< snow that lies and grows
};

/// When and how one of them is drawn.
struct Effect {
  EffectKind kind = EffectKind::line;
  double from = 0;
  double until = 0;
  std::vector<Spot> through;  ///< line: its points. Others: from, to
  Point speed;                ///< units a pose
  double gravity = 4.6;       ///< units a pose, squared
  double width = 6;
  double grey = 1;
  double edge = 2.4;
  double sag = 0;
  double opacity = 1;
  int count = 14;
  std::uint64_t seed = 1;
  int layer = 15;
};

/// Adds what is drawn of this effect at `pose`.
void draw_effect(const Scene& scene, const Effect& effect, double pose,
                 std::vector<Stroke>& strokes);

}  // namespace onereel::blocking
