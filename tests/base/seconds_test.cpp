#include "onereel/base/seconds.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("film time adds up exactly") {
  CHECK(Seconds::milliseconds(500) * 2 == Seconds::whole(1));
  CHECK(Seconds::whole(90) - Seconds::milliseconds(1) < Seconds::whole(90));
  CHECK(Seconds::ticks_per_second % 48'000 == 0);
  CHECK(Seconds::ticks_per_second % 44'100 == 0);
}
