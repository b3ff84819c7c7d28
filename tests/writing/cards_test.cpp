// Card patterns, numbers in words, taglines.

#include "card_book.h"
#include "phrases.h"
#include "studio.h"
#include "taglines.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

CardSlots slots() {
  CardSlots made;
  made.texts = {{"raises", "13"},
                {"object", "app"},
                {"value", "None"},
                {"timeout", "30"},
                {"timeout_unit", "seconds"}};
  made.evidence = {{"raises", {"src/flask/cli.py", 60, "raise NoAppException("}}};
  return made;
}

std::string filled(const std::string& text, const std::string& language = "en") {
  const auto card =
      CardBook::fill(text, slots(), language, [](const std::string& name) { return name; });
  return card ? card->text : "refused";
}

const CardPattern& pattern(const std::string& id) {
  for (const CardPattern& known : wordbook().cards.patterns()) {
    if (known.id == id) return known;
  }
  FAIL("no such card: " << id);
  return wordbook().cards.patterns().front();
}

std::string condition_error(const std::string& condition) {
  const auto yaml =
      read_yaml("cards: [{id: a, place: straight, if: '" + condition + "', en: A.}]", "cards.yaml");
  const auto read = CardBook::read(*yaml);
  return read ? "read" : read.error().what;
}

}  // namespace

TEST_CASE("a card is filled from facts, numbers in words") {
  CHECK(filled("{raises|Number} ways to lose {object|an}.") == "Thirteen ways to lose an app.");
  CHECK(filled("{raises|Mal} war {object|sign} weg.", "de") == "Dreizehnmal war app weg.");
  CHECK(filled("{timeout|Number} {timeout|unit}, napkin included.") ==
        "Thirty seconds, napkin included.");
  CHECK(filled("He returned {value}, on the good china.") ==
        "He returned None, on the good china.");
}

TEST_CASE("a card keeps the place of what it says") {
  const auto card = CardBook::fill("{raises|Number} objections, all sustained.", slots(), "en",
                                   [](const std::string& name) { return name; });

  REQUIRE(card);
  CHECK(card->has_number);
  CHECK(card->evidence == std::vector<Evidence>{{"src/flask/cli.py", 60, "raise NoAppException("}});
}

TEST_CASE("a card without its fact, or of more than eight words, is not used") {
  CHECK(filled("{limit|Number} and no more.") == "refused");
  CHECK(filled("One two three four five six seven eight nine.") == "refused");
}

TEST_CASE("conditions of cards hold or do not") {
  const CardPlace flask{"web-framework", "seconds-of-nothing", {}};

  CHECK(CardBook::holds(pattern("iii-lose"), slots(), flask));
  CHECK(CardBook::holds(pattern("iii-china"), slots(), flask));
  CHECK_FALSE(CardBook::holds(pattern("iii-status"), slots(), flask));
  CHECK_FALSE(CardBook::holds(pattern("empty-lit"), slots(), flask));
  CHECK(CardBook::holds(pattern("topper-again"), slots(), {"", "the-same-gust", {}}));
}

TEST_CASE("a condition that nobody can check is refused with its line") {
  CHECK(condition_error("raises >= 3 and has object") == "read");
  CHECK(condition_error("the reader laughs")
            .find("cards.yaml:1: 'the reader laughs' is no condition") == 0);
}

TEST_CASE("numbers stand in words up to a hundred, exact above") {
  CHECK(number_in_words(13, "en") == "thirteen");
  CHECK(number_in_words(27, "en") == "twenty-seven");
  CHECK(number_in_words(100, "en") == "a hundred");
  CHECK(number_in_words(108, "en") == "108");
  CHECK(number_in_words(27, "de") == "siebenundzwanzig");
  CHECK(number_in_words(21, "de") == "einundzwanzig");
  CHECK(grouped_figures(1234) == "1234");
  CHECK(grouped_figures(12345) == "12\u2009345");
  CHECK(times_in_german(2) == "zweimal");
}

TEST_CASE("the article goes by the sound") {
  CHECK(with_article("app") == "an app");
  CHECK(with_article("header") == "a header");
  CHECK(with_article("URL") == "a URL");
  CHECK(with_article("HTTPAdapter") == "an HTTPAdapter");
  CHECK(with_article("user") == "a user");
  CHECK(with_article("hour") == "an hour");
}

TEST_CASE("taglines are shortened as the examples say, without a lie") {
  const Document file = word_file("cards.yaml");
  for (const Document& example : file.find("taglines")->find("examples")->items) {
    const std::string from = example.text_or("from", "");
    CHECK_MESSAGE(short_tagline(from) == example.text_or("to", ""), from);
  }
}
