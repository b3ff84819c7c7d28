#include "onereel/scout/survey.h"

#include <doctest/doctest.h>

#include "onereel/base/log.h"

using namespace onereel;

TEST_CASE("a path that is not there is named, with the mend") {
  QuietProgress quiet;

  const auto facts = scout::survey("/no/such/folder", quiet);

  REQUIRE_FALSE(facts.has_value());
  CHECK(facts.error().remedy == Remedy::fix_input);
  CHECK(facts.error().what.starts_with("Repository not found: /no/such/folder"));
  CHECK(facts.error().what.find("--repo-path") != std::string::npos);
}
