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

}  // namespace

TEST_CASE("a sound sheet is read") {
  CHECK(fault_of("set: kitchen\ncast: {apprentice: {at: 400}}\n"
                 "cues:\n  - {id: a, who: apprentice, do: take, at: 4}\n"
                 "  - {who: apprentice, do: bow, at: a+8}\n") == "none");
}
