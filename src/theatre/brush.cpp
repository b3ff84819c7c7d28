#include "brush.h"

#include <algorithm>
#include <cmath>

namespace onereel::theatre {

namespace {

// Letters below this em, in stage units, cannot be read in any film: the plate stays blank.
constexpr double em_least = 8;
constexpr double tolerance = .2;  // of curves, in pixels
constexpr double miter_limit = 4;

cairo_matrix_t cairo_matrix(const Matrix& m) {
  cairo_matrix_t result;
  cairo_matrix_init(&result, m.xx, m.yx, m.xy, m.yy, m.x0, m.y0);
  return result;
}

void append(cairo_t* context, const CairoPath& path) {
  cairo_path_t whole{};
  whole.status = CAIRO_STATUS_SUCCESS;
  whole.data = const_cast<cairo_path_data_t*>(path.data());  // Cairo only reads it
  whole.num_data = static_cast<int>(path.size());
  cairo_append_path(context, &whole);
}

}  // namespace

Canvas::Canvas(int width, int height)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)),
      context_(cairo_create(surface_.get())) {
  cairo_set_tolerance(context_.get(), tolerance);
  cairo_set_miter_limit(context_.get(), miter_limit);
}

FigurePixels Canvas::pixels() const {
  cairo_surface_flush(surface_.get());
  return {reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get())),
          cairo_image_surface_get_stride(surface_.get()) / 4};
}

