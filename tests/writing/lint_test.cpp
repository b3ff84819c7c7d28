// What a film person would object to: each rule broken once.

#include <algorithm>

#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

bool objects(const Film& film, const std::string& rule) {
  const auto findings = lint(film.screenplay, film.shots, staged_library());
  return std::any_of(findings.begin(), findings.end(),
                     [&](const LintFinding& finding) { return finding.rule == rule; });
}

// The film with its shots directed again after an edit of the screenplay; if that cannot be, the
// shots are those of before.
Film directed_again(Film film) {
  TableRehearsal rehearsal;
  if (auto shots = direct_with(film.screenplay, staged_library(), rehearsal)) film.shots = *shots;
  return film;
}

Shot& first_scene(Film& film) {
  return *std::find_if(film.shots.shots.begin(), film.shots.shots.end(), [](const Shot& shot) {
    return shot.scene && shot.scene->kind == SceneKind::gag;
  });
}

}  // namespace

TEST_CASE("a film as it is written has nothing to object to") {
  const Film film = film_of(recorder_facts());

  CHECK(lint(film.screenplay, film.shots, staged_library()).empty());
}

TEST_CASE("a shot too short or too long is found") {
  Film film = film_of(recorder_facts());
  film.shots.shots.front().length = FrameCount{20};

  CHECK(objects(film, "no shot under 1.5 s or over 12 s"));
}

TEST_CASE("a card of twelve words, and one that goes too fast, are found") {
  Film film = film_of(recorder_facts());
  film.shots.shots[2].card->text = {"a b c d e f g h i j k l"};

  CHECK(objects(film, "eight words, never twelve"));
  CHECK(objects(film, "a card stands as long as a slow reader needs"));
}

TEST_CASE("too few cards, and too much of the film in cards, are found") {
  Film film = film_of(recorder_facts());
  Film long_cards = film;
  long_cards.shots.shots.front().length = FrameCount{288};
  std::erase_if(film.shots.shots, [](const Shot& shot) { return shot.card.has_value(); });

  CHECK(objects(film, "four to six cards"));
  CHECK(objects(long_cards, "a fifth of the film at most is cards"));
}

TEST_CASE("the Bug must be planted, get worse and have the last word") {
  Film without = film_of(recorder_facts());
  std::erase_if(without.shots.shots,
                [](const Shot& shot) { return shot.scene && shot.scene->part == "worse"; });
  Film not_last = film_of(recorder_facts());
  std::swap(not_last.shots.shots.back(), not_last.shots.shots[not_last.shots.shots.size() - 2]);

  CHECK(objects(without, "the running gag comes three times: plant, worse, button"));
  CHECK(objects(not_last, "the running gag is the button"));
}

TEST_CASE("an iris between things that happen at once is found") {
  Film film = film_of(recorder_facts());
  first_scene_of(film.screenplay.acts[3]).iris_out = true;

  CHECK(objects(film, "iris only where an act opens or closes"));
}

TEST_CASE("a film in which nobody is quiet is found") {
  Film film = film_of(recorder_facts());
  std::erase_if(film.shots.shots, [](const Shot& shot) {
    return shot.scene && staged_library().find(shot.scene->id)->ends_quietly;
  });

  CHECK(objects(film, "at least one quiet shot"));
}

TEST_CASE("a gag twice, and two of one family in a row, are found") {
  Film film = film_of(recorder_facts());
  film.shots.shots.insert(film.shots.shots.begin() + 4, first_scene(film));

  CHECK(objects(film, "no gag twice"));
  CHECK(objects(film, "never two gags of one family in a row"));
}

TEST_CASE("a gag without evidence is found") {
  Film film = film_of(recorder_facts());
  first_scene(film).scene->evidence.clear();

  CHECK(objects(film, "each gag has one to three lines of evidence"));
}

TEST_CASE("an ending that answers another opening is found") {
  Film film = film_of(recorder_facts());
  std::erase_if(film.shots.shots, [](const Shot& shot) {
    return shot.scene && shot.scene->id.starts_with("opening-");
  });

  CHECK(objects(film, "plant before payoff"));
}

TEST_CASE("shots of another screenplay are found") {
  Film film = directed_again(film_of(recorder_facts()));
  film.screenplay.acts.front().length = Seconds::whole(99);

  CHECK(objects(film, "the acts add up to the film"));
}
