#include "patterns.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>

using namespace onereel;
using namespace onereel::score;

namespace {

const std::string own = std::string(ONEREEL_DATA_DIR) + "/score/patterns.yaml";

// What is said when `wrong` stands where the house's file has `right`.
std::string refusal(const std::string& right, const std::string& wrong) {
  std::ifstream file(own);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  text.replace(text.find(right), right.size(), wrong);
  const auto path = std::filesystem::temp_directory_path() / "onereel-patterns-test.yaml";
  std::ofstream(path) << text;
  const auto patterns = read_patterns(path.string());
  std::filesystem::remove(path);
  if (patterns) return "read";
  return std::regex_replace(patterns.error().what, std::regex(".*test.yaml:[0-9]+: "), "");
}

}  // namespace

TEST_CASE("the house's own patterns are read") {
  const auto patterns = read_patterns(own);

  REQUIRE_MESSAGE(patterns, patterns.error().what);
  CHECK(patterns->moods.size() == 11);
  CHECK(patterns->moods.at("waltz").left[0]->metre == Metre::three_four);
  CHECK(patterns->stingers.at("slip").impact == 144);
  CHECK(patterns->stingers.at("drop").soft);
}

TEST_CASE("a wrong word in the patterns is refused and the right ones named") {
  CHECK(
      refusal("left: [vamp, stride", "left: [wamp, stride").starts_with("unknown pattern 'wamp'"));
  CHECK(refusal("right: [single, grace]", "right: [singel]").starts_with("unknown dressing"));
  CHECK(refusal("[480, 180, chord, -10]", "[480, 180, cord, -10]").starts_with("unknown voice"));
  CHECK(refusal("default_mood: rag", "default_mood: rage").starts_with("unknown mood 'rage'"));
  CHECK(refusal("[stop_dim, stop_low]", "[stop_dime]").starts_with("unknown stinger 'stop_dime'"));
}

TEST_CASE("a number out of its bounds is refused") {
  CHECK(refusal("centre: 75, velocity: 82", "centre: 7, velocity: 82") ==
        "7 is not between 60 and 90");
  CHECK(refusal("tempo: [84, 102, 118]", "tempo: [118, 102, 84]") ==
        "write the tempo as [lowest, home, highest], 20 to 300");
  CHECK(refusal("[0, 170, 19, 108, R]", "[0, 170, 19, 208, R]") == "208 is not between 1 and 127");
}
