#include "rules.h"

#include <doctest/doctest.h>

#include "onereel/base/must.h"
#include "sample_films.h"

using namespace onereel;
using namespace onereel::score;

namespace {

const Library& library() {
  static const Library read = read_library(ONEREEL_DATA_DIR).value();
  return read;
}

/// What is wrong in the random films 0 .. count - 1, by `rule`.
Faults over_random_films(std::uint64_t count, Faults (*rule)(const Rehearsal&)) {
  Faults all;
  for (std::uint64_t seed = 0; seed < count; ++seed) {
    for (const std::string& fault : rule(rehearse(random_film(seed), library()))) {
      all.push_back("film " + std::to_string(seed) + ": " + fault);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("the sample films keep every rule") {
  for (const ShotList& film : {cafe_film(), night_film(), empty_film()}) {
    const Rehearsal rehearsal = rehearse(film, library());
    CHECK(told(hard_faults(rehearsal)) == "");
    CHECK(told(parallels_at_cadences(rehearsal)) == "");
    CHECK(told(hanging_leading_notes(rehearsal)) == "");
    CHECK(told(unplanned_silences(rehearsal)) == "");
    CHECK(told(twins(rehearsal)) == "");
  }
}

TEST_CASE("random films, two thousand shots in all, break no hard rule") {
  CHECK(told(over_random_films(100, hard_faults)) == "");
}

TEST_CASE("random films have good cadences, and few silences nobody planned") {
  CHECK(told(over_random_films(100, parallels_at_cadences)) == "");
  CHECK(told(over_random_films(100, hanging_leading_notes)) == "");
  CHECK(over_random_films(100, unplanned_silences).size() < 15);
  CHECK(over_random_films(100, twins).size() < 15);
}

TEST_CASE("the rules see what is wrong") {
  Rehearsal rehearsal = rehearse(cafe_film(), library());
  for (PlayedNote& note : rehearsal.played.notes) note.end += 120;
  CHECK(phrases_not_on_cuts(rehearsal).size() > 10);
  CHECK(double_strokes(rehearsal).size() > 10);

  rehearsal = rehearse(cafe_film(), library());
  for (PlayedNote& note : rehearsal.played.notes) note.key += note.left ? 24 : 0;
  CHECK(crossings(rehearsal).size() > 10);

  rehearsal = rehearse(cafe_film(), library());
  std::erase_if(rehearsal.played.notes,
                [](const PlayedNote& n) { return n.kind == Kind::stinger; });
  CHECK(accents_off_their_frame(rehearsal).size() == 21);

  rehearsal = rehearse(cafe_film(), library());
  for (PlayedNote& note : rehearsal.played.notes)
    note.key = note.kind == Kind::bass ? note.key : 40;
  CHECK(notes_out_of_range(rehearsal).size() > 100);
}
