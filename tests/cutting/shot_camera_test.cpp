#include <doctest/doctest.h>

#include <filesystem>
#include <memory>
#include <thread>

#include "onereel/base/document.h"
#include "onereel/blocking/cue_sheet.h"
#include "onereel/cutting/cutting.h"
#include "onereel/media/shot_encoder.h"
#include "onereel/vault/film_folder.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

const std::string data = ONEREEL_DATA_DIR;

const std::shared_ptr<drawing::ArtKit>& kit() {
  static const std::shared_ptr<drawing::ArtKit> shelf = *drawing::ArtKit::open(data);
  return shelf;
}

// The milk gag, as its file has it.
blocking::Blocking milk() {
  const Document gag = *read_yaml_file(data + "/gags/milk-will-not-pour.yaml");
  const auto sheet = blocking::read_cue_sheet("milk-will-not-pour", *gag.find("blocking"));
  REQUIRE(sheet);
  auto played = blocking::resolve(*sheet, *kit(), {});
  REQUIRE(played);
  return std::move(*played);
}

Shot scene(std::int64_t frames) {
  Shot shot{"2-03", 2, {frames}};
  shot.scene = Scene{SceneKind::gag, "milk-will-not-pour"};
  shot.tint = "Candleflame";
  shot.seed = 1926;
  return shot;
}

Shot card(CardKind kind, std::vector<std::string> text) {
  Shot shot{"1-02", 1, {72}};
  shot.card = Card{kind, std::move(text)};
  return shot;
}

Look small_look(double wear) {
  return {320, 180, wear, false};
}

double mean_luma(const media::YuvPicture& picture) {
  double sum = 0;
  for (const std::uint8_t value : picture.luma) sum += value;
  return sum / static_cast<double>(picture.luma.size());
}

std::string take_of(const Shot& shot, const blocking::Blocking* blocking, const std::string& file) {
  auto camera = ShotCamera::open(shot, blocking, *kit(), data, small_look(.5));
  QuietProgress quiet;
  REQUIRE(camera);
  REQUIRE(take_shot(*camera, shot.length, small_look(.5), file, quiet));
  return *vault::read_file_whole(file);
}

class Interrupted final : public Progress {
 public:
  void step(std::string_view, long, long) override {}
  void debug(std::string_view) override {}
  bool interrupted() const override { return true; }
};

}  // namespace

TEST_CASE("a frame of a shot depends on its number only") {
  const auto played = milk();
  auto one = ShotCamera::open(scene(96), &played, *kit(), data, small_look(.5));
  auto other = ShotCamera::open(scene(96), &played, *kit(), data, small_look(.5));
  REQUIRE(one);
  REQUIRE(other);
  one->frame({0});
  one->frame({90});
  const auto late = one->frame({41});
  const auto straight = other->frame({41});
  CHECK(late.luma == straight.luma);
  CHECK(late.red == straight.red);
}

TEST_CASE("drawings stand for two frames") {
  const auto played = milk();
  auto camera = ShotCamera::open(scene(200), &played, *kit(), data, small_look(0));
  REQUIRE(camera);
  const auto first = camera->frame({60});
  CHECK(first.luma == camera->frame({61}).luma);
}

TEST_CASE("a shot longer than its blocking holds the last pose") {
  const auto played = milk();
  const std::int64_t end = 2 * played.poses();
  auto camera = ShotCamera::open(scene(end + 48), &played, *kit(), data, small_look(0));
  REQUIRE(camera);
  const auto last = camera->frame({end - 1});
  CHECK(last.luma == camera->frame({end + 47}).luma);
}

TEST_CASE("an iris opens on the scene and closes at its end") {
  const auto played = milk();
  Shot shot = scene(200);
  shot.scene->iris_in = true;
  shot.scene->iris_out = true;
  auto camera = ShotCamera::open(shot, &played, *kit(), data, small_look(0));
  REQUIRE(camera);
  const double open = mean_luma(camera->frame({100}));
  CHECK(mean_luma(camera->frame({0})) < .6 * open);
  CHECK(mean_luma(camera->frame({199})) < .6 * open);
}

TEST_CASE("a tint that is not there is refused by name") {
  const auto played = milk();
  Shot shot = scene(24);
  shot.tint = "Nocturn";
  const auto camera = ShotCamera::open(shot, &played, *kit(), data, small_look(0));
  REQUIRE(!camera);
  CHECK(camera.error().what.find("Nocturne") != std::string::npos);
}

TEST_CASE("every kind of card is drawn, light letters on dark") {
  for (const CardKind kind :
       {CardKind::title, CardKind::dialogue, CardKind::expository, CardKind::end}) {
    auto camera =
        ShotCamera::open(card(kind, {"It says nothing."}), nullptr, *kit(), data, small_look(.5));
    REQUIRE(camera);
    const auto frame = camera->frame({12});
    CHECK(mean_luma(frame) > 25);
    CHECK(mean_luma(frame) < 90);
    CHECK(*std::max_element(frame.luma.begin(), frame.luma.end()) > 150);
  }
}

TEST_CASE("a take has the same bytes when another shot is taken beside it") {
  TemporaryFolder folder;
  const auto played = milk();
  const Shot other = card(CardKind::dialogue, {"No milk today."});
  const std::string alone = take_of(scene(36), &played, folder.file("alone.take"));
  std::string beside;
  std::thread first([&] { beside = take_of(scene(36), &played, folder.file("beside.take")); });
  std::thread second([&] { take_of(other, nullptr, folder.file("other.take")); });
  first.join();
  second.join();
  CHECK(alone == beside);
  CHECK(media::read_take_head(alone)->length == FrameCount{36});
}

TEST_CASE("an interrupted take leaves no file") {
  TemporaryFolder folder;
  const auto played = milk();
  auto camera = ShotCamera::open(scene(36), &played, *kit(), data, small_look(0));
  REQUIRE(camera);
  Interrupted pressed;
  const auto taken =
      take_shot(*camera, {36}, small_look(0), folder.file("a.take"), pressed, "draw shot 2-03");
  CHECK(taken.error().remedy == Remedy::interrupted);
  CHECK(!std::filesystem::exists(folder.file("a.take")));
}

TEST_CASE("a contact sheet has a cell a second") {
  TemporaryFolder folder;
  const auto played = milk();
  auto camera = ShotCamera::open(scene(96), &played, *kit(), data, small_look(0));
  REQUIRE(camera);
  const SheetSetting setting{3, 160, 24};
  const auto cells = sheet_cells(*camera, {96}, setting);
  CHECK(cells.size() == 4);
  CHECK(cells.front().width == 160);
  REQUIRE(write_contact_sheet(cells, setting, folder.file("sheet.png")));
  CHECK(media::read_png(folder.file("sheet.png"))->width == 3 * 160 + 2 * 2);
  CHECK(!write_contact_sheet({}, setting, folder.file("none.png")));
}

TEST_CASE("a loop fits its size or is refused") {
  TemporaryFolder folder;
  const auto played = milk();
  auto camera = ShotCamera::open(scene(96), &played, *kit(), data, small_look(0));
  REQUIRE(camera);
  REQUIRE(write_loop(*camera, {0}, {48}, folder.file("loop.webp")));
  CHECK(std::filesystem::file_size(folder.file("loop.webp")) > 1000);
  CHECK(!write_loop(*camera, {0}, {48}, folder.file("tiny.webp"), 500));
  CHECK(!std::filesystem::exists(folder.file("tiny.webp")));
}
