#include "onereel/media/font.h"

#include <cairo.h>
#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <mutex>

#include "onereel/base/text.h"

namespace onereel::media {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t text_bytes_max = 20'000;
constexpr std::size_t font_files_max = 500;
// Text is laid out at this em and scaled, since Cairo keeps coordinates in 1/256 of a unit.
constexpr double layout_em = 200;

template <auto free_it>
struct Freed {
  template <typename T>
  void operator()(T* held) const {
    free_it(held);
  }
};
using ConfigOwner = std::unique_ptr<FcConfig, Freed<FcConfigDestroy>>;
using LayoutOwner = std::unique_ptr<PangoLayout, Freed<g_object_unref>>;
using ContextOwner = std::unique_ptr<PangoContext, Freed<g_object_unref>>;
using MapOwner = std::unique_ptr<PangoFontMap, Freed<g_object_unref>>;
using CairoOwner = std::unique_ptr<cairo_t, Freed<cairo_destroy>>;
using SurfaceOwner = std::unique_ptr<cairo_surface_t, Freed<cairo_surface_destroy>>;
using OptionsOwner = std::unique_ptr<cairo_font_options_t, Freed<cairo_font_options_destroy>>;

std::vector<std::string> font_files(const std::vector<std::string>& folders) {
  std::vector<std::string> files;
  for (const std::string& folder : folders) {
    std::error_code fault;
    std::vector<std::string> here;
    for (fs::directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
      const std::string ending = lower_ascii(it->path().extension().string());
      if (ending == ".ttf" || ending == ".otf" || ending == ".ttc") {
        here.push_back(it->path().string());
      }
    }
    std::sort(here.begin(), here.end());  // directories have no order of their own
    files.insert(files.end(), here.begin(), here.end());
  }
  if (files.size() > font_files_max) files.resize(font_files_max);
  return files;
}

std::vector<std::string> families_of(PangoFontMap* map) {
  PangoFontFamily** list = nullptr;
  int count = 0;
  pango_font_map_list_families(map, &list, &count);
  std::vector<std::string> names;
  for (int k = 0; k < count; ++k) names.emplace_back(pango_font_family_get_name(list[k]));
  g_free(list);
  std::sort(names.begin(), names.end());
  return names;
}

void set_font(PangoLayout* layout, const TextStyle& style) {
  PangoFontDescription* font = pango_font_description_new();
  pango_font_description_set_family(font, style.family.c_str());
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(font, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_font_description_set_absolute_size(font, layout_em * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_font_description_free(font);
}

void set_attributes(PangoLayout* layout, const TextStyle& style) {
  PangoAttrList* list = pango_attr_list_new();
  const int spacing = static_cast<int>(std::lround(style.letter_spacing * layout_em * PANGO_SCALE));
  if (spacing != 0) pango_attr_list_insert(list, pango_attr_letter_spacing_new(spacing));
  if (!style.features.empty()) {
    pango_attr_list_insert(list, pango_attr_font_features_new(style.features.c_str()));
  }
  pango_attr_list_insert(
      list, pango_attr_language_new(pango_language_from_string(style.language.c_str())));
  pango_layout_set_attributes(layout, list);
  pango_attr_list_unref(list);
}

void set_paragraph(PangoLayout* layout, const TextStyle& style) {
  const double unit = layout_em / style.size * PANGO_SCALE;
  if (style.width_max > 0) {
    pango_layout_set_width(layout, static_cast<int>(std::lround(style.width_max * unit)));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
  }
  if (style.leading > 0) {
    // Pango's line spacing is a factor of the face's own line height.
    PangoRectangle logical;
    pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nullptr, &logical);
    if (logical.height > 0) {
      pango_layout_set_line_spacing(
          layout, static_cast<float>(style.leading * layout_em * PANGO_SCALE / logical.height));
    }
  }
  using Align = TextStyle::Align;
  pango_layout_set_alignment(layout, style.align == Align::centre ? PANGO_ALIGN_CENTER
                                     : style.align == Align::end  ? PANGO_ALIGN_RIGHT
                                                                  : PANGO_ALIGN_LEFT);
  if (style.left_to_right) pango_layout_set_auto_dir(layout, FALSE);
}

// From layout units (y from the top of the layout) to the caller's (y from the first baseline).
struct Frame {
  double scale;
  double left;
  double baseline;
  Point point(double x, double y) const { return {(x - left) * scale, (y - baseline) * scale}; }
  Box box(const PangoRectangle& r) const {
    const double unit = 1.0 / PANGO_SCALE;
    const Point corner = point(r.x * unit, r.y * unit);
    return {corner.x, corner.y, r.width * unit * scale, r.height * unit * scale};
  }
};

std::vector<OutlineStep> steps_of(cairo_path_t* path, const Frame& frame) {
  std::vector<OutlineStep> steps;
  for (int k = 0; k < path->num_data; k += path->data[k].header.length) {
    const cairo_path_data_t* data = &path->data[k];
    const auto at = [&](int n) { return frame.point(data[n].point.x, data[n].point.y); };
    using Kind = OutlineStep::Kind;
    switch (data->header.type) {
      case CAIRO_PATH_MOVE_TO:
        steps.push_back({Kind::move, at(1), {}, {}});
        break;
      case CAIRO_PATH_LINE_TO:
        steps.push_back({Kind::line, at(1), {}, {}});
        break;
      case CAIRO_PATH_CURVE_TO:
        steps.push_back({Kind::curve, at(3), at(1), at(2)});
        break;
      case CAIRO_PATH_CLOSE_PATH: {
        const Point to = steps.empty() ? Point{} : steps.back().to;
        steps.push_back({Kind::close, to, {}, {}});
        break;
      }
    }
  }
  // Cairo ends every closed glyph with a move to nowhere.
  while (!steps.empty() && steps.back().kind == OutlineStep::Kind::move) steps.pop_back();
  return steps;
}

}  // namespace

struct FontBook::Case {
  ~Case() {
    // Pango's font map does not give up its configuration by itself.
    if (map) pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), nullptr);
  }
  mutable std::mutex lock;
  ConfigOwner config;
  MapOwner map;
  ContextOwner context;
  SurfaceOwner surface;
  CairoOwner cairo;
  std::vector<std::string> families;
};

