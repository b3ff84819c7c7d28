// Exact lengths: how seconds are spread over an act, and what is said when they cannot be.

#include "spread.h"
#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

int sum_of(const Spread& spread) {
  int sum = 0;
  for (const Choice& choice : spread.chosen) sum += choice.poses;
  return sum;
}

std::string direction_error(const Screenplay& play) {
  TableRehearsal rehearsal;
  const auto shots = direct_with(play, staged_library(), rehearsal);
  return shots ? "directed" : shots.error().what;
}

}  // namespace

TEST_CASE("optional cues are left out before a gag is hurried, and the rest is held") {
  const auto exact = spread({scene_piece({90, 100, 110}, {})}, 104);

  REQUIRE(exact);
  CHECK(exact->chosen.front().cues_kept == 1);
  CHECK(exact->chosen.front().poses == 104);
}

TEST_CASE("no cue is ever cut and no last pose held for more than a second and a half") {
  CHECK_FALSE(spread({scene_piece({90, 100}, {})}, 89));
  CHECK(spread({scene_piece({90, 100}, {})}, 118));
  CHECK_FALSE(spread({scene_piece({90, 100}, {})}, 119));
}

TEST_CASE("a shot is never under 1.5 s or over 12 s") {
  CHECK(scene_piece({10}, {}).front().poses == 18);
  CHECK(scene_piece({200}, {}).empty());
}

TEST_CASE("many short holds are better than one long one") {
  const auto two = spread({scene_piece({50}, {}), scene_piece({50}, {})}, 112);

  REQUIRE(two);
  CHECK(two->chosen[0].poses == 56);
  CHECK(sum_of(*two) == 112);
}

TEST_CASE("what a person has set is kept exactly") {
  const auto set = spread({card_piece(36, 50), scene_piece({90, 100}, 101)}, 151);

  REQUIRE(set);
  CHECK(set->chosen[0].poses == 50);
  CHECK(set->chosen[1].poses == 101);
}

TEST_CASE("a film is exactly ninety seconds, each shot a whole number of poses") {
  const Film film = film_of(recorder_facts());

  CHECK(length_of(film.shots) == FrameCount{2160});
  for (const Shot& shot : film.shots.shots) CHECK(shot.length.count % 2 == 0);
}

TEST_CASE("shots are called by act and number, and keep their seed when others change") {
  Film film = film_of(recorder_facts());
  TableRehearsal rehearsal;
  const std::uint64_t seed = film.shots.shots.back().seed;
  first_scene_of(film.screenplay.acts[1]).premise = "Another sentence.";
  const auto again = direct_with(film.screenplay, staged_library(), rehearsal);

  REQUIRE(again);
  CHECK(film.shots.shots.front().id == "1-01");
  CHECK(again->shots.back().seed == seed);
}

TEST_CASE("impacts of the blocking are on the frames of the shot") {
  const Film film = film_of(recorder_facts());
  const auto scene = std::find_if(film.shots.shots.begin(), film.shots.shots.end(),
                                  [](const Shot& shot) { return shot.scene.has_value(); });

  REQUIRE(scene->impacts.size() == 1);
  CHECK(scene->impacts.front().at == FrameIndex{24});
  CHECK(scene->mood != "");
  CHECK(scene->set != "");
}

TEST_CASE("an act that is too full or too empty names itself and the mend") {
  Screenplay play = film_of(recorder_facts()).screenplay;
  Screenplay full = play;
  full.acts[1].length = Seconds::whole(12);
  Screenplay empty = play;
  empty.acts[2].entries.resize(1);

  CHECK(direction_error(full).find("act 'Tools' is 12.0 s and its shots need") == 0);
  CHECK(direction_error(empty).find("act 'First Attempt' is 20.0 s and its shots fill") == 0);
}

TEST_CASE("a gag that does not exist, or is not staged, is named with the nearest") {
  Screenplay play = film_of(recorder_facts()).screenplay;
  first_scene_of(play.acts.back()).id = "the-same-gusts";

  CHECK(direction_error(play).find("did you mean 'the-same-gust'?") != std::string::npos);
}

TEST_CASE("the time of a card goes by its words and letters, three seconds at least") {
  Card card;
  card.text = {"One guest: himself."};
  CHECK(reading_time(card) == Seconds::whole(3));
  card.text = {"Please read every single lengthy word written here"};  // eight words, 50 letters
  CHECK(reading_time(card) == Seconds::milliseconds(4800));
  card.kind = CardKind::title;
  card.text = {"Flask"};
  CHECK(reading_time(card) == Seconds::milliseconds(3500));
}
