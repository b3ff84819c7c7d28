// What things do by themselves: change their label or state, open, grow, rock, swing, come and go.

#include <algorithm>
#include <cmath>

#include "keyer.h"
#include "labels.h"
#include "move_table.h"
#include "places.h"
#include "target.h"

namespace onereel::blocking {
namespace {

const Rig& rig_in(const Play& play) {
  switch (play.who.kind) {
    case Who::Kind::figure:
      return play.figure().rig;
    case Who::Kind::prop:
      return play.prop().rig;
    default:
      return play.scene.set.rig;
  }
}

Result<> play_label(const Play& play) {
  if (play.who.kind != Who::Kind::prop) {
    return play.error("who", "only props change their labels; set labels stand for a whole shot");
  }
  Prop& prop = play.prop();
  TRY(const std::string sign, sign_of(*prop.rig.drawing, play.cue.text("sign"), *play.cue.written));
  prop.labels.try_emplace(sign, Choice(""))
      .first->second.set(play.span.start, filled(play.cue.text("text"), play.slots));
  return {};
}

/// The group a single word is a choice of: `state`, or the only one there is.
Result<std::string> group_of(const Play& play, const std::string& choice) {
  const auto swaps = swaps_of(*rig_in(play).drawing);
  const std::string part = play.cue.text("part");
  if (!part.empty()) return part;
  std::string found;
  for (const auto& [group, swap] : swaps) {
    if (std::find(swap.choices.begin(), swap.choices.end(), choice) == swap.choices.end()) continue;
    if (group == "state") return group;
    if (found.empty()) found = group;
  }
  if (!found.empty()) return found;
  std::vector<std::string> all;
  for (const auto& [group, swap] : swaps) {
    for (const std::string& word : swap.choices) all.push_back(group + "-" + word);
  }
  return play.error("is", "no drawing '" + choice + "'" + instead_of(choice, all));
}

Result<> show_choice(const Play& play, double pose, const Document& is) {
  Performer& performer = *play.scene.performer(play.who);
  if (is.is_map()) return swap(performer, *rig_in(play).drawing, pose, is);
  TRY(const std::string group, group_of(play, is.scalar));
  const Document choice = map_node({{group, is}});
  return swap(performer, *rig_in(play).drawing, pose, choice);
}

Result<> play_state(const Play& play) {
  const Document* is = play.cue.written->find("is");
  if (is == nullptr) return play.error("state says is: which drawing, or {group: drawing}");
  return show_choice(play, play.span.hit, *is);
}

Result<Ease> ease_or(const Play& play, Ease otherwise) {
  const Document* written = play.cue.written->find("ease");
  if (written == nullptr) return otherwise;
  return read_ease(written->scalar);
}

/// A moving piece: turned to an angle, slid by x or y, or swapped to a word.
Result<> play_part(const Play& play) {
  const Document* is = play.cue.written->find("is");
  const std::string part = play.cue.text("part");
  const Rig& rig = rig_in(play);
  if (!part.empty() && rig.drawing->part(part) == nullptr &&
      swaps_of(*rig.drawing).count(part) == 0) {
    std::vector<std::string> names;
    for (const drawing::Part& known : rig.drawing->parts) names.push_back(known.name);
    return play.error("part", "no part '" + part + "'" + instead_of(part, names));
  }
  Performer& performer = *play.scene.performer(play.who);
  Keyer keys(performer);
  TRY(const Ease ease, ease_or(play, Ease::both));
  const double from = play.span.start + play.span.anticipation;
  const double settle = play.cue.number("over", 0);
  for (const auto& [field, channel] :
       {std::pair{"is", part}, std::pair{"x", part + "_x"}, std::pair{"y", part + "_y"}}) {
    const Document* value = play.cue.written->find(field);
    if (value == nullptr || value->is_map() || !value->number()) continue;
    Channel* moving = performer.number(channel);
    if (moving == nullptr) return play.error(field, "part: says which piece moves");
    const double to = *value->number();
    moving->pin(from);
    moving->key(play.span.hit, to, ease);
    if (settle == 0) continue;
    moving->key(play.span.hit + 1, to + settle, Ease::out);
    moving->key(play.span.hit + 3, to - 0.4 * settle, Ease::both);
    moving->key(play.span.hit + 5, to, Ease::both);
  }
  if (is != nullptr && !is->number()) return show_choice(play, play.span.hit, *is);
  return {};
}

/// Larger or smaller, with a breath before it.
Result<> play_grow(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  Channel& scale = performer.need("scale", 1);
  const double t = play.span.start;
  const double from = scale.at(t);
  const double to = play.cue.number("is", from);
  scale.pin(t);
  scale.key(t + 1, from + (from - to) * 0.06, Ease::out);
  scale.key(play.span.hit, to + 0.14 * (to - from), Ease::linear);
  scale.key(play.span.hit + 1, to - 0.06 * (to - from), Ease::both);
  scale.key(play.span.hit + 2, to, Ease::both);
  return {};
}

/// Rocks or swings and dies down: `part` about its pin, or the whole thing about its foot.
Result<> play_swing(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const std::string part =
      play.cue.text("part", play.who.kind == Who::Kind::figure ? "turn" : "rot");
  Channel* channel = performer.number(part);
  if (channel == nullptr) return play.error("part", "no channel or part '" + part + "'");
  const double t = play.span.start;
  const double rest = channel->at(t);
  const double size = play.cue.number("how", 15);
  const double period = std::max(2.0, play.cue.number("period", 5.5));
  const double decay = play.cue.number("decay", 0.22);
  channel->pin(t);
  const int poses = std::max(2, play.span.hit - play.span.start);
  for (int n = 1; n <= poses; ++n) {
    const double swung = size * std::exp(-decay * n) * std::cos(6.2831853 * (n - 1) / period);
    channel->key(t + n, rest + (n == poses ? 0 : swung), Ease::linear);
  }
  return {};
}

/// Thumped: up and down with what stands on it.
Result<> play_hop(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const bool figure = play.who.kind == Who::Kind::figure;
  Channel& height = performer.need(figure ? "ground" : "h");
  Channel& tilt = performer.need(figure ? "turn" : "rot");
  const double t = play.span.start;
  const double k = play.cue.number("how", 1);
  const double rest = height.at(t);
  const double level = tilt.at(t);
  height.pin(t);
  tilt.pin(t);
  double n = t;
  for (const auto& [up, turned] :
       {std::pair{16.0, 2.0}, {12.0, -1.5}, {0.0, 0.0}, {4.0, 0.5}, {0.0, 0.0}}) {
    n += 1;
    height.key(n, rest + up * k, Ease::linear);
    tilt.key(n, level + turned * k, Ease::linear);
  }
  return {};
}

Result<> play_appear(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const double t = play.span.start;
  const bool gone = play.cue.text("gone") == "true";
  Keyer keys(performer);
  if (gone) {
    keys.jump(play.span.hit, {{"shown", 0}});
    return {};
  }
  keys.jump(t, {{"shown", 1}});
  const double rise = play.cue.number("rise", 0);
  if (rise != 0) {
    Channel& height = performer.need(play.who.kind == Who::Kind::figure ? "ground" : "h");
    const double to = height.at(t);
    height.jump(t, to - rise);
    height.key(std::max(play.span.hit, play.span.start + 1), to, Ease::out);
  }
  if (const Document* is = play.cue.written->find("is")) {
    TRY(const Target target, target_named(play, is->scalar, *is));
    return strike(play, target, {t, 0, 0, 0, 0, Ease::linear, 0});
  }
  return {};
}

/// Nearer to us or farther: who is painted over whom.
Result<> play_layer(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  performer.need("layer").jump(play.span.start, play.cue.number("is", 0));
  return {};
}

/// Only seen inside a box, as behind a jamb, or behind a sheet of the set.
Result<> play_clip(const Play& play) {
  Performer& performer = *play.scene.performer(play.who);
  const Document* is = play.cue.written->find("is");
  const double t = play.span.start;
  const std::string behind = play.cue.text("behind");
  if (is != nullptr && is->is_list() && is->items.size() == 4) {
    const std::array<const char*, 4> names{"clip_x", "clip_y", "clip_right", "clip_bottom"};
    for (std::size_t k = 0; k < 4; ++k) {
      TRY(const double edge, is->items[k].number());
      performer.need(names[k]).jump(t, edge);
    }
    performer.need("clipped").jump(t, 1);
  } else if (is != nullptr && is->scalar != "none") {
    return play.error("is", "a clip is [left, top, right, bottom] in stage units, or none");
  } else if (is != nullptr) {
    performer.need("clipped").jump(t, 0);
  }
  if (!behind.empty()) {
    const auto& plates = play.scene.set.rig.drawing->plates;
    const bool known =
        behind == "none" || std::any_of(plates.begin(), plates.end(),
                                        [&](const auto& plate) { return plate.id == behind; });
    if (!known) return play.error("behind", "the set has no plate '" + behind + "'");
    performer.words.try_emplace("behind", Choice(""))
        .first->second.set(t, behind == "none" ? "" : behind);
  }
  return {};
}

}  // namespace

std::vector<Move> thing_moves() {
  return {
      {"label", 0, 0, 0, "p", "text sign", play_label},
      {"state", 0, 0, 0, "fps", "is part", play_state},
      {"part", 1, 4, 3, "fps", "part is x y over", play_part},
      {"grow", 0, 2, 0, "fp", "is", play_grow},
      {"swing", 0, 14, 0, "fps", "part period decay", play_swing},
      {"hop", 0, 5, 0, "fp", "", play_hop},
      {"appear", 0, 2, 0, "fp", "gone is rise", play_appear},
      {"layer", 0, 0, 0, "fp", "is", play_layer},
      {"clip", 0, 0, 0, "fp", "is behind", play_clip},
  };
}

}  // namespace onereel::blocking
