#include "look_scenes.h"

#include <sstream>

namespace onereel::theatre {

namespace {

using blocking::FigurePose;
using blocking::PaintStep;
using Texts = std::map<std::string, std::string>;

struct Stand {
  double x = 640;
  double y = 826;
  double scale = 1.1;
  bool flip = false;
  double turn = 0;
  Matrix map() const {
    return Matrix::rotation(turn)
        .then(Matrix::scaling(flip ? -scale : scale, scale))
        .then(Matrix::translation(x, y));
  }
};

FigurePose figure(const drawing::Drawing* drawing, const Matrix& place,
                  const drawing::KeyPose& pose) {
  drawing::Angles angles(pose.angles.begin(), pose.angles.end());
  FigurePose made;
  made.id = drawing->name;
  made.drawing = drawing;
  const Matrix whole =
      Matrix::rotation(pose.turn).then(Matrix::translation(pose.shift.x, pose.shift.y)).then(place);
  for (const Matrix& part : drawing::part_matrices(*drawing, angles)) {
    made.parts.push_back(part.then(whole));
  }
  made.hidden.assign(made.parts.size(), 0);
  for (const std::string& name : pose.hidden) {
    made.hidden[static_cast<std::size_t>(drawing->part_index(name))] = 1;
  }
  made.choices = pose.choices;
  return made;
}

// Puts figures into a pose, one step each, held props inside their figure's group.
class Director {
 public:
  Director(drawing::ArtKit& kit, blocking::StagePose& pose) : kit_(kit), pose_(pose) {}

  void prop(const std::string& name, const Stand& at, const Texts& labels = {}) {
    add(figure(kit_.prop(name).value(), at.map(), {}), labels);
  }
  FigurePose puppet(const std::string& name, const std::string& key, const Stand& at,
                    const drawing::KeyPose& changes = {}) {
    const drawing::Drawing* drawing = kit_.puppet(name).value();
    drawing::KeyPose pose = drawing->key_poses.at(key);
    for (const auto& [part, angle] : changes.angles) pose.angles[part] = angle;
    for (const auto& [part, choice] : changes.choices) pose.choices[part] = choice;
    return figure(drawing, at.map(), pose);
  }
  int add(FigurePose made, const Texts& labels = {}) {
    made.labels = labels;
    pose_.figures.push_back(std::move(made));
    const int index = static_cast<int>(pose_.figures.size()) - 1;
    pose_.paint.push_back({index, -1, {}, {}, {}, {}});
    return index;
  }
  // `held` is gripped at the figure's `tip` and painted just before its part `before`.
  void add_holding(FigurePose made, const std::string& tip, const std::string& before,
                   const std::string& held, const Stand& as, const Texts& labels = {}) {
    const drawing::Drawing& who = *made.drawing;
    const std::string part = who.point_parts.at(tip);
    const Matrix& hand = made.parts[static_cast<std::size_t>(who.part_index(part))];
    const drawing::Drawing* thing = kit_.prop(held).value();
    const Point grip = thing->point("grip").value_or(Point{});
    const Point palm = hand.apply(*who.point(tip));
    const Matrix place = Matrix::translation(-grip.x, -grip.y)
                             .then(Matrix::scaling(as.flip ? -as.scale : as.scale, as.scale))
                             .then(Matrix::rotation(as.turn))
                             .then(Matrix::translation(palm.x, palm.y));
    std::vector<std::string> front;
    for (const drawing::Part& each : who.parts) {
      if (!front.empty() || each.name == before) front.push_back(each.name);
    }
    const int body = add(std::move(made));
    pose_.paint.back().except = front;
    add(figure(thing, place, {}), labels);
    pose_.paint.push_back({body, -1, front, {}, {}, {}});
  }

