#include "onereel/media/loop_writer.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "moving_pictures.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::media;

namespace {

std::string loop_of(int frames, const std::string& path) {
  std::vector<YuvPicture> pictures;
  for (int frame = 0; frame < frames; ++frame) pictures.push_back(moving_picture(frame));
  if (!write_loop(pictures, {}, path)) return {};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a loop is an animated WebP that repeats for ever, the same bytes each time") {
  TemporaryFolder folder;
  const std::string loop = loop_of(12, folder.file("loop.webp"));

  CHECK(loop.substr(8, 8) == "WEBPVP8X");
  const std::size_t animation = loop.find("ANIM");
  REQUIRE(animation != loop.npos);
  CHECK(loop.substr(animation + 12, 2) == std::string("\0\0", 2));
  CHECK(loop.find("ANMF") != loop.npos);
  CHECK(loop == loop_of(12, folder.file("again.webp")));
}

TEST_CASE("a loop without frames is refused") {
  CHECK(write_loop({}, {}, "/tmp/never.webp").error().remedy == Remedy::fix_input);
}
