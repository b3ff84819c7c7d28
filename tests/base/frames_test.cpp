#include "onereel/base/frames.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("ninety seconds are 2160 frames, there and back") {
  CHECK(running_time(FrameCount{2160}) == Seconds::whole(90));
  CHECK(frames_nearest(Seconds::whole(90)) == FrameCount{2160});
  CHECK(frames_nearest(running_time({7}, pose_rate), film_rate) == FrameCount{14});
}
