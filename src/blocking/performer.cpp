#include "scene.h"

#include <algorithm>

namespace onereel::blocking {
namespace {

void collect_swaps(const drawing::Group& group, std::map<std::string, Swaps>& found) {
  if (!group.choice_of.empty()) {
    Swaps& swaps = found[group.choice_of];
    swaps.choices.push_back(group.choice);
    if (group.shown) swaps.shown = group.choice;
  }
  for (const drawing::Group& child : group.groups) collect_swaps(child, found);
}

void give_words(Performer& performer, const drawing::Drawing& drawing) {
  for (const auto& [id, swaps] : swaps_of(drawing)) {
    performer.words.try_emplace(id, Choice(swaps.shown));
  }
}

}  // namespace

std::map<std::string, Swaps> swaps_of(const drawing::Drawing& drawing) {
  std::map<std::string, Swaps> found;
  for (const drawing::Part& part : drawing.parts) {
    if (!part.choices.empty()) found[part.name] = {part.choices, part.shown_choice};
    if (part.choices.empty()) collect_swaps(part.art, found);
    for (const drawing::Group& child : part.art.groups) {
      if (!part.choices.empty() && child.choice_of != part.name) collect_swaps(child, found);
    }
  }
  for (const drawing::Plate& plate : drawing.plates) collect_swaps(plate.art, found);
  for (auto& [id, swaps] : found) {
    auto& choices = swaps.choices;
    std::sort(choices.begin(), choices.end());
    choices.erase(std::unique(choices.begin(), choices.end()), choices.end());
  }
  return found;
}

Channel* Performer::number(std::string_view name) {
  const auto found = numbers.find(name);
  return found == numbers.end() ? nullptr : &found->second;
}

Channel& Performer::need(const std::string& name, double rest) {
  return numbers.try_emplace(name, rest).first->second;
}

double Performer::value(std::string_view name, double pose, double otherwise) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? otherwise : found->second.at(pose);
}

const std::string& Performer::word(std::string_view name, double pose) const {
  static const std::string none;
  const auto found = words.find(name);
  return found == words.end() ? none : found->second.at(pose);
}

const std::set<std::string>& Performer::hidden(double pose) const {
  static const std::set<std::string> none;
  const std::set<std::string>* current = &none;
  for (const auto& [from, parts] : hides) {
    if (from <= pose + 1.0e-6) current = &parts;
  }
  return *current;
}

double Performer::own_time(double pose) const {
  for (const TimeWarp& warp : warps) {
    if (pose < warp.from || pose > warp.until || warp.until <= warp.from) continue;
    const double share = eased(warp.ease, (pose - warp.from) / (warp.until - warp.from));
    return warp.source_from + (warp.source_to - warp.source_from) * share;
  }
  return pose;
}

void Performer::hide(double pose, std::set<std::string> parts) {
  while (!hides.empty() && hides.back().first > pose - 1.0e-6) hides.pop_back();
  hides.emplace_back(pose, std::move(parts));
}

Performer* Scene::performer(Who who) {
  return const_cast<Performer*>(static_cast<const Scene*>(this)->performer(who));
}

const Performer* Scene::performer(Who who) const {
  switch (who.kind) {
    case Who::Kind::figure:
      return &figures[static_cast<std::size_t>(who.index)];
    case Who::Kind::prop:
      return &props[static_cast<std::size_t>(who.index)];
    case Who::Kind::set:
      return &set;
    case Who::Kind::none:
      break;
  }
  return nullptr;
}

void give_channels(Figure& figure, double x, double facing) {
  const double own = figure.rig.leg_scale * figure.scale;
  figure.need("px", x);
  for (const char* name : {"py", "ground", "turn", "squash", "capx", "capy", "twitch"}) {
    figure.need(name);
  }
  figure.need("facing", facing);
  figure.need("scale", 1);
  figure.need("wide", 1);
  figure.need("tall", 1);
  figure.need("shown", 1);
  const auto& drawing = *figure.rig.drawing;
  for (const drawing::Part& part : drawing.parts) {
    figure.need(part.name);
  }
  give_words(figure, drawing);
  for (const Side side : both_sides) {
    const std::string name = side_name(side);
    const double stance = (side == near_side ? 13 : -13) * own;
    if (figure.rig.legs) {
      figure.need("fx_" + name, x + facing * stance);
      figure.need("fy_" + name);
      figure.need("phi_" + name);
      figure.need("plant_" + name, 1);
      figure.need("legik_" + name, figure.seated ? 0 : 1);
    }
    if (figure.rig.arms) {
      figure.need("ik_" + name);
      figure.need("ha_" + name);
    }
  }
}

void give_channels(Prop& prop) {
  for (const char* name : {"x", "h", "rot"}) prop.need(name);
  for (const char* name : {"scale", "wide", "tall", "mirror", "shown"}) prop.need(name, 1);
  for (const drawing::Part& part : prop.rig.drawing->parts) {
    prop.need(part.name);
    if (part.slide) {
      prop.need(part.name + "_x");
      prop.need(part.name + "_y");
    }
  }
  give_words(prop, *prop.rig.drawing);
  if (prop.frames.empty()) prop.frames.push_back({});
}

void give_channels(SetPiece& set) {
  for (const char* name : {"light", "zoom"}) set.need(name, 1);
  for (const char* name : {"wind", "snow", "iris", "focus_x", "focus_y", "sink", "tilt"}) {
    set.need(name);
  }
  for (const drawing::Part& part : set.rig.drawing->parts) {
    set.need(part.name);
    set.need(part.name + "_x");
    set.need(part.name + "_y");
  }
  give_words(set, *set.rig.drawing);
}

}  // namespace onereel::blocking