 private:
  drawing::ArtKit& kit_;
  blocking::StagePose& pose_;
};

Texts numbered(const std::string& prefix, int first, const std::string& words) {
  Texts labels;
  std::istringstream stream(words);
  std::string word;
  for (int k = first; stream >> word; ++k) labels[prefix + std::to_string(k)] = word;
  return labels;
}

LookScene kitchen(drawing::ArtKit& kit) {
  LookScene scene{"kitchen", {}, {}};
  scene.setting.set = "kitchen";
  scene.setting.tint = "Candleflame";
  scene.setting.hidden = {"stool", "table", "table_drawer", "table_things"};
  scene.setting.labels = {{"sign_1", "bstr"}, {"sign_2", "glob"}, {"sign_3", "serde"},
                          {"sign_4", "clap"}, {"sign_5", "log"},  {"sign_9", "ICE"}};
  scene.pose.attention = {600, 560};
  Director director(kit, scene.pose);
  director.prop("table", {704});
  drawing::KeyPose waits;
  waits.angles = {{"upper_arm_far", 122}, {"forearm_far", 6}};
  waits.choices = {{"head", "plain"}};
  director.add_holding(
      director.puppet("friend_seated", "waits for the milk", {874, 826, 1.1, true}, waits),
      "hand_far-tip", "upper_arm_near", "cup", {0, 0, 1.1, false, 0});
  drawing::KeyPose pour;
  pour.angles = {
      {"upper_arm_near", 122}, {"forearm_near", 4}, {"upper_arm_far", 66}, {"forearm_far", 38}};
  pour.choices = {{"hand_far", "flat"}, {"head", "pleased"}};
  director.add_holding(director.puppet("apprentice", "pour", {434}, pour), "hand_near-tip",
                       "upper_arm_near", "milk_can", {0, 0, 1.1, false, 66}, {{"sign_1", "mil"}});
  return scene;
}

LookScene flat(drawing::ArtKit& kit) {
  LookScene scene{"flat", {}, {}};
  scene.setting.set = "flat";
  scene.setting.tint = "Nocturne";
  scene.setting.night = true;
  scene.setting.labels = {{"sign_door_opt", "/opt"},       {"sign_door_etc", "/etc"},
                          {"sign_door_srv", "/srv"},       {"sign_door_devnull", "/dev/null"},
                          {"sign_door_usr", "/usr/local"}, {"sign_door_dotdot", "../"},
                          {"sign_door_tmp", "/tmp"},       {"sign_door_home", "/home"},
                          {"sign_door_src", "/src"}};
  scene.pose.attention = {600, 560};
  Director director(kit, scene.pose);
  director.add(director.puppet("apprentice_front", "slump", {612}));
  return scene;
}

LookScene street(drawing::ArtKit& kit) {
  LookScene scene{"street", {}, {}};
  scene.setting.set = "street";
  scene.setting.tint = "Azure";
  scene.setting.labels = {{"sign_gate", "--no-ignore"},       {"sign_shop_left", "Regex & Sons"},
                          {"sign_shop_right", "Glob Bakery"}, {"sign_crate_1", "serde"},
                          {"sign_crate_2", "clap"},           {"sign_crate_3", "walkdir"},
                          {"sign_barrel", "memchr"},          {"sign_window_left", "\\w+ \\d+"},
                          {"sign_window_right", "*.rs"},      {"sign_hanging_left", "grep"},
                          {"sign_door_left", "open"},         {"sign_door_right", "open"}};
  scene.pose.attention = {630, 560};
  Director director(kit, scene.pose);
  director.add(director.puppet("inspector", "examines", {545, 826, 1.1, true}));
  director.add(director.puppet("bug", "smug", {640, 574, .155}));
  return scene;
}

LookScene archive(drawing::ArtKit& kit) {
  LookScene scene{"archive", {}, {}};
  scene.setting.set = "archive";
  scene.setting.tint = "Turquoise";
  scene.setting.labels = numbered("sign_near_left_", 1,
                                  "abc ast bdb bz2 cgi cmd copy csv dis enum gzip hmac html http "
                                  "imp io json");
  scene.setting.labels.merge(numbered("sign_near_right_", 1,
                                      "netrc nis os pdb pickle pipes poplib queue random re sched "
                                      "shelve site socket sqlite3 ssl stat"));
  scene.setting.labels.merge(
      numbered("sign_drawer_", 1, "sysconfig tempfile this time token trace"));
  scene.setting.labels["sign_trolley"] = "returns";
  scene.pose.attention = {640, 560};
  Director director(kit, scene.pose);
  director.add_holding(director.puppet("apprentice", "carry", {600, 826, .94}), "hand_near-tip",
                       "upper_arm_near", "card_drawer", {0, 0, .94, false, 0},
                       {{"sign_1", "json"}});
  director.add(director.puppet("inspector", "forbids", {760, 826, .94, true}));
  return scene;
}

LookScene pier(drawing::ArtKit& kit) {
  LookScene scene{"pier", {}, {}};
  scene.setting.set = "pier";
  scene.setting.tint = "Aquagreen";
  scene.setting.labels = numbered("sign_plank_", 0, "0 1 2 3 4 5 6 7 8 9 10");
  scene.setting.labels.merge(Texts{{"sign_boat", "overflow"},
                                   {"sign_kiosk", "index"},
                                   {"sign_warning", "len 11"},
                                   {"sign_plank_last", "11"}});
  scene.pose.attention = {560, 460};
  Director director(kit, scene.pose);
  director.add(director.puppet("apprentice", "look back", {600, 643, .94}));
  director.add(director.puppet("friend", "waits", {290, 643, .94}));
  return scene;
}

LookScene office(drawing::ArtKit& kit) {
  LookScene scene{"office", {}, {}};
  scene.setting.set = "office";
  scene.setting.tint = "Sunshine";
  scene.setting.labels = numbered(
      "sign_", 4,
      "Searcher Matcher Printer Walker Sink Glob Regex Literal Haystack Ignore Config Decoder "
      "Buffer "
      "Counter Summary Replacer Line Path Types Stats Args Flags Worker Message Standard JSON");
  Director director(kit, scene.pose);
  FigurePose machine = director.puppet("machine", "printing", {985, 826, 1.1, true});
  for (std::size_t k = 0; k < machine.parts.size(); ++k) {
    const std::string& part = machine.drawing->parts[k].name;
    if (part.starts_with("arm") || part.starts_with("hand_arm")) machine.hidden[k] = 1;
  }
  director.add(std::move(machine), {{"sign_name", "rg --files"},
                                    {"sign_tape", "none"},
                                    {"sign_drum_4", "1"},
                                    {"sign_drum_3", "4"},
                                    {"sign_drum_2", "1"},
                                    {"sign_drum_1", "0"}});
  director.add(director.puppet("apprentice", "walk contact", {604}));
  scene.pose.attention = {640, 560};
  return scene;
}

LookScene cutting_room(drawing::ArtKit& kit) {
  LookScene scene{"cutting_room", {}, {}};
  scene.setting.set = "cutting_room";
  scene.setting.tint = "Verdante";
  scene.setting.labels =
      numbered("sign_strip_", 1, "cut_4 cut_1 end cut_7 cut_2 intro cut_9 cut_3 title");
  scene.pose.attention = {560, 560};
  Director director(kit, scene.pose);
  director.add(director.puppet("apprentice", "search", {560}));
  return scene;
}

LookScene stage(drawing::ArtKit& kit) {
  LookScene scene{"stage", {}, {}};
  scene.setting.set = "stage";
  scene.setting.tint = "Argent";
  scene.pose.attention = {640, 560};
  Director director(kit, scene.pose);
  director.add(director.puppet("apprentice", "walk contact", {560}));
  director.add(director.puppet("deadline", kit.puppet("deadline").value()->key_poses.begin()->first,
                               {780, 826, 1.1, true}));
  return scene;
}

}  // namespace

std::vector<LookScene> look_scenes(drawing::ArtKit& kit) {
  return {kitchen(kit), flat(kit),   street(kit),       archive(kit),
          pier(kit),    office(kit), cutting_room(kit), stage(kit)};
}

}  // namespace onereel::theatre
