#include "onereel/papers/shot_list.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("the lengths of the shots add up to the film") {
  ShotList list;
  list.shots.resize(2);
  list.shots[0].length = FrameCount{84};
  list.shots[1].length = FrameCount{2076};

  CHECK(running_time(length_of(list)) == Seconds::whole(90));
}
