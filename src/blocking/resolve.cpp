#include "onereel/blocking/resolve.h"

#include <algorithm>
#include <numeric>

#include "build_scene.h"
#include "labels.h"
#include "move_table.h"
#include "own_moves.h"
#include "paint.h"
#include "places.h"
#include "timing.h"

namespace onereel::blocking {

struct Blocking::Stage {
  Scene scene;
  Attention attention;
  std::vector<CueTime> cues;
  StageSetting setting;
  int poses = 0;
};

Blocking::Blocking(std::unique_ptr<Stage> stage) : stage_(std::move(stage)) {}
Blocking::~Blocking() = default;
Blocking::Blocking(Blocking&&) noexcept = default;
Blocking& Blocking::operator=(Blocking&&) noexcept = default;

int Blocking::poses() const {
  return stage_->poses;
}
const std::vector<CueTime>& Blocking::cues() const {
  return stage_->cues;
}
const StageSetting& Blocking::setting() const {
  return stage_->setting;
}
StagePose Blocking::pose(double pose) const {
  return paint_stage(stage_->scene, stage_->attention, pose);
}

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : "+") + word;
  return all;
}

Result<Timing> timed(const Sheet& sheet, const Scene& scene, int units_kept) {
  std::map<std::string, double> x;
  std::map<std::string, double> legs;
  for (const auto& [name, mark] : scene.marks) x[name] = mark.first;
  for (const auto& [name, who] : scene.by_name) {
    if (who.kind == Who::Kind::figure) {
      const Figure& figure = scene.figures[static_cast<std::size_t>(who.index)];
      x[name] = figure.value("px", -5);
      legs[name] = figure.rig.legs && !figure.seated ? figure.rig.leg_scale * figure.scale : 0;
    } else if (who.kind == Who::Kind::prop) {
      x[name] = scene.props[static_cast<std::size_t>(who.index)].value("x", -5);
    }
  }
  return time_cues(sheet, x, legs, units_kept);
}

Result<> check_doer(const Play& play, const Move& move) {
  const char kind = play.who.kind == Who::Kind::figure ? 'f'
                    : play.who.kind == Who::Kind::prop ? 'p'
                                                       : 's';
  if (move.who.find(kind) != std::string_view::npos) return {};
  std::string who;
  for (const char letter : move.who) {
    who += who.empty() ? "" : " or ";
    who += letter == 'f' ? "one of the cast" : letter == 'p' ? "a prop" : "who: set";
  }
  return play.error("who", std::string(move.name) + " is done by " + who);
}

Result<> play_cue(const Play& play) {
  const auto own = play.sheet.moves.find(play.cue.move);
  if (own != play.sheet.moves.end()) return play_own_move(play, own->second);
  const Move* move = move_named(play.cue.move);
  TRY_DO(check_doer(play, *move));
  return move->play(play);
}

/// In order of their start, whatever their order in the file: a later cue interrupts an earlier
/// one.
Result<> play_all(const Sheet& sheet, const Timing& timing, const Performance& performance,
                  Scene& scene) {
  std::vector<std::size_t> order(sheet.cues.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return timing.spans[a].start < timing.spans[b].start;
  });
  for (const std::size_t index : order) {
    if (!timing.spans[index].played) continue;
    const Cue& cue = sheet.cues[index];
    for (const std::string& who : cue.who) {
      const Play play{scene,
                      sheet,
                      cue,
                      timing.spans[index],
                      scene.by_name.find(who)->second,
                      timing.by_id,
                      performance.slots,
                      performance.seed};
      TRY_DO(play_cue(play));
    }
  }
  return {};
}

Result<double> string_moment(const Document& written, std::string_view field, const Timing& timing,
                             double otherwise) {
  const Document* node = written.find(field);
  if (node == nullptr) return otherwise;
  TRY(const Moment moment, read_moment(*node));
  if (moment.from == Moment::From::film) return moment.plus;
  const auto found = timing.by_id.find(moment.cue);
  if (found == timing.by_id.end()) return at_line(*node, "no cue has the id '" + moment.cue + "'");
  const CueSpan& span = found->second;
  const int base = moment.from == Moment::From::start ? span.start
                   : moment.from == Moment::From::end ? span.end
                                                      : span.hit;
  return base + moment.plus;
}

