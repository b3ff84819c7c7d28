#include "target.h"

#include <algorithm>
#include <cmath>

#include "places.h"

namespace onereel::blocking {
namespace {

const drawing::Drawing& drawing_of(const Scene& scene, Who who) {
  if (who.kind == Who::Kind::figure) {
    return *scene.figures[static_cast<std::size_t>(who.index)].rig.drawing;
  }
  if (who.kind == Who::Kind::prop) {
    return *scene.props[static_cast<std::size_t>(who.index)].rig.drawing;
  }
  return *scene.set.rig.drawing;
}

std::optional<std::pair<std::string, Side>> sided(const std::string& field, std::string_view stem) {
  for (const Side side : both_sides) {
    if (field == std::string(stem) + side_name(side)) return std::pair{std::string(stem), side};
  }
  return std::nullopt;
}

Result<double> list_number(const Document& list, std::size_t index) {
  if (!list.is_list() || list.items.size() <= index) {
    return at_line(list, "a list of " + std::to_string(index + 1) + " numbers is wanted here");
  }
  return list.items[index].number();
}

/// The thing this figure has in its hands at the start of the film, for on_prop_*.
Result<Who> thing_held(const Scene& scene, Who who, const Document& value) {
  Who found;
  for (const auto& [name, candidate] : scene.by_name) {
    if (candidate.kind != Who::Kind::prop) continue;
    const Prop& prop = scene.props[static_cast<std::size_t>(candidate.index)];
    const bool holds = std::any_of(prop.frames.begin(), prop.frames.end(),
                                   [&](const PropFrame& frame) { return frame.who == who; });
    if (holds) found = candidate;
  }
  if (found) return found;
  return at_line(value, "on_prop_near and on_prop_far need a thing that he holds");
}

/// [forward, height, wrist] in the figure's own frame, or on a part of its own drawing.
Result<Target::Hand> read_hand(Who who, const Document& value, bool on_cap) {
  Target::Hand hand;
  TRY(const double x, list_number(value, 0));
  TRY(const double y, list_number(value, 1));
  if (value.items.size() > 2) {
    TRY(const double wrist, value.items[2].number());
    hand.wrist = wrist;
  }
  hand.spot =
      on_cap ? Spot{Spot::Kind::local, who, "cap", {x, y}} : Spot{Spot::Kind::own, {}, {}, {x, y}};
  return hand;
}

Result<bool> read_sided_field(const Scene& scene, Who who, const std::string& field,
                              const Document& value, Target& target) {
  if (const auto at = sided(field, "at_")) {
    TRY(target.hand[at->second], read_hand(who, value, false));
    return true;
  }
  if (const auto at = sided(field, "on_cap_")) {
    TRY(target.hand[at->second], read_hand(who, value, true));
    return true;
  }
  if (const auto at = sided(field, "on_prop_")) {
    TRY(const Who thing, thing_held(scene, who, value));
    TRY(Target::Hand hand, read_hand(who, value, false));
    hand.spot = {Spot::Kind::local, thing, "", hand.spot.at};
    target.hand[at->second] = hand;
    return true;
  }
  if (const auto at = sided(field, "to_")) {
    TRY(const Place place, read_place(scene, value, 0));
    target.hand[at->second] = Target::Hand{place.spot, std::nullopt};
    return true;
  }
  if (const auto at = sided(field, "free_")) {
    target.let_go[at->second] = true;
    return true;
  }
  if (const auto at = sided(field, "hold_")) {
    target.take_hold[at->second] = true;
    return true;
  }
  if (const auto at = sided(field, "step_")) {
    TRY(const double step, value.number());
    target.step[at->second] = step;
    return true;
  }
  return false;
}

Result<> check_choice(const std::map<std::string, Swaps>& swaps, const std::string& group,
                      const Document& value) {
  const auto found = swaps.find(group);
  if (found == swaps.end()) {
    std::vector<std::string> groups;
    for (const auto& [name, choices] : swaps) groups.push_back(name);
    return at_line(value, "nothing called '" + group + "' is swapped" + instead_of(group, groups));
  }
  const auto& choices = found->second.choices;
  if (std::find(choices.begin(), choices.end(), value.scalar) != choices.end()) return {};
  return at_line(value, "'" + group + "' has no drawing '" + value.scalar + "'" +
                            instead_of(value.scalar, choices));
}

Result<std::set<std::string>> read_parts(const drawing::Drawing& drawing, const Document& value) {
  std::set<std::string> parts;
  for (const Document& item : value.items) {
    if (drawing.part(item.scalar) == nullptr) {
      std::vector<std::string> known;
      for (const drawing::Part& part : drawing.parts) known.push_back(part.name);
      return at_line(item, "'" + drawing.name + "' has no part '" + item.scalar + "'" +
                               instead_of(item.scalar, known));
    }
    parts.insert(item.scalar);
  }
  return parts;
}

std::vector<std::string> field_names(const Performer& performer) {
  std::vector<std::string> names{
      "choices",      "hide",        "stand",     "legs",     "dx",          "grip",
      "at_near",      "at_far",      "free_near", "free_far", "step_near",   "step_far",
      "to_near",      "to_far",      "hold_near", "hold_far", "on_cap_near", "on_cap_far",
      "on_prop_near", "on_prop_far", "dh",        "rise"};
  for (const auto& [name, channel] : performer.numbers) names.push_back(name);
  return names;
}

Result<> read_swaps(const drawing::Drawing& drawing, const Document& value, Target& target) {
  if (!value.is_map()) return at_line(value, "choices is a map: {head: take}");
  const auto swaps = swaps_of(drawing);
  for (const auto& [group, choice] : value.entries) {
    TRY_DO(check_choice(swaps, group, choice));
    target.choices[group] = choice.scalar;
  }
  return {};
}

/// A turn of the trunk that a word stands for: how far from where it is.
const std::map<std::string, std::string, std::less<>>& relative_names() {
  static const std::map<std::string, std::string, std::less<>> names{
      {"dh", "h"}, {"rise", "ground"}, {"drot", "rot"}, {"dpy", "py"}};
  return names;
}

Result<> read_field(const Scene& scene, Who who, const std::string& field, const Document& value,
                    Target& target) {
  const drawing::Drawing& drawing = drawing_of(scene, who);
  const Performer& performer = *scene.performer(who);
  if (field == "choices") return read_swaps(drawing, value, target);
  if (field == "hide") {
    TRY(target.hide, read_parts(drawing, value));
    return {};
  }
  if (field == "grip") {
    TRY(const double forward, list_number(value, 0));
    TRY(const double height, list_number(value, 1));
    TRY(const double tilt, list_number(value, 2));
    target.grip = Target::Grip{forward, height, tilt};
    return {};
  }
  if (field == "stand") {
    target.stand = value.scalar != "0" && value.scalar != "false";
    return {};
  }
  if (field == "legs") {
    target.legs_free = value.scalar == "free";
    target.legs_planted = value.scalar == "floor";
    if (target.legs_free || target.legs_planted) return {};
    return at_line(value, "legs: is free (as angles) or floor (planted)");
  }
  TRY(const bool done, read_sided_field(scene, who, field, value, target));
  if (done) return {};
  TRY(const double number, value.number());
  if (field == "dx") {
    target.forward = number;
    return {};
  }
  const auto relative = relative_names().find(field);
  if (relative != relative_names().end() && performer.numbers.count(relative->second) != 0) {
    target.relative[relative->second] = number;
    return {};
  }
  if (performer.numbers.count(field) == 0) {
    return at_line(value, "'" + performer.id + "' has no channel or part '" + field + "'" +
                              instead_of(field, field_names(performer)));
  }
  target.numbers[field] = number;
  return {};
}

double degrees_of(Point from, Point to) {
  return std::atan2(-(to.y - from.y), to.x - from.x) / radians_per_degree;
}

/// A pose kept beside a puppet, in angles from its pins, as channels: legs become planted feet.
Target from_key_pose(const Figure& figure, const drawing::KeyPose& kept) {
  Target target;
  const Rig& rig = figure.rig;
  std::vector<double> angles;
  for (const drawing::Part& part : rig.drawing->parts) {
    const auto angle = kept.angles.find(part.name);
    const bool leg = part.name.starts_with("thigh_") || part.name.starts_with("shin_") ||
                     part.name.starts_with("foot_") || part.name.starts_with("toe_");
    angles.push_back(angle == kept.angles.end() ? 0 : angle->second);
    if (leg && rig.legs) continue;
    if (part.name.starts_with("scarf_")) continue;  // the scarf follows by itself
    if (!part.follows.empty() && angle == kept.angles.end()) continue;
    target.numbers[part.name] = angles.back();
  }
  target.choices = kept.choices;
  target.hide = std::set<std::string>(kept.hidden.begin(), kept.hidden.end());
  target.numbers["turn"] = kept.turn;
  const std::vector<Matrix> parts =
      matrices_of(rig, angles, Matrix::translation(kept.shift.x, kept.shift.y));
  const Point hip = parts[static_cast<std::size_t>(rig.root)].apply(rig.hip);
  target.numbers["py"] = rig.hip.y - hip.y;
  if (!rig.legs) return target;
  for (const Side side : both_sides) {
    const Limb& leg = (*rig.legs)[side];
    const Matrix& foot = parts[static_cast<std::size_t>(leg.end)];
    const Point heel = foot.apply(leg.heel);
    const Point ball = foot.apply(leg.ball);
    const double phi = degrees_of(heel, ball);
    const Point pivot = phi > 0 ? leg.heel : leg.ball;
    const Point at = phi > 0 ? heel : ball;
    target.numbers["phi_" + side_name(side)] = std::abs(phi) > 2 ? phi : 0;
    target.numbers["fy_" + side_name(side)] = -at.y > 3 ? -at.y : 0;
    target.foot[side] = at.x - (pivot.x - leg.joint.x) - (hip.x - rig.hip.x);
  }
  return target;
}

}  // namespace

Result<Target> read_target(const Scene& scene, Who who, const Document& fields) {
  Target target;
  if (!fields.is_map()) return at_line(fields, "a pose is a map: {channel: value}");
  for (const auto& [field, value] : fields.entries) {
    TRY_DO(read_field(scene, who, field, value, target));
  }
  return target;
}

Result<Target> target_named(const Play& play, const std::string& name, const Document& where) {
  const auto own = play.sheet.poses.find(name);
  if (own != play.sheet.poses.end()) {
    const std::string& id = play.scene.performer(play.who)->id;
    const Document* for_him = own->second->find(id);
    const Document& fields = for_him != nullptr && for_him->is_map() ? *for_him : *own->second;
    return read_target(play.scene, play.who, fields);
  }
  std::vector<std::string> known;
  for (const auto& [pose, fields] : play.sheet.poses) known.push_back(pose);
  if (play.who.kind == Who::Kind::figure) {
    const auto& kept = play.figure().rig.drawing->key_poses;
    const auto found = kept.find(name);
    if (found != kept.end()) return from_key_pose(play.figure(), found->second);
    for (const auto& [pose, keys] : kept) known.push_back(pose);
  }
  return at_line(where, "there is no pose '" + name + "'" + instead_of(name, known));
}

Result<> swap(Performer& performer, const drawing::Drawing& drawing, double pose,
              const Document& choices) {
  if (!choices.is_map()) return at_line(choices, "a map of choices is wanted: {head: take}");
  const auto swaps = swaps_of(drawing);
  for (const auto& [group, choice] : choices.entries) {
    TRY_DO(check_choice(swaps, group, choice));
    performer.words.find(group)->second.set(pose, choice.scalar);
  }
  return {};
}

}  // namespace onereel::blocking
