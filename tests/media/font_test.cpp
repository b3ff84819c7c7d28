#include "onereel/media/font.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace onereel;
using namespace onereel::media;

namespace {

std::shared_ptr<FontBook> book() {
  return FontBook::open(font_folders(ONEREEL_DATA_DIR)).value();
}

TextStyle style(const std::string& family, double size) {
  TextStyle made;
  made.family = family;
  made.size = size;
  return made;
}

}  // namespace

TEST_CASE("every face of the cards is in the book") {
  CHECK(book()->has_family("Limelight"));
  CHECK(book()->has_family("IM FELL English SC"));
  CHECK(book()->has_family("Special Elite"));
  CHECK(book()->has_family("Old Standard TT"));
  CHECK(book()->has_family("Goudy Bookletter 1911"));
  CHECK(book()->has_family("Linden Hill"));
}

TEST_CASE("a word has an outline, an ink box and an advance, from its baseline") {
  const TextOutline word = book()->outline("mil", style("Old Standard TT", 100)).value();

  CHECK(word.steps.size() > 40);
  CHECK(word.ink.y < -60);
  CHECK(word.ink.y + word.ink.height == doctest::Approx(0).epsilon(0.02));
  CHECK(word.logical.width > word.ink.width * 0.9);
  CHECK(word.missing == 0);
}

TEST_CASE("a long line keeps its last letters") {
  const TextOutline line =
      book()->outline("forty letters stand in this line of text", style("Limelight", 10)).value();
  double right = 0;
  for (const OutlineStep& step : line.steps) right = std::max(right, step.to.x);
  CHECK(right > line.ink.width * .97);
}

TEST_CASE("an outline grows with its size") {
  const TextOutline small = book()->outline("mil", style("Old Standard TT", 1)).value();
  const TextOutline large = book()->outline("mil", style("Old Standard TT", 1000)).value();

  CHECK(large.ink.width == doctest::Approx(small.ink.width * 1000));
  CHECK(large.steps.size() == small.steps.size());
}

TEST_CASE("letter spacing widens a word") {
  TextStyle spaced = style("IM FELL English SC", 10);
  const double close = book()->outline("over", spaced).value().logical.width;
  spaced.letter_spacing = 0.25;

  CHECK(book()->outline("over", spaced).value().logical.width == doctest::Approx(close + 7.5));
}

TEST_CASE("lines break at the width, with the leading asked for") {
  TextStyle narrow = style("Goudy Bookletter 1911", 10);
  narrow.width_max = 45;
  narrow.leading = 1.5;
  const TextOutline text = book()->outline("I asked for milk", narrow).value();

  CHECK(text.lines == 2);
  CHECK(text.ink.width <= 45);
  CHECK(text.ink.height == doctest::Approx(15 + 8).epsilon(0.2));
}

TEST_CASE("letters a face lacks come from the others, and letters nobody has are counted") {
  CHECK(book()->outline("終わり", style("Limelight", 10)).value().missing == 0);
  CHECK(book()->outline("نهاية", style("Limelight", 10)).value().missing == 0);
  CHECK(book()->outline("\U0001F95B", style("Limelight", 10)).value().missing == 1);
}

TEST_CASE("a broken text is set as far as it can be read") {
  CHECK(book()->outline("mi\xff", style("Limelight", 10)));
}

TEST_CASE("a face that is not in the book is refused, with those that are") {
  const auto missing = book()->outline("x", style("Arial", 10));

  CHECK(missing.error().what.find("Limelight") != std::string::npos);
  CHECK(!book()->outline("x", style("Limelight", 0)));
  CHECK(!FontBook::open({"/nowhere"}));
}

TEST_CASE("a flattened outline has only corners, near the curve") {
  const std::vector<OutlineStep> arc = {{OutlineStep::Kind::move, {0, 0}, {}, {}},
                                        {OutlineStep::Kind::curve, {10, 0}, {0, 8}, {10, 8}}};
  const auto flat = flattened(arc, 0.1);

  CHECK(flat.size() > 5);
  CHECK(flat.back().kind == OutlineStep::Kind::line);
  CHECK(flat.back().to == Point{10, 0});
}
