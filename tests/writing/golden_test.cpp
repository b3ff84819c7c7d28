// The toy repository's casting and screenplay against kept papers. UPDATE_GOLDEN=1 writes them
// anew: read them before committing. Every gag counts as staged here, so that staging another one
// changes nothing.

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "onereel/base/text.h"
#include "onereel/papers/paper_json.h"
#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

const std::string tests_folder = std::string(ONEREEL_SOURCE_DIR) + "/tests";

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// What the scout found in tests/toy/ide-recorder; its own test keeps this paper true.
RepoFacts surveyed_toy() {
  auto facts = repo_facts_from_json(content_of(tests_folder + "/scout/ide_recorder.json"));
  REQUIRE_MESSAGE(facts, (facts ? "" : facts.error().what));
  return *std::move(facts);
}

// The first line that is not as in the kept paper, with what is there now; empty: all are.
std::string first_difference(const std::string& now, const std::string& name) {
  const std::string path = tests_folder + "/golden/writing/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << now;
  const std::string kept = content_of(path);
  if (now == kept) return {};
  const auto ours = lines_of(now);
  const auto theirs = lines_of(kept);
  std::size_t line = 0;
  while (line < ours.size() && line < theirs.size() && ours[line] == theirs[line]) ++line;
  const std::string was(line < theirs.size() ? theirs[line] : "the end");
  const std::string is(line < ours.size() ? ours[line] : "the end");
  return name + ":" + std::to_string(line + 1) + ": was '" + was + "', is '" + is +
         "' (UPDATE_GOLDEN=1 keeps what is)";
}

}  // namespace

TEST_CASE("the toy repository's casting is the kept one") {
  CHECK(first_difference(to_json(film_of(surveyed_toy()).pitches), "ide_recorder_pitches.json") ==
        "");
}

TEST_CASE("the toy repository's screenplay is the kept one, in both languages") {
  Commission german;
  german.language = "de";

  CHECK(first_difference(screenplay_to_yaml(film_of(surveyed_toy()).screenplay),
                         "ide_recorder_en.yaml") == "");
  CHECK(first_difference(screenplay_to_yaml(film_of(surveyed_toy(), german).screenplay),
                         "ide_recorder_de.yaml") == "");
}
