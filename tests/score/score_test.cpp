#include "onereel/score/score.h"

#include <doctest/doctest.h>

#include "sample_films.h"

using namespace onereel;
using namespace onereel::score;

TEST_CASE("a film is composed to its last frame") {
  const Result<Score> score = compose(cafe_film(), ONEREEL_DATA_DIR);

  REQUIRE_MESSAGE(score, score.error().what);
  CHECK(score->length == Seconds::whole(90));
}
