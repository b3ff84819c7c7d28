#include "onereel/score/score.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "sample_films.h"

using namespace onereel;
using namespace onereel::score;

namespace {

Score composed(const ShotList& film) {
  auto score = compose(film, ONEREEL_DATA_DIR);
  REQUIRE_MESSAGE(score, score.error().what);
  return *std::move(score);
}

std::string refusal(const ShotList& film) {
  const auto score = compose(film, ONEREEL_DATA_DIR);
  return score ? "composed" : score.error().what;
}

// "frame+tick length key velocity", the pedal, and the cue sheet: a score a person can compare.
std::string as_text(const Score& score) {
  constexpr std::int64_t tick = Seconds::ticks_per_second / 960;
  std::string text;
  for (const MusicCue& cue : score.cue_sheet) {
    text += fmt::format("# {} {} | {} | {:.1f} | {}\n", cue.shot, cue.mood, cue.theme,
                        cue.beats_per_minute, cue.remark);
  }
  for (const Note& note : score.notes) {
    const std::int64_t at = note.at.in_ticks() / tick;
    text += fmt::format("{}+{} {} {} {}{}\n", at / 40, at % 40, note.length.in_ticks() / tick,
                        note.key, note.velocity, note.channel == 9 ? " woodblock" : "");
  }
  for (const Score::PedalChange& change : score.pedal_changes) {
    const std::int64_t at = change.at.in_ticks() / tick;
    text += fmt::format("{}+{} pedal {}\n", at / 40, at % 40, change.down ? "down" : "up");
  }
  return text;
}

std::string golden(const std::string& name) {
  std::ifstream file(std::string(ONEREEL_SOURCE_DIR) + "/tests/golden/score/" + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Where two texts part, for the message; the whole of `now` goes to a file beside the test program.
std::string parting(const std::string& now, const std::string& then, const std::string& name) {
  if (now == then) return "";
  std::ofstream(name + ".now") << now;
  const auto at = std::mismatch(now.begin(), now.end(), then.begin(), then.end()).first;
  const auto line = std::count(now.begin(), at, '\n') + 1;
  return fmt::format("line {} differs; compare with {}.now", line, name);
}

bool strikes_at(const Score& score, FrameIndex frame) {
  const Seconds at = running_time(frame - FrameIndex{0});
  return std::any_of(score.notes.begin(), score.notes.end(),
                     [&](const Note& note) { return note.at == at; });
}

}  // namespace

TEST_CASE("a film is composed to its last frame, one cue a shot") {
  const Score score = composed(cafe_film());

  CHECK(score.length == Seconds::whole(90));
  CHECK(score.cue_sheet.size() == 18);
  CHECK(score.cue_sheet[7].theme == "Beetle, Serious, onereel (original)");
  CHECK(score.notes.back().at + score.notes.back().length <= score.length);
}

TEST_CASE("a stinger strikes on the very frame of its impact") {
  const Score score = composed(cafe_film());

  CHECK(strikes_at(score, FrameIndex{84 + 113}));       // the stop in shot 1-02
  CHECK(strikes_at(score, FrameIndex{84 + 156 + 82}));  // the slip in shot 1-03
  CHECK(strikes_at(score, FrameIndex{90 * 24 - 10}));   // the button
}

TEST_CASE("the same list gives the same score, another seed another") {
  ShotList other = night_film();
  other.seed += 1;

  CHECK(composed(night_film()).notes == composed(night_film()).notes);
  CHECK(composed(night_film()).notes != composed(other).notes);
}

TEST_CASE("the two sample films sound as they did when somebody last listened") {
  CHECK(parting(as_text(composed(cafe_film())), golden("cafe.txt"), "cafe.txt") == "");
  CHECK(parting(as_text(composed(night_film())), golden("night.txt"), "night.txt") == "");
}

TEST_CASE("an empty repository's thirty seconds end on a chord that rings") {
  const Score score = composed(empty_film());
  const Note& last = score.notes.back();

  CHECK(score.length == Seconds::whole(30));
  CHECK(score.cue_sheet.back().mood == "victory");
  CHECK(last.at == Seconds::whole(30) - running_time(FrameCount{14}));
}

TEST_CASE("shots of half a second and of a minute are composed in every mood") {
  const char* moods[] = {"rag",    "hurry", "misterioso", "agitato", "plaintive", "love",
                         "gallop", "waltz", "march",      "night",   "victory"};
  for (const char* mood : moods) {
    CAPTURE(mood);
    CHECK(composed(one_shot(mood, 12)).notes.size() > 2);
    CHECK(composed(one_shot(mood, 1440)).notes.size() > 100);
  }
}

TEST_CASE("a shot without a mood takes its neighbour's") {
  ShotList film = empty_film();
  film.shots[1].mood = "";

  CHECK(composed(film).cue_sheet[1].mood == "plaintive");
}

TEST_CASE("an unknown mood or accent is refused and the known ones named") {
  ShotList film = cafe_film();
  film.shots[3].mood = "tango";
  CHECK(refusal(film) ==
        "compose shot 2-04: unknown mood 'tango'; known are agitato gallop hurry love march "
        "misterioso night plaintive rag victory waltz");

  film = cafe_film();
  film.shots[1].impacts[0].accent = "bang";
  CHECK(refusal(film).starts_with("compose shot 1-02: unknown accent 'bang'; known are bell "));
}

TEST_CASE("a list that is no film is refused") {
  ShotList film = cafe_film();
  film.shots[2].length = FrameCount{0};
  CHECK(refusal(film) == "compose shot 1-03: 0 frames; give it 1 to 14400");

  film = cafe_film();
  film.shots[1].impacts[0].at = FrameIndex{156};
  CHECK(refusal(film) == "compose shot 1-02: an impact at frame 156 of 156");

  CHECK(refusal(ShotList{}) == "compose: the shot list is empty");
  CHECK(compose(cafe_film(), "/nowhere").error().what ==
        "read themes: no folder /nowhere/score/themes");
}

TEST_CASE("MIDI: one track, a tick 1/960 s, the bytes a reader expects") {
  Score score;
  score.notes = {{Seconds::milliseconds(1000), Seconds::milliseconds(500), 60, 80, 0}};
  score.pedal_changes = {{Seconds::milliseconds(1000), true}};
  score.length = Seconds::whole(2);

  const std::string bytes(
      "MThd\0\0\0\x06\0\0\0\x01\x01\xe0MTrk\0\0\0\x20"
      "\0\xff\x51\x03\x07\xa1\x20\0\xc0\0"
      "\x87\x40\x90\x3c\x50\0\xb0\x40\x7f\x83\x60\x80\x3c\0"
      "\x83\x60\xff\x2f\0",
      14 + 8 + 32 - 3);
  CHECK(to_midi(score).substr(0, 14) == bytes.substr(0, 14));
  CHECK(to_midi(score).substr(22) == bytes.substr(22));
}

TEST_CASE("the sound is as long as the film to the sample, loud enough and not too loud") {
  ShotList film = one_shot("agitato", 100);
  film.shots[0].impacts = {{FrameIndex{50}, "crash"}};
  const auto sound = perform(composed(film));

  REQUIRE_MESSAGE(sound, sound.error().what);
  const media::Loudness loudness = media::measure_loudness(*sound);
  CHECK(sound->left.size() == 200'000);
  CHECK(sound->right.size() == 200'000);
  CHECK(std::abs(loudness.integrated_lufs + 14) < 0.2);
  CHECK(loudness.true_peak_dbtp <= -1.2);
  CHECK(std::abs(sound->left.back()) < 0.001F);
}

TEST_CASE("a score without notes is silence of its length") {
  Score score;
  score.length = Seconds::whole(1);
  const auto sound = perform(score);

  REQUIRE(sound);
  CHECK(sound->left.size() == 48'000);
  CHECK(*std::max_element(sound->left.begin(), sound->left.end()) < 1e-6F);
}
