#include "easel.h"

#include <cairo.h>

namespace onereel::cutting {

namespace {

struct SurfaceFree {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextFree {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct PatternFree {
  void operator()(cairo_pattern_t* pattern) const { cairo_pattern_destroy(pattern); }
};
using Pattern = std::unique_ptr<cairo_pattern_t, PatternFree>;

cairo_matrix_t cairo_matrix(const Matrix& m) {
  cairo_matrix_t made;
  cairo_matrix_init(&made, m.xx, m.yx, m.xy, m.yy, m.x0, m.y0);
  return made;
}

void add_path(cairo_t* context, const std::vector<drawing::PathStep>& path) {
  using Kind = drawing::PathStep::Kind;
  for (const drawing::PathStep& step : path) {
    switch (step.kind) {
      case Kind::move:
        cairo_move_to(context, step.to.x, step.to.y);
        break;
      case Kind::line:
        cairo_line_to(context, step.to.x, step.to.y);
        break;
      case Kind::curve:
        cairo_curve_to(context, step.control1.x, step.control1.y, step.control2.x, step.control2.y,
                       step.to.x, step.to.y);
        break;
      case Kind::close:
        cairo_close_path(context);
        break;
    }
  }
}

Pattern pattern_of(const drawing::Gradient& gradient, double opacity) {
  Pattern pattern(gradient.radial
                      ? cairo_pattern_create_radial(gradient.from.x, gradient.from.y, 0,
                                                    gradient.to.x, gradient.to.y, gradient.radius)
                      : cairo_pattern_create_linear(gradient.from.x, gradient.from.y, gradient.to.x,
                                                    gradient.to.y));
  for (const drawing::GradientStop& stop : gradient.stops) {
    cairo_pattern_add_color_stop_rgba(pattern.get(), stop.offset, stop.grey, stop.grey, stop.grey,
                                      stop.opacity * opacity);
  }
  // Cairo's pattern matrix leads from the user's space to the pattern's.
  const cairo_matrix_t matrix = cairo_matrix(gradient.transform.inverse());
  cairo_pattern_set_matrix(pattern.get(), &matrix);
  return pattern;
}

void set_source(cairo_t* context, const drawing::Paint& paint) {
  if (paint.gradient) {
    const Pattern pattern = pattern_of(*paint.gradient, paint.opacity);
    cairo_set_source(context, pattern.get());
  } else {
    cairo_set_source_rgba(context, paint.grey, paint.grey, paint.grey, paint.opacity);
  }
}

void paint_shape(cairo_t* context, const drawing::Shape& shape) {
  add_path(context, shape.path);
  if (shape.fill) {
    cairo_set_fill_rule(context,
                        shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    set_source(context, *shape.fill);
    cairo_fill_preserve(context);
  }
  if (shape.stroke) {
    set_source(context, *shape.stroke);
    cairo_set_line_width(context, shape.stroke_width);
    cairo_set_line_cap(context, shape.round_cap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context, shape.round_join ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke_preserve(context);
  }
  cairo_new_path(context);
}

void paint_group(cairo_t* context, const drawing::Group& group, const Arrangement& arrangement) {
  const bool shown = arrangement.shows ? arrangement.shows(group) : group.shown;
  if (!shown) return;
  cairo_save(context);
  if (arrangement.moved) {
    const Point by = arrangement.moved(group.id);
    cairo_translate(context, by.x, by.y);
  }
  if (group.opacity < 1) cairo_push_group(context);
  for (const drawing::Group::Child& child : group.order) {
    if (child.shape >= 0) {
      paint_shape(context, group.shapes[static_cast<std::size_t>(child.shape)]);
    } else if (child.group >= 0) {
      paint_group(context, group.groups[static_cast<std::size_t>(child.group)], arrangement);
    }
  }
  if (group.opacity < 1) {
    cairo_pop_group_to_source(context);
    cairo_paint_with_alpha(context, group.opacity);
  }
  cairo_restore(context);
}

}  // namespace

struct Easel::Canvas {
  std::unique_ptr<cairo_surface_t, SurfaceFree> surface;
  std::unique_ptr<cairo_t, ContextFree> context;
};

Easel::Easel(int width, int height) : canvas_(std::make_unique<Canvas>()) {
  canvas_->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height));
  canvas_->context.reset(cairo_create(canvas_->surface.get()));
  cairo_set_tolerance(canvas_->context.get(), .2);
}
Easel::~Easel() = default;
Easel::Easel(Easel&&) noexcept = default;
Easel& Easel::operator=(Easel&&) noexcept = default;

void Easel::paint(const drawing::Group& group, const Matrix& place,
                  const Arrangement& arrangement) {
  const cairo_matrix_t matrix = cairo_matrix(place);
  cairo_set_matrix(canvas_->context.get(), &matrix);
  paint_group(canvas_->context.get(), group, arrangement);
}

void Easel::fill(const std::vector<drawing::PathStep>& path, const Matrix& place, double grey) {
  cairo_t* context = canvas_->context.get();
  const cairo_matrix_t matrix = cairo_matrix(place);
  cairo_set_matrix(context, &matrix);
  add_path(context, path);
  cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING);
  cairo_set_source_rgba(context, grey, grey, grey, 1);
  cairo_fill(context);
}

Sheet Easel::sheet() const {
  cairo_surface_t* surface = canvas_->surface.get();
  cairo_surface_flush(surface);
  const int width = cairo_image_surface_get_width(surface);
  const int height = cairo_image_surface_get_height(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  const unsigned char* pixels = cairo_image_surface_get_data(surface);
  Sheet sheet{Plane(width, height), Plane(width, height)};
  for (int y = 0; y < height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(pixels + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x) {
      sheet.light.row(y)[x] = static_cast<float>(row[x] >> 8U & 0xffU) / 255;
      sheet.cover.row(y)[x] = static_cast<float>(row[x] >> 24U) / 255;
    }
  }
  return sheet;
}

}  // namespace onereel::cutting