/// Strings, ropes, cords: lines through places that move.
Result<> add_strings(const Sheet& sheet, const Timing& timing, Scene& scene) {
  const Document* strings = sheet.written->find("strings");
  if (strings == nullptr) return {};
  for (const auto& [name, written] : strings->entries) {
    TRY_DO(written.only({"through", "from", "until", "width", "grey", "edge", "sag", "layer"}));
    Effect effect;
    TRY(effect.from, string_moment(written, "from", timing, -1.0e6));
    TRY(effect.until, string_moment(written, "until", timing, 1.0e6));
    const Document* through = written.find("through");
    if (through == nullptr || !through->is_list() || through->items.size() < 2) {
      return at_line(written, "a string goes through: [place, place, ...]");
    }
    for (const Document& point : through->items) {
      TRY(const Place place, read_place(scene, point, effect.from));
      effect.through.push_back(place.spot);
    }
    effect.width = written.number_or("width", 3);
    effect.grey = written.number_or("grey", 0);
    effect.edge = written.number_or("edge", 0);
    effect.sag = written.number_or("sag", 0);
    effect.layer = static_cast<int>(written.number_or("layer", 9));
    scene.effects.push_back(std::move(effect));
  }
  return {};
}

Result<StageSetting> setting_of(const Sheet& sheet, const Scene& scene,
                                const std::map<std::string, std::string>& slots) {
  StageSetting setting;
  const Document& written = *sheet.written;
  setting.set = written.text_or("set", "");
  setting.tint = written.text_or("tint", "");
  setting.night = written.text_or("night", "") == "true";
  if (const Document* hidden = written.find("hidden")) {
    for (const Document& group : hidden->items) setting.hidden.push_back(group.scalar);
  }
  const Document* labels = written.find("set_labels");
  if (labels == nullptr) return setting;
  for (const auto& [asked, text] : labels->entries) {
    TRY(const std::string sign, sign_of(*scene.set.rig.drawing, asked, text));
    setting.labels[sign] = filled(text.scalar, slots);
  }
  return setting;
}

/// The eye goes to whoever acts; the Bug and things only when nobody else does at that moment.
Attention attention_of(const Sheet& sheet, const Timing& timing, const Scene& scene) {
  Attention attention;
  for (std::size_t k = 0; k < sheet.cues.size(); ++k) {
    const CueSpan& span = timing.spans[k];
    if (!span.played || span.start < 0) continue;
    const Who who = scene.by_name.find(sheet.cues[k].who.front())->second;
    if (who.kind != Who::Kind::figure) continue;
    const Figure& figure = scene.figures[static_cast<std::size_t>(who.index)];
    const char* point = figure.rig.head >= 0 ? "head" : "pelvis";
    attention.acting.emplace_back(span.start, Spot{Spot::Kind::point, who, point, {0, -10}});
  }
  std::stable_sort(attention.acting.begin(), attention.acting.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  return attention;
}

}  // namespace

Result<Blocking> resolve(const CueSheet& sheet, drawing::ArtKit& kit,
                         const Performance& performance) {
  TRY(const Sheet read, read_sheet(sheet.name, sheet.document));
  auto stage = std::make_unique<Blocking::Stage>();
  TRY_DO(build_scene(read, kit, performance.slots, stage->scene));
  TRY(const Timing timing, timed(read, stage->scene, performance.optional_cues_kept));
  TRY_DO(play_all(read, timing, performance, stage->scene));
  TRY_DO(add_strings(read, timing, stage->scene));
  TRY(stage->setting, setting_of(read, stage->scene, performance.slots));
  stage->attention = attention_of(read, timing, stage->scene);
  stage->poses = timing.poses;
  for (std::size_t k = 0; k < read.cues.size(); ++k) {
    const CueSpan& span = timing.spans[k];
    const Cue& cue = read.cues[k];
    if (!span.played) continue;
    stage->cues.push_back(
        {cue.id, joined(cue.who), cue.move, span.start, span.hit, span.end, cue.impact, cue.beat});
  }
  return Blocking(std::move(stage));
}

Result<std::vector<int>> lengths(const CueSheet& sheet, drawing::ArtKit& kit) {
  TRY(const Sheet read, read_sheet(sheet.name, sheet.document));
  Scene scene;
  TRY_DO(build_scene(read, kit, {}, scene));
  std::vector<int> all;
  for (int kept = 0; kept <= static_cast<int>(read.optional_units.size()); ++kept) {
    TRY(const Timing timing, timed(read, scene, kept));
    all.push_back(timing.poses);
  }
  return all;
}

}  // namespace onereel::blocking
