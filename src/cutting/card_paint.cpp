#include "card_paint.h"

#include <cstddef>

#include "onereel/base/must.h"

namespace onereel::cutting {

namespace {

cairo_matrix_t cairo_of(const Matrix& m) {
  return {m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
}

void trace(cairo_t* pen, const std::vector<drawing::PathStep>& path) {
  using Kind = drawing::PathStep::Kind;
  cairo_new_path(pen);
  for (const drawing::PathStep& step : path) {
    switch (step.kind) {
      case Kind::move:
        cairo_move_to(pen, step.to.x, step.to.y);
        break;
      case Kind::line:
        cairo_line_to(pen, step.to.x, step.to.y);
        break;
      case Kind::curve:
        cairo_curve_to(pen, step.control1.x, step.control1.y, step.control2.x, step.control2.y,
                       step.to.x, step.to.y);
        break;
      case Kind::close:
        cairo_close_path(pen);
        break;
    }
  }
}

void dip_gradient(cairo_t* pen, const drawing::Gradient& gradient, double opacity) {
  cairo_pattern_t* pattern =
      gradient.radial ? cairo_pattern_create_radial(gradient.from.x, gradient.from.y, 0,
                                                    gradient.to.x, gradient.to.y, gradient.radius)
                      : cairo_pattern_create_linear(gradient.from.x, gradient.from.y, gradient.to.x,
                                                    gradient.to.y);
  for (const drawing::GradientStop& stop : gradient.stops) {
    cairo_pattern_add_color_stop_rgba(pattern, stop.offset, stop.grey, stop.grey, stop.grey,
                                      stop.opacity * opacity);
  }
  if (gradient.transform.determinant() != 0) {
    const cairo_matrix_t back = cairo_of(gradient.transform.inverse());
    cairo_pattern_set_matrix(pattern, &back);
  }
  cairo_set_source(pen, pattern);
  cairo_pattern_destroy(pattern);
}

void dip(cairo_t* pen, const drawing::Paint& paint) {
  if (paint.gradient) {
    dip_gradient(pen, *paint.gradient, paint.opacity);
  } else {
    cairo_set_source_rgba(pen, paint.grey, paint.grey, paint.grey, paint.opacity);
  }
}

void paint_shape(cairo_t* pen, const drawing::Shape& shape) {
  cairo_set_operator(pen, shape.rim_under ? CAIRO_OPERATOR_ATOP : CAIRO_OPERATOR_OVER);
  trace(pen, shape.path);
  if (shape.fill) {
    cairo_set_fill_rule(pen, shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    dip(pen, *shape.fill);
    cairo_fill_preserve(pen);
  }
  if (shape.stroke) {
    cairo_set_line_width(pen, shape.stroke_width);
    cairo_set_line_cap(pen, shape.round_cap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(pen, shape.round_join ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    dip(pen, *shape.stroke);
    cairo_stroke_preserve(pen);
  }
  cairo_new_path(pen);
  cairo_set_operator(pen, CAIRO_OPERATOR_OVER);
}

// Paints the tree. `home` is the pen's map for the drawing's own coordinates; a group that moves as
// a part goes back to it, since part matrices already carry their parents.
class GroupPainter {
 public:
  GroupPainter(cairo_t* pen, const drawing::Drawing& drawing, const Standing& standing)
      : pen_(pen), drawing_(drawing), standing_(standing) {
    cairo_get_matrix(pen, &home_);
  }

  void part(std::size_t index) {
    const drawing::Part& part = drawing_.parts[index];
    if (standing_.hidden.count(part.name) != 0) return;
    cairo_save(pen_);
    move_to_part(static_cast<int>(index));
    group(part.art);
    cairo_restore(pen_);
  }

 private:
  bool shows(const drawing::Group& group) const {
    if (!group.id.empty() && standing_.hidden.count(group.id) != 0) return false;
    const auto chosen = standing_.choices.find(group.choice_of);
    if (group.choice_of.empty() || chosen == standing_.choices.end()) return group.shown;
    return chosen->second == group.choice;
  }

  void move_to_part(int index) {
    const auto at = static_cast<std::size_t>(index);
    if (index < 0 || at >= standing_.parts.size()) return;
    cairo_set_matrix(pen_, &home_);
    const cairo_matrix_t map = cairo_of(standing_.parts[at]);
    cairo_transform(pen_, &map);
  }

  void child(const drawing::Group& from, const drawing::Group::Child& child) {
    if (child.shape >= 0) {
      const drawing::Shape& shape = from.shapes[static_cast<std::size_t>(child.shape)];
      if (standing_.rims || !shape.rim_under) paint_shape(pen_, shape);
    }
    if (child.group < 0) return;
    const drawing::Group& inner = from.groups[static_cast<std::size_t>(child.group)];
    if (!shows(inner)) return;
    cairo_save(pen_);
    move_to_part(inner.part);
    group(inner);
    cairo_restore(pen_);
  }

  void group(const drawing::Group& group) {
    const bool veiled = group.opacity < 1;
    if (veiled) cairo_push_group(pen_);
    for (const auto& entry : group.order) child(group, entry);
    if (!veiled) return;
    cairo_pop_group_to_source(pen_);
    cairo_paint_with_alpha(pen_, group.opacity);
  }

  cairo_t* pen_;
  const drawing::Drawing& drawing_;
  const Standing& standing_;
  cairo_matrix_t home_{};
};

}  // namespace

Canvas::Canvas(Kind kind, int width, int height, double scale)
    : kind_(kind),
      width_(width),
      height_(height),
      surface_(cairo_image_surface_create(
          kind == Kind::grey ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_A8, width, height)),
      pen_(cairo_create(surface_.get())) {
  must(cairo_status(pen_.get()) == CAIRO_STATUS_SUCCESS, "there is memory for a card");
  cairo_scale(pen_.get(), scale, scale);
  cairo_set_tolerance(pen_.get(), 0.1);
}

media::GreyPicture Canvas::channel(int bytes_a_pixel, int offset) const {
  cairo_surface_flush(surface_.get());
  const unsigned char* data = cairo_image_surface_get_data(surface_.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface_.get()));
  media::GreyPicture picture{width_, height_, {}};
  picture.values.reserve(static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_));
  for (int y = 0; y < height_; ++y) {
    const unsigned char* row = data + static_cast<std::size_t>(y) * stride;
    for (int x = 0; x < width_; ++x) {
      const int value = row[x * bytes_a_pixel + offset];
      picture.values.push_back(static_cast<float>(value) * (1.0F / 255));
    }
  }
  return picture;
}

// Cairo's pixels are native 32-bit words; on the little-endian machines we build for: b, g, r, a.
media::GreyPicture Canvas::grey() const {
  must(kind_ == Kind::grey, "grey is asked of a grey canvas");
  return channel(4, 1);
}

media::GreyPicture Canvas::alpha() const {
  return kind_ == Kind::grey ? channel(4, 3) : channel(1, 0);
}

void paint(cairo_t* pen, const drawing::Drawing& drawing, const Standing& standing) {
  GroupPainter painter(pen, drawing, standing);
  for (std::size_t k = 0; k < drawing.parts.size(); ++k) painter.part(k);
}

void paint(cairo_t* pen, const std::vector<media::OutlineStep>& outlines, double grey) {
  using Kind = media::OutlineStep::Kind;
  cairo_new_path(pen);
  for (const media::OutlineStep& step : outlines) {
    switch (step.kind) {
      case Kind::move:
        cairo_move_to(pen, step.to.x, step.to.y);
        break;
      case Kind::line:
        cairo_line_to(pen, step.to.x, step.to.y);
        break;
      case Kind::curve:
        cairo_curve_to(pen, step.control1.x, step.control1.y, step.control2.x, step.control2.y,
                       step.to.x, step.to.y);
        break;
      case Kind::close:
        cairo_close_path(pen);
        break;
    }
  }
  cairo_set_fill_rule(pen, CAIRO_FILL_RULE_WINDING);
  cairo_set_source_rgba(pen, grey, grey, grey, 1);
  cairo_fill(pen);
}

}  // namespace onereel::cutting
