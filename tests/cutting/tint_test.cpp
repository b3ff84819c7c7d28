#include "tint.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace onereel;
using namespace onereel::cutting;

TEST_CASE("black and white stay black and nearly white in the neutral tint") {
  const TintTable argent = *tint_table("Argent");
  CHECK(argent.luma[0] == 16);
  CHECK(argent.blue[0] == 128);
  CHECK(argent.red[0] == 128);
  CHECK(argent.luma[1023] > 225);
  CHECK(std::abs(argent.red[700] - 128) < 6);
}

TEST_CASE("a tint colours by its name: candles warm, nights blue, fire red") {
  const std::size_t middle = 512;
  CHECK(tint_table("Candleflame")->red[middle] > 140);
  CHECK(tint_table("Candleflame")->blue[middle] < 110);
  CHECK(tint_table("Nocturne")->blue[middle] > 140);
  CHECK(tint_table("Inferno")->red[middle] > 150);
}

TEST_CASE("all seventeen tints are there and grow lighter with the grey") {
  const auto names = tint_names();
  CHECK(names.size() == 17);
  CHECK(std::all_of(names.begin(), names.end(), [](std::string_view name) {
    const TintTable table = *tint_table(name);
    return std::is_sorted(table.luma.begin(), table.luma.end()) && table.luma.back() > 150;
  }));
}

TEST_CASE("a tint that is not there names the nearest") {
  const auto table = tint_table("Candelflame");
  REQUIRE(!table);
  CHECK(table.error().what.find("Candleflame") != std::string::npos);
}
