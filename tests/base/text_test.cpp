#include "onereel/base/text.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("malformed bytes become U+FFFD and nothing else changes") {
  CHECK(valid_utf8("caf\xC3\xA9") == "caf\xC3\xA9");
  CHECK(valid_utf8("a\xFFz") == "a\xEF\xBF\xBDz");
  CHECK(valid_utf8("\xE2\x82") == "\xEF\xBF\xBD");
  CHECK(valid_utf8("\xED\xA0\x80").size() == 9);
  CHECK(length_in_points("na\xC3\xAFve") == 5);
}

TEST_CASE("lines come without their ends") {
  const auto lines = lines_of("a\r\nb\n\nc");

  REQUIRE(lines.size() == 4);
  CHECK(lines[0] == "a");
  CHECK(lines[2].empty());
  CHECK(lines[3] == "c");
}
