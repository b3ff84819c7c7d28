// Screenplay -> ShotList: every shot a whole number of poses, every act exactly its seconds.

#include <fmt/format.h>

#include "directing.h"
#include "onereel/base/dice.h"
#include "onereel/writing/write.h"
#include "spread.h"

namespace onereel::writing {
namespace {

constexpr int frames_a_pose = 2;

std::string name_of(const Entry& entry) {
  if (entry.card) {
    return fmt::format("card \"{}\"",
                       entry.card->text.empty() ? entry.card->code : entry.card->text.front());
  }
  return entry.scene->part.empty() ? entry.scene->id
                                   : fmt::format("{} ({})", entry.scene->id, entry.scene->part);
}

Result<const blocking::CueSheet*> sheet_of(const Scene& scene, const GagLibrary& library) {
  const Gag* gag = library.find(scene.id);
  if (gag == nullptr) {
    std::vector<std::string_view> ids;
    for (const Gag& known : library.gags()) ids.push_back(known.id);
    const std::string near = nearest(scene.id, ids);
    return fix_input(
        fmt::format("the screenplay names '{}', which is no gag{}", scene.id,
                    near.empty() ? "; onereel gags lists them" : "; did you mean '" + near + "'?"));
  }
  const blocking::CueSheet* sheet = library.sheet(scene.id, scene.part);
  if (sheet == nullptr) {
    return fix_input(fmt::format("'{}' {} is not staged yet; take another (onereel gags --staged)",
                                 scene.id, scene.part));
  }
  return sheet;
}

std::string seconds_text(int poses) {
  return fmt::format("{:.1f} s", static_cast<double>(poses) / poses_a_second);
}

Result<Piece> piece_of(const Entry& entry, const GagLibrary& library, Rehearsal& rehearsal) {
  if (entry.card) {
    const Card& card = *entry.card;
    const std::optional<int> set = card.hold ? std::optional(poses_in(*card.hold)) : std::nullopt;
    return card_piece(poses_at_least(reading_time(card)), set);
  }
  const Scene& scene = *entry.scene;
  TRY(const blocking::CueSheet* sheet, sheet_of(scene, library));
  TRY(const auto lengths, rehearsal.lengths(*sheet));
  if (lengths.empty()) return fix_input(fmt::format("'{}' has no cues", scene.id));
  const std::optional<int> set =
      scene.length ? std::optional(poses_in(*scene.length)) : std::nullopt;
  Piece piece = scene_piece(lengths, set);
  if (piece.empty()) {
    return fix_input(fmt::format(
        "{} cannot be {}: it plays {} to {}, and its last pose may be held {} longer; change its "
        "seconds, or leave them out",
        name_of(entry), set ? seconds_text(*set) : "a shot of 1.5 s to 12 s",
        seconds_text(lengths.front()), seconds_text(lengths.back()), seconds_text(hold_poses_max)));
  }
  return piece;
}

Result<std::vector<Choice>> lengths_of(const Act& act, const GagLibrary& library,
                                       Rehearsal& rehearsal) {
  std::vector<Piece> pieces;
  for (const Entry& entry : act.entries) {
    if (entry.card.has_value() == entry.scene.has_value()) {
      return fix_input(
          fmt::format("act '{}': an entry is a card or a scene, never both", act.name));
    }
    TRY(Piece piece, piece_of(entry, library, rehearsal));
    pieces.push_back(std::move(piece));
  }
  const int wanted = poses_in(act.length);
  const auto found = spread(pieces, wanted);
  if (found) return found->chosen;
  const int least = shortest(pieces);
  const int most = longest(pieces);
  if (least > wanted) {
    return fix_input(
        fmt::format("act '{}' is {} and its shots need {} at least; take one out, or "
                    "give the act more seconds",
                    act.name, seconds_text(wanted), seconds_text(least)));
  }
  return fix_input(
      fmt::format("act '{}' is {} and its shots fill {} at most; put a card or a gag "
                  "in, or give the act fewer seconds",
                  act.name, seconds_text(wanted), seconds_text(most)));
}

// What a shot's seed is made of does not change when other shots do.
std::uint64_t seed_of(const Entry& entry, std::uint64_t film) {
  const std::string what = entry.card ? "card " + name_of(entry) : name_of(entry);
  return mix(film ^ hash_text(what));
}

Result<> add_scene(const Scene& scene, const GagLibrary& library, Rehearsal& rehearsal,
                   Shot& shot) {
  TRY(const blocking::CueSheet* sheet, sheet_of(scene, library));
  const Gag& gag = *library.find(scene.id);
  TRY(const Played played,
      rehearsal.play(*sheet, {scene.slots, shot.seed, shot.optional_cues_kept}));
  shot.scene = scene;
  shot.set = played.set.empty() ? gag.set : played.set;
  shot.mood = scene.mood.empty() ? gag.mood : scene.mood;
  shot.tint = !scene.tint.empty() ? scene.tint : played.tint.empty() ? gag.tint : played.tint;
  shot.impacts = played.impacts;
  return {};
}

}  // namespace

int poses_in(Seconds time) {
  const std::int64_t unit = Seconds::ticks_per_second / poses_a_second;
  return static_cast<int>((time.in_ticks() + unit / 2) / unit);
}

int poses_at_least(Seconds time) {
  const std::int64_t unit = Seconds::ticks_per_second / poses_a_second;
  return static_cast<int>((time.in_ticks() + unit - 1) / unit);
}

std::optional<int> card_poses_of(const Act& act, const GagLibrary& library, Rehearsal& rehearsal) {
  const auto lengths = lengths_of(act, library, rehearsal);
  if (!lengths) return {};
  int poses = 0;
  for (std::size_t k = 0; k < act.entries.size(); ++k) {
    if (act.entries[k].card) poses += (*lengths)[k].poses;
  }
  return poses;
}

namespace {

// A card is accompanied by the music of what it introduces, else of what it follows.
void give_cards_a_mood(ShotList& list) {
  std::string mood;
  for (auto shot = list.shots.rbegin(); shot != list.shots.rend(); ++shot) {
    if (shot->card && shot->mood.empty()) shot->mood = mood;
    mood = shot->mood;
  }
  for (Shot& shot : list.shots) {
    if (shot.card && shot.mood.empty()) shot.mood = mood.empty() ? "rag" : mood;
    mood = shot.mood;
  }
}

}  // namespace

Result<ShotList> direct_with(const Screenplay& screenplay, const GagLibrary& library,
                             Rehearsal& rehearsal) {
  ShotList list;
  list.project = screenplay.project;
  list.title = screenplay.title;
  list.language = screenplay.language;
  list.seed = screenplay.seed;
  int act_number = 0;
  for (const Act& act : screenplay.acts) {
    ++act_number;
    list.act_names.push_back(act.name);
    TRY(const auto lengths, lengths_of(act, library, rehearsal));
    for (std::size_t k = 0; k < act.entries.size(); ++k) {
      const Entry& entry = act.entries[k];
      Shot shot;
      shot.id = fmt::format("{}-{:02}", act_number, list.shots.size() + 1);
      shot.act = act_number;
      shot.length = FrameCount{lengths[k].poses * frames_a_pose};
      shot.optional_cues_kept = lengths[k].cues_kept;
      shot.seed = seed_of(entry, screenplay.seed);
      shot.card = entry.card;
      if (entry.card) shot.tint = "Argent";
      if (entry.scene) TRY_DO(add_scene(*entry.scene, library, rehearsal, shot));
      list.shots.push_back(std::move(shot));
    }
  }
  give_cards_a_mood(list);
  return list;
}

Result<ShotList> direct(const Screenplay& screenplay, const GagLibrary& library,
                        drawing::ArtKit& kit) {
  StagedRehearsal rehearsal(kit);
  return direct_with(screenplay, library, rehearsal);
}

}  // namespace onereel::writing
