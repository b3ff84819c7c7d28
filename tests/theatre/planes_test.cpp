#include "planes.h"

#include <doctest/doctest.h>

#include <cmath>

#include "paper.h"

using namespace onereel;
using namespace onereel::theatre;

namespace {

Plane spot(int width, int height, int x, int y) {
  Plane plane(width, height);
  plane.row(y)[x] = 1;
  return plane;
}

double sum(const Plane& plane) {
  double total = 0;
  for (const float v : plane.values) total += v;
  return total;
}

}  // namespace

TEST_CASE("a blur keeps the light and spreads it evenly") {
  Plane plane = spot(41, 31, 20, 15);
  blur(plane, 2, plane.all());

  CHECK(sum(plane) == doctest::Approx(1));
  CHECK(plane.row(15)[17] == doctest::Approx(plane.row(18)[20]));
  CHECK(plane.row(15)[20] == doctest::Approx(1 / (2 * 3.14159 * 4)).epsilon(0.02));
}

TEST_CASE("a blur of a part gives what a blur of the whole gives there") {
  Plane whole = spot(40, 40, 18, 22);
  Plane part = whole;
  blur(whole, 1.5, whole.all());
  blur(part, 1.5, {10, 12, 25, 30});

  CHECK(part.row(20)[15] == whole.row(20)[15]);
  CHECK(part.row(5)[5] == 0);
}

TEST_CASE("an even plane stays even at quarter size and when drawn up again") {
  const Plane quarter = quartered(Plane(13, 10, 0.5F));
  std::vector<float> row(13);
  draw_up_row(quarter, 9, 13, row.data());

  CHECK(quarter.width == 4);
  CHECK(quarter.row(2)[3] == doctest::Approx(0.5));
  CHECK(row.front() == doctest::Approx(0.5));
  CHECK(row.back() == doctest::Approx(0.5));
}

TEST_CASE("a run of plates folded into one glass lets through what they do one by one") {
  const Sheet hiding{Plane(1, 1, 0.3F), Plane(1, 1, 0.5F)};
  const Sheet tissue{Plane(1, 1, 0.4F), Plane(1, 1, 0.8F)};
  Glass both{Plane(1, 1, 1), Plane(1, 1, 0)};
  lay_over(both, hiding, false, {}, both.b.all());
  lay_over(both, tissue, true, {}, both.b.all());
  note_spans(both, 0, 1);
  Plane light(1, 1, 0.9F);
  shine_through(light, both);

  CHECK(light.values[0] == doctest::Approx((0.9 * 0.5 + 0.3) * (0.4 + 0.2)));
}

TEST_CASE("light passes a glass unchanged where nothing stands on it, near or far") {
  Glass glass{Plane(40, 30, 1), Plane(40, 30, 0)};
  glass.a.row(10)[20] = 0;
  glass.b.row(10)[20] = 0.25F;
  note_spans(glass, 0, 30);
  CHECK(glass.spans[9].from == glass.spans[9].to);
  CHECK(glass.spans[10].from == 20);
  CHECK(glass.spans[10].to == 21);
  Plane far(40, 30, 0.7F);
  shine_through(far, glass);
  CHECK(far.row(10)[20] == 0.25F);
  CHECK(far.row(10)[21] == 0.7F);
  Plane near(40, 30, 0.7F);
  shine_through_zoomed(near, glass, 2, {20.5, 10.5});
  CHECK(near.row(10)[20] == doctest::Approx(0.25));
  CHECK(near.row(10)[24] == 0.7F);
  CHECK(near.row(14)[20] == 0.7F);
}

TEST_CASE("the camera moves in about its focus") {
  Plane plane(100, 80);
  for (int y = 0; y < 80; ++y) {
    for (int x = 0; x < 100; ++x) plane.row(y)[x] = static_cast<float>(x);
  }
  Plane near(100, 80);
  shine_through_zoomed(near, {{}, plane}, 2, {50, 40});

  CHECK(near.row(40)[50] == doctest::Approx(49.75));
  CHECK(near.row(10)[70] == doctest::Approx(59.75));
}

TEST_CASE("ink covers the light and a hairline takes part of its light from behind") {
  Plane light(8, 8, 0.5F);
  const Plane soft = quartered(light);
  std::vector<std::uint32_t> words(64, 0);
  words[0] = 0xFF000000U;
  words[1] = 0xFFFFFFFFU;
  put_before(light, {words.data(), 8, light.all()}, soft, {});

  CHECK(light.values[0] == 0);
  CHECK(light.values[1] == doctest::Approx(.4 * .5 + .6 * .92));
  CHECK(light.values[20] > 0.5F);  // a rim of lit air
}

TEST_CASE("dither is triangular about nothing, and differs from plate to plate") {
  const DitherTile tile;
  double total = 0;
  for (int x = 0; x < 256; ++x) total += tile.row(0, 3, 1)[x];

  CHECK(std::abs(total / 256) < 0.1);
  CHECK(tile.row(255, 3, 1)[1] == tile.row(0, 3, 1)[0]);
  CHECK(tile.row(0, 3, 1)[0] != tile.row(0, 3, 2)[0]);
}

TEST_CASE("fibre is even on the whole, and the same each time") {
  const Plane fibre = fibre_map(120, 90, 0.1);

  CHECK(std::abs(sum(fibre) / 120 / 90) < 0.5);
  CHECK(fibre.values == fibre_map(120, 90, 0.1).values);
}
