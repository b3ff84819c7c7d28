#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "move_table.h"
#include "onereel/blocking/resolve.h"

using namespace onereel;
using namespace onereel::blocking;

namespace {

const std::string root = ONEREEL_SOURCE_DIR;

std::string manual() {
  std::ifstream file(root + "/docs/adding_a_gag.md", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string example() {
  const std::string text = manual();
  const std::size_t begin = text.find("```yaml\n") + 8;
  return text.substr(begin, text.find("```", begin) - begin);
}

/// Moves of the program that the manual does not name.
std::string unnamed_moves() {
  const std::string text = manual();
  const std::string table = text.substr(text.find("<!-- moves -->"));
  std::string missing;
  for (const Move& move : move_table()) {
    const std::string word = "`" + std::string(move.name) + "`";
    if (table.find(word) == std::string::npos) missing += word;
  }
  return missing;
}

}  // namespace

TEST_CASE("the example of the manual plays") {
  auto kit = drawing::ArtKit::open(root + "/data");
  const auto document = read_yaml(example(), "docs/adding_a_gag.md");
  REQUIRE(document);
  const auto sheet = read_cue_sheet("example", *document->find("blocking"));
  REQUIRE_MESSAGE(sheet, (sheet ? "" : sheet.error().what));
  const auto gag = resolve(*sheet, **kit, {});
  REQUIRE_MESSAGE(gag, (gag ? "" : gag.error().what));
  CHECK(gag->poses() > 60);
}

TEST_CASE("the manual names every move") {
  CHECK(unnamed_moves() == "");
}
