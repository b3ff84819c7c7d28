#include <fmt/format.h>

#include "numbers.h"
#include "onereel/drawing/art_kit.h"
#include "path_data.h"

namespace onereel::drawing {

namespace {

// Control arm of the cubic nearest to a quarter of a circle.
constexpr double quarter_arm = 0.5522847498307936;

Result<double> number_of(const pugi::xml_node& element, const char* attribute) {
  const pugi::xml_attribute found = element.attribute(attribute);
  if (!found) return 0.0;  // SVG's default for coordinates and sizes
  return read_number(found.value());
}

Path oval(Point centre, double rx, double ry) {
  const auto at = [&](double x, double y) { return centre + Point{x * rx, y * ry}; };
  const double k = quarter_arm;
  using Kind = PathStep::Kind;
  return {{Kind::move, at(1, 0), {}, {}},
          {Kind::curve, at(0, 1), at(1, k), at(k, 1)},
          {Kind::curve, at(-1, 0), at(-k, 1), at(-1, k)},
          {Kind::curve, at(0, -1), at(-1, -k), at(-k, -1)},
          {Kind::curve, at(1, 0), at(k, -1), at(1, -k)},
          {Kind::close, at(1, 0), {}, {}}};
}

Path polygon(const std::vector<Point>& corners, bool closed) {
  Path path;
  for (const Point corner : corners) {
    const auto kind = path.empty() ? PathStep::Kind::move : PathStep::Kind::line;
    path.push_back({kind, corner, {}, {}});
  }
  if (closed && !path.empty()) path.push_back({PathStep::Kind::close, corners.front(), {}, {}});
  return path;
}

Result<Path> read_circle(const pugi::xml_node& element) {
  TRY(const double x, number_of(element, "cx"));
  TRY(const double y, number_of(element, "cy"));
  TRY(const double r, number_of(element, "r"));
  return oval({x, y}, r, r);
}

Result<Path> read_ellipse(const pugi::xml_node& element) {
  TRY(const double x, number_of(element, "cx"));
  TRY(const double y, number_of(element, "cy"));
  TRY(const double rx, number_of(element, "rx"));
  TRY(const double ry, number_of(element, "ry"));
  return oval({x, y}, rx, ry);
}

Result<Path> read_rect(const pugi::xml_node& element) {
  if (element.attribute("rx") || element.attribute("ry")) {
    return fix_input("round corners (rx, ry) are outside the subset; draw a path");
  }
  TRY(const double x, number_of(element, "x"));
  TRY(const double y, number_of(element, "y"));
  TRY(const double w, number_of(element, "width"));
  TRY(const double h, number_of(element, "height"));
  return polygon({{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, true);
}

Result<Path> read_line(const pugi::xml_node& element) {
  TRY(const double x1, number_of(element, "x1"));
  TRY(const double y1, number_of(element, "y1"));
  TRY(const double x2, number_of(element, "x2"));
  TRY(const double y2, number_of(element, "y2"));
  return polygon({{x1, y1}, {x2, y2}}, false);
}

Result<Path> read_points(const pugi::xml_node& element, bool closed) {
  TRY(const auto values, read_numbers(element.attribute("points").value(), 2 * drawing_steps_max));
  if (values.size() % 2 != 0) return fix_input("points come in pairs; one number is left over");
  std::vector<Point> corners;
  for (std::size_t k = 0; k + 1 < values.size(); k += 2) {
    corners.push_back({values[k], values[k + 1]});
  }
  return polygon(corners, closed);
}

}  // namespace

Result<Path> read_outline(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  if (name == "path") return read_path_data(element.attribute("d").value());
  if (name == "circle") return read_circle(element);
  if (name == "ellipse") return read_ellipse(element);
  if (name == "rect") return read_rect(element);
  if (name == "line") return read_line(element);
  if (name == "polygon") return read_points(element, true);
  if (name == "polyline") return read_points(element, false);
  return fix_input(
      "outside the subset (known are g path circle rect ellipse polygon polyline line)");
}

}  // namespace onereel::drawing
