// For whoever stages gags: one gag as its exposure sheet and a strip of its poses, drawn plainly
// with Cairo. Not shipped; the theatre draws the film.
//
//   blocking_strip DATA GAG.yaml OUT.png [name=value ...]
//   part=plant (the Bug) or part=VARIANT-ID (openings, endings)
//   from=0 to=END step=4 columns=6 width=212 crop=0,200,1280,890 keep=-1 set=1 onion=0

#include <cairo/cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>

#include "onereel/base/document.h"
#include "onereel/blocking/resolve.h"

using namespace onereel;
using blocking::FigurePose;
using blocking::StagePose;

namespace {

using Options = std::map<std::string, std::string>;

void set_grey(cairo_t* cr, const drawing::Paint& paint, double opacity) {
  double grey = paint.grey;
  double alpha = paint.opacity * opacity;
  if (paint.gradient && !paint.gradient->stops.empty()) {
    const auto& g = *paint.gradient;
    cairo_pattern_t* pattern =
        g.radial ? cairo_pattern_create_radial(g.from.x, g.from.y, 0, g.to.x, g.to.y, g.radius)
                 : cairo_pattern_create_linear(g.from.x, g.from.y, g.to.x, g.to.y);
    for (const auto& stop : g.stops) {
      cairo_pattern_add_color_stop_rgba(pattern, stop.offset, stop.grey, stop.grey, stop.grey,
                                        stop.opacity * alpha);
    }
    const Matrix back = g.transform.inverse();
    cairo_matrix_t matrix{back.xx, back.yx, back.xy, back.yy, back.x0, back.y0};
    cairo_pattern_set_matrix(pattern, &matrix);
    cairo_set_source(cr, pattern);
    cairo_pattern_destroy(pattern);
    return;
  }
  cairo_set_source_rgba(cr, grey, grey, grey, alpha);
}

void draw_shape(cairo_t* cr, const drawing::Shape& shape, double opacity) {
  cairo_new_path(cr);
  for (const auto& step : shape.path) {
    using Kind = drawing::PathStep::Kind;
    if (step.kind == Kind::move) cairo_move_to(cr, step.to.x, step.to.y);
    if (step.kind == Kind::line) cairo_line_to(cr, step.to.x, step.to.y);
    if (step.kind == Kind::curve) {
      cairo_curve_to(cr, step.control1.x, step.control1.y, step.control2.x, step.control2.y,
                     step.to.x, step.to.y);
    }
    if (step.kind == Kind::close) cairo_close_path(cr);
  }
  cairo_set_fill_rule(cr, shape.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
  if (shape.fill) {
    set_grey(cr, *shape.fill, opacity);
    cairo_fill_preserve(cr);
  }
  if (shape.stroke) {
    set_grey(cr, *shape.stroke, opacity);
    cairo_set_line_width(cr, shape.stroke_width);
    cairo_set_line_cap(cr, shape.round_cap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_stroke_preserve(cr);
  }
  cairo_new_path(cr);
}

struct Look {
  const drawing::Drawing* drawing;
  const std::map<std::string, std::string>* choices;
  const std::map<std::string, std::string>* labels;
  const std::map<std::string, blocking::SetPartPose>* pieces;
};

bool is_shown(const Look& look, const drawing::Group& group) {
  if (group.choice_of.empty()) return group.shown;
  const auto chosen = look.choices->find(group.choice_of);
  return chosen == look.choices->end() ? group.shown : chosen->second == group.choice;
}

void draw_sign(cairo_t* cr, const Look& look, const drawing::Sign& sign) {
  const auto label = look.labels->find(sign.id);
  if (label == look.labels->end() || label->second.empty()) return;
  cairo_save(cr);
  cairo_matrix_t now;
  cairo_get_matrix(cr, &now);
  const double centre = sign.box.x + sign.box.width / 2;
  if (now.xx * now.yy - now.xy * now.yx < 0) {
    cairo_translate(cr, 2 * centre, 0);
    cairo_scale(cr, -1, 1);
  }
  cairo_select_font_face(cr, "serif", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size(cr, sign.box.height * 0.9);
  cairo_text_extents_t extents;
  cairo_text_extents(cr, label->second.c_str(), &extents);
  const double fit = std::min(1.0, sign.box.width * 0.95 / std::max(1.0, extents.width));
  cairo_set_font_size(cr, sign.box.height * 0.9 * fit);
  cairo_set_source_rgb(cr, sign.grey_behind < 0.5 ? 0.95 : 0.05,
                       sign.grey_behind < 0.5 ? 0.95 : 0.05, sign.grey_behind < 0.5 ? 0.95 : 0.05);
  cairo_move_to(cr, centre - extents.width * fit / 2,
                sign.box.y + sign.box.height * (0.5 + 0.32 * fit));
  cairo_show_text(cr, label->second.c_str());
  cairo_restore(cr);
}

void draw_group(cairo_t* cr, const Look& look, const drawing::Group& group, double opacity) {
  if (!is_shown(look, group)) return;
  cairo_save(cr);
  if (look.pieces != nullptr && group.part >= 0) {
    const auto& part = look.drawing->parts[static_cast<std::size_t>(group.part)];
    const auto piece = look.pieces->find(part.name);
    if (piece != look.pieces->end()) {
      cairo_translate(cr, piece->second.slide_x, piece->second.slide_y);
      cairo_translate(cr, part.pin.x, part.pin.y);
      cairo_rotate(cr, piece->second.angle * radians_per_degree * (part.clockwise ? 1 : -1));
      cairo_translate(cr, -part.pin.x, -part.pin.y);
    }
  }
  for (const auto& child : group.order) {
    if (child.shape >= 0) {
      draw_shape(cr, group.shapes[static_cast<std::size_t>(child.shape)], opacity * group.opacity);
    }
    if (child.group >= 0) {
      draw_group(cr, look, group.groups[static_cast<std::size_t>(child.group)],
                 opacity * group.opacity);
    }
    if (child.sign >= 0) {
      draw_sign(cr, look, look.drawing->signs[static_cast<std::size_t>(child.sign)]);
    }
  }
  cairo_restore(cr);
}

void draw_figure(cairo_t* cr, const FigurePose& figure, const blocking::PaintStep& step) {
  const Look look{figure.drawing, &figure.choices, &figure.labels, nullptr};
  for (std::size_t k = 0; k < figure.drawing->parts.size(); ++k) {
    const std::string& name = figure.drawing->parts[k].name;
    const auto has = [&](const std::vector<std::string>& list) {
      return std::find(list.begin(), list.end(), name) != list.end();
    };
    if (figure.hidden[k] != 0 || (!step.only.empty() && !has(step.only)) || has(step.except)) {
      continue;
    }
    cairo_save(cr);
    const Matrix& m = figure.parts[k];
    const cairo_matrix_t matrix{m.xx, m.yx, m.xy, m.yy, m.x0, m.y0};
    cairo_transform(cr, &matrix);
    draw_group(cr, look, figure.drawing->parts[k].art, 1);
    cairo_restore(cr);
  }
}

void draw_stroke(cairo_t* cr, const blocking::Stroke& stroke) {
  const auto path = [&] {
    cairo_new_path(cr);
    for (const Point& point : stroke.points) cairo_line_to(cr, point.x, point.y);
    if (stroke.filled) cairo_close_path(cr);
  };
  cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
  if (stroke.edge > 0) {
    path();
    cairo_set_source_rgba(cr, 0.05, 0.05, 0.05, stroke.opacity);
    cairo_set_line_width(cr, (stroke.filled ? 0 : stroke.width) + 2 * stroke.edge);
    cairo_stroke(cr);
  }
  path();
  cairo_set_source_rgba(cr, stroke.grey, stroke.grey, stroke.grey, stroke.opacity);
  cairo_set_line_width(cr, stroke.width);
  if (stroke.filled)
    cairo_fill(cr);
  else
    cairo_stroke(cr);
}

void draw_set(cairo_t* cr, const drawing::Drawing& set, const blocking::Blocking& gag,
              const StagePose& pose, bool front) {
  std::map<std::string, std::string> choices;
  for (const auto& [part, piece] : pose.set_parts) {
    if (!piece.choice.empty()) choices[part] = piece.choice;
  }
  const Look look{&set, &choices, &gag.setting().labels, &pose.set_parts};
  const auto& hidden = gag.setting().hidden;
  bool passed = false;
  for (const auto& plate : set.plates) {
    passed = passed || plate.acting;
    if (passed != front) continue;
    if (std::find(hidden.begin(), hidden.end(), plate.id) != hidden.end()) continue;
    cairo_set_operator(cr, plate.multiplies ? CAIRO_OPERATOR_MULTIPLY : CAIRO_OPERATOR_OVER);
    drawing::Group art = plate.art;
    for (auto& group : art.groups) {
      if (std::find(hidden.begin(), hidden.end(), group.id) != hidden.end()) group.shown = false;
    }
    draw_group(cr, look, art, 1);
  }
  cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
}

void draw_stage(cairo_t* cr, const blocking::Blocking& gag, const drawing::Drawing* set,
                double number) {
  const StagePose pose = gag.pose(number);
  cairo_set_source_rgb(cr, 0.75, 0.75, 0.75);
  cairo_paint(cr);
  if (set != nullptr) draw_set(cr, *set, gag, pose, false);
  if (pose.light < 1) {
    cairo_set_source_rgba(cr, 0, 0, 0, 1 - pose.light);
    cairo_paint(cr);
  }
  for (const auto& step : pose.paint) {
    cairo_save(cr);
    if (step.clip) {
      cairo_rectangle(cr, step.clip->x, step.clip->y, step.clip->width, step.clip->height);
      cairo_clip(cr);
    }
    if (step.figure >= 0)
      draw_figure(cr, pose.figures[static_cast<std::size_t>(step.figure)], step);
    if (step.stroke >= 0) draw_stroke(cr, pose.strokes[static_cast<std::size_t>(step.stroke)]);
    cairo_restore(cr);
  }
  if (set != nullptr) draw_set(cr, *set, gag, pose, true);
  if (pose.iris) {
    cairo_rectangle(cr, 0, 0, 1280, 960);
    cairo_new_sub_path(cr);
    cairo_arc_negative(cr, pose.iris->centre.x, pose.iris->centre.y, pose.iris->radius, 7, 0);
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_fill(cr);
  }
}

double option(const Options& options, const std::string& name, double otherwise) {
  const auto found = options.find(name);
  return found == options.end() ? otherwise : std::atof(found->second.c_str());
}

std::map<std::string, std::string> slots_of(const Document& gag, const Options& options) {
  std::map<std::string, std::string> slots;
  if (const Document* written = gag.find("slots")) {
    for (const auto& [name, slot] : written->entries) slots[name] = slot.text_or("else", "");
  }
  for (const auto& [name, value] : options) {
    if (name.front() == '$') slots[name.substr(1)] = value;
  }
  return slots;
}

void print_sheet(const blocking::Blocking& gag) {
  for (const auto& cue : gag.cues()) {
    fmt::print("{:5} {:5} {:5}  {:8} {:24} {} {}\n", cue.start, cue.hit, cue.end, cue.id,
               cue.who + ": " + cue.move, cue.beat, cue.impact);
  }
  fmt::print("{} poses = {:.1f} s\n", gag.poses(), gag.poses() / 12.0);
}

void draw_strip(const blocking::Blocking& gag, const drawing::Drawing* set, const Options& options,
                const std::string& out) {
  double x0 = 0, y0 = 200, x1 = 1280, y1 = 890;
  if (const auto crop = options.find("crop"); crop != options.end()) {
    std::sscanf(crop->second.c_str(), "%lf,%lf,%lf,%lf", &x0, &y0, &x1, &y1);
  }
  const int columns = static_cast<int>(option(options, "columns", 6));
  const double width = option(options, "width", 212);
  const double from = option(options, "from", 0);
  const double to = std::min(option(options, "to", gag.poses() - 1), gag.poses() - 1.0);
  const double step = std::max(0.25, option(options, "step", 4));
  const double scale = width / (x1 - x0);
  const double height = (y1 - y0) * scale;
  const int cells = static_cast<int>((to - from) / step) + 1;
  const int rows = (cells + columns - 1) / columns;
  cairo_surface_t* surface =
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(columns * width),
                                 static_cast<int>(rows * (height + 14)));
  cairo_t* cr = cairo_create(surface);
  cairo_set_source_rgb(cr, 1, 1, 1);
  cairo_paint(cr);
  for (int k = 0; k < cells; ++k) {
    const double number = from + k * step;
    const double left = (k % columns) * width;
    const double top = (k / columns) * (height + 14) + 12;
    cairo_save(cr);
    cairo_rectangle(cr, left, top, width - 2, height);
    cairo_clip(cr);
    cairo_translate(cr, left, top);
    cairo_scale(cr, scale, scale);
    cairo_translate(cr, -x0, -y0);
    draw_stage(cr, gag, set, number);
    cairo_restore(cr);
    std::string caption = fmt::format("{}", number);
    for (const auto& cue : gag.cues()) {
      if (cue.hit == number && !cue.id.empty()) caption += " " + cue.id;
    }
    cairo_set_source_rgb(cr, 0, 0, 0);
    cairo_set_font_size(cr, 10);
    cairo_move_to(cr, left + 3, top - 2);
    cairo_show_text(cr, caption.c_str());
  }
  cairo_surface_write_to_png(surface, out.c_str());
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
}

/// The sheet of the file; `part` names a part of the Bug's form or a variant of a business.
const Document* sheet_in(const Document& gag, const std::string& part) {
  const Document* written = gag.find("blocking");
  if (part.empty()) return written;
  if (written != nullptr) return written->find(part);
  const Document* variants = gag.find("variants");
  if (variants == nullptr) return nullptr;
  for (const Document& variant : variants->items) {
    if (variant.text_or("id", "") == part) return variant.find("blocking");
  }
  return nullptr;
}

Result<> run(const std::string& data, const std::string& file, const std::string& out,
             const Options& options) {
  TRY(auto kit, drawing::ArtKit::open(data));
  TRY(const Document gag_file, read_yaml_file(file));
  const auto part = options.find("part");
  const Document* written =
      sheet_in(gag_file, part == options.end() ? std::string() : part->second);
  if (written == nullptr) return fix_input(file + " has no blocking:");
  TRY(const auto sheet, blocking::read_cue_sheet(gag_file.text_or("id", "gag"), *written));
  blocking::Performance performance;
  performance.slots = slots_of(gag_file, options);
  performance.optional_cues_kept = static_cast<int>(option(options, "keep", -1));
  TRY(const auto gag, blocking::resolve(sheet, *kit, performance));
  print_sheet(gag);
  TRY(const auto all, blocking::lengths(sheet, *kit));
  fmt::print("lengths with 0, 1, ... optional units:");
  for (const int poses : all) fmt::print(" {}", poses);
  fmt::print("\n");
  if (out == "-") return {};
  const drawing::Drawing* set = nullptr;
  if (option(options, "set", 1) != 0) {
    TRY(set, kit->set(gag.setting().set));
  }
  draw_strip(gag, set, options, out);
  return {};
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    fmt::print(
        "blocking_strip DATA GAG.yaml OUT.png|- [from= to= step= columns= width= crop= keep= "
        "set=]\n");
    return 2;
  }
  Options options;
  for (int k = 4; k < count; ++k) {
    const std::string word = words[k];
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) options[word.substr(0, equals)] = word.substr(equals + 1);
  }
  const auto done = run(words[1], words[2], words[3], options);
  if (!done) fmt::print("{}\n", done.error().what);
  return done ? 0 : 1;
}
