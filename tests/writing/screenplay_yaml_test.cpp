#include "screenplay_words.h"
#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

std::string yaml_of_toy() {
  return screenplay_to_yaml(film_of(recorder_facts()).screenplay);
}

std::string error_with(const std::string& what, const std::string& with) {
  std::string yaml = yaml_of_toy();
  const auto at = yaml.find(what);
  REQUIRE_MESSAGE(at != std::string::npos, what);
  yaml.replace(at, what.size(), with);
  const auto read = screenplay_from_yaml(yaml, "screenplay.yaml");
  return read ? "read" : read.error().what;
}

}  // namespace

TEST_CASE("a screenplay is read back equal") {
  const Screenplay play = film_of(recorder_facts()).screenplay;

  const auto again = screenplay_from_yaml(screenplay_to_yaml(play), "screenplay.yaml");

  REQUIRE_MESSAGE(again, (again ? "" : again.error().what));
  CHECK(*again == play);
}

TEST_CASE("a screenplay with every field set is read back equal") {
  Screenplay play = film_of(recorder_facts()).screenplay;
  Scene& scene = first_scene_of(play.acts[1]);
  scene.mood = "waltz";
  scene.tint = "Rose Doree";
  scene.length = Seconds::ticks(Seconds::ticks_per_second / 12 * 100);
  scene.slots["odd"] = "12: 'x' # {y} \"z\"";
  Card& card = *play.acts[0].entries.front().card;
  card.hold = Seconds::milliseconds(3500);
  card.text = {"no", "1.5", "- dash", "null"};

  const auto again = screenplay_from_yaml(screenplay_to_yaml(play), "screenplay.yaml");

  REQUIRE_MESSAGE(again, (again ? "" : again.error().what));
  CHECK(*again == play);
}

TEST_CASE(
    "the file is plain to a person: what each shot is, seconds as decimals, where it stands") {
  const std::string yaml = yaml_of_toy();

  CHECK(yaml.starts_with("# The screenplay"));
  CHECK(yaml.find("- gag: milk-will-not-pour") != std::string::npos);
  CHECK(yaml.find("- running_gag: ") != std::string::npos);
  CHECK(yaml.find("- business: opening-") != std::string::npos);
  CHECK(yaml.find("{path: src/screen_recorder.py, line: 6, text: import mil}") !=
        std::string::npos);
  CHECK(yaml.find("seconds: 1") != std::string::npos);
}

TEST_CASE("seconds are the shortest decimal that gives the same time") {
  CHECK(seconds_text(Seconds::milliseconds(3500)) == "3.5");
  CHECK(seconds_text(Seconds::whole(20)) == "20");
  CHECK(seconds_from_decimal(3.5) == Seconds::milliseconds(3500));
  const Seconds pose = Seconds::ticks(Seconds::ticks_per_second / 12);
  CHECK(seconds_from_decimal(std::stod(seconds_text(pose))) == pose);
}

TEST_CASE("what cannot be read is named with its line and the mend") {
  CHECK(error_with("- gag: milk", "- gags: milk").find("a shot names a gag, running_gag") !=
        std::string::npos);
  CHECK(error_with("iris_in: true", "iris_in: maybe").find("true or false is wanted") !=
        std::string::npos);
  CHECK(error_with("kind: title", "kind: titel").find("title, dialogue, expository or end") !=
        std::string::npos);
  CHECK(error_with("part: plant", "part: plants").find("'plants' is no part") != std::string::npos);
  CHECK(error_with("seconds: 1", "seconds: soon").find("a number is wanted here, not 'soon") !=
        std::string::npos);
  CHECK(error_with("premise:", "premis:").find("did you mean 'premise'?") != std::string::npos);
  CHECK(error_with("line: 6", "line: 0").find("0 is not within 1") != std::string::npos);
  CHECK(error_with("language: en", "language: fr").find("known are en, de") != std::string::npos);
  CHECK(error_with("onereel_screenplay: 1", "onereel_screenplay: 2")
            .find("reads onereel_screenplay: 1") != std::string::npos);
}

TEST_CASE("hostile YAML stops at the limits") {
  CHECK_FALSE(screenplay_from_yaml("", "s.yaml"));
  CHECK_FALSE(screenplay_from_yaml("acts: []", "s.yaml"));
  CHECK_FALSE(screenplay_from_yaml(std::string(5U << 20U, 'x'), "s.yaml"));
}
