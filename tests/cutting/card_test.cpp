#include "card.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>

#include "card_words.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

struct Shop {
  std::shared_ptr<drawing::ArtKit> kit;
  std::shared_ptr<media::FontBook> fonts;
};

Shop open_shop() {
  auto kit = drawing::ArtKit::open(ONEREEL_DATA_DIR);
  auto fonts = media::FontBook::open(media::font_folders(ONEREEL_DATA_DIR));
  REQUIRE(kit.has_value());
  REQUIRE(fonts.has_value());
  return {*kit, *fonts};
}

Result<media::GreyPicture> drawn(const Card& card, const std::string& language = "en") {
  const Shop shop = open_shop();
  const std::string format = format_of(card.kind);
  const int width = format == "16x9" ? 320 : 240;
  return draw_card(card, {width, 180, format, "ripgrep", language, 1926, *shop.kit, *shop.fonts,
                          ONEREEL_DATA_DIR});
}

Card title(const std::string& name, const std::string& over = "",
           const std::string& subtitle = "") {
  Card card;
  card.kind = CardKind::title;
  card.text = {name};
  card.over_line = over;
  card.subtitle = subtitle;
  return card;
}

Card saying(CardKind kind, const std::string& text) {
  Card card;
  card.kind = kind;
  card.text = {text};
  return card;
}

Card ending(const std::string& install, const std::string& address) {
  Card card;
  card.kind = CardKind::end;
  card.code = install;
  card.footer = address;
  return card;
}

double difference(const media::GreyPicture& a, const media::GreyPicture& b) {
  REQUIRE(a.values.size() == b.values.size());
  double sum = 0;
  for (std::size_t k = 0; k < a.values.size(); ++k) {
    sum += std::fabs(static_cast<double>(a.values[k]) - static_cast<double>(b.values[k]));
  }
  return sum / static_cast<double>(a.values.size());
}

// Mean difference from the picture kept in tests/golden/cutting.
double from_golden(const Card& card, const std::string& name) {
  const auto picture = drawn(card);
  REQUIRE(picture.has_value());
  const std::string file = std::string(ONEREEL_SOURCE_DIR) + "/tests/golden/cutting/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) REQUIRE(media::write_png(*picture, file));
  const auto golden = media::read_png(file);
  REQUIRE(golden.has_value());
  return difference(*picture, *golden);
}

const std::string milk = "I asked for milk. It says there is no such thing as \u201cmil\u201d.";
const std::string road = "Meanwhile, in /usr/local, the road to src/main had not been found.";

}  // namespace

TEST_CASE("every kind of card looks like its golden picture") {
  CHECK(from_golden(title("ripgrep", "in", "The Missing Word"), "card_title.png") < .012);
  CHECK(from_golden(saying(CardKind::dialogue, milk), "card_dialogue.png") < .012);
  CHECK(from_golden(saying(CardKind::expository, road), "card_expository.png") < .012);
  CHECK(from_golden(ending("cargo install ripgrep", "github.com/BurntSushi/ripgrep"),
                    "card_end.png") < .012);
}

TEST_CASE("the same card gives the same bytes") {
  const auto first = drawn(saying(CardKind::dialogue, milk));
  const auto second = drawn(saying(CardKind::dialogue, milk));
  REQUIRE(first.has_value());
  REQUIRE(second.has_value());
  CHECK(first->values == second->values);
}

TEST_CASE("another seed gives another paper, not another text") {
  const Shop shop = open_shop();
  CardSetting setting{240, 180,       "4x3",       "ripgrep",       "en",
                      1,   *shop.kit, *shop.fonts, ONEREEL_DATA_DIR};
  const auto first = draw_card(saying(CardKind::dialogue, milk), setting);
  setting.seed = 2;
  const auto second = draw_card(saying(CardKind::dialogue, milk), setting);
  REQUIRE(first.has_value());
  REQUIRE(second.has_value());
  CHECK(difference(*first, *second) > 0);
  CHECK(difference(*first, *second) < .03);
}

