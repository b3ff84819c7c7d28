#include "places.h"

#include <algorithm>
#include <cstdlib>

namespace onereel::blocking {
namespace {

struct Words {
  std::string name;
  std::string point;
  double plus = 0;
};

/// "door.handle+12" -> door, handle, 12. A sign counts only before digits at the end.
Words split(const std::string& text) {
  Words words;
  std::string name = text;
  const std::size_t sign = text.find_last_of("+-");
  if (sign != std::string::npos && sign > 0 && sign + 1 < text.size() &&
      text.find_first_not_of("0123456789.", sign + 1) == std::string::npos) {
    words.plus = std::strtod(text.c_str() + sign, nullptr);
    name = text.substr(0, sign);
  }
  const std::size_t dot = name.find('.');
  words.name = name.substr(0, dot);
  if (dot != std::string::npos) words.point = name.substr(dot + 1);
  return words;
}

std::vector<std::string> names_on(const Scene& scene) {
  std::vector<std::string> names;
  for (const auto& [name, mark] : scene.marks) names.push_back(name);
  for (const auto& [name, who] : scene.by_name) names.push_back(name);
  return names;
}

Place place_at(Point at, Spot spot) {
  Place place;
  place.x = at.x;
  place.height = acting_floor - at.y;
  place.spot = std::move(spot);
  place.has_height = true;
  return place;
}

Place fixed(double x, double height, bool has_height) {
  Place place;
  place.x = x;
  place.height = height;
  place.has_height = has_height;
  place.spot = {Spot::Kind::stage, {}, {}, {x, acting_floor - height}};
  return place;
}

/// Where a performer stands: the hips' x of a figure, the origin of a prop.
Place standing(const Scene& scene, Who who, double plus, double pose) {
  if (who.kind == Who::Kind::figure) {
    const Figure& figure = scene.figures[static_cast<std::size_t>(who.index)];
    const Posture trunk = trunk_of(scene, figure, pose);
    const Point at = trunk.carried.apply({trunk.px, acting_floor - trunk.ground});
    return fixed(at.x + plus, acting_floor - at.y, false);
  }
  const Prop& prop = scene.props[static_cast<std::size_t>(who.index)];
  const PropPose place = place_of(scene, prop, pose);
  Place found = place_at(place.placed.apply({}), {Spot::Kind::local, who, "", {}});
  found.x += plus;
  found.spot = {Spot::Kind::stage, {}, {}, {found.x, acting_floor - found.height}};
  found.has_height = false;
  return found;
}

Result<Place> named_place(const Scene& scene, const Document& written, double pose) {
  const Words words = split(written.scalar);
  if (words.name == "behind" || words.name.starts_with("behind@")) {
    const auto who = scene.by_name.find(words.name.substr(words.name.find('@') + 1));
    if (who != scene.by_name.end() && who->second.kind == Who::Kind::figure) {
      const Figure& figure = scene.figures[static_cast<std::size_t>(who->second.index)];
      const double back = -figure.value("facing", pose, 1) * 90;
      return standing(scene, who->second, back + words.plus, pose);
    }
  }
  const auto mark = scene.marks.find(words.point.empty() ? words.name : "set." + words.point);
  if (mark != scene.marks.end() && (words.point.empty() || words.name == "set")) {
    return fixed(mark->second.first + words.plus, mark->second.second, mark->second.second != 0);
  }
  const auto who = scene.by_name.find(words.name);
  if (who == scene.by_name.end()) {
    return at_line(written, "there is no mark or performer '" + words.name + "'" +
                                instead_of(words.name, names_on(scene)));
  }
  if (words.point.empty() && who->second.kind != Who::Kind::set) {
    return standing(scene, who->second, words.plus, pose);
  }
  const auto named = named_point(scene, who->second, words.point);
  if (!named) {
    return at_line(written, "'" + words.name + "' has no point or part '" + words.point + "'");
  }
  const Spot spot{Spot::Kind::point, who->second, words.point, {words.plus, 0}};
  return place_at(spot_at(scene, spot, nullptr, pose), spot);
}

}  // namespace

Result<Place> read_place(const Scene& scene, const Document& written, double pose) {
  if (written.is_list()) {
    if (written.items.size() != 2) return at_line(written, "a place is [x, height]");
    TRY(const Place base, read_place(scene, written.items[0], pose));
    TRY(const double height, written.items[1].number());
    return fixed(base.x, height, true);
  }
  if (!written.is_scalar()) return at_line(written, "a place is a number, a mark or [x, height]");
  if (const auto number = written.number(); number) return fixed(*number, 0, false);
  return named_place(scene, written, pose);
}

std::optional<double> static_x(const Document& written,
                               const std::map<std::string, double>& known) {
  if (written.is_list()) {
    return written.items.empty() ? std::nullopt : static_x(written.items[0], known);
  }
  if (!written.is_scalar()) return std::nullopt;
  if (const auto number = written.number(); number) return *number;
  const Words words = split(written.scalar);
  const auto found = known.find(words.name);
  if (found == known.end()) return std::nullopt;
  return found->second + words.plus;
}

}  // namespace onereel::blocking
