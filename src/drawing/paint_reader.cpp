#include "paint_reader.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "numbers.h"
#include "onereel/base/text.h"

namespace onereel::drawing {

namespace {

constexpr std::size_t stops_max = 64;
constexpr std::size_t gradients_max = 500;

// The green channel: all art is grey, so any channel would do.
Result<double> read_grey(std::string_view colour) {
  if (colour == "black") return 0.0;
  if (colour == "white") return 1.0;
  std::string digits;
  if (colour.size() == 7 && colour[0] == '#') digits = colour.substr(3, 2);
  if (colour.size() == 4 && colour[0] == '#') digits = {colour[2], colour[2]};
  int value = 0;
  const auto end = digits.data() + digits.size();
  if (digits.empty() || std::from_chars(digits.data(), end, value, 16).ptr != end) {
    return fix_input(fmt::format("colour '{}'; known are #rgb, #rrggbb, black, white", colour));
  }
  return value / 255.0;
}

Result<double> read_fraction(std::string_view text) {
  const bool percent = text.ends_with('%');
  if (percent) text.remove_suffix(1);
  TRY(const double value, read_number(text));
  return percent ? value / 100 : value;
}

Result<double> fraction_or(const pugi::xml_node& element, const char* name, double otherwise) {
  const pugi::xml_attribute found = element.attribute(name);
  return found ? read_fraction(found.value()) : Result<double>(otherwise);
}

Result<GradientStop> read_stop(const pugi::xml_node& element) {
  GradientStop stop;
  TRY(stop.offset, fraction_or(element, "offset", 0));
  TRY(stop.grey, read_grey(element.attribute("stop-color").as_string("#000")));
  TRY(stop.opacity, fraction_or(element, "stop-opacity", 1));
  return stop;
}

Result<GradientSource> read_gradient(const pugi::xml_node& element) {
  GradientSource source;
  Gradient& gradient = source.gradient;
  gradient.radial = std::string_view(element.name()) == "radialGradient";
  if (element.attribute("href") || element.attribute("xlink:href")) {
    return fix_input("gradients that refer to others are outside the subset");
  }
  source.user_space =
      std::string_view(element.attribute("gradientUnits").value()) == "userSpaceOnUse";
  TRY(gradient.transform, read_transform(element.attribute("gradientTransform").value()));
  if (gradient.radial) {
    TRY(gradient.to.x, fraction_or(element, "cx", .5));
    TRY(gradient.to.y, fraction_or(element, "cy", .5));
    TRY(gradient.radius, fraction_or(element, "r", .5));
    TRY(gradient.from.x, fraction_or(element, "fx", gradient.to.x));
    TRY(gradient.from.y, fraction_or(element, "fy", gradient.to.y));
  } else {
    TRY(gradient.from.x, fraction_or(element, "x1", 0));
    TRY(gradient.from.y, fraction_or(element, "y1", 0));
    TRY(gradient.to.x, fraction_or(element, "x2", 1));
    TRY(gradient.to.y, fraction_or(element, "y2", 0));
  }
  for (const pugi::xml_node child : element.children("stop")) {
    if (gradient.stops.size() == stops_max) return fix_input("a gradient with too many stops");
    TRY(const GradientStop stop, read_stop(child));
    gradient.stops.push_back(stop);
  }
  if (gradient.stops.empty()) return fix_input("a gradient without stops");
  return source;
}

Result<> collect_gradients(const pugi::xml_node& parent, GradientSources& sources) {
  for (const pugi::xml_node element : parent.children()) {
    const std::string_view name = element.name();
    if (name != "linearGradient" && name != "radialGradient") continue;
    const std::string id = element.attribute("id").value();
    auto source = read_gradient(element);
    if (!source) return fix_input(fmt::format("<{} id='{}'>: {}", name, id, source.error().what));
    if (sources.size() == gradients_max) return fix_input("too many gradients");
    sources[id] = *std::move(source);
  }
  return {};
}

Result<bool> one_of(std::string_view value, std::string_view yes,
                    std::initializer_list<std::string_view> no) {
  if (value == yes) return true;
  for (const std::string_view word : no) {
    if (value == word) return false;
  }
  return fix_input(fmt::format("value '{}' is outside the subset", value));
}

// Takes one property into `style`; false if the name is no property of paint.
Result<bool> take_property(Style& style, std::string_view name, std::string_view value) {
  if (name == "fill") {
    style.fill = value;
  } else if (name == "stroke") {
    style.stroke = value;
  } else if (name == "fill-opacity") {
    TRY(style.fill_opacity, read_fraction(value));
  } else if (name == "stroke-opacity") {
    TRY(style.stroke_opacity, read_fraction(value));
  } else if (name == "opacity") {
    TRY(style.opacity, read_fraction(value));
  } else if (name == "stroke-width") {
    TRY(style.stroke_width, read_number(value));
  } else if (name == "fill-rule") {
    TRY(style.even_odd, one_of(value, "evenodd", {"nonzero"}));
  } else if (name == "stroke-linecap") {
    TRY(style.round_cap, one_of(value, "round", {"butt"}));
  } else if (name == "stroke-linejoin") {
    TRY(style.round_join, one_of(value, "round", {"miter"}));
  } else if (name == "display") {
    style.shown = value != "none";
  } else if (name == "mix-blend-mode") {
    TRY(style.multiplies, one_of(value, "multiply", {"normal"}));
  } else {
    return false;
  }
  return true;
}

// What editors add and what changes no picture of ours.
bool harmless(std::string_view name) {
  return name.starts_with("-") || name.starts_with("font") || name == "stroke-miterlimit" ||
         name == "stroke-dasharray" || name == "paint-order" || name == "color" ||
         name == "stroke-dashoffset" || name == "overflow" || name == "visibility";
}

Result<> take_declarations(Style& style, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view declaration = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == declaration.npos) continue;
    const std::string name = trimmed(declaration.substr(0, colon));
    TRY(const bool known, take_property(style, name, trimmed(declaration.substr(colon + 1))));
    if (!known && !harmless(name)) {
      return fix_input(fmt::format("style property '{}' is outside the subset", name));
    }
  }
  return {};
}

