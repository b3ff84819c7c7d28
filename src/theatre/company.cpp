#include "company.h"

#include <algorithm>

namespace onereel::theatre {

namespace {

bool named(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

Bounds bounds_of(const blocking::Stroke& stroke) {
  Bounds bounds;
  const double reach = stroke.width / 2 + stroke.edge + 1;
  for (const Point p : stroke.points) {
    bounds.take(p + Point{-reach, -reach});
    bounds.take(p + Point{reach, reach});
  }
  return bounds;
}

void take_part_bounds(const CutGroup& group, const std::vector<Matrix>& maps, Bounds& all) {
  if (group.part >= 0 && static_cast<std::size_t>(group.part) < maps.size()) {
    all.take(own_bounds(group).mapped(maps[static_cast<std::size_t>(group.part)]));
  }
  for (const CutGroup& child : group.groups) take_part_bounds(child, maps, all);
}

}  // namespace

std::vector<Steps> groups_of(const Steps& steps) {
  std::map<int, std::size_t> last;  // of each figure
  for (std::size_t k = 0; k < steps.size(); ++k) {
    if (steps[k]->figure >= 0) last[steps[k]->figure] = k;
  }
  std::vector<Steps> groups;
  std::size_t open_until = 0;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    if (groups.empty() || k > open_until) {
      groups.emplace_back();
      open_until = k;
    }
    groups.back().push_back(steps[k]);
    if (steps[k]->figure >= 0) open_until = std::max(open_until, last[steps[k]->figure]);
  }
  return groups;
}

Company::Company(Lettering& lettering, int width, int height)
    : lettering_(lettering), width_(width), height_(height), canvas_(width, height) {}

FigurePixels Company::pixels() const {
  FigurePixels pixels = canvas_.pixels();
  pixels.painted = painted_;
  return pixels;
}

const Company::Parts& Company::cut(const drawing::Drawing& drawing) {
  const auto [entry, fresh] = cut_.try_emplace(&drawing);
  if (fresh) entry->second = cut_figure(drawing);
  return entry->second;
}

bool Company::paint(const blocking::StagePose& pose, const Steps& steps, const Matrix& stage) {
  const std::vector<Steps> groups = groups_of(steps);
  if (groups.empty()) return false;
  const PixelBox all{0, 0, width_, height_};
  canvas_.clear_and_clip(painted_);
  painted_ = {};
  cairo_t* cr = canvas_.context();
  const Brush brush(cr, stage, lettering_, Hand{}, all);
  for (const auto& group : groups) {
    const PixelBox box = reach(pose, group, brush);
    if (box.empty()) continue;
    painted_ = united(painted_, box);
    cairo_reset_clip(cr);
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_rectangle(cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
    cairo_clip(cr);
    cairo_push_group(cr);
    for (const blocking::PaintStep* step : group) paint_step(pose, *step, brush);
    cairo_pop_group_to_source(cr);
    cairo_paint(cr);
    cairo_restore(cr);
  }
  return true;
}

PixelBox Company::reach(const blocking::StagePose& pose, const Steps& run, const Brush& brush) {
  Bounds bounds;
  for (const blocking::PaintStep* step : run) {
    if (step->figure >= 0) {
      const blocking::FigurePose& figure = pose.figures[static_cast<std::size_t>(step->figure)];
      for (const CutGroup& part : cut(*figure.drawing)) {
        take_part_bounds(part, figure.parts, bounds);
      }
    }
    if (step->stroke >= 0) {
      bounds.take(bounds_of(pose.strokes[static_cast<std::size_t>(step->stroke)]));
    }
  }
  return brush.pixels_of(bounds);
}

void Company::paint_step(const blocking::StagePose& pose, const blocking::PaintStep& step,
                         const Brush& brush) {
  cairo_t* cr = canvas_.context();
  cairo_save(cr);
  if (step.clip) brush.clip_to(*step.clip);
  if (step.figure >= 0) {
    paint_figure(pose.figures[static_cast<std::size_t>(step.figure)], step, brush);
  }
  if (step.stroke >= 0) brush.paint(pose.strokes[static_cast<std::size_t>(step.stroke)]);
  cairo_restore(cr);
}

void Company::paint_figure(const blocking::FigurePose& figure, const blocking::PaintStep& step,
                           const Brush& brush) {
  const Parts& parts = cut(*figure.drawing);
  if (figure.parts.size() != parts.size()) return;
  const Stance stance{figure.drawing, &figure.parts, &figure.hidden, &figure.choices,
                      &figure.labels};
  for (std::size_t k = 0; k < parts.size(); ++k) {
    if (parts[k].part < 0) continue;  // its art stands inside another part
    const std::string& name = figure.drawing->parts[k].name;
    if (!step.only.empty() && !named(step.only, name)) continue;
    if (named(step.except, name)) continue;
    brush.paint(parts[k], stance);
  }
}

}  // namespace onereel::theatre
