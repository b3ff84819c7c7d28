// The shortest way from a cue sheet to a picture: resolve, draw, look.

#include "onereel/production/stage_gag.h"

#include <fmt/format.h>

#include <optional>

#include "onereel/base/dice.h"
#include "onereel/base/log.h"
#include "onereel/blocking/resolve.h"
#include "onereel/cutting/cutting.h"
#include "onereel/cutting/flash_gate.h"
#include "onereel/media/picture.h"
#include "onereel/writing/gag_library.h"

namespace onereel {
namespace {

struct Called {
  const blocking::CueSheet* sheet = nullptr;
  std::optional<blocking::CueSheet> own = {};  // when the sheet comes from a file
  std::map<std::string, std::string> slots = {};
};

std::map<std::string, std::string> fall_backs(const writing::Gag* gag) {
  std::map<std::string, std::string> slots;
  if (gag == nullptr) return slots;
  for (const auto& [name, slot] : gag->slots) slots[name] = slot.otherwise;
  return slots;
}

// `blocking:` of a gag file, or of the part or variant that is asked for.
Result<Called> from_file(const StageOrder& order, const writing::GagLibrary& library) {
  TRY(const Document document, read_yaml_file(order.file));
  const Document* blocking = document.find("blocking");
  if (const Document* variants = document.find("variants"); variants != nullptr) {
    for (const Document& variant : variants->items) {
      if (variant.text_or("id", "") == order.gag) blocking = variant.find("blocking");
    }
  }
  if (blocking != nullptr && !order.part.empty()) blocking = blocking->find(order.part);
  if (blocking == nullptr) {
    return document.error(fmt::format("no blocking for '{}' here", order.gag));
  }
  TRY(blocking::CueSheet sheet, blocking::read_cue_sheet(order.gag, *blocking));
  Called called;
  called.own.emplace(std::move(sheet));
  called.slots = fall_backs(library.find(order.gag));
  return called;
}

Result<Called> from_library(const StageOrder& order, const writing::GagLibrary& library) {
  Called called;
  called.sheet = library.sheet(order.gag, order.part);
  if (called.sheet != nullptr) {
    called.slots = fall_backs(library.find(order.gag));
    return called;
  }
  std::vector<std::string_view> known;
  for (const writing::Gag& gag : library.gags()) {
    known.push_back(gag.id);
    if (gag.id != order.gag) continue;
    if (gag.sheets.empty()) return fix_input(fmt::format("'{}' is not yet staged", order.gag));
    std::string parts;
    for (const auto& [part, sheet] : gag.sheets) parts += " " + part;
    return fix_input(fmt::format("'{}' has the parts{}; name one with --part", order.gag, parts));
  }
  const std::string near = nearest(order.gag, known);
  return fix_input(fmt::format("there is no gag '{}'; {}", order.gag,
                               near.empty() ? "see: onereel gags" : "did you mean " + near + "?"));
}

std::string exposure_sheet(const blocking::Blocking& played) {
  std::string out = "start   hit   end  cue\n";
  for (const blocking::CueTime& cue : played.cues()) {
    out += fmt::format("{:>5} {:>5} {:>5}  {:<8} {}: {}{}\n", cue.start, cue.hit, cue.end, cue.id,
                       cue.who, cue.move, cue.impact.empty() ? "" : "  ! " + cue.impact);
  }
  return out;
}

Shot shot_for(const StageOrder& order, const blocking::Blocking& played) {
  Shot shot;
  shot.id = "stage";
  shot.length = FrameCount{played.poses() * 2};
  Scene scene;
  scene.id = order.gag;
  scene.part = order.part;
  shot.scene = scene;
  shot.set = played.setting().set;
  shot.tint = played.setting().tint.empty() ? "Candleflame" : played.setting().tint;
  shot.seed = hash_text(order.gag);
  return shot;
}

}  // namespace

Result<Staged> stage_gag(const StageOrder& order, Crew& crew) {
  TRY(Called called,
      order.file.empty() ? from_library(order, crew.gags) : from_file(order, crew.gags));
  for (const auto& [name, text] : order.slots) called.slots[name] = text;
  const blocking::CueSheet& sheet = called.own ? *called.own : *called.sheet;
  TRY(const blocking::Blocking played,
      blocking::resolve(sheet, crew.kit,
                        {.slots = called.slots,
                         .seed = hash_text(order.gag),
                         .optional_cues_kept = order.optional_cues_kept}));
  const Shot shot = shot_for(order, played);
  const cutting::Look look = cutting::film_look(0, order.preview);
  TRY(cutting::ShotCamera camera,
      cutting::ShotCamera::open(shot, &played, crew.kit, crew.data_folder, look));

  Staged staged;
  staged.poses = played.poses();
  staged.exposure_sheet = exposure_sheet(played);
  const std::string stem =
      order.folder + "/" + order.gag + (order.part.empty() ? "" : "-") + order.part;
  std::vector<media::YuvPicture> cells;
  for (int pose = 0; pose < played.poses(); pose += order.every) {
    crew.progress.step("contact sheet", pose, played.poses());
    cells.push_back(camera.frame(FrameIndex{pose * 2}));
  }
  staged.contact_sheet = stem + ".png";
  TRY_DO(
      media::write_png(media::contact_sheet(cells, order.preview ? 4 : 3), staged.contact_sheet));
  if (order.loop) {
    staged.loop = stem + ".webp";
    TRY_DO(cutting::write_loop(camera, FrameIndex{0}, FrameIndex{0} + shot.length, staged.loop));
  }
  if (!order.clip) return staged;
  staged.clip = stem + ".mp4";
  TRY_DO(cutting::write_clip(camera, shot.length, look, staged.clip, crew.progress));
  TRY(const cutting::FlashReport report, cutting::watch_for_flashes(staged.clip));
  staged.flash_transitions = report.transitions_max;
  if (!report.findings.empty()) {
    const cutting::FlashFinding& first = report.findings.front();
    staged.flashes =
        fmt::format("{} (poses {} to {})", first.what, first.from.index / 2, first.to.index / 2);
  }
  return staged;
}

}  // namespace onereel
