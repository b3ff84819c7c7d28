#include <doctest/doctest.h>

#include <algorithm>

#include "playing.h"
#include "sample_films.h"

using namespace onereel;
using namespace onereel::score;

namespace {

std::vector<std::string> themes_of(const Film& film) {
  std::vector<std::string> ids;
  for (const Section& section : film.sections) ids.push_back(section.theme->id);
  return ids;
}

Library library() {
  return read_library(ONEREEL_DATA_DIR).value();
}

}  // namespace

TEST_CASE("the Apprentice opens the film and closes it, the Bug has the first and the last word") {
  const Library read = library();
  const auto themes = themes_of(plan(cafe_film(), read).value());

  CHECK(themes[1] == "apprentice");
  CHECK(themes[7] == "bug");
  CHECK(themes[15] == "apprentice");
  CHECK(themes[16] == "victory-it-runs");
  CHECK(themes[17] == "bug");
}

TEST_CASE("in trouble the Apprentice is heard in minor, once") {
  const Library read = library();
  const auto themes = themes_of(plan(night_film(), read).value());

  CHECK(std::count(themes.begin(), themes.end(), "apprentice-minor") == 1);
}

TEST_CASE("the beetle's tune comes home in the major at the end") {
  const Library read = library();
  const Film film = plan(night_film(), read).value();

  CHECK(film.sections[1].key.minor);
  CHECK(film.sections[17].key == Key{film.home, false});
  CHECK(film.sections[17].line.back().key % 12 == (film.home + 11) % 12);
}

TEST_CASE("a quotation is played for the gag that names it, once a film") {
  Library read = library();
  read.patterns.quotations["down-the-hill"] = "quote-offenbach";
  ShotList film = one_shot("gallop", 192);
  film.shots[0].scene->id = "down-the-hill";
  film.shots.push_back(film.shots[0]);
  film.shots[1].id = "1-02";

  const Film planned = plan(film, read).value();

  CHECK(themes_of(planned) == std::vector<std::string>{"quote-offenbach", "apprentice"});
  CHECK(play(planned, read).notes.size() > 100);
}

TEST_CASE("a shot walks into the next one's key and arrives a step from its first note") {
  const Library read = library();
  const Film film = plan(cafe_film(), read).value();
  const Section& turning = film.sections[2];
  const Section& next = film.sections[3];

  REQUIRE(turning.turnaround);
  CHECK(*turning.turnaround == dominant_seventh_of(next.key));
  CHECK(std::abs(turning.line.back().key - next.line[0].key) <= 2);
}
