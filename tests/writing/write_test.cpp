#include "onereel/writing/write.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

std::vector<std::string> gags_of(const Act& act) {
  std::vector<std::string> ids;
  for (const Entry& entry : act.entries) {
    if (entry.scene && entry.scene->kind == SceneKind::gag) ids.push_back(entry.scene->id);
  }
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::string> gags_of(const Screenplay& play) {
  std::vector<std::string> ids;
  for (const Act& act : play.acts) {
    const auto more = gags_of(act);
    ids.insert(ids.end(), more.begin(), more.end());
  }
  return ids;
}

std::vector<const Card*> cards_of(const Screenplay& play) {
  std::vector<const Card*> cards;
  for (const Act& act : play.acts) {
    for (const Entry& entry : act.entries) {
      if (entry.card) cards.push_back(&*entry.card);
    }
  }
  return cards;
}

const Scene* business_of(const Screenplay& play, const std::string& role) {
  for (const Act& act : play.acts) {
    for (const Entry& entry : act.entries) {
      if (entry.scene && entry.scene->kind == SceneKind::business &&
          entry.scene->id.starts_with(role)) {
        return &*entry.scene;
      }
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("a film has five acts of about 15, 25, 20, 20 and 10 seconds, ninety together") {
  const Film film = film_of(recorder_facts());

  std::vector<std::string> acts;
  std::vector<double> seconds;
  for (const Act& act : film.screenplay.acts) {
    acts.push_back(act.name);
    seconds.push_back(act.length.approximate());
  }
  CHECK(acts == std::vector<std::string>{"Title & Myth", "Tools", "First Attempt", "Breakfast",
                                         "Resolution"});
  CHECK(std::accumulate(seconds.begin(), seconds.end(), 0.0) == 90);
  const std::vector<double> usual{15, 25, 20, 20, 10};
  CHECK(std::equal(seconds.begin(), seconds.end(), usual.begin(),
                   [](double a, double b) { return std::abs(a - b) <= 4; }));
}

TEST_CASE("the brief's repository gets all five of its gags, milk and the lost path at breakfast") {
  const Film film = film_of(recorder_facts());
  const auto breakfast = gags_of(film.screenplay.acts[3]);
  auto earlier = gags_of(film.screenplay.acts[1]);
  const auto third = gags_of(film.screenplay.acts[2]);
  earlier.insert(earlier.end(), third.begin(), third.end());
  std::sort(earlier.begin(), earlier.end());

  CHECK(breakfast == std::vector<std::string>{"milk-will-not-pour", "plan-pinned-on-the-icebox"});
  const std::vector<std::string> three = {"spliced-into-the-reel", "the-same-gust",
                                          "un-eats-his-sandwich"};
  CHECK(std::includes(earlier.begin(), earlier.end(), three.begin(), three.end()));
}

TEST_CASE("a gag that is to be left out is left out") {
  Commission commission;
  commission.without_gags = {"milk-will-not-pour"};

  const auto gags = gags_of(film_of(recorder_facts(), commission).screenplay);

  CHECK(std::count(gags.begin(), gags.end(), "milk-will-not-pour") == 0);
  CHECK(std::count(gags.begin(), gags.end(), "plan-pinned-on-the-icebox") == 1);
}

TEST_CASE("the first act: title, the Bug, the promise, and the hero who waves it away") {
  const Act act = film_of(recorder_facts()).screenplay.acts.front();

  REQUIRE(act.entries.size() == 4);
  CHECK(act.entries[0].card->kind == CardKind::title);
  CHECK(act.entries[0].card->text.front() == "ide-recorder");
  CHECK(act.entries[1].scene->part == "plant");
  CHECK(act.entries[2].card->text.front() == "The machine will do it all!");
  CHECK(act.entries[3].scene->id.starts_with("opening-"));
}

TEST_CASE("the last act: the ending of the same variant, the install line, the Bug's button") {
  const Screenplay play = film_of(recorder_facts()).screenplay;
  const Act& act = play.acts.back();

  REQUIRE(act.entries.size() == 3);
  const Gag* ending = staged_library().find(act.entries[0].scene->id);
  CHECK(ending->answers == business_of(play, "opening")->id);
  CHECK(act.entries[1].card->code == "pip install ide-recorder");
  CHECK(act.entries[1].card->footer == "example.org/ide-recorder");
  CHECK(act.entries[1].card->subtitle == "MIT");
  CHECK(act.entries[2].scene->part == "button");
}

TEST_CASE("cards are four to six, no two begin alike, and what they claim has its line") {
  const Film film = film_of(recorder_facts());
  const auto cards = cards_of(film.screenplay);

  CHECK(cards.size() >= 4);
  CHECK(cards.size() <= 6);
  std::set<std::string> first_words;
  std::size_t talking = 0;
  for (const Card* card : cards) {
    if (card->kind != CardKind::expository) continue;
    ++talking;
    first_words.insert(card->text.front().substr(0, card->text.front().find(' ')));
  }
  CHECK(first_words.size() == talking);
}

TEST_CASE("the same facts and seed give the same film, another seed another") {
  Commission other;
  other.seed = 11;

  CHECK(film_of(recorder_facts()).screenplay == film_of(recorder_facts()).screenplay);
  CHECK_FALSE(film_of(recorder_facts(), other).screenplay == film_of(recorder_facts()).screenplay);
}

TEST_CASE("a German film speaks German") {
  Commission german;
  german.language = "de";
  const Film film = film_of(recorder_facts(), german);

  CHECK(film.screenplay.acts.front().entries[2].card->text.front() ==
        "Die Maschine macht das schon!");
  CHECK(film.screenplay.acts.front().entries[0].card->subtitle.starts_with("»"));
  CHECK(film.screenplay.acts.back().entries[1].card->text.front() == "Ende");
}

TEST_CASE("an empty repository gets thirty seconds that say that nothing is there yet") {
  RepoFacts facts;
  facts.project.name = {"soon", {"README.md", 1, "# soon"}};
  facts.empty = true;

  const Film film = film_of(facts);

  CHECK(length_of(film.shots) == FrameCount{30 * 24});
  CHECK(lint(film.screenplay, film.shots, staged_library()).empty());
  const auto cards = cards_of(film.screenplay);
  CHECK(cards[1]->text.front() == "There was nothing. It was well lit.");
  CHECK(cards.back()->text.front() == "To Be Continued");
  CHECK(business_of(film.screenplay, "opening")->id.starts_with("opening-empty-repository"));
  CHECK(gags_of(film.screenplay).empty());
}

TEST_CASE("where the code has earned little, pieces that ask for nothing stand in") {
  RepoFacts facts;
  facts.project.name = {"hm", {"README.md", 1, "# hm"}};

  const Film film = film_of(facts);

  CHECK(length_of(film.shots) == FrameCount{2160});
  CHECK(gags_of(film.screenplay).empty());
  CHECK(lint(film.screenplay, film.shots, staged_library()).empty());
}

TEST_CASE("without an opening on the stage there is no film, and the error says so") {
  const GagLibrary bare(std::vector<Gag>{});
  TableRehearsal rehearsal;
  const auto pitches = pitch_with(recorder_facts(), rulebook(), wordbook(), {});

  const auto play = write_with(pitches, bare, wordbook(), rehearsal, {});

  REQUIRE(!play);
  CHECK(play.error().what.find("no opening is staged") != std::string::npos);
}
