#include "onereel/media/picture.h"

#include <doctest/doctest.h>

#include <filesystem>

using namespace onereel;
using namespace onereel::media;

namespace {

std::string scratch(const std::string& name) {
  return (std::filesystem::temp_directory_path() / ("onereel_picture_test_" + name)).string();
}

YuvPicture flat(int side, std::uint8_t luma) {
  YuvPicture picture = blank_picture(side, side);
  picture.luma.assign(picture.luma.size(), luma);
  return picture;
}

}  // namespace

TEST_CASE("a grey picture comes back from its PNG") {
  const std::string file = scratch("grey.png");
  CHECK(write_png(GreyPicture{2, 1, {0.2F, 1.0F}}, file));
  const GreyPicture back = read_png(file).value();

  CHECK(back.width == 2);
  CHECK(back.values[0] == doctest::Approx(0.2));
  CHECK(back.values[1] == doctest::Approx(1));
}

TEST_CASE("limited range becomes full range in a PNG") {
  const std::string file = scratch("yuv.png");
  CHECK(write_png(flat(2, 235), file));

  CHECK(read_png(file).value().values[0] == 1);
}

TEST_CASE("a contact sheet has a gap of two between its cells") {
  const YuvPicture sheet = contact_sheet({flat(4, 100), flat(4, 200), flat(4, 150)}, 2);

  CHECK(sheet.width == 10);
  CHECK(sheet.height == 10);
  CHECK(sheet.luma[0] == 100);
  CHECK(sheet.luma[4] == 16);
  CHECK(sheet.luma[6] == 200);
  CHECK(sheet.luma[60] == 150);
}

TEST_CASE("scaling down averages areas") {
  YuvPicture picture = flat(6, 0);
  picture.luma[0] = 90;

  CHECK(scaled_down(picture, 2, 2).luma[0] == 10);
  CHECK(scaled_down(picture, 4, 4).luma[0] == 40);
}

TEST_CASE("a file that is no PNG is refused by name") {
  CHECK(read_png("/nowhere.png").error().what.find("/nowhere.png") == 0);
}
