// Where props stand, what carries what, and where a named point is.

#include <algorithm>
#include <cmath>

#include "scene.h"

namespace onereel::blocking {
namespace {

constexpr double hand_reach = 0.975;  ///< of the arm; a held thing is never farther

/// A part's frame without its size: whoever is carried keeps his own.
Matrix unscaled(const Matrix& frame, Point at) {
  const double facing = frame.determinant() < 0 ? -1 : 1;
  const double length = std::hypot(frame.xx, frame.yx);
  if (length < 1.0e-9) return Matrix::translation(at.x, at.y);
  const double c = frame.xx * facing / length;
  const double s = frame.yx * facing / length;
  return Matrix::scaling(facing, 1).then({c, s, -s, c, at.x, at.y});
}

Point home_point(const Posture& holder, double forward, double height) {
  return {holder.px + holder.facing * forward, acting_floor - holder.ground - height};
}

/// A held thing is never out of its holder's reach: it comes nearer, the hand does not let go.
Point within_reach(const Figure& figure, const Posture& holder, Side side, Point wanted,
                   double pose) {
  if (!figure.rig.arms || figure.value("ik_" + side_name(side), pose) <= 0) return wanted;
  const auto chest = static_cast<std::size_t>(figure.rig.chest);
  const Point shoulder = holder.parts[chest].apply((*figure.rig.arms)[side].root);
  const double size = std::sqrt(std::abs(holder.home.determinant()));
  const double reach =
      arm_reach(figure.rig, side, figure.value("ha_" + side_name(side), pose)) * size * hand_reach;
  const double far = std::hypot(wanted.x - shoulder.x, wanted.y - shoulder.y);
  if (far <= reach) return wanted;
  return shoulder + (wanted - shoulder) * (reach / far);
}

const Figure& holder_of(const Scene& scene, const PropFrame& frame) {
  return scene.figures[static_cast<std::size_t>(frame.who.index)];
}

/// The frame a prop's x, h and rot are read in, with x = h = 0.
Matrix still_frame(const Scene& scene, const Prop& prop, const PropFrame& frame, double pose,
                   int depth) {
  const Matrix floor = Matrix::translation(0, acting_floor);
  if (depth >= carried_depth_max) return floor;
  if (frame.kind == PropFrame::Kind::hips) {
    const Posture posture = trunk_of(scene, holder_of(scene, frame), pose, depth + 1);
    return Matrix::scaling(posture.facing, 1)
        .then(Matrix::translation(posture.px, acting_floor - posture.ground))
        .then(posture.carried);
  }
  if (frame.kind == PropFrame::Kind::hand) {
    const Figure& holder = holder_of(scene, frame);
    const Posture posture = posture_of(scene, holder, pose, depth + 1);
    if (!holder.rig.arms) return posture.home;
    const Limb& arm = (*holder.rig.arms)[frame.side];
    const Matrix& hand = posture.parts[static_cast<std::size_t>(arm.end)];
    const Point palm = hand.apply(arm.tip);
    if (frame.turns) return unscaled(hand, palm);
    return Matrix::scaling(posture.facing, 1).then(Matrix::translation(palm.x, palm.y));
  }
  if (frame.kind == PropFrame::Kind::point) {
    const Matrix part = part_frame(scene, frame.who, frame.point, pose, depth + 1);
    const auto named = named_point(scene, frame.who, frame.point);
    const Point at = part.apply(named ? named->second : Point{});
    return frame.turns ? unscaled(part, at) : Matrix::translation(at.x, at.y);
  }
  return floor.then(carrier_of(scene, prop, pose, depth));
}

Matrix frame_of(const Scene& scene, const Prop& prop, double pose, int depth) {
  const PropFrame& frame = frame_at(prop, pose);
  const Matrix offset = Matrix::translation(prop.value("x", pose), -prop.value("h", pose));
  Matrix placed = offset.then(still_frame(scene, prop, frame, pose, depth));
  if (frame.kind == PropFrame::Kind::hips && depth < carried_depth_max) {
    const Figure& holder = holder_of(scene, frame);
    const Posture posture = trunk_of(scene, holder, pose, depth + 1);
    const Point at = within_reach(holder, posture, frame.side, {placed.x0, placed.y0}, pose);
    placed.x0 = at.x;
    placed.y0 = at.y;
  }
  return placed;
}

Point pivot_of(const Prop& prop, double pose) {
  const std::string& lead = prop.lead.at(pose);
  // A hat that has come off is drawn where the head was: it is moved by its own pin.
  if (lead.empty() && !prop.only_part.empty()) {
    const drawing::Part* part = prop.rig.drawing->part(prop.only_part);
    return part == nullptr ? Point{} : part->pin;
  }
  if (lead.empty()) return {};
  return prop.rig.drawing->point(lead).value_or(Point{});
}

Matrix prop_matrix(const Scene& scene, const Prop& prop, double pose, int depth) {
  const PropFrame& frame = frame_at(prop, pose);
  if (frame.kind == PropFrame::Kind::worn && depth < carried_depth_max) {
    return part_frame(scene, prop.part_of, prop.only_part, pose, depth + 1);
  }
  const Point pivot = pivot_of(prop, pose);
  const double size = prop.scale * prop.value("scale", pose, 1);
  return Matrix::translation(-pivot.x, -pivot.y)
      .then(Matrix::scaling(
          size * prop.value("wide", pose, 1) * (prop.value("mirror", pose, 1) < 0 ? -1 : 1),
          size * prop.value("tall", pose, 1)))
      .then(Matrix::rotation(prop.value("rot", pose)))
      .then(frame_of(scene, prop, pose, depth));
}

/// A part's own turn and slide, rest -> parent.
Matrix own_turn(const Performer& performer, const Rig& rig, int part, double pose) {
  const drawing::Part& drawn = rig.drawing->parts[static_cast<std::size_t>(part)];
  const double angle = performer.value(drawn.name, pose);
  return Matrix::rotation_about(drawn.pin, rig.hangs(part) ? -angle : angle)
      .then(Matrix::translation(performer.value(drawn.name + "_x", pose),
                                performer.value(drawn.name + "_y", pose)));
}

std::vector<Matrix> moved_parts(const Performer& performer, const Rig& rig, double pose,
                                const Matrix& root) {
  std::vector<Matrix> placed(rig.drawing->parts.size(), root);
  for (const int part : rig.order) {
    const auto index = static_cast<std::size_t>(part);
    const int parent = rig.parents[index];
    placed[index] = own_turn(performer, rig, part, pose)
                        .then(parent < 0 ? root : placed[static_cast<std::size_t>(parent)]);
  }
  return placed;
}

const Rig* rig_of(const Scene& scene, Who who) {
  switch (who.kind) {
    case Who::Kind::figure:
      return &scene.figures[static_cast<std::size_t>(who.index)].rig;
    case Who::Kind::prop:
      return &scene.props[static_cast<std::size_t>(who.index)].rig;
    case Who::Kind::set:
      return &scene.set.rig;
    case Who::Kind::none:
      break;
  }
  return nullptr;
}

}  // namespace

const PropFrame& frame_at(const Prop& prop, double pose) {
  const PropFrame* frame = &prop.frames.front();
  for (const PropFrame& candidate : prop.frames) {
    if (candidate.from <= pose + 1.0e-6) frame = &candidate;
  }
  return *frame;
}

PropPose place_of(const Scene& scene, const Prop& prop, double pose, int depth) {
  PropPose place;
  place.placed = prop_matrix(scene, prop, pose, depth);
  if (prop.only_part.empty()) {
    place.parts = moved_parts(prop, prop.rig, pose, place.placed);
  } else {
    place.parts.assign(prop.rig.drawing->parts.size(), place.placed);
  }
  return place;
}

void put_into(const Scene& scene, Prop& prop, PropFrame frame, const std::string& lead) {
  constexpr double degrees_per_radian = 1 / radians_per_degree;
  const double pose = frame.from;
  const Matrix seen = place_of(scene, prop, pose).placed;
  while (prop.frames.size() > 1 && prop.frames.back().from > pose - 1.0e-6) prop.frames.pop_back();
  prop.frames.push_back(frame);
  prop.lead.set(pose, lead);
  const Matrix still = still_frame(scene, prop, frame, pose, 0);
  if (std::abs(still.determinant()) < 1.0e-9 || std::abs(seen.determinant()) < 1.0e-9) return;
  const Matrix local = seen.then(still.inverse());
  const Point at = local.apply(pivot_of(prop, pose));
  const double mirror = local.determinant() < 0 ? -1 : 1;
  const double turned = std::atan2(local.yx * mirror, local.xx * mirror) * degrees_per_radian;
  const double before = prop.value("rot", pose);
  prop.need("x").jump(pose, at.x);
  prop.need("h").jump(pose, -at.y);
  prop.need("mirror").jump(pose, mirror);
  prop.need("rot").jump(pose, before + std::remainder(turned - before, 360.0));
}

Matrix carrier_of(const Scene& scene, const Performer& performer, double pose, int depth) {
  const Carrier* carrier = nullptr;
  for (const Carrier& candidate : performer.carriers) {
    if (candidate.from <= pose + 1.0e-6) carrier = &candidate;
  }
  if (carrier == nullptr || !carrier->who || depth >= carried_depth_max) return {};
  const Matrix now = part_frame(scene, carrier->who, carrier->part, pose, depth + 1);
  if (carrier->turns) return carrier->rest.then(now);
  const auto named = named_point(scene, carrier->who, carrier->part);
  const Point at = named ? named->second : Point{};
  const Point moved = now.apply(at) - carrier->rest.inverse().apply(at);
  return Matrix::translation(moved.x, moved.y);
}

std::optional<std::pair<std::string, Point>> named_point(const Scene& scene, Who who,
                                                         const std::string& name) {
  const Rig* rig = rig_of(scene, who);
  if (rig == nullptr) return std::nullopt;
  const drawing::Drawing& drawing = *rig->drawing;
  for (const std::string& id : {name, name + "-tip", "mark_" + name, name + "-pin"}) {
    const auto point = drawing.point(id);
    if (!point) continue;
    const auto part = drawing.point_parts.find(id);
    return std::pair{part == drawing.point_parts.end() ? std::string() : part->second, *point};
  }
  const drawing::Part* part = drawing.part(name);
  if (part != nullptr) return std::pair{name, part->pin};
  return std::nullopt;
}

Matrix part_frame(const Scene& scene, Who who, const std::string& name, double pose, int depth) {
  const Rig* rig = rig_of(scene, who);
  if (rig == nullptr || depth >= carried_depth_max) return {};
  const auto named = named_point(scene, who, name);
  const int part = rig->part(named ? named->first : name);
  if (who.kind == Who::Kind::figure) {
    const Figure& figure = scene.figures[static_cast<std::size_t>(who.index)];
    const Posture posture = posture_of(scene, figure, pose, depth + 1);
    if (part >= 0) return posture.parts[static_cast<std::size_t>(part)];
    return posture.home.then(posture.carried);
  }
  if (who.kind == Who::Kind::prop) {
    const PropPose place =
        place_of(scene, scene.props[static_cast<std::size_t>(who.index)], pose, depth + 1);
    return part >= 0 ? place.parts[static_cast<std::size_t>(part)] : place.placed;
  }
  return part >= 0 ? own_turn(scene.set, *rig, part, pose) : Matrix{};
}

Point spot_at(const Scene& scene, const Spot& spot, const Figure* self, double pose, int depth) {
  switch (spot.kind) {
    case Spot::Kind::stage:
      return spot.at;
    case Spot::Kind::own: {
      if (self == nullptr) return {spot.at.x, acting_floor - spot.at.y};
      // Only what the trunk's own place needs: the hand of a figure never decides where it stands.
      Posture home;
      home.px = self->value("px", pose);
      home.facing = self->value("facing", pose, 1) < 0 ? -1 : 1;
      home.ground = self->value("ground", pose);
      return carrier_of(scene, *self, pose, depth).apply(home_point(home, spot.at.x, spot.at.y));
    }
    case Spot::Kind::point: {
      const auto named = named_point(scene, spot.who, spot.name);
      const Point rest = named ? named->second : Point{};
      return part_frame(scene, spot.who, spot.name, pose, depth).apply(rest) + spot.at;
    }
    case Spot::Kind::local:
      return part_frame(scene, spot.who, spot.name, pose, depth).apply(spot.at);
  }
  return spot.at;
}

namespace {

/// Moves all of a figure's home keys by what its carrier has done so far.
void keep_seen(Performer& performer, double pose, Point moved) {
  const auto shift = [&](const char* name, double by) {
    Channel* channel = performer.number(name);
    if (channel != nullptr && by != 0) channel->jump(pose, channel->at(pose) + by);
  };
  for (const char* name : {"px", "fx_near", "fx_far", "x"}) shift(name, moved.x);
  for (const char* name : {"ground", "h"}) shift(name, -moved.y);
}

}  // namespace

void carry(const Scene& scene, Performer& performer, Who who, const std::string& part, double pose,
           bool turns) {
  const Matrix before = carrier_of(scene, performer, pose, 0);
  const Channel* x = performer.number(performer.number("px") != nullptr ? "px" : "x");
  const Channel* height = performer.number(performer.number("px") != nullptr ? "ground" : "h");
  if (x != nullptr && height != nullptr) {
    const Point home{x->at(pose), acting_floor - height->at(pose)};
    keep_seen(performer, pose, before.apply(home) - home);
  }
  const Matrix now = who ? part_frame(scene, who, part, pose) : Matrix{};
  const bool sound = std::abs(now.determinant()) > 1.0e-9;
  performer.carriers.push_back({pose, sound ? who : Who{}, part, turns, now.inverse()});
}

}  // namespace onereel::blocking
