#include "onereel/cutting/poster.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "onereel/media/film_writer.h"
#include "onereel/media/shot_encoder.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

Shot card_shot(std::int64_t frames) {
  Shot shot{"1-01", 1, {frames}};
  shot.card = Card{CardKind::title, {"ripgrep"}};
  return shot;
}

Shot gag_shot(std::int64_t frames, std::vector<Impact> impacts) {
  Shot shot{"2-02", 2, {frames}};
  shot.scene = Scene{SceneKind::gag, "milk-will-not-pour"};
  shot.impacts = std::move(impacts);
  return shot;
}

ShotList list_of(std::vector<Shot> shots) {
  ShotList list;
  list.project = "ripgrep";
  list.title = "The Missing Word";
  list.shots = std::move(shots);
  return list;
}

std::shared_ptr<drawing::ArtKit> kit() {
  return drawing::ArtKit::open(ONEREEL_DATA_DIR).value();
}

// Light, with a dark figure over columns `from` to `to`.
media::YuvPicture still(int from, int to) {
  media::YuvPicture picture = media::blank_picture(320, 180);
  for (std::size_t k = 0; k < picture.luma.size(); ++k) {
    const int column = static_cast<int>(k % 320);
    picture.luma[k] = column >= from && column < to ? 20 : 150;
  }
  picture.red.assign(picture.red.size(), 150);
  return picture;
}

int luma_at(const media::YuvPicture& picture, int x, int y) {
  return picture.luma[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                      static_cast<std::size_t>(x)];
}

}  // namespace

TEST_CASE("the poster shows the gag with most impacts, just after the last of them") {
  const ShotList list = list_of({card_shot(84), gag_shot(200, {{{30}, "hit"}}),
                                 gag_shot(150, {{{20}, "hit"}, {{100}, "burst"}})});
  CHECK(poster_frame(list).index == 84 + 200 + 100 + 6);
}

TEST_CASE("an impact on the last frame keeps the poster inside its shot") {
  CHECK(poster_frame(list_of({gag_shot(50, {{{49}, "hit"}})})).index == 49);
}

TEST_CASE("without impacts the poster shows the middle of the longest scene, else the first shot") {
  CHECK(poster_frame(list_of({card_shot(84), gag_shot(100, {}), gag_shot(60, {})})).index == 134);
  CHECK(poster_frame(list_of({card_shot(84)})).index == 42);
  CHECK(poster_frame(list_of({})).index == 0);
}

TEST_CASE("the poster keeps the still's size and dims its foot, and is the same each time") {
  const ShotList list = list_of({card_shot(84), gag_shot(150, {})});
  const auto first = draw_poster(still(0, 0), list, ONEREEL_DATA_DIR, *kit());
  const auto second = draw_poster(still(0, 0), list, ONEREEL_DATA_DIR, *kit());
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->width == 320);
  CHECK(first->luma == second->luma);
  CHECK(luma_at(*first, 60, 30) > 100);
  CHECK(luma_at(*first, 245, 168) < 60);
}

TEST_CASE("the play sign leaves the figure in the middle free") {
  const ShotList list = list_of({card_shot(84)});
  const auto clear = draw_poster(still(0, 0), list, ONEREEL_DATA_DIR, *kit());
  const auto figure = draw_poster(still(125, 195), list, ONEREEL_DATA_DIR, *kit());
  REQUIRE(clear);
  REQUIRE(figure);
  CHECK(luma_at(*clear, 160, 65) > 200);
  CHECK(luma_at(*figure, 160, 65) < 60);
  CHECK(luma_at(*figure, 234, 65) > 200);
}

TEST_CASE("the poster is written beside the film, from the film") {
  TemporaryFolder folder;
  const ShotList list = list_of({card_shot(4), gag_shot(8, {})});
  auto encoder = media::ShotEncoder::open({320, 180}, {12});
  for (int frame = 0; frame < 12; ++frame) REQUIRE(encoder->add(still(0, 10 * frame)));
  const std::string take = *encoder->finish();
  std::filesystem::create_directories(folder.file("bundle"));
  REQUIRE(media::write_film({{take}}, folder.file("bundle/film.mp4")));
  CHECK(write_poster(list, folder.path(), ONEREEL_DATA_DIR, *kit()));
  CHECK(media::read_png(folder.file("bundle/poster.png")));
  CHECK_FALSE(std::filesystem::exists(folder.file("bundle/.poster.png.part")));
}

TEST_CASE("without a film there is no poster") {
  TemporaryFolder folder;
  CHECK_FALSE(write_poster(list_of({}), folder.path(), ONEREEL_DATA_DIR, *kit()));
}
