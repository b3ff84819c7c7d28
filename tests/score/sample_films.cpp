#include "sample_films.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>

#include "onereel/base/dice.h"

namespace onereel::score {
namespace {

struct Row {
  const char* id;
  int act;
  int frames;
  const char* mood;
  const char* kind;
  const char* accents;  // "stop@113 slide_down@137"
};

constexpr Row cafe[] = {
    {"1-01", 1, 84, "rag", "card", ""},
    {"1-02", 1, 156, "rag", "gag", "stop@113 slide_down@137"},
    {"1-03", 1, 120, "rag", "gag", "slip@82"},
    {"2-04", 2, 216, "waltz", "gag", "knock@132 stop@158 drop@194"},
    {"2-05", 2, 72, "rag", "card", ""},
    {"2-06", 2, 156, "hurry", "gag", "knock@74"},
    {"2-07", 2, 156, "rag", "gag", "puff@58 puff@122"},
    {"3-08", 3, 120, "misterioso", "plant", "bell@14 slide_down@86"},
    {"3-09", 3, 156, "hurry", "gag", "stop@48 realisation@118"},
    {"3-10", 3, 79, "rag", "card", ""},
    {"3-11", 3, 125, "agitato", "gag", "crash@84 bug_call@103"},
    {"4-12", 4, 168, "misterioso", "gag", "stop@34 drop@149"},
    {"4-13", 4, 72, "hurry", "card", ""},
    {"4-14", 4, 115, "hurry", "gag", "slide_up@58 realisation@96"},
    {"4-15", 4, 125, "love", "quiet", ""},
    {"5-16", 5, 113, "gallop", "gag", "stop@79"},
    {"5-17", 5, 79, "rag", "end", ""},
    {"5-18", 5, 48, "rag", "button", "button@38"},
};

constexpr Row night[] = {
    {"1-01", 1, 84, "misterioso", "card", ""},
    {"1-02", 1, 113, "misterioso", "plant", "slide_up@77"},
    {"1-03", 1, 72, "rag", "card", ""},
    {"1-04", 1, 91, "rag", "gag", "fall@53"},
    {"2-05", 2, 72, "rag", "card", ""},
    {"2-06", 2, 192, "hurry", "gag", "knock@120 stop@175"},
    {"2-07", 2, 168, "agitato", "gag", "slide_up@86 stop@134"},
    {"2-08", 2, 168, "waltz", "gag", "stop@89 slide_up@120"},
    {"3-09", 3, 151, "agitato", "gag", "puff@79 fall@110"},
    {"3-10", 3, 144, "misterioso", "gag", "realisation@75 bug_call@118 sneaking_step@137"},
    {"3-11", 3, 108, "gallop", "gag", "slip@63 stop@84"},
    {"3-12", 3, 77, "plaintive", "card", ""},
    {"4-13", 4, 120, "plaintive", "gag", "bell@101"},
    {"4-14", 4, 192, "hurry", "gag", "slip@31 stop@70 slide_up@115 crash@149"},
    {"4-15", 4, 168, "love", "quiet", ""},
    {"5-16", 5, 96, "waltz", "gag", "realisation@62"},
    {"5-17", 5, 96, "gallop", "end", ""},
    {"5-18", 5, 48, "misterioso", "button", "button@38"},
};

constexpr Row empty[] = {
    {"1-01", 1, 84, "plaintive", "card", ""},
    {"2-02", 2, 288, "plaintive", "gag", "stop@200"},
    {"3-03", 3, 252, "misterioso", "worse", ""},
    {"5-04", 5, 96, "", "end", ""},
};

Card card_of(bool end) {
  Card card;
  card.kind = end ? CardKind::end : CardKind::expository;
  return card;
}

Scene scene_of(const std::string& kind) {
  Scene scene;
  if (kind == "quiet") scene.kind = SceneKind::quiet;
  if (kind == "plant" || kind == "worse" || kind == "button") {
    scene.kind = SceneKind::running_gag;
    scene.part = kind;
  }
  return scene;
}

Shot shot_of(const Row& row) {
  Shot shot;
  shot.id = row.id;
  shot.act = row.act;
  shot.length = FrameCount{row.frames};
  shot.mood = row.mood;
  const std::string kind = row.kind;
  if (kind == "card" || kind == "end") {
    shot.card = card_of(kind == "end");
  } else {
    shot.scene = scene_of(kind);
  }
  std::istringstream words(row.accents);
  for (std::string word; words >> word;) {
    const std::size_t at = word.find('@');
    shot.impacts.push_back({FrameIndex{std::stol(word.substr(at + 1))}, word.substr(0, at)});
  }
  return shot;
}

template <std::size_t n>
ShotList film_of(const Row (&rows)[n], std::uint64_t seed) {
  ShotList film;
  film.seed = seed;
  for (const Row& row : rows) film.shots.push_back(shot_of(row));
  return film;
}

constexpr std::array<const char*, 11> moods{"rag",   "hurry",  "misterioso", "agitato",
                                            "love",  "gallop", "plaintive",  "waltz",
                                            "march", "night",  "victory"};
constexpr std::array<const char*, 12> accents{
    "slip",        "fall",          "stop", "knock", "slide_up", "slide_down",
    "realisation", "sneaking_step", "drop", "bell",  "puff",     "crash"};

std::int64_t between(Dice& dice, std::int64_t low, std::int64_t high) {
  return low + static_cast<std::int64_t>(dice.below(static_cast<std::uint64_t>(high - low + 1)));
}

Shot random_shot(Dice& dice, std::int64_t start) {
  Shot shot;
  static constexpr std::array<std::array<std::int64_t, 2>, 4> spans{
      {{12, 40}, {36, 80}, {72, 168}, {120, 288}}};
  const auto& span = spans[dice.below(spans.size())];
  shot.length = FrameCount{between(dice, span[0], span[1])};
  shot.act = static_cast<int>(std::min<std::int64_t>(5, 1 + start / 432));
  shot.mood = moods[dice.below(moods.size())];
  if (shot.length.count < 86 && dice.below(5) < 3) {
    shot.card = card_of(false);
    return shot;
  }
  static constexpr std::array<const char*, 8> kinds{"gag", "gag",   "gag",   "gag",
                                                    "gag", "quiet", "plant", "worse"};
  shot.scene = scene_of(kinds[dice.below(kinds.size())]);
  std::int64_t at = 14;
  for (int i = 0; i < 4; ++i) {
    at += between(dice, 22, 84);
    if (at > shot.length.count - 10) break;
    shot.impacts.push_back({FrameIndex{at}, accents[dice.below(accents.size())]});
  }
  return shot;
}

}  // namespace

ShotList cafe_film() {
  return film_of(cafe, 2);
}
ShotList night_film() {
  return film_of(night, 7);
}
ShotList empty_film() {
  return film_of(empty, 11);
}

ShotList random_film(std::uint64_t seed) {
  Dice dice(seed, "random film");
  ShotList film;
  film.seed = dice.next();
  std::int64_t frames = 0;
  while (frames < 80 * 24) {
    Shot shot = random_shot(dice, frames);
    if (!film.shots.empty() && dice.below(3) == 0) shot.mood = film.shots.back().mood;
    shot.id = std::to_string(shot.act) + "-" + std::to_string(film.shots.size() + 1);
    frames += shot.length.count;
    film.shots.push_back(std::move(shot));
  }
  Shot button = shot_of({"5-99", 5, 48, "rag", "button", "button@38"});
  if (dice.below(2) == 0) film.shots.push_back(std::move(button));
  return film;
}

ShotList one_shot(const std::string& mood, std::int64_t frames) {
  ShotList film;
  film.seed = 1;
  Shot shot;
  shot.id = "1-01";
  shot.length = FrameCount{frames};
  shot.mood = mood;
  shot.scene = scene_of("gag");
  film.shots.push_back(std::move(shot));
  return film;
}

}  // namespace onereel::score