TEST_CASE("long names are shrunk or broken") {
  CHECK(drawn(title("cluster-api-provider-aws")).has_value());
  CHECK(drawn(title("Rechtsschutzversicherungsgesellschaft")).has_value());
  CHECK(drawn(title("an-unreasonably-long-name-that-goes-on-and-on-and-on-and-on-and-on-for-ever"))
            .has_value());
}

TEST_CASE("a name that fits nowhere is refused with the card and the name") {
  const auto refused = drawn(title(std::string(200, 'm')));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().remedy == Remedy::fix_input);
  CHECK(refused.error().what.find("title card") != std::string::npos);
  CHECK(refused.error().what.find("mmmm") != std::string::npos);
}

TEST_CASE("a sentence that fits nowhere is refused: the writer must shorten it") {
  const std::string endless(400, 'x');
  const auto refused = drawn(saying(CardKind::dialogue, endless + " " + endless));
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().what.find("dialogue card") != std::string::npos);
  CHECK_FALSE(drawn(saying(CardKind::expository, endless)).has_value());
}

TEST_CASE("umlauts, Japanese and Arabic are set, and bytes that are no text do no harm") {
  CHECK(drawn(saying(CardKind::expository, "\u00dcber allem hing ein Zettel: \u00f6ffnen."), "de")
            .has_value());
  CHECK(drawn(title("\u65e5\u672c\u8a9e", "", "\u0645\u0631\u062d\u0628\u0627")).has_value());
  CHECK(drawn(title("bad\xff\xfename")).has_value());
}

TEST_CASE("an address or command too long for its line is left out, not refused") {
  CHECK(drawn(ending(std::string(300, 'c'), "example.org/" + std::string(300, 'a'))).has_value());
}

TEST_CASE("a sentence as ending stands under the ending") {
  Card card = ending("", "github.com/BurntSushi/ripgrep");
  card.text = {"To be read at leisure."};
  CHECK(drawn(card).has_value());
}

TEST_CASE("a picture without size is refused") {
  const Shop shop = open_shop();
  const CardSetting setting{0, 0,         "16x9",      "ripgrep",       "en",
                            1, *shop.kit, *shop.fonts, ONEREEL_DATA_DIR};
  CHECK_FALSE(draw_card(title("ripgrep"), setting).has_value());
}

TEST_CASE("a joining word stands before the film's title") {
  const CardWords words = words_of(title("ripgrep", "in", "The Missing Word"), "ripgrep", "en", {});
  CHECK(words.title == "ripgrep");
  CHECK(words.tagline == "in The Missing Word");
  CHECK(words.over == "a one-reel comedy");
}

TEST_CASE("the first capital becomes the drawn initial, a small first letter stays") {
  LanguageStyle style;
  const CardWords drawn_first =
      words_of(saying(CardKind::expository, road), "ripgrep", "en", style);
  CHECK(drawn_first.initial == "M");
  CHECK(drawn_first.rest.starts_with("eanwhile"));
  const CardWords small =
      words_of(saying(CardKind::expository, "ripgrep found nothing at all."), "r", "en", style);
  CHECK(small.initial.empty());
  CHECK(small.rest.starts_with("ripgrep"));
}

TEST_CASE("written quotation marks round a speech give way to the drawn one") {
  LanguageStyle style;
  style.quote = "66";
  CHECK(words_of(saying(CardKind::dialogue, "\u201cNo.\u201d"), "r", "en", style).body == "No.");
  CHECK(words_of(saying(CardKind::dialogue, milk), "r", "en", style).body == milk);
}

TEST_CASE("a card reads aloud in order, without its ornaments") {
  CHECK(texts_of(title("ripgrep", "in", "The Missing Word"), "en") ==
        std::vector<std::string>{"a one-reel comedy", "ripgrep", "in The Missing Word"});
  CHECK(texts_of(ending("cargo install ripgrep", "github.com/x/y"), "en") ==
        std::vector<std::string>{"The End", "get the machine yourself", "cargo install ripgrep",
                                 "github.com/x/y"});
}
