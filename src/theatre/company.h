#pragma once

// The figures of a pose, painted on the sheets they stand on.

#include <map>
#include <memory>
#include <vector>

#include "brush.h"
#include "onereel/blocking/stage_pose.h"

namespace onereel::theatre {

/// Some steps of a StagePose::paint, in order.
using Steps = std::vector<const blocking::PaintStep*>;

/// Cuts drawings once and paints them at every pose.
class Company {
 public:
  Company(Lettering& lettering, int width, int height);

  /// Paints `steps` of `pose`. `stage`: stage units -> pixels. False, and nothing in pixels(), if
  /// there are none.
  bool paint(const blocking::StagePose& pose, const Steps& steps, const Matrix& stage);
  FigurePixels pixels() const;

 private:
  using Parts = std::vector<CutGroup>;
  const Parts& cut(const drawing::Drawing& drawing);
  void paint_step(const blocking::StagePose& pose, const blocking::PaintStep& step,
                  const Brush& brush);
  void paint_figure(const blocking::FigurePose& figure, const blocking::PaintStep& step,
                    const Brush& brush);
  PixelBox reach(const blocking::StagePose& pose,
                 const std::vector<const blocking::PaintStep*>& run, const Brush& brush);

  Lettering& lettering_;
  int width_;
  int height_;
  Canvas canvas_;
  PixelBox painted_;  ///< of the canvas, since it was cleared
  std::map<const drawing::Drawing*, Parts> cut_;
};

/// Steps that must share one group, in order: a figure that is painted in pieces, with what comes
/// between (a prop in its hand), so that its hairlines fall on all of it and on nothing else.
std::vector<Steps> groups_of(const Steps& steps);

}  // namespace onereel::theatre
