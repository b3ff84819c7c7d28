// What hands and things do with each other: taking, putting down, handing over, riding.

#include <algorithm>
#include <cmath>

#include "build_scene.h"
#include "keyer.h"
#include "move_table.h"
#include "places.h"
#include "target.h"

namespace onereel::blocking {
namespace {

struct Holder {
  Who who;
  Side side = near_side;
  bool both = false;
};

/// "near@apprentice", "far@friend", "both@apprentice"; nullopt if it is no such word.
std::optional<Holder> holder_in(const Scene& scene, const std::string& text) {
  const std::size_t at = text.find('@');
  if (at == std::string::npos) return std::nullopt;
  const std::string hand = text.substr(0, at);
  const auto who = scene.by_name.find(text.substr(at + 1));
  if (who == scene.by_name.end() || who->second.kind != Who::Kind::figure) return std::nullopt;
  if (hand != "near" && hand != "far" && hand != "both") return std::nullopt;
  return Holder{who->second, hand == "far" ? far_side : near_side, hand == "both"};
}

std::string grip_of(const Prop& prop, const std::string& asked) {
  if (!asked.empty()) return asked;
  return prop.rig.drawing->point("grip") ? "grip" : "";
}

}  // namespace

Result<> put_in_hand(Scene& scene, Prop& prop, const std::string& held, HandTimes times,
                     const std::string& lead, const Document& where) {
  const auto holder = holder_in(scene, held);
  if (!holder) {
    return at_line(
        where, "held is near@who, far@who or both@who, with one of the cast; not '" + held + "'");
  }
  Figure& figure = scene.figures[static_cast<std::size_t>(holder->who.index)];
  if (!figure.rig.arms) return at_line(where, "'" + figure.id + "' has no hands to hold with");
  const std::string grip = grip_of(prop, lead);
  // A hand that has to come for it is then led by it; one that has it already takes it along.
  const bool leads = holder->both || times.taken > times.reached_for;
  const PropFrame frame{times.taken, leads ? PropFrame::Kind::hips : PropFrame::Kind::hand,
                        holder->who, holder->side,
                        {},          false};
  const Who self = scene.by_name.find(prop.id)->second;
  const auto spot_on = [&](const std::string& point) {
    return Spot{point.empty() ? Spot::Kind::local : Spot::Kind::point, self, point, {}};
  };
  if (leads) {
    const bool second = prop.rig.drawing->point("grip_2").has_value();
    const Side main = holder->both ? near_side : holder->side;
    aim_hand(figure, main, times.reached_for, times.taken, Ease::out, spot_on(grip));
    if (holder->both) {
      aim_hand(figure, far_side, times.reached_for, times.taken, Ease::out,
               spot_on(second ? "grip_2" : grip));
    }
  }
  put_into(scene, prop, frame, grip);
  if (!leads) {
    // From now on it hangs at the palm, wherever it was seen before.
    prop.need("x").jump(times.taken, 0);
    prop.need("h").jump(times.taken, 0);
  }
  return {};
}

namespace {

Result<> put_on_point(const Play& play, const std::string& to, const Document& where) {
  Prop& prop = play.prop();
  TRY(const Place place, read_place(play.scene, where, play.span.start));
  if (place.spot.kind != Spot::Kind::point) {
    return play.error("to",
                      "'" + to + "' is no point of a performer: near@who, who.point, set.mark");
  }
  PropFrame frame{static_cast<double>(play.span.start),
                  PropFrame::Kind::point,
                  place.spot.who,
                  near_side,
                  place.spot.name,
                  play.cue.text("turns", "true") == "true"};
  const std::string lead = play.cue.text("lead_point", prop.lead.at(play.span.start));
  put_into(play.scene, prop, frame, lead);
  Keyer keys(prop);
  const double hit = std::max(play.span.hit, play.span.start + 1);
  if (play.cue.has("for")) {
    keys.way(play.span.start, hit, Ease::both, {{"x", place.spot.at.x}, {"h", 0}});
  } else if (play.cue.text("keep") != "true") {
    keys.jump(play.span.start, {{"x", place.spot.at.x}, {"h", 0}});
  }
  return {};
}

/// A worn thing is no longer painted by its puppet; the cap comes off, the hand has it.
Result<> play_attach(const Play& play) {
  const Document* to = play.cue.written->find("to");
  if (to == nullptr) return play.error("attach says to: near@who, who.point or worn");
  Prop& prop = play.prop();
  const double t = play.span.start;
  if (to->scalar == "worn") {
    if (prop.only_part.empty()) return play.error("to", "only a prop of: a puppet's part is worn");
    put_into(play.scene, prop, {t, PropFrame::Kind::worn, prop.part_of, near_side, {}, false}, "");
    Keyer(prop).jump(t, {{"x", 0}, {"h", 0}, {"rot", 0}});
    return {};
  }
  if (to->scalar.find('@') == std::string::npos) return put_on_point(play, to->scalar, *to);
  TRY_DO(put_in_hand(play.scene, prop, to->scalar, {t, static_cast<double>(play.span.hit)},
                     play.cue.text("lead_point"), *to));
  if (play.cue.has("rot")) {
    Keyer(prop).way(t, std::max(t + 1, static_cast<double>(play.span.hit)), Ease::out,
                    {{"rot", play.cue.number("rot", 0)}});
  }
  return {};
}

/// Out of the hand, to where it is seen, or to a place in some poses. The hand stays two poses.
Result<> play_detach(const Play& play) {
  Prop& prop = play.prop();
  const double t = play.span.start;
  const PropFrame held = frame_at(prop, t);
  put_into(play.scene, prop, {t, PropFrame::Kind::stage, {}, near_side, {}, false},
           play.cue.text("lead_point", prop.lead.at(t)));
  if (const Document* to = play.cue.written->find("to")) {
    TRY(const Place place, read_place(play.scene, *to, t));
    const double hit = std::max(t + 1, static_cast<double>(play.span.hit));
    Keyer keys(prop);
    keys.way(t, hit, Ease::both, {{"x", place.x}, {"rot", play.cue.number("rot", 0)}});
    Channel& h = prop.need("h");
    h.pin(t);
    h.key(hit, place.height, Ease::both, play.cue.number("arc", 0));
  }
  if (held.who.kind != Who::Kind::figure || play.cue.text("keep") == "true") return {};
  Figure& figure = play.scene.figures[static_cast<std::size_t>(held.who.index)];
  const Who self = play.scene.by_name.find(prop.id)->second;
  for (const Side side : both_sides) {
    const auto& aims = figure.aims[side];
    const bool on_it = !aims.empty() && aims.back().spot.who == self && aims.back().from <= t;
    if (on_it && figure.value("ik_" + side_name(side), t) > 0)
      free_hand(figure, side, t + 2, t + 5);
  }
  return {};
}

/// Another point of the prop leads: it stays where it is, the hand jumps over to it.
Result<> play_regrip(const Play& play) {
  Prop& prop = play.prop();
  const double t = play.span.start;
  const std::string point = play.cue.text("is", "grip");
  if (!prop.rig.drawing->point(point))
    return play.error("is", "the prop has no point '" + point + "'");
  PropFrame frame = frame_at(prop, t);
  frame.from = t;
  put_into(play.scene, prop, frame, point);
  if (frame.kind != PropFrame::Kind::hips) return {};
  Figure& figure = play.scene.figures[static_cast<std::size_t>(frame.who.index)];
  const Who self = play.scene.by_name.find(prop.id)->second;
  const std::string hand = play.cue.text("hand");
  const Side side = hand == "far" ? far_side : hand == "near" ? near_side : frame.side;
  aim_hand(figure, side, t, t + 1, Ease::linear, {Spot::Kind::point, self, point, {}});
  return {};
}

/// A hand goes to a handle, or to any point; the body gives way, the feet stay.
Result<> play_reach(const Play& play) {
  const Document* to = play.cue.written->find("to");
  if (to == nullptr) return play.error("reach says to: a point, as icebox.handle");
  TRY(const Place place, read_place(play.scene, *to, play.span.start));
  Figure& figure = play.figure();
  if (!figure.rig.arms) return play.error("'" + figure.id + "' has no arms");
  const Side side = play.cue.text("hand", "near") == "far" ? far_side : near_side;
  Spot spot = place.spot;
  if (place.spot.kind == Spot::Kind::stage) {
    spot.at = {place.x, acting_floor - place.height};
  }
  const double t = play.span.start + play.span.anticipation;
  Keyer keys(figure);
  if (play.span.anticipation > 0) {
    keys.way(play.span.start, t, Ease::out, {{"chest", figure.value("chest", t) - 4}});
  }
  aim_hand(figure, side, t, play.span.hit, Ease::out, spot, 12);
  const std::string& name = side_name(side);
  keys.show(t, "hand_" + name, "open");
  keys.show(play.span.hit, "hand_" + name, play.cue.text("is", "grip"));
  keys.way(play.span.hit - 2, play.span.hit, Ease::out, {{"chest", 6 * play.cue.number("how", 1)}});
  return {};
}

Result<> play_release(const Play& play) {
  Figure& figure = play.figure();
  const std::string hand = play.cue.text("hand", "both");
  Keyer keys(figure);
  for (const Side side : both_sides) {
    if (!figure.rig.arms || (hand != "both" && hand != side_name(side))) continue;
    free_hand(figure, side, play.span.start, play.span.hit);
    keys.show(play.span.start, "hand_" + side_name(side), play.cue.text("is", "relax"));
  }
  return {};
}

/// Carried by a thing, a part of the set or a point of another from now on, or put down again.
Result<> play_ride(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const double t = play.span.start;
  const Document* to = play.cue.written->find("to");
  if (to == nullptr) return play.error("ride says to: what carries, or to: floor");
  if (to->scalar == "floor") {
    carry(play.scene, performer, {}, {}, t, false);
    return {};
  }
  const std::size_t dot = to->scalar.find('.');
  const auto who = play.scene.by_name.find(to->scalar.substr(0, dot));
  if (who == play.scene.by_name.end() || who->second == play.who) {
    return play.error("to", "there is nothing called '" + to->scalar + "' to ride on");
  }
  const std::string part = dot == std::string::npos ? "" : to->scalar.substr(dot + 1);
  if (!part.empty() && !named_point(play.scene, who->second, part)) {
    return play.error("to",
                      "'" + to->scalar.substr(0, dot) + "' has no part or point '" + part + "'");
  }
  carry(play.scene, performer, who->second, part, t, play.cue.text("turns", "true") == "true");
  return {};
}

}  // namespace

std::vector<Move> hand_moves() {
  return {
      {"attach", 0, 0, 0, "p", "to rot lead_point turns keep", play_attach},
      {"detach", 0, 0, 0, "p", "to rot arc lead_point keep", play_detach},
      {"regrip", 0, 0, 0, "p", "is hand", play_regrip},
      {"reach", 2, 5, 2, "f", "to hand is", play_reach},
      {"release", 0, 3, 0, "f", "hand is", play_release},
      {"ride", 0, 0, 0, "fp", "to turns", play_ride},
  };
}

}  // namespace onereel::blocking
