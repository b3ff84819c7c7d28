// What the code earns.

#include "project_kind.h"
#include "slot_filler.h"
#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

const Pitch* pitch_of(const Pitches& pitches, const std::string& gag) {
  for (const Pitch& pitch : pitches.pitches) {
    if (pitch.gag == gag) return &pitch;
  }
  return nullptr;
}

Pitches pitches_of(const RepoFacts& facts) {
  return pitch_with(facts, rulebook(), wordbook(), {});
}

RepoFacts only(Fact one) {
  RepoFacts facts;
  facts.project.name = {"thing", {"setup.py", 1, "thing"}};
  facts.facts = {std::move(one)};
  return facts;
}

}  // namespace

TEST_CASE("the five gags of the brief are earned by what the brief names") {
  const Pitches pitches = pitches_of(recorder_facts());

  REQUIRE(pitches.pitches.size() >= 5);
  CHECK(pitch_of(pitches, "un-eats-his-sandwich")->evidence.front().text ==
        "class ScreenRecorder:");
  CHECK(pitch_of(pitches, "un-eats-his-sandwich")->slots.at("recorder") == "ScreenRecorder");
  CHECK(pitch_of(pitches, "the-same-gust")->slots.at("tracker") == "EventTracker");
  CHECK(pitch_of(pitches, "spliced-into-the-reel")->slots.at("basket") == "TimelineManager");
  CHECK(pitch_of(pitches, "plan-pinned-on-the-icebox")->slots.at("path") == "PathNotFound");
  CHECK(pitch_of(pitches, "milk-will-not-pour")->slots.at("stem") == "mil");
  CHECK(pitch_of(pitches, "milk-will-not-pour")->slots.at("letter") == "k");
}

TEST_CASE("milk: one letter more makes it a word, else the last letter was taken") {
  CHECK(milk_name("mil", lexicon()).letter == "k");
  CHECK(milk_name("jq", lexicon()).stem == "j");
  CHECK(milk_name("jq", lexicon()).letter == "q");
  CHECK(milk_name("netrc", lexicon()).stem == "netr");
  CHECK(milk_name("PIP", lexicon()).letter == "E");
}

TEST_CASE("every pitch shows one to three lines, and its slots fit their plates") {
  for (const Pitch& pitch : pitches_of(recorder_facts()).pitches) {
    CHECK(pitch.evidence.size() >= 1);
    CHECK(pitch.evidence.size() <= 3);
    for (const auto& [slot, text] : pitch.slots) {
      CHECK(!text.empty());
    }
  }
}

TEST_CASE("a false friend earns nothing") {
  const auto tokenizer =
      only(fact(FactKind::type, "TokenizerError", "src/a.py", 1, "class TokenizerError:"));
  const auto help =
      only(fact(FactKind::function, "view_helper", "src/a.py", 1, "def view_helper():"));

  CHECK(pitch_of(pitches_of(tokenizer), "the-beetle-had-the-token") == nullptr);
  CHECK(pitch_of(pitches_of(help), "climbs-the-help") == nullptr);
}

TEST_CASE("what stands in tests says less than what stands in the code") {
  Fact declared = fact(FactKind::error_declared, "DeadlockError", "src/a.py", 1,
                       "class DeadlockError(Exception):");
  Fact tested = declared;
  tested.in_tests = true;

  const Pitches code = pitches_of(only(declared));
  const Pitches tests = pitches_of(only(tested));

  REQUIRE(pitch_of(code, "after-you") != nullptr);
  REQUIRE(pitch_of(tests, "after-you") != nullptr);
  CHECK(pitch_of(code, "after-you")->score > 2 * pitch_of(tests, "after-you")->score);
}

TEST_CASE("one picture does not show the same name twice") {
  const auto facts =
      only(fact(FactKind::file_path, "settings.py", "settings.py", 1, "SETTINGS = {}"));

  const Pitches pitches = pitches_of(facts);
  const Pitch* lever = pitch_of(pitches, "the-smallest-lever");
  REQUIRE(lever != nullptr);
  CHECK(lever->slots.at("big") == "settings.py");
  CHECK(lever->slots.at("small") == "ENV");
}

TEST_CASE("a file's name earns a gag only where the line that is shown speaks of it") {
  const auto copyright = only(fact(FactKind::file_path, "src/live_lock.cc", "src/live_lock.cc", 1,
                                   "// Copyright 2011 The Kettle Authors."));
  const auto named = only(fact(FactKind::file_path, "src/live_lock.cc", "src/live_lock.cc", 5,
                               "#include \"src/live_lock.h\""));

  CHECK(pitch_of(pitches_of(copyright), "after-you") == nullptr);
  REQUIRE(pitch_of(pitches_of(named), "after-you") != nullptr);
  CHECK(pitch_of(pitches_of(named), "after-you")->evidence.front().line == 5);
}

TEST_CASE("a paragraph earns a gag only where the line that is shown speaks of it") {
  const auto further_down =
      only(fact(FactKind::readme, "paragraph", "README.md", 3, "Kettle boils water.",
                "Kettle boils water. All cups would block forever."));
  const auto at_once = only(fact(FactKind::readme, "paragraph", "README.md", 3,
                                 "All cups would block forever.", "All cups would block forever."));

  CHECK(pitch_of(pitches_of(further_down), "after-you") == nullptr);
  CHECK(pitch_of(pitches_of(at_once), "after-you") != nullptr);
}

TEST_CASE("a line that names a person is no evidence") {
  const auto facts = only(fact(FactKind::message, "", "src/a.py", 1,
                               "raise ImportError('no module named x, thanks to a@b.org')",
                               "no module named x, thanks to a@b.org"));

  CHECK(pitch_of(pitches_of(facts), "milk-will-not-pour") == nullptr);
}

TEST_CASE("the default seed is a hash of the project's name; another may be asked for") {
  Commission other;
  other.seed = 7;

  CHECK(pitches_of(recorder_facts()).seed == hash_text("ide-recorder"));
  CHECK(pitch_with(recorder_facts(), rulebook(), wordbook(), other).seed == 7);
}

TEST_CASE("the kind of a project is what it says of itself first") {
  RepoFacts facts;
  facts.claim = "a simple framework for building complex web applications";
  CHECK(project_kind(facts, "web-framework", {}) == "framework");
  facts.claim = "a command-line tool";
  facts.installs_command = true;
  CHECK(project_kind(facts, "command-line", {}) == "command-line");
  facts.empty = true;
  CHECK(project_kind(facts, "empty", {}) == "empty-repository");
  CHECK(kinds_that_stand_in("game").at(1) == "application");
  CHECK(kinds_that_stand_in("documentation").at(1) == "library");
}

TEST_CASE("cards may say only what a line shows") {
  const Pitches pitches = pitches_of(recorder_facts());

  CHECK(pitches.card_slots.at("import") == "mil");
  CHECK(pitches.card_evidence.at("import").line == 6);
  CHECK(pitches.card_slots.count("port") == 0);
  CHECK(pitches.card_slots.at("flags") == "2");
}

TEST_CASE("an empty line shows nothing and earns nothing") {
  const auto lost = [](const char* line) {
    return only(fact(FactKind::error_declared, "PathNotFound", "src/errors.py", 8, line));
  };
  CHECK(pitch_of(pitches_of(lost("class PathNotFound(Error):")), "plan-pinned-on-the-icebox"));
  CHECK(!pitch_of(pitches_of(lost("  ")), "plan-pinned-on-the-icebox"));
}
