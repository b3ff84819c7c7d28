#include "onereel/blocking/cue_sheet.h"

#include <doctest/doctest.h>

using namespace onereel;
using namespace onereel::blocking;

namespace {

std::string fault_of(const std::string& yaml) {
  const auto document = read_yaml(yaml, "gag.yaml");
  if (!document) return document.error().what;
  const auto sheet = read_cue_sheet("gag", *document);
  return sheet ? std::string("none") : sheet.error().what;
}

std::string fault_of_cue(const std::string& cue) {
  return fault_of(
      "set: kitchen\ncast: {apprentice: {at: 400}}\ncues:\n"
      "  - {id: a, who: apprentice, do: take, at: 4}\n  - " +
      cue + "\n");
}

}  // namespace

TEST_CASE("a sound sheet is read") {
  CHECK(fault_of_cue("{who: apprentice, do: bow, at: a+8}") == "none");
}

TEST_CASE("a word that is not known is named with its line and what would be right") {
  CHECK(fault_of_cue("{who: apprentice, do: bwo}") ==
        "gag.yaml:5: unknown move 'bwo'; did you mean 'bow'?");
  CHECK(fault_of_cue("{who: aprentice, do: bow}") ==
        "gag.yaml:5: nobody is called 'aprentice'; did you mean 'apprentice'?");
  CHECK(fault_of_cue("{who: apprentice, do: bow, att: a+8}").find("gag.yaml:5: ") == 0);
  CHECK(fault_of_cue("{who: apprentice, do: bow, att: a+8}").find("'at'") != std::string::npos);
  CHECK(
      fault_of_cue("{who: apprentice, do: pose, is: x, ease: snip}").find("unknown ease 'snip'") !=
      std::string::npos);
  CHECK(fault_of_cue("{who: apprentice, do: go, to: 9, style: wlak}") ==
        "gag.yaml:5: no gait 'wlak'; did you mean 'walk'?");
}

TEST_CASE("a cue can only refer to a cue above it") {
  CHECK(
      fault_of_cue("{who: apprentice, do: bow, at: b+1}\n  - {id: b, who: apprentice, do: bow}") ==
      "gag.yaml:5: 'b' comes later in the file; move this cue below it");
  CHECK(fault_of_cue("{who: apprentice, do: bow, at: c}").find("no cue has the id 'c'") !=
        std::string::npos);
  CHECK(fault_of_cue("{who: apprentice, do: bow, at: a.mid}").find("X.start or X.end") !=
        std::string::npos);
}

TEST_CASE("no name may be a boolean of YAML 1.1") {
  CHECK(fault_of_cue("{id: off, who: apprentice, do: bow}").find("boolean") != std::string::npos);
  CHECK(fault_of("set: kitchen\ncast: {yes: {is: bug}}\ncues: []\n").find("boolean") !=
        std::string::npos);
}

TEST_CASE("two cues cannot have one id") {
  CHECK(fault_of_cue("{id: a, who: apprentice, do: bow}") ==
        "gag.yaml:5: two cues have the id 'a'");
}
