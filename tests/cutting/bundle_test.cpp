#include "onereel/cutting/bundle.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

#include "onereel/media/film_writer.h"
#include "onereel/media/shot_encoder.h"
#include "onereel/vault/film_folder.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

ShotList small_list() {
  Shot title{"1-01", 1, {84}};
  title.card = Card{CardKind::title, {"ripgrep"}, "a one-reel comedy"};
  Shot gag{"1-02", 1, {156}};
  gag.scene = Scene{SceneKind::gag, "milk-will-not-pour"};
  gag.scene->premise = "He pours, and *nothing* comes.";
  gag.scene->evidence = {{"src/main.rs", 12, "let `mil` = <none>;"}};
  ShotList list;
  list.project = "ripgrep";
  list.title = "Many Happy Returns";
  list.act_names = {"Title & Myth"};
  list.shots = {title, gag};
  return list;
}

const std::vector<PianoCue> piano{
    {Seconds(), "1-01", "rag", "Opening", 112},
    {Seconds::milliseconds(3500), "1-02", "misterioso", "Cellar", 84}};

// A whole film of one small shot; frames alternate as asked.
std::string film_folder_with(const TemporaryFolder& folder, int frames, int pairs_lit) {
  auto encoder = media::ShotEncoder::open({320, 180}, {frames});
  for (int frame = 0; frame < frames; ++frame) {
    media::YuvPicture picture = media::blank_picture(320, 180);
    const bool light = pairs_lit > 0 && frame / pairs_lit % 2 == 0;
    picture.luma.assign(picture.luma.size(), light ? 200 : 30);
    REQUIRE(encoder->add(picture));
  }
  const std::string take = *encoder->finish();
  std::filesystem::create_directories(folder.file("bundle"));
  REQUIRE(media::write_film({{take}}, folder.file("bundle/film.mp4")));
  return folder.path();
}

}  // namespace

TEST_CASE("subtitles hold the cards' words and what the piano does, at their times") {
  const ShotList list = small_list();
  CHECK(subtitles_of({list, piano}) ==
        "WEBVTT\n"
        "\n00:00:00.000 --> 00:00:03.500\na one-reel comedy\nripgrep\n"
        "\n00:00:00.000 --> 00:00:03.000\n[piano: rag]\n"
        "\n00:00:03.500 --> 00:00:06.500\n[piano: misterioso]\n");
}

TEST_CASE("a card's words cannot be taken for cues or tags, and an ending is read in full") {
  ShotList list = small_list();
  list.shots[0].card = Card{CardKind::end, {"a --> b\n\n<i>"}, "", "", "example.org", "pip & co"};
  CHECK(subtitles_of({list, {}}) ==
        "WEBVTT\n"
        "\n00:00:00.000 --> 00:00:03.500\na --&gt; b &lt;i&gt;\nget the machine yourself\n"
        "pip &amp; co\nexample.org\n");
}

TEST_CASE("credits name the line of every gag, and no text of a repository is taken for Markdown") {
  const ShotList list = small_list();
  const std::string credits = credits_of({list, piano});
  CHECK(credits.find("## Act 1: Title &amp; Myth") != credits.npos);
  CHECK(credits.find("He pours, and \\*nothing\\* comes.") != credits.npos);
  CHECK(credits.find("- `src/main.rs:12`: `` let `mil` = <none>; ``") != credits.npos);
}

TEST_CASE("the budget report says that nothing was spent") {
  const ShotList list = small_list();
  const std::string report = budget_report_of({list, piano});
  CHECK(report.find("2 (1 scenes, 1 cards)") != report.npos);
  CHECK(report.find("Length:                0:10.0") != report.npos);
  CHECK(report.find("Nothing was sent") != report.npos);
  CHECK(report.find("1-02     milk-will-not-pour           drawn  $0.00") != report.npos);
  CHECK(report.find("Total spent:           $0.00") != report.npos);
}

TEST_CASE("the cue sheet is a table for the pianist") {
  const ShotList list = small_list();
  CHECK(cue_sheet_of({list, piano}).find("| 0:03.5 | 1-02 | misterioso | Cellar | 84 |  |") !=
        std::string::npos);
}

TEST_CASE("the bundle is written beside the film and listed with its sizes") {
  TemporaryFolder folder;
  const ShotList list = small_list();
  const auto files = write_bundle({list, piano}, film_folder_with(folder, 12, 0));
  REQUIRE(files);
  CHECK(files->size() == 5);
  CHECK(files->front().path == "bundle/credits.md");
  CHECK(files->front().bytes > 100);
}

TEST_CASE("no bundle is made of a film that flashes") {
  TemporaryFolder folder;
  const ShotList list = small_list();
  const auto files = write_bundle({list, piano}, film_folder_with(folder, 48, 2));
  REQUIRE(!files);
  CHECK(files.error().what.find("flashes") != std::string::npos);
  CHECK(!std::filesystem::exists(folder.file("bundle/credits.md")));
}
