#include "onereel/media/film_reader.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "moving_pictures.h"
#include "onereel/media/film_writer.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::media;

TEST_CASE("a film read back shows every frame in order, nearly as it was drawn") {
  TemporaryFolder folder;
  const std::string first = small_take(20);
  const std::string second = small_take(20, 60);
  REQUIRE(write_film({{first, second}}, folder.file("film.mp4")));
  std::vector<int> grounds;

  const auto shown = view_film(folder.file("film.mp4"), [&](FrameIndex, const YuvPicture& picture) {
    grounds.push_back(picture.luma.back());
    return true;
  });

  REQUIRE(shown);
  CHECK(*shown == FrameCount{40});
  CHECK(std::abs(grounds[19] - 60) < 6);
  CHECK(std::abs(grounds[20] - 120) < 6);
}

TEST_CASE("one frame alone is the one that passes by in the whole film") {
  TemporaryFolder folder;
  const std::string first = small_take(60);
  const std::string second = small_take(20, 60);
  REQUIRE(write_film({{first, second}}, folder.file("film.mp4")));
  std::vector<YuvPicture> all;
  REQUIRE(view_film(folder.file("film.mp4"), [&](FrameIndex, const YuvPicture& picture) {
    all.push_back(picture);
    return true;
  }));
  CHECK(film_frame(folder.file("film.mp4"), {0})->luma == all[0].luma);
  CHECK(film_frame(folder.file("film.mp4"), {47})->luma == all[47].luma);
  CHECK(film_frame(folder.file("film.mp4"), {49})->luma == all[49].luma);
  CHECK(film_frame(folder.file("film.mp4"), {60})->luma == all[60].luma);
  CHECK(film_frame(folder.file("film.mp4"), {79})->luma == all[79].luma);
  CHECK(!film_frame(folder.file("film.mp4"), {80}));
}

TEST_CASE("a viewer may leave early") {
  TemporaryFolder folder;
  const std::string take = small_take(30);
  REQUIRE(write_film({{take}}, folder.file("film.mp4")));
  const auto until_third = [](FrameIndex index, const YuvPicture&) { return index.index < 2; };
  CHECK(*view_film(folder.file("film.mp4"), until_third) == FrameCount{3});
}

TEST_CASE("no film is an error that names the file") {
  const auto nothing = [](FrameIndex, const YuvPicture&) { return true; };
  CHECK(view_film("/nowhere.mp4", nothing).error().what.find("/nowhere.mp4") != std::string::npos);
}
