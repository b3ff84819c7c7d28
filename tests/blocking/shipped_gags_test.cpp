#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "onereel/base/dice.h"
#include "onereel/blocking/resolve.h"

using namespace onereel;
using namespace onereel::blocking;
namespace fs = std::filesystem;

namespace {

const std::string data = std::string(ONEREEL_SOURCE_DIR) + "/data";

std::vector<std::string> staged_files() {
  std::vector<std::string> files;
  for (const char* folder : {"/gags", "/business"}) {
    for (const auto& entry : fs::directory_iterator(data + folder)) {
      if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::set<std::string> stingers() {
  std::set<std::string> names{""};
  const auto patterns = read_yaml_file(data + "/score/patterns.yaml");
  const Document* list = patterns ? patterns->find("stingers") : nullptr;
  for (const auto& [name, stinger] : list->entries) names.insert(name);
  return names;
}

/// Every sheet in a file: `blocking:` itself, and those of a file with several forms.
void collect(const Document& node, std::vector<const Document*>& found) {
  for (const auto& [key, value] : node.entries) {
    if (key == "blocking" && value.is_map() && value.find("cues") != nullptr) {
      found.push_back(&value);
    } else {
      collect(value, found);
    }
  }
  for (const Document& item : node.items) collect(item, found);
}

std::string fault_of(const Document& blocking, drawing::ArtKit& kit,
                     const std::set<std::string>& impacts) {
  const auto sheet = read_cue_sheet("gag", blocking);
  if (!sheet) return sheet.error().what + "\n";
  const auto gag = resolve(*sheet, kit, {});
  if (!gag) return gag.error().what + "\n";
  const auto all = lengths(*sheet, kit);
  if (!all) return all.error().what + "\n";
  for (const CueTime& cue : gag->cues()) {
    if (impacts.count(cue.impact) == 0) {
      return blocking.source + ": no stinger '" + cue.impact + "'\n";
    }
  }
  (void)gag->pose(gag->poses() / 2.0);
  return {};
}

std::string faults() {
  auto kit = drawing::ArtKit::open(data);
  const std::set<std::string> impacts = stingers();
  std::string all;
  for (const std::string& file : staged_files()) {
    const auto document = read_yaml_file(file);
    if (!document) continue;  // the writing room tells what is wrong with the rest of the file
    std::vector<const Document*> sheets;
    collect(*document, sheets);
    for (const Document* sheet : sheets) all += fault_of(*sheet, **kit, impacts);
  }
  return all;
}

/// One scalar of the tree changed into something else.
void mutate(Document& node, Dice& dice, int depth) {
  if (node.is_scalar()) {
    const std::vector<std::string> words{"",    "-9999", "1e30", "nan",  "take+8", "apprentice",
                                         "set", "[",     "x.y",  "0.01", "bug",    "a-b+c"};
    node.scalar = words[dice.below(words.size())];
    return;
  }
  if (depth > 12) return;
  if (!node.entries.empty()) {
    const std::size_t at = dice.below(node.entries.size());
    if (dice.below(12) == 0) {
      node.entries.erase(node.entries.begin() + static_cast<std::ptrdiff_t>(at));
      return;
    }
    return mutate(node.entries[at].second, dice, depth + 1);
  }
  if (!node.items.empty())
    return mutate(node.items[dice.below(node.items.size())], dice, depth + 1);
}

/// How many of so many spoiled sheets still resolve; each pose asked for must come back finite.
int survivors(int rounds) {
  auto kit = drawing::ArtKit::open(data);
  const auto file = read_yaml_file(data + "/gags/milk-will-not-pour.yaml");
  int alive = 0;
  for (int round = 0; round < rounds; ++round) {
    Document spoiled = *file->find("blocking");
    Dice dice(static_cast<std::uint64_t>(round), "spoil");
    for (std::uint64_t k = 0; k <= dice.below(4); ++k) mutate(spoiled, dice, 0);
    const auto sheet = read_cue_sheet("gag", spoiled);
    if (!sheet) continue;
    const auto gag = resolve(*sheet, **kit, {});
    if (!gag) continue;
    ++alive;
    (void)gag->pose(static_cast<double>(dice.below(static_cast<std::uint64_t>(gag->poses()))));
  }
  return alive;
}

}  // namespace

TEST_CASE("every staged gag and piece of business resolves, and its stingers exist") {
  CHECK(faults() == "");
}

TEST_CASE("a spoiled sheet is refused or plays; it never brings the program down") {
  CHECK(survivors(300) >= 0);
}
