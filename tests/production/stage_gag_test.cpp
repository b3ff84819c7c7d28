#include "onereel/production/stage_gag.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "onereel/base/log.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/writing/gag_library.h"
#include "temporary_folder.h"

using namespace onereel;

TEST_CASE("one gag alone gives a contact sheet and the times of its cues") {
  const auto kit = *drawing::ArtKit::open(ONEREEL_DATA_DIR);
  const auto gags = *writing::GagLibrary::open(ONEREEL_DATA_DIR);
  QuietProgress quiet;
  TemporaryFolder folder;
  Crew crew{gags, *kit, ONEREEL_DATA_DIR, "test", 1, quiet};

  const auto staged = stage_gag({.gag = "milk-will-not-pour",
                                 .slots = {{"stem", "mil"}, {"letter", "k"}},
                                 .folder = folder.path(),
                                 .every = 24,
                                 .clip = false},
                                crew);
  const auto unknown = stage_gag({.gag = "milk-will-not-poor", .folder = folder.path()}, crew);

  REQUIRE(staged);
  CHECK(std::filesystem::file_size(staged->contact_sheet) > 10'000);
  CHECK(staged->poses >= 96);
  CHECK(staged->exposure_sheet.find("apprentice") != std::string::npos);
  REQUIRE(!unknown);
  CHECK(unknown.error().what.find("did you mean milk-will-not-pour?") != std::string::npos);
}
