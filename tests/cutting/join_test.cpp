#include <doctest/doctest.h>

#include <filesystem>

#include "onereel/cutting/cutting.h"
#include "onereel/media/film_reader.h"
#include "onereel/media/shot_encoder.h"
#include "onereel/vault/film_folder.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

std::string grey_take(std::int64_t frames, int grey) {
  auto encoder = media::ShotEncoder::open({160, 90}, {frames});
  media::YuvPicture picture = media::blank_picture(160, 90);
  picture.luma.assign(picture.luma.size(), static_cast<std::uint8_t>(grey));
  for (std::int64_t frame = 0; frame < frames; ++frame) REQUIRE(encoder->add(picture));
  return *encoder->finish();
}

struct TwoShots {
  TemporaryFolder folder;
  ShotList shots;
  Takes takes;
  media::Sound sound;

  TwoShots() {
    std::filesystem::create_directories(folder.file("takes"));
    std::filesystem::create_directories(folder.file("bundle"));
    shots.project = "ripgrep";
    shots.act_names = {"Title & Myth", "Tools"};
    shots.shots = {Shot{"1-01", 1, {24}}, Shot{"2-02", 2, {48}}};
    takes.takes = {{"1-01", "takes/a.take", "", {24}}, {"2-02", "takes/b.take", "", {48}}};
    REQUIRE(vault::write_file_whole(folder.file("takes/a.take"), grey_take(24, 60)));
    REQUIRE(vault::write_file_whole(folder.file("takes/b.take"), grey_take(48, 180)));
    sound.left.assign(72 * 2000, 0);
    sound.right = sound.left;
  }
  Look look{160, 90, .5, false};
  Result<> join() { return join_film(shots, takes, folder.path(), sound, look); }
};

}  // namespace

TEST_CASE("takes are joined in the shots' order") {
  TwoShots film;
  REQUIRE(film.join());
  int dark = 0;
  const auto shown = media::view_film(film.folder.file("bundle/film.mp4"),
                                      [&](FrameIndex, const media::YuvPicture& picture) {
                                        dark += picture.luma[5000] < 100 ? 1 : 0;
                                        return true;
                                      });
  CHECK(*shown == FrameCount{72});
  CHECK(dark == 24);
}

TEST_CASE("a take of another length than its shot is no longer its take") {
  TwoShots film;
  film.shots.shots[1].length = {50};
  const auto joined = film.join();
  CHECK(joined.error().remedy == Remedy::repair);
  CHECK(joined.error().what.find("takes/b.take") != std::string::npos);
}

TEST_CASE("a take of another size is not taken for the film's") {
  TwoShots film;
  film.look = film_look(.5, true);
  CHECK(film.join().error().what.find("160 x 90") != std::string::npos);
}

TEST_CASE("a missing take is named") {
  TwoShots film;
  std::filesystem::remove(film.folder.file("takes/a.take"));
  const auto joined = film.join();
  CHECK(joined.error().remedy == Remedy::repair);
  CHECK(joined.error().what.find("a.take") != std::string::npos);
}

TEST_CASE("previews are small and new") {
  const Look preview = film_look(.8, true);
  CHECK(preview.width == 640);
  CHECK(preview.wear == 0);
  CHECK(film_look(.8, false).width == 1280);
}
