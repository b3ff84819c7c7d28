#include "build_scene.h"

#include <algorithm>

#include "keyer.h"
#include "labels.h"
#include "places.h"
#include "target.h"

namespace onereel::blocking {
namespace {

constexpr double before_all = -1000;  ///< poses; keys of the starting positions
constexpr double floor_band = 60;     ///< marks this near the floor line are on the floor

class Builder {
 public:
  Builder(const Sheet& sheet, drawing::ArtKit& kit, const std::map<std::string, std::string>& slots,
          Scene& scene)
      : sheet_(sheet), kit_(kit), slots_(slots), scene_(scene) {}

  Result<> run() {
    TRY_DO(build_set());
    TRY_DO(read_marks());
    // Room first: performers keep their addresses while they are put on the stage.
    scene_.figures.reserve(sheet_.cast_order.size());
    scene_.props.reserve(sheet_.prop_order.size());
    for (const std::string& id : sheet_.prop_order) TRY_DO(add_prop(id));
    for (const std::string& id : sheet_.cast_order) TRY_DO(add_figure(id));
    for (const std::string& id : sheet_.prop_order) TRY_DO(place_prop(id));
    for (const std::string& id : sheet_.cast_order) TRY_DO(dress_figure(id));
    return {};
  }

 private:
  static Result<const drawing::Drawing*> found(Result<const drawing::Drawing*> drawing,
                                               const Document& where) {
    if (!drawing) return at_line(where, drawing.error().what);
    return drawing;
  }

  Result<> build_set() {
    const Document& name = *sheet_.written->find("set");
    TRY(const drawing::Drawing* drawing, found(kit_.set(name.scalar), name));
    scene_.set.id = "set";
    scene_.set.rig = measure(*drawing);
    give_channels(scene_.set);
    scene_.by_name["set"] = {Who::Kind::set, 0};
    for (const auto& [id, point] : drawing->points) {
      if (!id.starts_with("mark_")) continue;
      const double height = acting_floor - point.y;
      scene_.marks[id.substr(5)] = {point.x, height < floor_band ? 0 : height};
    }
    return {};
  }

  Result<> read_marks() {
    const Document* marks = sheet_.written->find("marks");
    if (marks == nullptr) return {};
    if (!marks->is_map()) return at_line(*marks, "marks is a map: name: x");
    for (const auto& [name, written] : marks->entries) {
      TRY(const Place place, read_place(scene_, written, 0));
      scene_.marks[name] = {place.x, place.has_height ? place.height : 0};
    }
    return {};
  }

  static const Document& entry(const std::map<std::string, const Document*>& entries,
                               const std::string& id) {
    return *entries.find(id)->second;
  }

  Result<> add_figure(const std::string& id) {
    const Document& written = entry(sheet_.cast, id);
    const std::string is = written.text_or("is", id);
    TRY(const drawing::Drawing* drawing, found(kit_.puppet(is), written));
    Figure figure;
    figure.id = id;
    figure.rig = measure(*drawing);
    figure.scale = written.number_or("scale", drawing->scale);
    figure.seated = is.ends_with("_seated");
    figure.layer = is == "bug" ? 12 : 10;
    TRY_DO(check_scale(written));
    double x = 640;
    double height = written.number_or("h", 0);
    if (const Document* at = written.find("at")) {
      TRY(const Place place, read_place(scene_, *at, 0));
      x = place.x;
      if (place.has_height && written.find("h") == nullptr) height = place.height;
    }
    const std::string face = written.text_or("face", "right");
    if (face != "left" && face != "right") return at_line(written, "face: is left or right");
    give_channels(figure, x, face == "left" ? -1 : 1);
    figure.need("ground") = Channel(height);
    figure.need("turn") = Channel(written.number_or("turn", 0));
    if (is == "bug") figure.need("twitch") = Channel(1);
    if (const Document* layer = written.find("layer")) {
      TRY(const double number, layer->number());
      figure.need("layer") = Channel(number);
    }
    if (written.text_or("gone", "") == "true") figure.need("shown") = Channel(0);
    scene_.by_name[id] = {Who::Kind::figure, static_cast<int>(scene_.figures.size())};
    scene_.figures.push_back(std::move(figure));
    return {};
  }

