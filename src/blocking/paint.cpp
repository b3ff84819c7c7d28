#include "paint.h"

#include <algorithm>
#include <cmath>

namespace onereel::blocking {
namespace {

/// One step of painting before the steps are put in order.
struct Layered {
  double layer = 0;
  PaintStep step;
};

bool part_hangs_on(const Rig& rig, int part, const std::string& on) {
  for (int at = part; at >= 0; at = rig.parents[static_cast<std::size_t>(at)]) {
    if (rig.drawing->parts[static_cast<std::size_t>(at)].name == on) return true;
  }
  return false;
}

std::vector<std::string> parts_on(const Rig& rig, const std::string& on) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < rig.drawing->parts.size(); ++k) {
    if (part_hangs_on(rig, static_cast<int>(k), on)) names.push_back(rig.drawing->parts[k].name);
  }
  return names;
}

class Painter {
 public:
  Painter(const Scene& scene, double pose) : scene_(scene), pose_(pose) {}

  StagePose paint() {
    for (std::size_t k = 0; k < scene_.props.size(); ++k) add_prop(k);
    for (std::size_t k = 0; k < scene_.figures.size(); ++k) add_figure(k);
    add_effects();
    add_set();
    std::stable_sort(steps_.begin(), steps_.end(),
                     [](const Layered& a, const Layered& b) { return a.layer < b.layer; });
    for (Layered& step : steps_) stage_.paint.push_back(std::move(step.step));
    return std::move(stage_);
  }

 private:
  double layer_of(const Performer& performer, double own, std::size_t index) const {
    return performer.value("layer", pose_, own) + static_cast<double>(index) * 0.001;
  }

  void finish(const Performer& performer, PaintStep& step) const {
    if (performer.value("clipped", pose_) != 0) {
      const double x = performer.value("clip_x", pose_);
      const double y = performer.value("clip_y", pose_);
      step.clip = Box{x, y, performer.value("clip_right", pose_) - x,
                      performer.value("clip_bottom", pose_) - y};
    }
    step.behind_plate = performer.word("behind", pose_);
  }

  void add_words(const Performer& performer, const drawing::Drawing& drawing, double own,
                 FigurePose& figure) const {
    for (const auto& [group, swaps] : swaps_of(drawing)) {
      const std::string& shown = performer.word(group, own);
      if (!shown.empty() && shown != swaps.shown) figure.choices[group] = shown;
    }
  }

  void hide_parts(const Rig& rig, const std::set<std::string>& hidden, FigurePose& figure) const {
    figure.hidden.assign(rig.drawing->parts.size(), 0);
    for (std::size_t k = 0; k < figure.hidden.size(); ++k) {
      if (hidden.count(rig.drawing->parts[k].name) != 0) figure.hidden[k] = 1;
    }
  }

  /// Held things are posed by their holder's clock: film run backwards takes the sandwich with it.
  double prop_time(const Prop& prop) const {
    const PropFrame& frame = frame_at(prop, pose_);
    const double own = prop.own_time(pose_);
    if (own != pose_ || frame.who.kind != Who::Kind::figure) return own;
    return scene_.figures[static_cast<std::size_t>(frame.who.index)].own_time(pose_);
  }

  void add_prop(std::size_t index) {
    const Prop& prop = scene_.props[index];
    const double own = prop_time(prop);
    const PropFrame& frame = frame_at(prop, own);
    if (frame.kind == PropFrame::Kind::worn || prop.value("shown", own, 1) == 0) return;
    const PropPose place = place_of(scene_, prop, own);
    FigurePose figure;
    figure.id = prop.id;
    figure.drawing = prop.rig.drawing;
    figure.parts = place.parts;
    hide_parts(prop.rig, prop.hidden(own), figure);
    add_words(prop, *prop.rig.drawing, own, figure);
    for (const auto& [sign, text] : prop.labels) figure.labels[sign] = text.at(own);
    PaintStep step;
    step.figure = static_cast<int>(stage_.figures.size());
    step.only = prop.painted;
    finish(prop, step);
    stage_.figures.push_back(std::move(figure));
    steps_.push_back({layer_of_prop(prop, frame, index), std::move(step)});
  }

  /// A held prop is painted between its holder's body and his near arm; one in the far hand behind.
  double layer_of_prop(const Prop& prop, const PropFrame& frame, std::size_t index) const {
    const double tiny = static_cast<double>(index) * 0.00001;
    if (prop.numbers.count("layer") != 0) return prop.value("layer", pose_) + tiny;
    if (frame.who.kind == Who::Kind::figure) {
      const auto holder = static_cast<std::size_t>(frame.who.index);
      const double base = layer_of(scene_.figures[holder], scene_.figures[holder].layer, holder);
      const bool in_hand =
          frame.kind == PropFrame::Kind::hips || frame.kind == PropFrame::Kind::hand;
      if (!in_hand) return base + 0.0008 + tiny;
      return base + (frame.side == far_side ? -0.0002 : 0.0002) + tiny;
    }
    if (frame.who.kind == Who::Kind::prop) {
      const auto under = static_cast<std::size_t>(frame.who.index);
      if (under != index) {
        return layer_of_prop(scene_.props[under], frame_at(scene_.props[under], pose_), under) +
               0.00005;
      }
    }
    return prop.layer + static_cast<double>(index) * 0.001;
  }

