#include "pitch.h"

#include <doctest/doctest.h>

using namespace onereel::score;

TEST_CASE("chords are named and read back") {
  const char* names[] = {"C", "Bbm7b5", "G7/B", "F#dim7", "Abmaj7", "Eb6", "Dm6", "E+", "Gm7/F"};
  for (const char* name : names) {
    CAPTURE(name);
    CHECK(chord_named(name_of(*chord_named(name))) == chord_named(name));
  }
}

TEST_CASE("what is no chord is nothing") {
  CHECK_FALSE(chord_named(""));
  CHECK_FALSE(chord_named("H"));
  CHECK_FALSE(chord_named("Csus4"));
  CHECK_FALSE(chord_named("C/"));
  CHECK_FALSE(chord_named("C/x"));
}

TEST_CASE("minor has its leading note and the dominant leads home") {
  CHECK(in_scale({9, true}, 8));
  CHECK_FALSE(in_scale({9, true}, 7));
  CHECK(name_of(dominant_seventh_of({10, false})) == "F7");
  CHECK(name_of(Key{10, true}) == "B flat minor");
}

TEST_CASE("of two equally near pitches the lower one is taken") {
  CHECK(nearest_pitch(0, 54, 40, 70) == 48);
  CHECK(nearest_pitch(0, 55, 40, 70) == 60);
  CHECK_FALSE(nearest_pitch(0, 50, 49, 59));
}
