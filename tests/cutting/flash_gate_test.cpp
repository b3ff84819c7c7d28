#include "onereel/cutting/flash_gate.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "onereel/vault/film_folder.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

// A black picture with a bright box over `part` of its width.
media::YuvPicture lit(double part, int luma, int red = 128) {
  media::YuvPicture picture = media::blank_picture(320, 180);
  const int width = static_cast<int>(320 * part);
  for (int y = 0; y < 180; ++y) {
    for (int x = 0; x < width; ++x) {
      const auto at = static_cast<std::size_t>(y * 320 + x);
      const auto half = static_cast<std::size_t>(y / 2 * 160 + x / 2);
      picture.luma[at] = static_cast<std::uint8_t>(luma);
      picture.red[half] = static_cast<std::uint8_t>(red);
    }
  }
  return picture;
}

// A bright picture with a black bar, a sixth of its width, that begins at `left`.
media::YuvPicture barred(int left) {
  media::YuvPicture picture = lit(1, 200);
  for (int y = 0; y < 180; ++y) {
    for (int x = std::max(left, 0); x < std::min(left + 54, 320); ++x) {
      picture.luma[static_cast<std::size_t>(y * 320 + x)] = 20;
    }
  }
  return picture;
}

template <typename Frame>
std::vector<FlashFinding> found_in(int frames, Frame frame) {
  FlashGate gate;
  for (int index = 0; index < frames; ++index) gate.watch(frame(index));
  return gate.findings();
}

}  // namespace

TEST_CASE("means of cells read back are those written") {
  const CellMeans means = cell_means(lit(.4, 200, 170));
  std::string bytes;
  append_means(bytes, means);
  CHECK(bytes.size() == CellMeans::bytes);
  const CellMeans read = read_means(bytes);
  CHECK(read.luma == means.luma);
  CHECK(read.red == means.red);
  CHECK(read.luma[0] == 200 * 256);
  CHECK(read.luma[CellMeans::columns - 1] == 16 * 256);
}

TEST_CASE("takes are watched by the light that lies beside them") {
  TemporaryFolder folder;
  const Takes takes{{{"1-01", "a.take", "", {48}}}};
  CHECK(watch_takes(takes, folder.path()).error().what.find("a.take") != std::string::npos);
  std::string light;
  for (int frame = 0; frame < 48; ++frame) {
    append_means(light, cell_means(lit(1, frame / 2 % 2 == 0 ? 20 : 220)));
  }
  REQUIRE(vault::write_file_whole(folder.file(light_file("a.take")), light));
  const auto report = watch_takes(takes, folder.path());
  REQUIRE(report);
  CHECK(report->frames == FrameCount{48});
  CHECK(!report->findings.empty());
}

TEST_CASE("a strobe of six flashes a second is found, with its frames") {
  const auto found = found_in(48, [](int f) { return lit(1, f / 2 % 2 == 0 ? 30 : 200); });
  REQUIRE(!found.empty());
  CHECK(found.front().what.find("more than three flashes") != std::string::npos);
  CHECK(found.front().to.index >= 46);
  ShotList shots;
  shots.shots.resize(2);
  shots.shots[0].length = FrameCount{24};
  shots.shots[1].id = "2-02";
  shots.shots[1].length = FrameCount{24};
  const auto refused = refuse_flashes({found, 0, {48}}, shots);
  REQUIRE(!refused);
  CHECK(refused.error().what.starts_with("the film flashes in shot 2-02"));
}

TEST_CASE("a strobe in a third of the picture is found as well") {
  CHECK(!found_in(48, [](int f) { return lit(.33, f / 2 % 2 == 0 ? 30 : 200); }).empty());
}

TEST_CASE("cuts from scene to card and back every three seconds are no strobe") {
  CHECK(found_in(24 * 20, [](int f) { return lit(1, f / 72 % 2 == 0 ? 150 : 40); }).empty());
}

TEST_CASE("the flicker of an old print is no flash") {
  CHECK(found_in(24 * 10, [](int f) {
          return lit(1, 160 + static_cast<int>(std::lround(3 * std::sin(f * 1.5))));
        }).empty());
}

TEST_CASE("what only moves is no flash, however large and dark") {
  CHECK(found_in(48, [](int f) { return barred(f / 2 * 12); }).empty());
}

TEST_CASE("a great dark thing that trembles flickers at its edges") {
  CHECK(!found_in(48, [](int f) { return barred(60 + f / 2 % 2 * 54); }).empty());
}

TEST_CASE("a strobe whose dark and bright fields change places is found") {
  CHECK(!found_in(48, [](int f) {
           const bool left = f / 2 % 2 == 0;
           media::YuvPicture picture = lit(.5, left ? 200 : 20);
           for (int y = 0; y < 180; ++y) {
             for (int x = 160; x < 320; ++x) {
               picture.luma[static_cast<std::size_t>(y * 320 + x)] = left ? 20 : 200;
             }
           }
           return picture;
         }).empty());
}

TEST_CASE("a small lamp may blink") {
  CHECK(found_in(48, [](int f) { return lit(.05, f / 2 % 2 == 0 ? 30 : 235); }).empty());
}

TEST_CASE("two flashes a second are allowed for a while, and not for five seconds") {
  const auto twice_a_second = [](int f) { return lit(1, f / 6 % 2 == 0 ? 40 : 180); };
  CHECK(found_in(24 * 3, twice_a_second).empty());
  const auto found = found_in(24 * 8, twice_a_second);
  REQUIRE(!found.empty());
  CHECK(found.front().what.find("four seconds") != std::string::npos);
}

TEST_CASE("red pulses are found where the luminance hardly changes") {
  const auto found = found_in(48, [](int f) { return lit(1, 60, f / 2 % 2 == 0 ? 128 : 200); });
  REQUIRE(!found.empty());
  CHECK(found.front().what.find("red") != std::string::npos);
}

TEST_CASE("a film that cannot be read is an error, not a pass") {
  CHECK(!watch_for_flashes("/nowhere/film.mp4"));
}
