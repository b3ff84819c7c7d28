#include "onereel/media/shot_encoder.h"

#include <doctest/doctest.h>

#include <thread>

#include "moving_pictures.h"
#include "take_file.h"

using namespace onereel;
using namespace onereel::media;

TEST_CASE("a take holds one packet a frame and begins with a key frame") {
  const std::string take = small_take(60);
  const auto content = read_take(take);

  REQUIRE(content);
  CHECK(content->packets.size() == 60);
  CHECK(content->packets.front().key);
  CHECK(content->head.length == FrameCount{60});
  CHECK(content->head.setting == small_setting);
}

TEST_CASE("a key frame stands at every second second, but never as a shot's last picture") {
  const auto keys = [](std::int64_t length) {
    const std::string take = small_take(length);
    std::vector<std::int64_t> at;
    const TakeContent content = *read_take(take);
    for (const TakePacket& packet : content.packets) {
      if (packet.key) at.push_back(packet.shown_at);
    }
    return at;
  };
  CHECK(keys(108) == std::vector<std::int64_t>{0, 48, 96});
  CHECK(keys(97) == std::vector<std::int64_t>{0, 48});
}

TEST_CASE("the same frames give the same bytes, and so beside another encoder") {
  const std::string alone = small_take(30);
  std::string beside;
  std::string other;
  std::thread first([&] { beside = small_take(30); });
  std::thread second([&] { other = small_take(30, 40); });
  first.join();
  second.join();

  CHECK(alone == beside);
  CHECK(alone != other);
}

TEST_CASE("stream headers do not depend on what is in the picture") {
  const std::string dark = small_take(5);
  const std::string light = small_take(90, 120);
  CHECK(read_take(dark)->parameter_sets == read_take(light)->parameter_sets);
}

TEST_CASE("a damaged take is refused and says how to mend it") {
  const std::string take = small_take(4);

  CHECK(read_take_head(take).has_value());
  CHECK(read_take_head(take.substr(0, take.size() - 1)).error().remedy == Remedy::repair);
  CHECK(read_take_head("nothing").error().what.find("takes/") != std::string::npos);
  CHECK(!read_take_head(take + "x").has_value());
}
