#include "onereel/blocking/resolve.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "onereel/base/document.h"

using namespace onereel;
using namespace onereel::blocking;

namespace {

const std::string data = std::string(ONEREEL_SOURCE_DIR) + "/data";

Result<Blocking> blocking_of(const std::string& yaml, drawing::ArtKit& kit, int kept = -1) {
  TRY(const Document document, read_yaml(yaml, "gag.yaml"));
  TRY(const CueSheet sheet, read_cue_sheet("gag", document));
  Performance performance;
  performance.optional_cues_kept = kept;
  return resolve(sheet, kit, performance);
}

std::string fault_of(const std::string& yaml) {
  auto kit = drawing::ArtKit::open(data);
  const auto gag = blocking_of(yaml, **kit);
  return gag ? std::string("none") : gag.error().what;
}

CueTime cue(const Blocking& gag, const std::string& id) {
  const auto found = std::find_if(gag.cues().begin(), gag.cues().end(),
                                  [&](const CueTime& time) { return time.id == id; });
  REQUIRE(found != gag.cues().end());
  return *found;
}

const std::string two_cues =
    "set: kitchen\ncast: {apprentice: {at: 400}}\ncues:\n"
    "  - {id: look, who: apprentice, do: take, at: 4}\n"
    "  - {id: bow, who: apprentice, do: bow, at: look+8}\n";

}  // namespace

TEST_CASE("times count from the hit of the cue they name") {
  auto kit = drawing::ArtKit::open(data);
  const auto gag = blocking_of(two_cues, **kit);
  REQUIRE(gag);
  CHECK(cue(*gag, "look").hit == 8);
  CHECK(cue(*gag, "bow").start == 16);
}

TEST_CASE("a pose is the same whatever was asked before it") {
  auto kit = drawing::ArtKit::open(data);
  const auto gag = blocking_of(two_cues, **kit);
  REQUIRE(gag);
  const StagePose first = gag->pose(20);
  (void)gag->pose(3);
  CHECK(gag->pose(20).figures.front().parts == first.figures.front().parts);
}

TEST_CASE("an optional cue that is left out takes no time") {
  const std::string yaml =
      "set: kitchen\ncast: {apprentice: {at: 400}}\ncues:\n"
      "  - {id: look, who: apprentice, do: take, at: 4, optional: true}\n"
      "  - {id: bow, who: apprentice, do: bow, at: look+8}\n";
  auto kit = drawing::ArtKit::open(data);
  const auto gag = blocking_of(yaml, **kit, 0);
  REQUIRE(gag);
  CHECK(cue(*gag, "bow").start == 12);
}

TEST_CASE("what is not there is named with its line") {
  CHECK(fault_of("set: kitchen\ncast: {apprentice: {at: lef}}\ncues:\n"
                 "  - {who: apprentice, do: bow}\n") ==
        "gag.yaml:2: there is no mark or performer 'lef'; did you mean 'left'?");
}

TEST_CASE("in the milk gag the can bursts after his fright, and what comes of it ends the shot") {
  auto kit = drawing::ArtKit::open(data);
  const auto file = read_yaml_file(data + "/gags/milk-will-not-pour.yaml");
  REQUIRE(file);
  const auto sheet = read_cue_sheet("milk", *file->find("blocking"));
  REQUIRE(sheet);
  Performance performance;
  performance.slots = {{"stem", "mil"}, {"letter", "k"}};
  const auto gag = resolve(*sheet, **kit, performance);
  REQUIRE(gag);
  CHECK(cue(*gag, "burst").hit > cue(*gag, "take").hit + 6);
  CHECK(cue(*gag, "burst").impact == "fall");
  CHECK(gag->poses() > cue(*gag, "burst").hit + 10);
}
