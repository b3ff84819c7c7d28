#include <doctest/doctest.h>

#include <algorithm>

#include "theme.h"

using namespace onereel;
using namespace onereel::score;

namespace {

const std::string head =
    "X:1\nT:A Tune\nC:us\nN:id=tune mood=rag,march home=100 tempo=80-120\n"
    "N:cadences=full heads=0\nN:motif=a word on the motif\nM:2/4\nL:1/8\nK:";

// Four bars of which the first is `bar`.
Result<Theme> tune(const std::string& key, const std::string& bar) {
  return read_theme(head + key + "\n" + bar + "|z4|z4|z4|]\n", "tune.abc");
}

std::vector<int> keys(const ThemeBar& bar) {
  std::vector<int> found;
  for (const ThemeNote& note : bar.notes) found.push_back(note.key);
  return found;
}

std::string refusal(const std::string& text) {
  const auto theme = read_theme(text, "tune.abc");
  return theme ? "read" : theme.error().what;
}

}  // namespace

TEST_CASE("an accidental holds to the bar line, in its octave only") {
  const auto theme = tune("F", "B=BBb|BzBz");

  REQUIRE_MESSAGE(theme, theme.error().what);
  CHECK(keys(theme->bars[0]) == std::vector<int>{70, 71, 71, 82});
  CHECK(keys(theme->bars[1]) == std::vector<int>{70, 70});
}

TEST_CASE("key signatures raise and lower what they should") {
  CHECK(keys(tune("D", "CFcf")->bars[0]) == std::vector<int>{61, 66, 73, 78});
  CHECK(keys(tune("Cm", "EABd")->bars[0]) == std::vector<int>{63, 68, 70, 74});
  CHECK(keys(tune("Ab", "DEAB")->bars[0]) == std::vector<int>{61, 63, 68, 70});
  CHECK(tune("Cm", "z4")->bars[0].key == Key{0, true});
}

TEST_CASE("lengths, octaves and chords are read where they stand") {
  const auto theme = tune("C", "\"C\"c'2\"G7/B\"C,3/2z/2");

  REQUIRE_MESSAGE(theme, theme.error().what);
  const ThemeBar& bar = theme->bars[0];
  CHECK(bar.notes == std::vector<ThemeNote>{{0, 480, 84, false}, {480, 360, 48, false}});
  CHECK(bar.chords == std::vector<ChordAt>{{0, *chord_named("C")}, {480, *chord_named("G7/B")}});
}

TEST_CASE("a chord goes on until the next one, over the bar line too") {
  const auto theme = tune("C", "\"Dm7\"c4|c4");

  CHECK(theme->bars[1].chords == std::vector<ChordAt>{{0, *chord_named("Dm7")}});
}

TEST_CASE("before the first chord stands the keynote's") {
  CHECK(tune("Cm", "c4")->bars[0].chords[0].chord == *chord_named("Cm"));
}

TEST_CASE("ties join inside a bar and are marked over the bar line") {
  const auto theme = tune("C", "c-c2c-|cz3");

  CHECK(theme->bars[0].notes == std::vector<ThemeNote>{{0, 720, 72, false}, {720, 240, 72, true}});
}

TEST_CASE("what is wrong is said with file, line and mend") {
  CHECK(refusal(head + "C\nc4|c3|c4|c4|\n") ==
        "read tune.abc:10: bar 2 is 6 sixteenths long; 2/4 makes 8");
  CHECK(refusal(head + "C\nc4|c5|") == "read tune.abc:10: bar 2 is too long at 'c5|'");
  CHECK(refusal(head + "C\nc4|:c4|").starts_with("read tune.abc:10: ':c4|' is no note"));
  CHECK(refusal(head + "C\n\"Cx\"c4|").starts_with("read tune.abc:10: 'Cx' is no chord"));
  CHECK(refusal(head + "C\nc4|c4|c4|\n") ==
        "read tune.abc:10: 1 cadences need 4 bars; there are 3");
  CHECK(refusal(head + "H\nc4|") == "read tune.abc:9: 'H' is no key; write one such as Bb or F#m");
  CHECK(refusal("X:1\nR:reel\n").starts_with("read tune.abc:2: the field R: is not read here"));
  CHECK(refusal("X:1\nM:5/4\n").starts_with("read tune.abc:2: the metre '5/4' is not played"));
  CHECK(refusal("X:1\nc4|") == "read tune.abc:2: notes before K:");
  CHECK(refusal("") == "read tune.abc:0: there are no notes");
  CHECK(refusal("K:C\nc4|") == "read tune.abc:2: M: and L: must stand before the notes");
}

TEST_CASE("bytes that are no tune are refused, however long") {
  CHECK(refusal(std::string(70'000, 'c')) == "read tune.abc: larger than 64 KiB");
  CHECK(refusal(head + "C\n" + std::string(2'000, '|')) != "read");
  CHECK(refusal(head + "C\n\xff\x00\"[K:") != "read");
}

TEST_CASE("every theme of the house is read, ends its phrases as it says, and names its source") {
  const auto themes = read_themes(std::string(ONEREEL_DATA_DIR) + "/score/themes");

  REQUIRE_MESSAGE(themes, themes.error().what);
  CHECK(themes->size() == 22);
  const auto unsigned_theme = std::find_if(themes->begin(), themes->end(),
                                           [](const Theme& t) { return t.composer.empty(); });
  CHECK(unsigned_theme == themes->end());
}

TEST_CASE("a folder that is not there is said") {
  CHECK(read_themes("/nowhere").error().what == "read themes: no folder /nowhere");
}
