#include <fmt/format.h>

#include <set>

#include "group_reader.h"
#include "numbers.h"
#include "onereel/base/document.h"
#include "onereel/drawing/art_kit.h"

namespace onereel::drawing {

namespace {

Result<> read_head(const pugi::xml_node& root, Drawing& drawing) {
  TRY(const auto view, read_numbers(root.attribute("viewBox").value(), 4));
  if (view.size() != 4) return fix_input("<svg> needs viewBox=\"x y width height\"");
  drawing.view = {view[0], view[1], view[2], view[3]};
  drawing.extras = read_extras(root);
  if (const pugi::xml_attribute scale = root.attribute("data-scale")) {
    TRY(drawing.scale, read_number(scale.value()));
  }
  return {};
}

bool is_plate(const pugi::xml_node& element) {
  return std::string_view(element.name()) == "g" &&
         std::string_view(element.attribute("id").value()).starts_with("plate_");
}

bool is_root_part(const pugi::xml_node& element) {
  return std::string_view(element.name()) == "g" && element.attribute("id");
}

// Loose shapes at the root, between two parts, become one part, so that painting order holds.
class LooseShapes {
 public:
  LooseShapes(Drawing& drawing, GroupReader& reader) : drawing_(drawing), reader_(reader) {}

  Result<> take(const pugi::xml_node& element, const GroupReader::Place& place) {
    return reader_.read_element(element, place, loose_);
  }
  void end_run() {
    if (loose_.order.empty()) return;
    Part part;
    part.name = reader_.free_name("body");
    loose_.id = part.name;
    loose_.part = static_cast<int>(drawing_.parts.size());
    part.art = std::move(loose_);
    drawing_.parts.push_back(std::move(part));
    loose_ = {};
  }

 private:
  Drawing& drawing_;
  GroupReader& reader_;
  Group loose_;
};

Result<> read_root(const pugi::xml_node& root, GroupReader& reader, Drawing& drawing) {
  LooseShapes loose(drawing, reader);
  GroupReader::Place place;
  TRY(place.style, read_style(root, Style{}));
  for (const pugi::xml_node element : root.children()) {
    const std::string_view name = element.name();
    if (passed_over(element) || name == "linearGradient" || name == "radialGradient") continue;
    if (is_plate(element)) {
      TRY_DO(reader.read_plate(element, place));
    } else if (is_root_part(element)) {
      loose.end_run();
      TRY_DO(reader.read_root_part(element, place));
    } else {
      TRY_DO(loose.take(element, place));
    }
  }
  loose.end_run();
  return {};
}

// Every parent is there, and nobody is his own forebear.
Result<> check_parents(const Drawing& drawing) {
  std::vector<std::string_view> names;
  for (const Part& part : drawing.parts) names.push_back(part.name);
  for (const Part& part : drawing.parts) {
    const Part* up = &part;
    for (std::size_t steps = 0; up != nullptr && !up->parent.empty(); ++steps) {
      const Part* next = drawing.part(up->parent);
      if (next == nullptr) {
        return fix_input(fmt::format("part '{}': there is no part '{}'; did you mean '{}'?",
                                     up->name, up->parent, nearest(up->parent, names)));
      }
      if (steps == drawing.parts.size()) {
        return fix_input(fmt::format("part '{}' hangs on itself by data-parent", part.name));
      }
      up = next;
    }
  }
  return {};
}

void set_pins(Drawing& drawing) {
  for (Part& part : drawing.parts) {
    if (const auto pin = drawing.point(part.name + "-pin")) part.pin = *pin;
  }
}

Result<Drawing> read_unnamed(std::string_view svg, const std::string& name) {
  if (svg.size() > drawing_bytes_max) {
    return fix_input(fmt::format("larger than {} MiB", drawing_bytes_max >> 20U));
  }
  pugi::xml_document document;
  const pugi::xml_parse_result parsed = document.load_buffer(svg.data(), svg.size());
  if (!parsed) {
    return fix_input(fmt::format("byte {}: {}", parsed.offset, parsed.description()));
  }
  const pugi::xml_node root = document.child("svg");
  if (!root) return fix_input("the root is no <svg>");
  Drawing drawing;
  drawing.name = name;
  TRY_DO(read_head(root, drawing));
  TRY(const GradientSources gradients, read_gradients(root));
  GroupReader reader(drawing, gradients);
  reader.note_ids(root);
  TRY_DO(read_root(root, reader, drawing));
  set_pins(drawing);
  TRY_DO(check_parents(drawing));
  return drawing;
}

}  // namespace

Result<Drawing> read_drawing(std::string_view svg, const std::string& name) {
  auto drawing = read_unnamed(svg, name);
  if (!drawing) return fix_input(fmt::format("{}: {}", name, drawing.error().what));
  return drawing;
}

}  // namespace onereel::drawing
