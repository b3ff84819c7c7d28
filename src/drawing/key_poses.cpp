#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "onereel/base/document.h"
#include "onereel/drawing/art_kit.h"

namespace onereel::drawing {

namespace {

using Json = nlohmann::json;

constexpr std::size_t poses_max = 1000;

Result<> check_part(const Drawing& drawing, const std::string& name) {
  if (drawing.part(name) != nullptr) return {};
  std::vector<std::string_view> names;
  for (const Part& part : drawing.parts) names.push_back(part.name);
  return fix_input(
      fmt::format("there is no part '{}'; did you mean '{}'?", name, nearest(name, names)));
}

Result<> read_angles(const Json& json, const Drawing& drawing, KeyPose& pose) {
  if (!json.is_object()) return fix_input("angles must be a map of part to degrees");
  for (const auto& [part, angle] : json.items()) {
    TRY_DO(check_part(drawing, part));
    if (!angle.is_number()) return fix_input(fmt::format("the angle of '{}' is no number", part));
    pose.angles[part] = angle.get<double>();
  }
  return {};
}

Result<> read_choices(const Json& json, const Drawing& drawing, KeyPose& pose) {
  if (!json.is_object()) return fix_input("choices must be a map of part to drawing");
  for (const auto& [part, choice] : json.items()) {
    TRY_DO(check_part(drawing, part));
    const auto& choices = drawing.part(part)->choices;
    if (!choice.is_string() ||
        std::find(choices.begin(), choices.end(), choice.get<std::string>()) == choices.end()) {
      return fix_input(fmt::format("part '{}' has no choice {}; it has {}", part, choice.dump(),
                                   fmt::join(choices, ", ")));
    }
    pose.choices[part] = choice.get<std::string>();
  }
  return {};
}

Result<> read_hidden(const Json& json, const Drawing& drawing, KeyPose& pose) {
  if (!json.is_array()) return fix_input("hide must be a list of parts");
  for (const Json& part : json) {
    if (!part.is_string()) return fix_input("hide must be a list of parts");
    TRY_DO(check_part(drawing, part.get<std::string>()));
    pose.hidden.push_back(part.get<std::string>());
  }
  return {};
}

Result<> read_shift(const Json& json, KeyPose& pose) {
  if (!json.is_array() || json.size() != 2 || !json[0].is_number() || !json[1].is_number()) {
    return fix_input("shift must be [x, y]");
  }
  pose.shift = {json[0].get<double>(), json[1].get<double>()};
  return {};
}

Result<KeyPose> read_pose(const Json& json, const Drawing& drawing) {
  KeyPose pose;
  for (const auto& [field, value] : json.items()) {
    if (field == "angles") {
      TRY_DO(read_angles(value, drawing, pose));
    } else if (field == "choices") {
      TRY_DO(read_choices(value, drawing, pose));
    } else if (field == "hide") {
      TRY_DO(read_hidden(value, drawing, pose));
    } else if (field == "shift") {
      TRY_DO(read_shift(value, pose));
    } else if (field == "turn" && value.is_number()) {
      pose.turn = value.get<double>();
    } else if (field != "name") {
      return fix_input(fmt::format(
          "unknown field '{}'; known are name, angles, choices, hide, shift, turn", field));
    }
  }
  return pose;
}

}  // namespace

Result<> read_key_poses(std::string_view json, Drawing& drawing) {
  const std::string where = fmt::format("poses/{}.json", drawing.name);
  if (json.size() > drawing_bytes_max) return fix_input(fmt::format("{}: too large", where));
  const Json list = Json::parse(json, nullptr, false);
  if (!list.is_array() || list.size() > poses_max) {
    return fix_input(fmt::format("{}: not a JSON list of poses", where));
  }
  for (const Json& entry : list) {
    if (!entry.is_object() || !entry.contains("name") || !entry["name"].is_string()) {
      return fix_input(fmt::format("{}: a pose without a name", where));
    }
    const std::string name = entry["name"].get<std::string>();
    auto pose = read_pose(entry, drawing);
    if (!pose) return fix_input(fmt::format("{}: '{}': {}", where, name, pose.error().what));
    drawing.key_poses[name] = *std::move(pose);
  }
  return {};
}

}  // namespace onereel::drawing