  void add_figure(std::size_t index) {
    const Figure& actor = scene_.figures[index];
    const double own = actor.own_time(pose_);
    if (actor.value("shown", own, 1) == 0) return;
    const Posture posture = painted_of(scene_, actor, own);
    FigurePose figure;
    figure.id = actor.id;
    figure.drawing = actor.rig.drawing;
    figure.parts = posture.parts;
    std::set<std::string> hidden = actor.hidden(own);
    for (const Prop& prop : scene_.props) {
      const bool off = prop.part_of == Who{Who::Kind::figure, static_cast<int>(index)} &&
                       frame_at(prop, own).kind != PropFrame::Kind::worn;
      if (off) hidden.insert(prop.painted.begin(), prop.painted.end());
    }
    hide_parts(actor.rig, hidden, figure);
    add_words(actor, *actor.rig.drawing, own, figure);
    const int number = static_cast<int>(stage_.figures.size());
    stage_.figures.push_back(std::move(figure));
    paint_around_arm(actor, index, number);
  }

  void paint_around_arm(const Figure& actor, std::size_t index, int number) {
    const double base = layer_of(actor, actor.layer, index);
    const bool splits =
        std::any_of(scene_.props.begin(), scene_.props.end(), [&](const Prop& prop) {
          const PropFrame& frame = frame_at(prop, pose_);
          const bool in_hand =
              frame.kind == PropFrame::Kind::hips || frame.kind == PropFrame::Kind::hand;
          return in_hand && frame.side == near_side &&
                 frame.who == Who{Who::Kind::figure, static_cast<int>(index)};
        });
    PaintStep step;
    step.figure = number;
    finish(actor, step);
    if (!splits) {
      steps_.push_back({base, step});
      return;
    }
    const std::vector<std::string> arm = parts_on(actor.rig, "upper_arm_near");
    PaintStep body = step;
    body.except = arm;
    step.only = arm;
    steps_.push_back({base, body});
    steps_.push_back({base + 0.0004, step});
  }

  void add_effects() {
    for (const Effect& effect : scene_.effects) {
      const std::size_t before = stage_.strokes.size();
      draw_effect(scene_, effect, pose_, stage_.strokes);
      for (std::size_t k = before; k < stage_.strokes.size(); ++k) {
        PaintStep step;
        step.stroke = static_cast<int>(k);
        steps_.push_back({static_cast<double>(effect.layer), step});
      }
    }
  }

  void add_set() {
    const SetPiece& set = scene_.set;
    const auto swaps = swaps_of(*set.rig.drawing);
    for (const drawing::Part& part : set.rig.drawing->parts) {
      SetPartPose piece;
      piece.angle = set.value(part.name, pose_);
      piece.slide_x = set.value(part.name + "_x", pose_);
      piece.slide_y = set.value(part.name + "_y", pose_);
      const auto swap = swaps.find(part.name);
      const std::string& shown = set.word(part.name, pose_);
      if (swap != swaps.end() && shown != swap->second.shown) piece.choice = shown;
      if (piece.angle == 0 && piece.slide_x == 0 && piece.slide_y == 0 && piece.choice.empty()) {
        continue;
      }
      stage_.set_parts[part.name] = piece;
    }
    stage_.light = std::clamp(set.value("light", pose_, 1), 0.0, 2.0);
    stage_.zoom = set.value("zoom", pose_, 1);
    if (stage_.zoom != 1) {
      stage_.focus = {set.value("focus_x", pose_), set.value("focus_y", pose_)};
    }
    const double radius = set.value("iris", pose_);
    if (radius > 0) {
      Point centre{640, 480};
      for (const auto& [from, aim] : set.aims) {
        if (from <= pose_ + 1.0e-6) centre = spot_at(scene_, aim, nullptr, pose_);
      }
      stage_.iris = StagePose::Iris{centre, radius};
    }
  }

  const Scene& scene_;
  double pose_;
  StagePose stage_;
  std::vector<Layered> steps_;
};

Point eye_at(const Scene& scene, const Attention& attention, double pose) {
  constexpr int trail = 6;  ///< the eye takes half a second to go over
  Point sum;
  for (int k = 0; k < trail; ++k) {
    const Spot* spot = nullptr;
    for (const auto& [from, acting] : attention.acting) {
      if (from <= pose - k + 1.0e-6) spot = &acting;
    }
    if (spot == nullptr && !attention.acting.empty()) spot = &attention.acting.front().second;
    sum = sum + (spot == nullptr ? Point{640, 600} : spot_at(scene, *spot, nullptr, pose));
  }
  return sum * (1.0 / trail);
}

}  // namespace

StagePose paint_stage(const Scene& scene, const Attention& attention, double pose) {
  StagePose stage = Painter(scene, pose).paint();
  stage.attention = eye_at(scene, attention, pose);
  return stage;
}

}  // namespace onereel::blocking
