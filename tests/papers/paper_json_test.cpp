#include "onereel/papers/paper_json.h"

#include <doctest/doctest.h>

using namespace onereel;

namespace {

Screenplay small_screenplay() {
  Card card;
  card.kind = CardKind::dialogue;
  card.text = {"The machine will do it all!"};
  card.hold = Seconds::milliseconds(3000);
  Scene scene;
  scene.id = "milk-will-not-pour";
  scene.slots = {{"stem", "mil"}, {"letter", "k"}};
  scene.evidence = {{"src/recorder.py", 3, "import mil"}};
  scene.iris_out = true;
  return {.project = "ide-recorder",
          .title = "One Letter Short",
          .kind = "application",
          .errand = "recorder",
          .seed = 18'446'744'073'709'551'615ULL,
          .acts = {{.name = "Breakfast",
                    .length = Seconds::whole(20),
                    .entries = {{.card = card}, {.scene = scene}}}}};
}

}  // namespace

TEST_CASE("a screenplay goes to JSON and comes back equal") {
  const Screenplay original = small_screenplay();

  const auto again = screenplay_from_json(to_json(original));

  REQUIRE(again);
  CHECK(*again == original);
}

TEST_CASE("facts keep their kind, place and message") {
  RepoFacts facts;
  facts.project.name = {"flask", {"pyproject.toml", 2, "name = \"Flask\""}};
  facts.facts = {{.kind = FactKind::error_raised,
                  .name = "PathNotFound",
                  .message = "no such path",
                  .where = {"a.py", 7, "raise PathNotFound('no such path')"}}};
  facts.counts = {{"files", 81}};

  const auto again = repo_facts_from_json(to_json(facts));

  REQUIRE(again);
  CHECK(*again == facts);
}

TEST_CASE("a paper of another kind, an unknown field and a wrong type are refused by name") {
  const auto other = shot_list_from_json(to_json(small_screenplay()));
  const auto unknown = takes_from_json(R"({"onereel_paper": "takes/1", "takes": [], "takse": 1})");
  const auto wrong = takes_from_json(R"({"onereel_paper": "takes/1", "takes": [{"shot": 7}]})");

  REQUIRE(!other);
  CHECK(other.error().what == "this is not the paper 'shot_list/1' but 'screenplay/1'");
  REQUIRE(!unknown);
  CHECK(unknown.error().what == "takes/1.takse is unknown here");
  REQUIRE(!wrong);
  CHECK(wrong.error().what == "takes/1.takes[0].shot must be a text");
}
