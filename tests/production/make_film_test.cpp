#include "onereel/production/make_film.h"

#include <doctest/doctest.h>

#include "evidence.h"

using namespace onereel;

TEST_CASE("evidence that the repository does not hold stops the cut and says where") {
  Screenplay screenplay;
  Scene scene;
  scene.id = "edge-on";
  scene.evidence = {{"README.md", 1, "this line was never there"}};
  screenplay.acts = {{.name = "Tools", .length = Seconds::whole(25), .entries = {{{}, scene}}}};

  const auto checked = check_evidence(screenplay, ONEREEL_SOURCE_DIR "/tests/toy/ide-recorder");

  REQUIRE(!checked);
  CHECK(checked.error().what.starts_with("edge-on cites README.md:1"));
}
