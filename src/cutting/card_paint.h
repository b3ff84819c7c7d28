#pragma once

// Paints drawings and outlines with Cairo. Private to this room: Cairo stays behind the door.

#include <cairo.h>

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/drawing/drawing.h"
#include "onereel/media/font.h"
#include "onereel/media/picture.h"

namespace onereel::cutting {

/// A picture to paint on: `grey` has colour and alpha, the other only alpha.
class Canvas {
 public:
  enum class Kind : unsigned char { grey, alpha };
  /// @param scale  pixels a unit.
  Canvas(Kind kind, int width, int height, double scale);

  cairo_t* pen() const { return pen_.get(); }
  /// The grey channel (over black where nothing was painted).
  media::GreyPicture grey() const;
  media::GreyPicture alpha() const;

 private:
  media::GreyPicture channel(int bytes_a_pixel, int offset) const;
  struct FreeSurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  };
  struct FreePen {
    void operator()(cairo_t* pen) const { cairo_destroy(pen); }
  };
  Kind kind_;
  int width_;
  int height_;
  std::unique_ptr<cairo_surface_t, FreeSurface> surface_;
  std::unique_ptr<cairo_t, FreePen> pen_;
};

/// How a drawing stands when it is painted.
struct Standing {
  std::vector<Matrix> parts = {};                   ///< one a part, or none: all at rest
  std::map<std::string, std::string> choices = {};  ///< swapped drawings by group
  std::set<std::string> hidden = {};                ///< ids of groups and names of parts
  bool rims = true;  ///< hairlines of light; too busy on a small figure
};

void paint(cairo_t* pen, const drawing::Drawing& drawing, const Standing& standing);
/// Fills outlines by the nonzero rule with `grey`, opaque.
void paint(cairo_t* pen, const std::vector<media::OutlineStep>& outlines, double grey);

}  // namespace onereel::cutting