Result<std::optional<Paint>> read_paint(const std::string& text, double opacity,
                                        const GradientSources& gradients, const Box& box,
                                        const Matrix& map) {
  if (text == "none" || text == "transparent") return std::optional<Paint>{};
  Paint paint;
  paint.opacity = opacity;
  if (!text.starts_with("url(#")) {
    TRY(paint.grey, read_grey(text));
    return std::optional(paint);
  }
  const std::string id = text.substr(5, text.find(')') - 5);
  const auto found = gradients.find(id);
  if (found == gradients.end()) return fix_input(fmt::format("there is no gradient '{}'", id));
  Gradient gradient = found->second.gradient;
  if (!found->second.user_space) {
    const Matrix onto_box{std::max(box.width, 1e-3),  0,     0,
                          std::max(box.height, 1e-3), box.x, box.y};
    gradient.transform = gradient.transform.then(onto_box);
  }
  gradient.transform = gradient.transform.then(map);
  paint.gradient = std::move(gradient);
  paint.grey = mean_grey(paint);
  return std::optional(paint);
}

}  // namespace

Result<GradientSources> read_gradients(const pugi::xml_node& root) {
  GradientSources sources;
  TRY_DO(collect_gradients(root, sources));
  for (const pugi::xml_node defs : root.children("defs")) {
    TRY_DO(collect_gradients(defs, sources));
  }
  return sources;
}

Result<Style> read_style(const pugi::xml_node& element, const Style& outer) {
  Style style = outer;
  style.opacity = 1;
  style.shown = true;
  style.multiplies = false;
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name == "style") continue;
    TRY_DO(take_property(style, name, attribute.value()));
    if (name == "clip-path" || name == "mask" || name == "filter") {
      return fix_input(fmt::format("attribute '{}' is outside the subset", name));
    }
  }
  TRY_DO(take_declarations(style, element.attribute("style").value()));
  return style;
}

Result<> paint_shape(Shape& shape, const Style& style, const GradientSources& gradients,
                     const Matrix& map) {
  const Box box = bounds(shape.path);
  TRY(shape.fill, read_paint(style.fill, style.fill_opacity * style.opacity, gradients, box, map));
  TRY(shape.stroke,
      read_paint(style.stroke, style.stroke_opacity * style.opacity, gradients, box, map));
  shape.even_odd = style.even_odd;
  shape.round_cap = style.round_cap;
  shape.round_join = style.round_join;
  shape.stroke_width = style.stroke_width * std::sqrt(std::abs(map.determinant()));
  return {};
}

double mean_grey(const Paint& paint) {
  if (!paint.gradient) return paint.grey;
  double sum = 0;
  for (const GradientStop& stop : paint.gradient->stops) sum += stop.grey;
  return sum / static_cast<double>(paint.gradient->stops.size());
}

}  // namespace onereel::drawing