  static Result<> check_scale(const Document& written) {
    const double scale = written.number_or("scale", 1);
    if (scale > 0.01 && scale < 20) return {};
    return at_line(written, "scale: is between .01 and 20");
  }

  Result<> add_prop(const std::string& id) {
    const Document& written = entry(sheet_.props, id);
    Prop prop;
    prop.id = id;
    const std::string of = written.text_or("of", "");
    if (of.empty()) {
      TRY(const drawing::Drawing* drawing, found(kit_.prop(written.text_or("is", id)), written));
      prop.rig = measure(*drawing);
    } else {
      TRY_DO(take_part(written, of, prop));
    }
    TRY_DO(check_scale(written));
    prop.scale = written.number_or("scale", 1);
    give_channels(prop);
    prop.need("wide") = Channel(written.number_or("wide", 1));
    prop.need("tall") = Channel(written.number_or("tall", 1));
    prop.need("rot") = Channel(written.number_or("rot", 0));
    prop.need("mirror") = Channel(written.text_or("face", "right") == "left" ? -1 : 1);
    prop.lead = Choice(written.text_or("lead", ""));
    if (written.text_or("gone", "") == "true") prop.need("shown") = Channel(0);
    if (const Document* layer = written.find("layer")) {
      TRY(const double number, layer->number());
      prop.need("layer") = Channel(number);
    }
    TRY_DO(choose(written, prop, *prop.rig.drawing));
    TRY_DO(label(written, prop));
    scene_.by_name[id] = {Who::Kind::prop, static_cast<int>(scene_.props.size())};
    scene_.props.push_back(std::move(prop));
    return {};
  }

  /// A hat that can come off: the same part of the puppet, on its own.
  Result<> take_part(const Document& written, const std::string& of, Prop& prop) {
    const std::size_t dot = of.find('.');
    const auto wearer = sheet_.cast.find(of.substr(0, dot));
    if (dot == std::string::npos || wearer == sheet_.cast.end()) {
      return at_line(written, "of: is who.part of one of the cast, as apprentice.cap");
    }
    prop.only_part = of.substr(dot + 1);
    const std::string puppet = wearer->second->text_or("is", wearer->first);
    TRY(const drawing::Drawing* drawing, found(kit_.puppet(puppet), written));
    prop.rig = measure(*drawing);
    if (drawing->part(prop.only_part) == nullptr) {
      return at_line(written, "'" + puppet + "' has no part '" + prop.only_part + "'");
    }
    for (std::size_t k = 0; k < drawing->parts.size(); ++k) {
      for (int at = static_cast<int>(k); at >= 0;
           at = prop.rig.parents[static_cast<std::size_t>(at)]) {
        if (drawing->parts[static_cast<std::size_t>(at)].name == prop.only_part) {
          prop.painted.push_back(drawing->parts[k].name);
          break;
        }
      }
    }
    prop.frames.push_back({-1.0e6, PropFrame::Kind::worn, {}, near_side, {}, false});
    return {};
  }

  Result<> choose(const Document& written, Performer& performer, const drawing::Drawing& drawing) {
    if (const Document* choices = written.find("choices")) {
      TRY_DO(swap(performer, drawing, before_all, *choices));
    }
    const Document* state = written.find("state");
    if (state == nullptr) return {};
    if (state->is_map()) return swap(performer, drawing, before_all, *state);
    for (const auto& [group, swaps] : swaps_of(drawing)) {
      const auto& words = swaps.choices;
      if (std::find(words.begin(), words.end(), state->scalar) == words.end()) continue;
      performer.words.find(group)->second.set(before_all, state->scalar);
      return {};
    }
    std::vector<std::string> known;
    for (const auto& [group, swaps] : swaps_of(drawing)) {
      known.insert(known.end(), swaps.choices.begin(), swaps.choices.end());
    }
    return at_line(*state, "no drawing '" + state->scalar + "'" + instead_of(state->scalar, known));
  }

