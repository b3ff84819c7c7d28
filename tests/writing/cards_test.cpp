// Card patterns: when one may stand, how it is filled, and what is refused in cards.yaml.

#include "card_book.h"
#include "studio.h"

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

// What is said of a file with two slots and these cards.
std::string complaint(const std::string& cards) {
  const auto yaml = read_yaml(
      "slots: {raises: {is: a count, kind: count}, object: {is: a noun, kind: sign}}\n"
      "filters: {number: in words}\n"
      "cards:\n" +
          cards,
      "cards.yaml");
  REQUIRE(yaml);
  const auto read = CardBook::read(*yaml);
  return read ? "read" : read.error().what;
}

std::string condition_error(const std::string& condition) {
  return complaint("- {id: a, place: straight, if: '" + condition + "', en: A.}");
}

std::string text_error(const std::string& text) {
  return complaint("- {id: a, place: straight, if: always, en: '" + text + "'}");
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
            .find("cards.yaml:4: 'the reader laughs' is no condition") == 0);
  CHECK(condition_error("has objekt").find("cards.yaml:4: 'objekt' is no slot") == 0);
  CHECK(condition_error("has objekt").find("did you mean 'object'?") != std::string::npos);
  CHECK(condition_error("errand is database") == "read");
}

TEST_CASE("a slot or a filter that is not there is refused with its line, and the near one named") {
  CHECK(text_error("{raises|Number} ways.") == "read");
  CHECK(text_error("{object|code}, exactly.") == "read");
  CHECK(text_error("{raise|Number} ways.").find("cards.yaml:4: 'raise' is no slot") == 0);
  CHECK(text_error("{raise|Number} ways.").find("did you mean 'raises'?") != std::string::npos);
  CHECK(text_error("{raises|Numbr} ways.").find("cards.yaml:4: 'Numbr' is no filter") == 0);
  CHECK(text_error("{raises|Numbr} ways.").find("did you mean 'Number'?") != std::string::npos);
  CHECK(text_error("{raises ways.").find("cards.yaml:4: a brace without its other half") == 0);
  CHECK(text_error("raises} ways.").find("cards.yaml:4: a brace without its other half") == 0);
}

TEST_CASE("a card falls back to a card that is there, and no two have one name") {
  const std::string first = "- {id: first, place: straight, if: always, en: A.";
  CHECK(complaint(first + ", fallback: first}") == "read");
  CHECK(complaint(first + ", fallback: fist}").find("cards.yaml:4: 'fist' is no card to fall") ==
        0);
  CHECK(complaint(first + ", fallback: fist}").find("'first'") != std::string::npos);
  CHECK(complaint(first + "}\n" + first + "}\n").find("cards.yaml:5: there is another card") == 0);
}

TEST_CASE("a card stands in a place and beside a family that there are") {
  CHECK(complaint("- {id: a, place: middle, if: always, en: A.}").find("is no place of a card") !=
        std::string::npos);
  CHECK(complaint("- {id: a, place: end, family: [lots], if: always, en: A.}")
            .find("did you mean 'lost'?") != std::string::npos);
  CHECK(complaint("- {id: a, place: end, act: [VI], if: always, en: A.}").find("'VI' is no act") !=
        std::string::npos);
}
