#include "onereel/media/film_writer.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "asked_of_ffprobe.h"
#include "moving_pictures.h"
#include "temporary_folder.h"

using namespace onereel;
using namespace onereel::media;

namespace {

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Three shots, among them one of a single frame; 96 frames.
struct ThreeShots {
  std::string first = small_take(48);
  std::string second = small_take(1, 50);
  std::string third = small_take(47, 80);
  Sound sound = tone(96);
  FilmParts parts{{first, second, third},
                  &sound,
                  {{"Title & Myth", {0}}, {"Tools", {48}}, {"Resolution", {72}}},
                  "Many Happy Returns"};
};

}  // namespace

TEST_CASE("a film has exactly the frames of its takes and lasts exactly as long") {
  TemporaryFolder folder;
  const ThreeShots shots;
  REQUIRE(write_film(shots.parts, folder.file("film.mp4")));

  const std::string picture = ask_ffprobe(
      folder.file("film.mp4"),
      "-select_streams v:0 -count_frames -show_entries "
      "stream=codec_name,profile,pix_fmt,nb_frames,nb_read_frames,duration,avg_frame_rate,"
      "start_time,color_space,color_range");
  CHECK(picture.find("codec_name=h264") != picture.npos);
  CHECK(picture.find("profile=High\n") != picture.npos);
  CHECK(picture.find("pix_fmt=yuv420p") != picture.npos);
  CHECK(picture.find("nb_frames=96\n") != picture.npos);
  CHECK(picture.find("nb_read_frames=96\n") != picture.npos);
  CHECK(picture.find("avg_frame_rate=24/1") != picture.npos);
  CHECK(picture.find("start_time=0.000000") != picture.npos);
  CHECK(picture.find("duration=4.000000") != picture.npos);
  CHECK(picture.find("color_space=bt709") != picture.npos);
  CHECK(picture.find("color_range=tv") != picture.npos);
}

TEST_CASE("the sound covers the picture exactly") {
  TemporaryFolder folder;
  const ThreeShots shots;
  REQUIRE(write_film(shots.parts, folder.file("film.mp4")));

  const std::string sound =
      ask_ffprobe(folder.file("film.mp4"),
                  "-select_streams a:0 -show_entries "
                  "stream=codec_name,sample_rate,channels,duration_ts,start_time");
  CHECK(sound.find("codec_name=aac") != sound.npos);
  CHECK(sound.find("sample_rate=48000") != sound.npos);
  CHECK(sound.find("channels=2") != sound.npos);
  CHECK(sound.find("duration_ts=192000\n") != sound.npos);
  CHECK(sound.find("start_time=0.000000") != sound.npos);
}

TEST_CASE("a film plays while it loads, has its chapters and title, and tells no date") {
  TemporaryFolder folder;
  const ThreeShots shots;
  REQUIRE(write_film(shots.parts, folder.file("film.mp4")));

  const std::string bytes = bytes_of(folder.file("film.mp4"));
  CHECK(bytes.find("moov") < bytes.find("mdat"));
  const std::string told = ask_ffprobe(folder.file("film.mp4"),
                                       "-show_chapters -show_entries format_tags:format=duration");
  CHECK(told.find("title=Title & Myth") != told.npos);
  CHECK(told.find("start_time=2.000000") != told.npos);
  CHECK(told.find("end_time=4.000000") != told.npos);
  CHECK(told.find("title=Many Happy Returns") != told.npos);
  CHECK(told.find("duration=4.000000") != told.npos);
  CHECK(told.find("creation_time") == told.npos);
  CHECK(told.find("encoder") == told.npos);
}

TEST_CASE("ninety seconds are ninety seconds, of picture and of sound") {
  TemporaryFolder folder;
  const std::string take = small_take(108);
  FilmParts parts;
  parts.takes.assign(20, take);
  const Sound sound = tone(2160);
  parts.sound = &sound;
  REQUIRE(write_film(parts, folder.file("film.mp4")));

  const std::string told =
      ask_ffprobe(folder.file("film.mp4"),
                  "-count_frames -show_entries stream=nb_read_frames,duration:format=duration");
  CHECK(told.find("duration=90.000000\nnb_read_frames=2160\n") != told.npos);
  CHECK(told.find("duration=90.000000\nnb_read_frames=4219\n") != told.npos);
  CHECK(told.rfind("duration=90.000000\n") == told.size() - 19);
}

TEST_CASE("the same parts give the same bytes") {
  TemporaryFolder folder;
  REQUIRE(write_film(ThreeShots().parts, folder.file("one.mp4")));
  REQUIRE(write_film(ThreeShots().parts, folder.file("two.mp4")));

  CHECK(bytes_of(folder.file("one.mp4")) == bytes_of(folder.file("two.mp4")));
  CHECK(!std::filesystem::exists(folder.file("one.mp4.part")));
}

TEST_CASE("sound of another length is refused") {
  TemporaryFolder folder;
  ThreeShots shots;
  shots.sound.left.pop_back();

  CHECK(write_film(shots.parts, folder.file("film.mp4")).error().remedy == Remedy::fix_input);
  CHECK(!std::filesystem::exists(folder.file("film.mp4")));
}

TEST_CASE("takes of two settings are refused") {
  TemporaryFolder folder;
  EncoderSetting other = small_setting;
  other.fast = true;
  const std::string first = small_take(3);
  const std::string second = small_take(3, 0, other);

  const auto written = write_film({{first, second}}, folder.file("film.mp4"));
  CHECK(written.error().what.find("takes/") != std::string::npos);
}

TEST_CASE("where nothing can be written, the error names the file") {
  const std::string take = small_take(3);
  const auto written = write_film({{take}}, "/nowhere/film.mp4");
  CHECK(written.error().what.find("/nowhere/film.mp4") != std::string::npos);
}
