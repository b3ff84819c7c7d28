#include "cut_out.h"

#include <algorithm>

#include "edges.h"

namespace onereel::theatre {

namespace {

// Of puppets and props, from the notes on edges: at 1 eyes and ears begin to wander.
constexpr double figure_edges = .55;
constexpr double flatten_tolerance = .3;
constexpr double run_max = 26;
// A lettered plate is lit up, but never above this.
constexpr double plate_grey_max = .92;

cairo_path_data_t header(cairo_path_data_type_t type, int length) {
  cairo_path_data_t data{};
  data.header.type = type;
  data.header.length = length;
  return data;
}
cairo_path_data_t point(Point p) {
  cairo_path_data_t data{};
  data.point.x = p.x;
  data.point.y = p.y;
  return data;
}

cairo_matrix_t cairo_matrix(const Matrix& m) {
  cairo_matrix_t result;
  cairo_matrix_init(&result, m.xx, m.yx, m.xy, m.yy, m.x0, m.y0);
  return result;
}

double lit(double grey, double light) {
  return light <= 1 ? grey * light : std::max(grey, std::min(plate_grey_max, grey * light));
}

Pattern pattern_of(const drawing::Paint& paint, double light) {
  if (!paint.gradient) {
    const double v = lit(paint.grey, light);
    return Pattern(cairo_pattern_create_rgba(v, v, v, paint.opacity));
  }
  const drawing::Gradient& g = *paint.gradient;
  Pattern pattern(g.radial
                      ? cairo_pattern_create_radial(g.from.x, g.from.y, 0, g.to.x, g.to.y, g.radius)
                      : cairo_pattern_create_linear(g.from.x, g.from.y, g.to.x, g.to.y));
  for (const drawing::GradientStop& stop : g.stops) {
    const double v = lit(stop.grey, light);
    cairo_pattern_add_color_stop_rgba(pattern.get(), stop.offset, v, v, v,
                                      stop.opacity * paint.opacity);
  }
  if (g.transform.determinant() != 0) {
    const cairo_matrix_t back = cairo_matrix(g.transform.inverse());
    cairo_pattern_set_matrix(pattern.get(), &back);
  }
  return pattern;
}

Bounds bounds_of(const std::vector<drawing::PathStep>& path, const drawing::Shape& shape) {
  Bounds bounds;
  for (const drawing::PathStep& step : path) {
    bounds.take(step.to);
    if (step.kind == drawing::PathStep::Kind::curve) {
      bounds.take(step.control1);
      bounds.take(step.control2);
    }
  }
  if (shape.stroke && !bounds.empty()) {
    const double reach = shape.stroke_width * (shape.round_join ? .5 : 2);
    bounds.left -= reach;
    bounds.top -= reach;
    bounds.right += reach;
    bounds.bottom += reach;
  }
  return bounds;
}

CutShape cut_shape(const drawing::Shape& shape, const Cutting& cutting, double light) {
  CutShape cut;
  const auto path = cutting.strength > 0
                        ? cut_edges(shape.path, cutting.strength, flatten_tolerance, run_max)
                        : shape.path;
  cut.path = cairo_path(path);
  cut.bounds = bounds_of(path, shape);
  if (shape.fill) cut.fill = pattern_of(*shape.fill, light);
  if (shape.stroke) cut.stroke = pattern_of(*shape.stroke, light);
  cut.even_odd = shape.even_odd;
  cut.stroke_width = shape.stroke_width;
  cut.round_cap = shape.round_cap;
  cut.round_join = shape.round_join;
  cut.rim_under = shape.rim_under;
  return cut;
}

}  // namespace

void Bounds::take(Point p) {
  left = std::min(left, p.x);
  top = std::min(top, p.y);
  right = std::max(right, p.x);
  bottom = std::max(bottom, p.y);
}

void Bounds::take(const Bounds& other) {
  if (other.empty()) return;
  take(Point{other.left, other.top});
  take(Point{other.right, other.bottom});
}

Bounds Bounds::mapped(const Matrix& map) const {
  Bounds result;
  if (empty()) return result;
  for (const Point corner :
       {Point{left, top}, Point{right, top}, Point{left, bottom}, Point{right, bottom}}) {
    result.take(map.apply(corner));
  }
  return result;
}

CairoPath cairo_path(const std::vector<drawing::PathStep>& path) {
  using Kind = drawing::PathStep::Kind;
  CairoPath data;
  for (const drawing::PathStep& step : path) {
    switch (step.kind) {
      case Kind::move:
        data.insert(data.end(), {header(CAIRO_PATH_MOVE_TO, 2), point(step.to)});
        break;
      case Kind::line:
        data.insert(data.end(), {header(CAIRO_PATH_LINE_TO, 2), point(step.to)});
        break;
      case Kind::curve:
        data.insert(data.end(), {header(CAIRO_PATH_CURVE_TO, 4), point(step.control1),
                                 point(step.control2), point(step.to)});
        break;
      case Kind::close:
        data.push_back(header(CAIRO_PATH_CLOSE_PATH, 1));
        break;
    }
  }
  return data;
}

CutGroup cut_out(const drawing::Group& group, const Cutting& cutting) {
  CutGroup cut;
  cut.id = group.id;
  cut.part = group.part;
  cut.choice_of = group.choice_of;
  cut.choice = group.choice;
  cut.opacity = group.opacity;
  cut.shown = group.shown;
  cut.order = group.order;
  cut.left_out = std::find(cutting.left_out.begin(), cutting.left_out.end(), group.id) !=
                     cutting.left_out.end() &&
                 !group.id.empty();
  std::vector<double> lights(group.shapes.size(), 1.0);
  for (std::size_t k = 0; k + 1 < group.order.size(); ++k) {
    if (!cutting.plate_light || group.order[k].shape < 0 || group.order[k + 1].sign < 0) continue;
    lights[static_cast<std::size_t>(group.order[k].shape)] =
        cutting.plate_light(group.order[k + 1].sign);
  }
  for (std::size_t k = 0; k < group.shapes.size(); ++k) {
    cut.shapes.push_back(cut_shape(group.shapes[k], cutting, lights[k]));
  }
  for (const drawing::Group& child : group.groups) cut.groups.push_back(cut_out(child, cutting));
  return cut;
}

std::vector<CutGroup> cut_figure(const drawing::Drawing& drawing) {
  Cutting cutting;
  cutting.strength = figure_edges;
  std::vector<CutGroup> parts;
  for (const drawing::Part& part : drawing.parts) parts.push_back(cut_out(part.art, cutting));
  return parts;
}

Bounds own_bounds(const CutGroup& group) {
  Bounds bounds;
  for (const CutShape& shape : group.shapes) bounds.take(shape.bounds);
  for (const CutGroup& child : group.groups) {
    if (child.part < 0) bounds.take(own_bounds(child));
  }
  return bounds;
}

}  // namespace onereel::theatre
