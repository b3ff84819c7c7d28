// What the film asks of the music: moods filled in, accents in film time, the Bug, the end.

#include <algorithm>

#include <fmt/format.h>

#include "score_limits.h"
#include "section.h"

namespace onereel::score {
namespace {

constexpr Tick apart = 864;       // 0.9 s between two accents
constexpr Tick before_cut = 384;  // 0.4 s between an accent and the cut

template <typename Map>
std::string names_in(const Map& map) {
  std::string names;
  for (const auto& [name, value] : map) names += (names.empty() ? "" : " ") + name;
  return names;
}

// A shot that names no mood takes the next one's in its act, else the one's before, else the
// house's.
std::string mood_of(const std::vector<Shot>& shots, std::size_t index, const Patterns& patterns) {
  if (!shots[index].mood.empty()) return shots[index].mood;
  for (std::size_t i = index + 1; i < shots.size() && shots[i].act == shots[index].act; ++i) {
    if (!shots[i].mood.empty()) return shots[i].mood;
  }
  for (std::size_t i = index; i-- > 0;) {
    if (!shots[i].mood.empty()) return shots[i].mood;
  }
  return patterns.default_mood;
}

Part part_of(const Shot& shot) {
  if (shot.card) return shot.card->kind == CardKind::end ? Part::end_card : Part::plain;
  if (!shot.scene) return Part::plain;
  if (shot.scene->kind == SceneKind::quiet) return Part::quiet;
  if (shot.scene->kind != SceneKind::running_gag) return Part::plain;
  if (shot.scene->part == "plant") return Part::bug_plant;
  if (shot.scene->part == "worse") return Part::bug_worse;
  return shot.scene->part == "button" ? Part::bug_button : Part::plain;
}

bool is_clear(const Section& section, Tick at) {
  return section.cut - at >= before_cut &&
         std::all_of(section.accents.begin(), section.accents.end(),
                     [&](const Accent& accent) { return std::abs(accent.at - at) >= apart; });
}

// The beetle's three notes on his entrance, where nothing else strikes.
void call_the_bug(Section& section) {
  const bool called = std::any_of(section.accents.begin(), section.accents.end(),
                                  [](const Accent& a) { return a.stinger == "bug_call"; });
  if (called) return;
  const Tick frames = (section.cut - section.start) / ticks_per_frame;
  for (const Tick frame : {frames / 4, Tick{2}, frames / 2}) {
    const Tick at = section.start + frame * ticks_per_frame;
    if (!is_clear(section, at)) continue;
    section.accents.push_back({at, "bug_call"});
    std::sort(section.accents.begin(), section.accents.end(),
              [](const Accent& a, const Accent& b) { return a.at < b.at; });
    return;
  }
}

// The last chord of the film, and the frame the music runs to.
void place_button(Section& section) {
  const auto written = std::find_if(section.accents.begin(), section.accents.end(),
                                    [](const Accent& a) { return a.stinger == "button"; });
  const bool gentle = section.part == Part::quiet || section.mood == "plaintive" ||
                      section.mood == "love" || section.mood == "night";
  if (written != section.accents.end()) {
    section.music_end = written->at;
    section.accents.erase(std::next(written), section.accents.end());
    return;
  }
  if (gentle && section.part != Part::bug_button && section.part != Part::end_card) return;
  if (section.part == Part::bug_button && !section.accents.empty()) {
    section.accents.back().stinger = "button";
    section.music_end = section.accents.back().at;
    return;
  }
  const Tick frames = (section.cut - section.start) / ticks_per_frame;
  const Tick ring = std::clamp<Tick>(frames / 5, 2, 14);
  section.music_end = section.cut - ring * ticks_per_frame;
  std::erase_if(section.accents,
                [&](const Accent& a) { return section.music_end - a.at < apart / 2; });
  section.accents.push_back({section.music_end, "button"});
}

Result<> check(const ShotList& shots, const Patterns& patterns) {
  if (shots.shots.empty()) return fix_input("compose: the shot list is empty");
  if (shots.shots.size() > shots_max) return fix_input("compose: more than 2000 shots");
  std::int64_t frames = 0;
  for (const Shot& shot : shots.shots) {
    const std::int64_t length = shot.length.count;
    if (length < 1 || length > shot_frames_max) {
      return fix_input(fmt::format("compose shot {}: {} frames; give it 1 to {}", shot.id, length,
                                   shot_frames_max));
    }
    frames += length;
    if (!shot.mood.empty() && !patterns.moods.contains(shot.mood)) {
      return fix_input(fmt::format("compose shot {}: unknown mood '{}'; known are {}", shot.id,
                                   shot.mood, names_in(patterns.moods)));
    }
    if (shot.impacts.size() > impacts_max) {
      return fix_input(fmt::format("compose shot {}: more than 64 impacts", shot.id));
    }
    for (const Impact& impact : shot.impacts) {
      if (!patterns.stingers.contains(impact.accent)) {
        return fix_input(fmt::format("compose shot {}: unknown accent '{}'; known are {}", shot.id,
                                     impact.accent, names_in(patterns.stingers)));
      }
      if (impact.at.index < 0 || impact.at.index >= length) {
        return fix_input(fmt::format("compose shot {}: an impact at frame {} of {}", shot.id,
                                     impact.at.index, length));
      }
    }
  }
  if (frames > film_frames_max) return fix_input("compose: the film is longer than an hour");
  return {};
}

// Sorted, one a frame, and none that the one before would swallow whole.
std::vector<Accent> accents_of(const Shot& shot, Tick start) {
  std::vector<Accent> accents;
  for (const Impact& impact : shot.impacts) {
    accents.push_back({start + ticks_of_frame(impact.at.index), impact.accent});
  }
  std::stable_sort(accents.begin(), accents.end(),
                   [](const Accent& a, const Accent& b) { return a.at < b.at; });
  const auto same = [](const Accent& a, const Accent& b) { return a.at == b.at; };
  accents.erase(std::unique(accents.begin(), accents.end(), same), accents.end());
  return accents;
}

}  // namespace

Result<Film> ask(const ShotList& shots, const Library& library) {
  TRY_DO(check(shots, library.patterns));
  Film film;
  film.seed = shots.seed;
  Tick at = 0;
  for (std::size_t i = 0; i < shots.shots.size(); ++i) {
    const Shot& shot = shots.shots[i];
    Section section;
    section.shot = shot.id;
    section.gag = shot.scene ? shot.scene->id : "";
    section.act = std::clamp(shot.act, 1, 5);
    section.card = !shot.scene;
    section.part = part_of(shot);
    section.last = i + 1 == shots.shots.size();
    section.ends_act = section.last || shots.shots[i + 1].act != shot.act;
    section.start = at;
    section.cut = at + ticks_of_frame(shot.length.count);
    section.music_end = section.cut;
    section.mood = mood_of(shots.shots, i, library.patterns);
    section.accents = accents_of(shot, at);
    if (section.part == Part::bug_worse) call_the_bug(section);
    if (section.last) place_button(section);
    at = section.cut;
    film.sections.push_back(std::move(section));
  }
  return film;
}

}  // namespace onereel::score