void Canvas::clear_and_clip(const PixelBox& box) {
  cairo_t* cr = context_.get();
  cairo_identity_matrix(cr);
  cairo_reset_clip(cr);
  cairo_rectangle(cr, box.left, box.top, box.right - box.left, box.bottom - box.top);
  cairo_clip(cr);
  cairo_set_operator(cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint(cr);
  cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
}

Brush::Brush(cairo_t* context, const Matrix& stage, Lettering& lettering, Hand hand, PixelBox clip)
    : context_(context), stage_(stage), lettering_(lettering), hand_(hand), clip_(clip) {}

void Brush::set_matrix(const Matrix& map) const {
  const cairo_matrix_t matrix = cairo_matrix(map.then(stage_));
  cairo_set_matrix(context_, &matrix);
}

PixelBox Brush::pixels_of(const Bounds& bounds) const {
  const Bounds box = bounds.mapped(stage_);
  if (box.empty()) return {};
  const auto low = [](double v, int least) {
    return std::max(least, static_cast<int>(std::floor(std::clamp(v, -1e6, 1e6))) - 1);
  };
  const auto high = [](double v, int most) {
    return std::min(most, static_cast<int>(std::ceil(std::clamp(v, -1e6, 1e6))) + 1);
  };
  return {low(box.left, clip_.left), low(box.top, clip_.top), high(box.right, clip_.right),
          high(box.bottom, clip_.bottom)};
}

void Brush::clip_to(const Box& box) const {
  set_matrix(Matrix{});
  cairo_rectangle(context_, box.x, box.y, box.width, box.height);
  cairo_clip(context_);
}

bool Brush::seen(const CutGroup& group, const Stance& stance) const {
  if (group.left_out) return false;
  if (group.part >= 0 && stance.hidden != nullptr &&
      static_cast<std::size_t>(group.part) < stance.hidden->size() &&
      (*stance.hidden)[static_cast<std::size_t>(group.part)] != 0) {
    return false;
  }
  if (!group.choice_of.empty() && stance.choices != nullptr) {
    const auto chosen = stance.choices->find(group.choice_of);
    if (chosen != stance.choices->end() && !chosen->second.empty()) {
      return chosen->second == group.choice;
    }
  }
  return group.shown;
}

void Brush::paint(const CutGroup& group, const Stance& stance) const {
  paint_inside(group, stance, Matrix{});
}

void Brush::paint_inside(const CutGroup& group, const Stance& stance, const Matrix& map) const {
  if (!seen(group, stance)) return;
  // A part's map leads straight to the stage, whatever it stands in.
  const Matrix& own = group.part >= 0 ? (*stance.maps)[static_cast<std::size_t>(group.part)] : map;
  if (group.opacity < 1) cairo_push_group(context_);
  for (const drawing::Group::Child& child : group.order) {
    if (child.shape >= 0) paint_shape(group.shapes[static_cast<std::size_t>(child.shape)], own);
    if (child.group >= 0) {
      paint_inside(group.groups[static_cast<std::size_t>(child.group)], stance, own);
    }
    if (child.sign >= 0) {
      paint_sign(stance.drawing->signs[static_cast<std::size_t>(child.sign)], stance, own);
    }
  }
  if (group.opacity < 1) {
    cairo_pop_group_to_source(context_);
    cairo_paint_with_alpha(context_, group.opacity);
  }
}

void Brush::paint_shape(const CutShape& shape, const Matrix& map) const {
  if (pixels_of(shape.bounds.mapped(map)).empty()) return;
  set_matrix(map);
  cairo_new_path(context_);
  append(context_, shape.path);
  if (shape.rim_under) cairo_set_operator(context_, CAIRO_OPERATOR_ATOP);
  if (shape.fill) {
    cairo_set_fill_rule(context_,
                        shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
    cairo_set_source(context_, shape.fill.get());
    if (shape.stroke) {
      cairo_fill_preserve(context_);
    } else {
      cairo_fill(context_);
    }
  }
  if (shape.stroke) {
    cairo_set_source(context_, shape.stroke.get());
    cairo_set_line_width(context_, shape.stroke_width);
    cairo_set_line_cap(context_, shape.round_cap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context_, shape.round_join ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke(context_);
  }
  if (shape.rim_under) cairo_set_operator(context_, CAIRO_OPERATOR_OVER);
}

void Brush::paint_sign(const drawing::Sign& sign, const Stance& stance, const Matrix& map) const {
  if (stance.labels == nullptr) return;
  const auto text = stance.labels->find(sign.id);
  if (text == stance.labels->end()) return;
  const Label* label = lettering_.label(sign, text->second);
  Matrix place = sign.placed.then(map);
  const double size = std::sqrt(std::abs(place.determinant()));
  if (label == nullptr || label->em * size < em_least) return;
  if (place.determinant() < 0) {  // a mirrored figure's letters are turned back
    place = Matrix::translation(-label->centre_x, 0)
                .then(Matrix::scaling(-1, 1))
                .then(Matrix::translation(label->centre_x, 0))
                .then(place);
  }
  set_matrix(place);
  cairo_new_path(context_);
  append(context_, label->path);
  cairo_set_source_rgba(context_, hand_.letter_grey, hand_.letter_grey, hand_.letter_grey, 1);
  cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
  cairo_fill_preserve(context_);
  cairo_set_line_width(context_, hand_.letter_stroke * label->em);
  cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke(context_);
}

void Brush::paint(const blocking::Stroke& stroke) const {
  if (stroke.points.empty()) return;
  set_matrix(Matrix{});
  cairo_new_path(context_);
  for (const Point p : stroke.points) cairo_line_to(context_, p.x, p.y);
  // A single point is a dot.
  if (stroke.points.size() == 1) {
    cairo_line_to(context_, stroke.points[0].x, stroke.points[0].y);
  }
  if (stroke.filled) cairo_close_path(context_);
  cairo_set_line_cap(context_, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
  if (stroke.edge > 0) {
    cairo_set_source_rgba(context_, 0, 0, 0, stroke.opacity);
    cairo_set_line_width(context_, (stroke.filled ? 0 : stroke.width) + 2 * stroke.edge);
    cairo_stroke_preserve(context_);
  }
  cairo_set_source_rgba(context_, stroke.grey, stroke.grey, stroke.grey, stroke.opacity);
  if (stroke.filled) {
    cairo_set_fill_rule(context_, CAIRO_FILL_RULE_WINDING);
    cairo_fill(context_);
  } else {
    cairo_set_line_width(context_, stroke.width);
    cairo_stroke(context_);
  }
}

}  // namespace onereel::theatre