  Result<> label(const Document& written, Prop& prop) {
    const Document* one = written.find("label");
    if (one != nullptr) {
      TRY(const std::string sign, sign_of(*prop.rig.drawing, "", *one));
      prop.labels.emplace(sign, Choice(filled(one->scalar, slots_)));
    }
    const Document* all = written.find("labels");
    if (all == nullptr) return {};
    for (const auto& [asked, text] : all->entries) {
      TRY(const std::string sign, sign_of(*prop.rig.drawing, asked, text));
      prop.labels.insert_or_assign(sign, Choice(filled(text.scalar, slots_)));
    }
    return {};
  }

  Result<> place_prop(const std::string& id) {
    const Document& written = entry(sheet_.props, id);
    Prop& prop = scene_.props[static_cast<std::size_t>(scene_.by_name.find(id)->second.index)];
    if (!prop.only_part.empty()) {
      const std::string of = written.text_or("of", "");
      prop.part_of = scene_.by_name.find(of.substr(0, of.find('.')))->second;
      prop.frames.front().who = prop.part_of;
    }
    prop.need("h") = Channel(written.number_or("h", 0));
    if (const Document* at = written.find("at")) {
      if (prop.frames.back().kind == PropFrame::Kind::worn) {
        prop.frames.push_back({before_all, PropFrame::Kind::stage, {}, near_side, {}, false});
      }
      TRY(const Place place, read_place(scene_, *at, 0));
      prop.need("x") = Channel(place.x);
      if (place.has_height && written.find("h") == nullptr) prop.need("h") = Channel(place.height);
    }
    if (const Document* held = written.find("held")) {
      const double mirror = prop.value("mirror", before_all, 1);
      TRY_DO(put_in_hand(scene_, prop, held->scalar, {before_all, before_all},
                         written.text_or("lead", ""), *held));
      // Drawn facing right: in the hands of one who faces left it is seen from its other side.
      Keyer(prop).jump(before_all, {{"mirror", mirror}, {"rot", written.number_or("rot", 0)}});
      if (frame_at(prop, before_all).kind == PropFrame::Kind::hips) {
        Keyer(prop).jump(before_all, {{"x", 70}, {"h", 200}});
      }
    }
    if (const Document* hide = written.find("hide")) {
      TRY(const Target target,
          read_target(scene_, scene_.by_name[id], map_node({{"hide", *hide}})));
      prop.hide(before_all, *target.hide);
    }
    if (const Document* on = written.find("on")) return ride_on(*on, prop);
    return {};
  }

  Result<> ride_on(const Document& on, Performer& performer) {
    const std::size_t dot = on.scalar.find('.');
    const auto who = scene_.by_name.find(on.scalar.substr(0, dot));
    if (who == scene_.by_name.end()) {
      return at_line(on, "there is nothing called '" + on.scalar + "' to stand on");
    }
    carry(scene_, performer, who->second, dot == std::string::npos ? "" : on.scalar.substr(dot + 1),
          before_all, true);
    return {};
  }

  Result<> dress_figure(const std::string& id) {
    const Document& written = entry(sheet_.cast, id);
    const Who who = scene_.by_name.find(id)->second;
    Figure& figure = scene_.figures[static_cast<std::size_t>(who.index)];
    TRY_DO(choose(written, figure, *figure.rig.drawing));
    if (const Document* hide = written.find("hide")) {
      TRY(const Target target, read_target(scene_, who, map_node({{"hide", *hide}})));
      figure.hide(before_all, *target.hide);
    }
    if (const Document* on = written.find("on")) TRY_DO(ride_on(*on, figure));
    const Document* pose = written.find("pose");
    if (pose == nullptr) return {};
    Cue cue;
    cue.written = &written;
    const std::map<std::string, CueSpan> no_times;
    const Play play{scene_, sheet_, cue, {}, who, no_times, slots_, 0};
    TRY(const Target target, target_named(play, pose->scalar, *pose));
    return strike(play, target, {-10, 0, 0, 0, 0, Ease::linear, 0});
  }

  const Sheet& sheet_;
  drawing::ArtKit& kit_;
  const std::map<std::string, std::string>& slots_;
  Scene& scene_;
};

}  // namespace

Result<> build_scene(const Sheet& sheet, drawing::ArtKit& kit,
                     const std::map<std::string, std::string>& slots, Scene& scene) {
  return Builder(sheet, kit, slots, scene).run();
}

}  // namespace onereel::blocking
