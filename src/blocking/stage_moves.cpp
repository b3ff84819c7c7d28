// The stage itself: light, iris, camera, weather; time that stands still or runs backwards; drawn
// liquids and smoke.

#include <algorithm>
#include <cmath>

#include "keyer.h"
#include "move_table.h"
#include "onereel/base/dice.h"
#include "places.h"

namespace onereel::blocking {
namespace {

constexpr double half_diagonal = 800;

Result<Place> aimed_at(const Play& play) {
  const Document* to = play.cue.written->find("to");
  if (to == nullptr) return Place{640, 300, {Spot::Kind::stage, {}, {}, {640, 526}}, true};
  TRY(Place place, read_place(play.scene, *to, play.span.hit));
  const auto who = play.scene.by_name.find(to->scalar);
  if (who != play.scene.by_name.end() && who->second.kind == Who::Kind::figure) {
    const Figure& figure = play.scene.figures[static_cast<std::size_t>(who->second.index)];
    place.spot = {
        Spot::Kind::point, who->second, figure.rig.head >= 0 ? "head" : "chest", {0, -10}};
  } else if (place.spot.kind == Spot::Kind::stage && !place.has_height) {
    place.spot.at = {place.x, acting_floor - 200};
  }
  return place;
}

Result<> play_light(const Play& play) {
  const double to = play.cue.number("is", 1);
  Keyer(play.scene.set).way(play.span.start, play.span.hit, Ease::linear, {{"light", to}});
  return {};
}

Result<> play_iris(const Play& play) {
  SetPiece& set = play.scene.set;
  TRY(const Place place, aimed_at(play));
  set.aims.push_back({static_cast<double>(play.span.start), place.spot});
  Channel& radius = set.need("iris");
  const double t = play.span.start;
  const double hit = std::max(play.span.hit, play.span.start + 1);
  if (play.cue.text("is", "out") == "in") {
    radius.jump(t, 1);
    radius.key(hit, half_diagonal, Ease::both);
    radius.jump(hit + 0.5, 0);
    return {};
  }
  // In to the face, a rest on it, and then nothing.
  const double face = play.cue.number("how", 115);
  const double rest = t + (hit - t) * 0.5;
  radius.jump(t, half_diagonal);
  radius.key(rest, face, Ease::both);
  radius.key(rest + (hit - rest) * 0.66, face, Ease::linear);
  radius.key(hit, 0.5, Ease::in);
  return {};
}

Result<> play_push(const Play& play) {
  SetPiece& set = play.scene.set;
  TRY(const Place place, aimed_at(play));
  const Point at = spot_at(play.scene, place.spot, nullptr, play.span.start);
  const double zoom = 1 + play.cue.number("how", 0.06);
  if (set.value("zoom", play.span.start, 1) == 1) {
    Keyer(set).jump(play.span.start, {{"focus_x", at.x}, {"focus_y", at.y}});
  }
  // Half smooth, half even, so that it never stands.
  Channel& channel = set.need("zoom", 1);
  const double from = channel.at(play.span.start);
  channel.pin(play.span.start);
  const int poses = std::max(1, play.span.hit - play.span.start);
  for (int n = 1; n <= poses; ++n) {
    const double u = static_cast<double>(n) / poses;
    channel.key(play.span.start + n, from + (zoom - from) * (0.5 * u + 0.5 * eased(Ease::both, u)),
                Ease::linear);
  }
  return {};
}

Result<> play_gust(const Play& play) {
  const double sign = play.cue.text("to", "left") == "right" ? 1 : -1;
  const double strength = 22 * play.cue.number("how", 1);
  Keyer set(play.scene.set);
  set.jump(play.span.hit, {{"wind", sign * strength}});
  set.jump(play.span.hit + std::max(9, play.span.hold), {{"wind", 0}});
  Effect effect;
  effect.kind = EffectKind::leaves;
  effect.from = play.span.hit - 2.5;
  effect.until = play.span.hit + 12;
  effect.speed = {sign, 0};
  effect.count = 16;
  effect.seed = mix(play.seed + static_cast<std::uint64_t>(play.span.hit));
  play.scene.effects.push_back(effect);
  return {};
}

Result<> play_snow(const Play& play) {
  Effect effect;
  effect.kind = EffectKind::snow;
  effect.from = play.span.start;
  effect.until = play.cue.has("for") ? play.span.hit : 1.0e6;
  effect.count = static_cast<int>(std::clamp(play.cue.number("count", 150), 1.0, 600.0));
  effect.seed = play.seed;
  effect.layer = static_cast<int>(play.cue.number("layer", 60));
  play.scene.effects.push_back(effect);
  return {};
}

Result<> add_effect(const Play& play, EffectKind kind, Effect effect, bool aimed) {
  effect.kind = kind;
  effect.from = play.span.start + play.span.anticipation;
  effect.until = play.span.hit;
  const Document* from = play.cue.written->find("from");
  if (from == nullptr) return play.error(play.cue.move + " says from: a place, as can.spout");
  TRY(const Place begins, read_place(play.scene, *from, play.span.start));
  effect.through.push_back(begins.spot);
  if (aimed) {
    const Document* to = play.cue.written->find("to");
    if (to == nullptr) return play.error(play.cue.move + " says to: a place, as cup.mouth");
    TRY(const Place ends, read_place(play.scene, *to, play.span.start));
    effect.through.push_back(ends.spot);
  }
  effect.width = play.cue.number("width", effect.width);
  effect.count = static_cast<int>(std::clamp(play.cue.number("count", effect.count), 1.0, 200.0));
  effect.gravity = play.cue.number("gravity", effect.gravity);
  effect.speed = {play.cue.number("vx", effect.speed.x), play.cue.number("vy", effect.speed.y)};
  effect.grey = play.cue.number("grey", effect.grey);
  effect.edge = play.cue.number("edge", effect.edge);
  effect.layer = static_cast<int>(play.cue.number("layer", effect.layer));
  effect.seed =
      mix(play.seed + static_cast<std::uint64_t>(play.span.start) * 31 + play.scene.effects.size());
  play.scene.effects.push_back(std::move(effect));
  return {};
}

Result<> play_stream(const Play& play) {
  Effect effect;
  effect.width = 5.5;
  return add_effect(play, EffectKind::stream, effect, true);
}

/// Several hoses side by side, so that it is a fountain and not a cloud.
Result<> play_spray(const Play& play) {
  const int hoses = static_cast<int>(std::clamp(play.cue.number("times", 3), 1.0, 6.0));
  for (int k = 0; k < hoses; ++k) {
    Effect effect;
    effect.gravity = 6;
    const double spread = hoses > 1 ? k - (hoses - 1) / 2.0 : 0;
    const double vx = play.cue.number("vx", 26);
    const double vy = play.cue.number("vy", -8);
    TRY_DO(add_effect(play, EffectKind::spray, effect, false));
    Effect& added = play.scene.effects.back();
    added.speed = {vx + spread * 2.4, vy + spread * 4};
    added.width = play.cue.number("width", 22) * (1 - 0.18 * std::abs(spread));
    added.until = play.span.start + play.span.anticipation + std::max(2, play.span.action / hoses);
    if (play.cue.has("for")) added.until = play.span.hit;
  }
  return {};
}

Result<> play_drops(const Play& play) {
  Effect effect;
  effect.width = 6;
  effect.gravity = 5.2;
  return add_effect(play, EffectKind::drops, effect, false);
}

Result<> play_steam(const Play& play) {
  Effect effect;
  effect.width = 9;
  return add_effect(play, EffectKind::puffs, effect, false);
}

Result<> play_dust(const Play& play) {
  for (const double sign : {-1.0, 1.0}) {
    Effect effect;
    effect.width = 12;
    effect.gravity = -1;
    effect.grey = 0.75;
    effect.edge = 0;
    effect.speed = {sign * 16, -6};
    TRY_DO(add_effect(play, EffectKind::puffs, effect, false));
  }
  return {};
}

Result<> play_rays(const Play& play) {
  Effect effect;
  effect.width = 3;
  effect.count = 7;
  effect.grey = 0;
  effect.edge = 0;
  return add_effect(play, EffectKind::rays, effect, false);
}

Result<> play_puddle(const Play& play) {
  Effect effect;
  effect.width = 250;
  effect.layer = 5;
  TRY_DO(add_effect(play, EffectKind::puddle, effect, false));
  play.scene.effects.back().until = 1.0e6;
  return {};
}

/// A cone of light from a lamp to the floor, while the cue lasts and holds.
Result<> play_beam(const Play& play) {
  Effect effect;
  effect.width = 840;
  effect.speed = {100, 0};
  effect.edge = 0;
  effect.layer = -1;
  effect.opacity = std::clamp(play.cue.number("how", 0.35), 0.0, 1.0);
  TRY_DO(add_effect(play, EffectKind::beam, effect, true));
  Effect& added = play.scene.effects.back();
  added.from = play.span.start;
  added.until = play.cue.has("for") ? play.span.hit : 1.0e6;
  return {};
}

Result<> play_drift(const Play& play) {
  Effect effect;
  effect.kind = EffectKind::drift;
  effect.from = play.span.start;
  effect.until = 1.0e6;
  effect.width = play.cue.number("width", 9);
  effect.grey = play.cue.number("grey", 0.86);
  effect.edge = 0;
  effect.layer = static_cast<int>(play.cue.number("layer", -2));
  play.scene.effects.push_back(std::move(effect));
  return {};
}

Result<> play_freeze(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const double t = play.span.start;
  const double end = t + std::max(1, play.span.action + play.span.hold);
  performer.warps.push_back({t, end, t, t, Ease::linear});
  return {};
}

Result<double> moment_pose(const Play& play, std::string_view field) {
  const Document* written = play.cue.written->find(field);
  if (written == nullptr) return play.error("reverse says from: and to: moments, as slip.end");
  TRY(const Moment moment, read_moment(*written));
  if (moment.from == Moment::From::film) return moment.plus;
  const auto found = play.times.find(moment.cue);
  if (found == play.times.end()) return play.error(field, "no cue has the id '" + moment.cue + "'");
  const CueSpan& span = found->second;
  const int base = moment.from == Moment::From::start ? span.start
                   : moment.from == Moment::From::end ? span.end
                                                      : span.hit;
  return base + moment.plus;
}

/// Film run backwards, or once more: even the scarf leads, as it does in film run backwards.
Result<> play_reverse(const Play& play) {
  TRY(double from, moment_pose(play, "from"));
  TRY(double to, moment_pose(play, "to"));
  const bool backwards = play.cue.move == "reverse";
  if (backwards == (from < to)) std::swap(from, to);
  Performer& performer = *play.scene.performer(play.who);
  const double hit = std::max(play.span.hit, play.span.start + 1);
  performer.warps.push_back({static_cast<double>(play.span.start), hit, from, to, Ease::linear});
  for (auto& [name, channel] : performer.numbers) channel.jump(hit + 0.5, channel.at(to));
  for (auto& [name, word] : performer.words) word.set(hit + 0.5, word.at(to));
  return {};
}

/// Does what another did, some poses later: queues, mirrors, echoes.
Result<> play_follow(const Play& play) {
  TRY(const Who leader_who, play.named("to"));
  if (leader_who.kind != play.who.kind) return play.error("to", "a figure follows a figure");
  const double late = play.cue.number("how", 3);
  Performer& follower = *play.scene.performer(play.who);
  const Performer& leader = *play.scene.performer(leader_who);
  const double t = play.span.start;
  const double mirror =
      leader.value("facing", t, 1) * follower.value("facing", t + late, 1) < 0 ? -1 : 1;
  for (auto& [name, channel] : follower.numbers) {
    const auto found = leader.numbers.find(name);
    if (found == leader.numbers.end() || name == "scale" || name == "shown") continue;
    const bool place = name == "px" || name == "x" || name.starts_with("fx_");
    const double begins = channel.at(t);
    const double base = found->second.at(t - late);
    channel.pin(t);
    for (int n = play.span.start; n <= play.span.hit; ++n) {
      const double value = found->second.at(n - late);
      if (name == "facing") {
        if (value * mirror != channel.at(n)) channel.jump(n, value * mirror);
        continue;
      }
      channel.key(n, place ? begins + mirror * (value - base) : value, Ease::linear);
    }
  }
  for (auto& [name, word] : follower.words) {
    const auto found = leader.words.find(name);
    if (found == leader.words.end()) continue;
    for (int n = play.span.start; n <= play.span.hit; ++n) {
      const std::string& value = found->second.at(n - late);
      if (word.at(n) != value) word.set(n, value);
    }
  }
  return {};
}

}  // namespace

std::vector<Move> stage_moves() {
  constexpr std::string_view drawn = "from to vx vy width count gravity grey edge layer";
  return {
      {"light", 0, 12, 0, "s", "is", play_light},
      {"iris", 0, 18, 0, "s", "is to", play_iris},
      {"push", 0, 48, 0, "s", "to", play_push},
      {"gust", 0, 6, 0, "s", "to", play_gust},
      {"snow", 0, 12, 0, "s", "count layer", play_snow},
      {"stream", 0, 6, 0, "ps", drawn, play_stream},
      {"spray", 0, 13, 0, "ps", drawn, play_spray},
      {"drops", 0, 2, 0, "fps", drawn, play_drops},
      {"steam", 0, 12, 0, "fps", drawn, play_steam},
      {"dust", 0, 3, 0, "fps", drawn, play_dust},
      {"rays", 0, 2, 0, "fps", drawn, play_rays},
      {"puddle", 0, 14, 0, "ps", drawn, play_puddle},
      {"beam", 0, 12, 0, "s", drawn, play_beam},
      {"drift", 0, 14, 0, "s", "width grey layer", play_drift},
      {"freeze", 0, 6, 0, "fp", "", play_freeze},
      {"reverse", 0, 12, 0, "fp", "from to", play_reverse},
      {"replay", 0, 12, 0, "fp", "from to", play_reverse},
      {"follow", 0, 12, 0, "fp", "to", play_follow},
  };
}

}  // namespace onereel::blocking
