#include "group_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "numbers.h"
#include "onereel/drawing/art_kit.h"

namespace onereel::drawing {

namespace {

Error at(const pugi::xml_node& element, const Error& error) {
  // The innermost element is named, once.
  return error.what.starts_with('<') ? error
                                     : fix_input(fmt::format("{}: {}", told(element), error.what));
}

Result<double> number_or(const pugi::xml_node& element, const char* name, double otherwise) {
  const pugi::xml_attribute found = element.attribute(name);
  return found ? read_number(found.value()) : Result<double>(otherwise);
}

Result<> read_slide(const pugi::xml_node& element, const char* name, double& low, double& length) {
  const pugi::xml_attribute found = element.attribute(name);
  if (!found) return {};
  TRY(const auto values, read_numbers(found.value(), 2));
  if (values.size() != 2) return fix_input(fmt::format("{} needs MIN and MAX", name));
  low = values[0];
  length = values[1] - values[0];
  return {};
}

std::vector<std::string> choices_of(const pugi::xml_node& element, const std::string& id,
                                    std::vector<std::string>& shown) {
  std::vector<std::string> choices;
  if (id.empty()) return choices;
  for (const pugi::xml_node child : element.children("g")) {
    const std::string_view child_id = child.attribute("id").value();
    if (!child_id.starts_with(id + "-")) continue;
    choices.emplace_back(child_id.substr(id.size() + 1));
    const std::string_view style = child.attribute("style").value();
    if (style.find("display:none") == style.npos) shown.push_back(choices.back());
  }
  return choices;
}

Result<> read_limits(const pugi::xml_node& element, Part& part) {
  TRY(part.angle_min, number_or(element, "data-min", -360));
  TRY(part.angle_max, number_or(element, "data-max", 360));
  TRY(part.period, number_or(element, "data-period", 0));
  if (element.attribute("data-slide-x") || element.attribute("data-slide-y")) {
    Box box;
    TRY_DO(read_slide(element, "data-slide-x", box.x, box.width));
    TRY_DO(read_slide(element, "data-slide-y", box.y, box.height));
    part.slide = box;
  }
  return {};
}

}  // namespace

std::string told(const pugi::xml_node& element) {
  const std::string_view id = element.attribute("id").value();
  return id.empty() ? fmt::format("<{}>", element.name())
                    : fmt::format("<{} id='{}'>", element.name(), id);
}

bool passed_over(const pugi::xml_node& element) {
  const std::string_view name = element.name();
  return element.type() != pugi::node_element || name == "title" || name == "desc" ||
         name == "defs" || name == "metadata" || name.find(':') != name.npos;
}

bool is_marker(std::string_view kind) {
  return kind == "pin" || kind == "tip" || kind == "grip" || kind == "mark" || kind == "sign";
}

Extras read_extras(const pugi::xml_node& element) {
  Extras extras;
  for (const pugi::xml_attribute attribute : element.attributes()) {
    const std::string_view name = attribute.name();
    if (name.starts_with("data-")) extras.emplace(name.substr(5), attribute.value());
  }
  return extras;
}

void GroupReader::note_ids(const pugi::xml_node& root) {
  // A walk without recursion, so that depth cannot hurt before it is checked.
  for (pugi::xml_node node = root; node;) {
    if (const pugi::xml_attribute id = node.attribute("id")) ids_in_file_.insert(id.value());
    pugi::xml_node next = node.first_child();
    while (!next && node != root) {
      next = node.next_sibling();
      if (!next) node = node.parent();
    }
    node = next;
  }
}

std::string GroupReader::free_name(const std::string& wanted) const {
  std::string name = wanted;
  for (int k = 2; ids_in_file_.contains(name) || drawing_.part(name) != nullptr; ++k) {
    name = fmt::format("{}_{}", wanted, k);
  }
  return name;
}

Result<> GroupReader::count(int depth) {
  if (++elements_ > drawing_elements_max) {
    return fix_input(fmt::format("over {} elements", drawing_elements_max));
  }
  if (depth > drawing_depth_max) {
    return fix_input(fmt::format("groups more than {} deep", drawing_depth_max));
  }
  return {};
}

Result<> GroupReader::read_element(const pugi::xml_node& element, const Place& place, Group& into) {
  if (passed_over(element)) return {};
  TRY_DO(count(place.depth));
  const std::string_view name = element.name();
  const std::string_view kind = element.attribute("class").value();
  Result<> done;
  if (name == "g") {
    done = read_child_group(element, place, into);
  } else if (is_marker(kind)) {
    done = read_marker(element, place, into);
  } else {
    done = read_shape(element, place, into);
  }
  return done ? done : Result<>(at(element, done.error()));
}

Result<int> GroupReader::declare_part(const pugi::xml_node& element, const std::string& inside) {
  Part part;
  part.name = element.attribute("id").value();
  if (part.name.empty()) return fix_input("a part needs an id");
  part.parent = element.attribute("data-parent").as_string(inside.c_str());
  part.follows = element.attribute("data-follows").value();
  part.clockwise = std::string_view(element.attribute("data-forward").value()) != "ccw";
  part.flips = std::string_view(element.attribute("data-flip").value()) == "pin";
  TRY_DO(read_limits(element, part));
  std::vector<std::string> shown;
  part.choices = choices_of(element, part.name, shown);
  if (!part.choices.empty() && shown.size() != 1) {
    return fix_input(
        fmt::format("{} choices are shown at rest; exactly one must be", shown.size()));
  }
  if (!shown.empty()) part.shown_choice = shown.front();
  drawing_.parts.push_back(std::move(part));
  return static_cast<int>(drawing_.parts.size()) - 1;
}

Result<> GroupReader::read_group(const pugi::xml_node& element, const Place& place, Group& group) {
  Place inner = place;
  ++inner.depth;
  group.id = element.attribute("id").value();
  group.kind = element.attribute("class").value();
  group.extras = read_extras(element);
  group.light_scene = group.extras.contains("tint") && group.extras.find("tint")->second == "scene";
  TRY(inner.style, read_style(element, place.style));
  group.opacity = inner.style.opacity;
  group.shown = inner.style.shown;
  TRY(const Matrix own, read_transform(element.attribute("transform").value()));
  inner.map = own.then(place.map);
  for (const pugi::xml_node child : element.children()) {
    TRY_DO(read_element(child, inner, group));
  }
  return {};
}

Result<> GroupReader::read_child_group(const pugi::xml_node& element, const Place& place,
                                       Group& into) {
  const std::string id = element.attribute("id").value();
  if (!id.empty() && !ids_taken_.insert(id).second) return fix_input("this id is taken already");
  Group group;
  Place inner = place;
  std::vector<std::string> shown;
  const bool moves = std::string_view(element.attribute("class").value()) == "part";
  if (moves || !choices_of(element, id, shown).empty()) {
    TRY(group.part, declare_part(element, drawing_.part(place.part) != nullptr ? place.part : ""));
    inner.part = id;
  }
  if (!into.id.empty() && id.starts_with(into.id + "-")) {
    group.choice_of = into.id;
    group.choice = id.substr(into.id.size() + 1);
  }
  TRY_DO(read_group(element, inner, group));
  into.order.push_back({-1, static_cast<int>(into.groups.size()), -1});
  into.groups.push_back(std::move(group));
  return {};
}

Result<> GroupReader::read_root_part(const pugi::xml_node& element, const Place& place) {
  TRY_DO(count(place.depth));
  auto index = declare_part(element, "");
  if (!index) return at(element, index.error());
  const std::string id = element.attribute("id").value();
  if (!ids_taken_.insert(id).second) return at(element, fix_input("this id is taken already"));
  Group art;
  art.part = *index;
  Place inner = place;
  inner.part = id;
  const Result<> read = read_group(element, inner, art);
  if (!read) return at(element, read.error());
  drawing_.parts[static_cast<std::size_t>(*index)].art = std::move(art);
  return {};
}

Result<> GroupReader::read_plate(const pugi::xml_node& element, const Place& place) {
  TRY_DO(count(place.depth));
  Plate plate;
  plate.id = element.attribute("id").value();
  if (!ids_taken_.insert(plate.id).second) {
    return at(element, fix_input("this id is taken already"));
  }
  plate.acting = plate.id.ends_with("_acting");
  TRY(plate.depth, number_or(element, "data-depth", 1));
  TRY(plate.blur, number_or(element, "data-blur", 0));
  TRY(const Style style, read_style(element, place.style));
  plate.multiplies = style.multiplies;
  Place inner = place;
  inner.part = plate.id;
  const Result<> read = read_group(element, inner, plate.art);
  if (!read) return at(element, read.error());
  drawing_.plates.push_back(std::move(plate));
  return {};
}

Result<> GroupReader::read_shape(const pugi::xml_node& element, const Place& place, Group& into) {
  TRY(const Style style, read_style(element, place.style));
  if (!style.shown) return {};
  Shape shape;
  TRY(shape.path, read_outline(element));
  steps_ += shape.path.size();
  if (steps_ > drawing_steps_max) return fix_input("too many points in this file");
  TRY(const Matrix own, read_transform(element.attribute("transform").value()));
  const Matrix map = own.then(place.map);
  TRY_DO(paint_shape(shape, style, gradients_, map));
  apply(map, shape.path);
  shape.rim_under = std::string_view(element.attribute("data-rim").value()) == "under";
  shape.id = element.attribute("id").value();
  shape.kind = element.attribute("class").value();
  into.order.push_back({static_cast<int>(into.shapes.size()), -1, -1});
  into.shapes.push_back(std::move(shape));
  return {};
}

Result<> GroupReader::read_marker(const pugi::xml_node& element, const Place& place, Group& into) {
  const std::string id = element.attribute("id").value();
  if (id.empty()) return fix_input("a marker needs an id");
  if (!ids_taken_.insert(id).second) return fix_input("this id is taken already");
  if (std::string_view(element.attribute("class").value()) == "sign") {
    return read_sign(element, place, into);
  }
  TRY(const double x, number_or(element, "cx", 0));
  TRY(const double y, number_or(element, "cy", 0));
  drawing_.points[id] = place.map.apply({x, y});
  drawing_.point_parts[id] = place.part;
  const Extras extras = read_extras(element);
  if (!extras.empty()) drawing_.point_extras[id] = extras;
  return {};
}

Result<> GroupReader::read_sign(const pugi::xml_node& element, const Place& place, Group& into) {
  Sign sign;
  sign.id = element.attribute("id").value();
  TRY(sign.box.x, number_or(element, "x", 0));
  TRY(sign.box.y, number_or(element, "y", 0));
  TRY(sign.box.width, number_or(element, "width", 0));
  TRY(sign.box.height, number_or(element, "height", 0));
  TRY(const double letters, number_or(element, "data-max", 14));
  sign.letters_max = static_cast<int>(std::clamp(letters, 1.0, 1000.0));
  TRY(const Matrix own, read_transform(element.attribute("transform").value()));
  sign.placed = own.then(place.map);
  sign.part = place.part;
  sign.extras = read_extras(element);
  if (!into.order.empty() && into.order.back().shape >= 0) {
    const Shape& plate = into.shapes[static_cast<std::size_t>(into.order.back().shape)];
    if (plate.fill) sign.grey_behind = mean_grey(*plate.fill);
  }
  into.order.push_back({-1, -1, static_cast<int>(drawing_.signs.size())});
  drawing_.signs.push_back(std::move(sign));
  return {};
}

}  // namespace onereel::drawing