FontBook::FontBook(std::unique_ptr<Case> faces) : case_(std::move(faces)) {}
FontBook::~FontBook() = default;

Result<std::shared_ptr<FontBook>> FontBook::open(const std::vector<std::string>& folders) {
  auto faces = std::make_unique<Case>();
  // A configuration of our own holds only these files: nothing else of the machine can be chosen.
  faces->config.reset(FcConfigCreate());
  int added = 0;
  for (const std::string& file : font_files(folders)) {
    const auto* name = reinterpret_cast<const FcChar8*>(file.c_str());
    if (FcConfigAppFontAddFile(faces->config.get(), name) == FcTrue) ++added;
  }
  if (added == 0) {
    return fix_input(
        fmt::format("no fonts in {}: install the packages of "
                    "scripts/packages-film.txt",
                    fmt::join(folders, ", ")));
  }
  faces->map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(faces->map.get()), faces->config.get());
  faces->context.reset(pango_font_map_create_context(faces->map.get()));
  const OptionsOwner options(cairo_font_options_create());
  cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(faces->context.get(), options.get());
  pango_context_set_round_glyph_positions(faces->context.get(), FALSE);
  // Unbounded: Cairo leaves out letters that lie ten ems beyond the edge of a surface.
  faces->surface.reset(cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nullptr));
  faces->cairo.reset(cairo_create(faces->surface.get()));
  faces->families = families_of(faces->map.get());
  return std::shared_ptr<FontBook>(new FontBook(std::move(faces)));
}

bool FontBook::has_family(std::string_view family) const {
  return std::binary_search(case_->families.begin(), case_->families.end(), family);
}

std::vector<std::string> FontBook::families() const {
  return case_->families;
}

Result<TextOutline> FontBook::outline(std::string_view text, const TextStyle& style) const {
  if (!has_family(style.family)) {
    return fix_input(fmt::format("the font '{}' is not there; there are {}", style.family,
                                 fmt::join(case_->families, ", ")));
  }
  if (text.size() > text_bytes_max) return fix_input("a text too long to be set");
  if (!(style.size > 0)) return fix_input("type needs a size above 0");
  const std::lock_guard held(case_->lock);
  const LayoutOwner layout(pango_layout_new(case_->context.get()));
  set_font(layout.get(), style);
  set_attributes(layout.get(), style);
  const std::string clean = valid_utf8(text);
  pango_layout_set_text(layout.get(), clean.data(), static_cast<int>(clean.size()));
  set_paragraph(layout.get(), style);

  PangoRectangle ink;
  PangoRectangle logical;
  pango_layout_get_extents(layout.get(), &ink, &logical);
  const Frame frame{style.size / layout_em, static_cast<double>(logical.x) / PANGO_SCALE,
                    static_cast<double>(pango_layout_get_baseline(layout.get())) / PANGO_SCALE};
  TextOutline result;
  cairo_new_path(case_->cairo.get());
  pango_cairo_layout_path(case_->cairo.get(), layout.get());
  cairo_path_t* path = cairo_copy_path(case_->cairo.get());
  result.steps = steps_of(path, frame);
  cairo_path_destroy(path);
  cairo_new_path(case_->cairo.get());
  result.ink = frame.box(ink);
  result.logical = frame.box(logical);
  result.lines = pango_layout_get_line_count(layout.get());
  result.missing = pango_layout_get_unknown_glyphs_count(layout.get());
  return result;
}

std::vector<std::string> font_folders(const std::string& data_folder) {
  const std::string debian = "/usr/share/fonts";
  return {data_folder + "/fonts",
          debian + "/truetype/fonts-oldstandard",
          debian + "/opentype/sortsmill",
          debian + "/truetype/lindenhill",
          debian + "/opentype/fonts-hosny-amiri",
          debian + "/truetype/wqy",
          debian + "/truetype/lohit-devanagari"};
}

}  // namespace onereel::media
