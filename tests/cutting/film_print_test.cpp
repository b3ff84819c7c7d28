#include "film_print.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

using namespace onereel;
using namespace onereel::cutting;

namespace {

std::shared_ptr<drawing::ArtKit> kit() {
  return *drawing::ArtKit::open(ONEREEL_DATA_DIR);
}

PrintSetting setting(double wear) {
  PrintSetting made;
  made.width = 640;
  made.height = 360;
  made.wear = wear_amounts(wear);
  made.seed = 1926;
  return made;
}

FilmPrint theatre_print(double wear, const char* tint) {
  const auto shelf = kit();
  return {setting(wear), *open_proscenium(*shelf, 640, 360, .82), *tint_table(tint)};
}

// A lit room: lighter to the right.
Plane room() {
  Plane picture(480, 360);
  for (int y = 0; y < 360; ++y) {
    for (int x = 0; x < 480; ++x) picture.row(y)[x] = static_cast<float>(x) / 480;
  }
  return picture;
}

int luma_at(const media::YuvPicture& picture, int x, int y) {
  return picture.luma[static_cast<std::size_t>(y * picture.width + x)];
}

}  // namespace

TEST_CASE("the picture stands in the proscenium, the curtains beside it") {
  FilmPrint print = theatre_print(0, "Argent");
  CHECK(print.place().x == 80);
  CHECK(print.place().width == 480);
  const auto frame = print.print(room(), {0});

  CHECK(luma_at(frame, 500, 180) > luma_at(frame, 200, 180) + 60);
  CHECK(luma_at(frame, 82, 2) < 30);
  CHECK(luma_at(frame, 12, 100) > 20);
}

TEST_CASE("a print without wear is the same in every frame; a worn one is not") {
  FilmPrint fresh = theatre_print(0, "Candleflame");
  CHECK(fresh.print(room(), {0}).luma == fresh.print(room(), {31}).luma);
  FilmPrint worn = theatre_print(.5, "Candleflame");
  const auto first = worn.print(room(), {0});
  CHECK(first.luma != worn.print(room(), {31}).luma);
}

TEST_CASE("a frame depends on its number only, not on what was printed before") {
  FilmPrint one = theatre_print(1, "Nocturne");
  FilmPrint other = theatre_print(1, "Nocturne");
  for (int frame = 0; frame < 9; ++frame) one.print(room(), {frame});
  CHECK(one.print(room(), {40}).luma == other.print(room(), {40}).luma);
  CHECK(one.print(room(), {40}).blue == other.print(room(), {40}).blue);
}

TEST_CASE("the curtains neither weave nor carry grain") {
  FilmPrint worn = theatre_print(1, "Sunshine");
  const auto first = worn.print(room(), {0});
  const auto later = worn.print(room(), {20});
  int changed = 0;
  for (int y = 0; y < 360; ++y) {
    for (int x = 0; x < 70; ++x) changed += luma_at(first, x, y) != luma_at(later, x, y) ? 1 : 0;
  }
  CHECK(changed == 0);
}

TEST_CASE("the house's grain is a little noise in the mid greys") {
  FilmPrint worn = theatre_print(.5, "Argent");
  Plane grey(480, 360, .5F);
  const auto frame = worn.print(grey, {4});
  double sum = 0;
  double squares = 0;
  for (int x = 200; x < 440; ++x) {
    const double v = luma_at(frame, x, 180);
    sum += v;
    squares += v * v;
  }
  const double deviation = std::sqrt(squares / 240 - sum * sum / 240 / 240);
  CHECK(deviation > 1);
  CHECK(deviation < 4);
}

TEST_CASE("with the house lights down the curtains darken") {
  const auto shelf = kit();
  const Proscenium lit = *open_proscenium(*shelf, 640, 360, .82);
  const Proscenium dark = *open_proscenium(*shelf, 640, 360, .45);
  CHECK(dark.add.row(100)[12] < .6F * lit.add.row(100)[12]);
}

TEST_CASE("a card without theatre has round corners") {
  const Proscenium bare = bare_picture(640, 360);
  CHECK(bare.pass.row(2)[2] == 0);
  CHECK(bare.pass.row(180)[320] == 1);
  CHECK(bare.add.row(2)[2] == doctest::Approx(outside_grey));
}
