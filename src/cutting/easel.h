#pragma once

// Paints groups of a drawing, and outlines of letters, as flat grey with Cairo. Frames and cards
// are cut already: nothing is wobbled here but letters.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "onereel/base/geometry.h"
#include "onereel/drawing/drawing.h"
#include "plane.h"

namespace onereel::cutting {

/// Premultiplied grey and coverage.
struct Sheet {
  Plane light;
  Plane cover;
};

/// What differs from the drawing as it lies in the file.
struct Arrangement {
  /// Asked for each group by id before it is painted; an empty function paints what `shown` says.
  std::function<bool(const drawing::Group&)> shows = {};
  /// Where a group is moved to, in drawing units; asked by id.
  std::function<Point(const std::string& id)> moved = {};
};

/// A surface of width x height pixels.
class Easel {
 public:
  Easel(int width, int height);
  ~Easel();
  Easel(Easel&&) noexcept;
  Easel& operator=(Easel&&) noexcept;

  /// @param place  drawing units -> pixels.
  void paint(const drawing::Group& group, const Matrix& place, const Arrangement& arrangement = {});
  /// Fills a path of the drawing's own kind by the nonzero rule.
  void fill(const std::vector<drawing::PathStep>& path, const Matrix& place, double grey);
  Sheet sheet() const;

 private:
  struct Canvas;
  std::unique_ptr<Canvas> canvas_;
};

}  // namespace onereel::cutting
