#include "card_break.h"

#include <doctest/doctest.h>

#include "onereel/base/text.h"

using namespace onereel;
using namespace onereel::cutting;

namespace {

const std::vector<std::string> small_words = {"a", "the", "of", "to", "in"};

// As if every letter were one unit wide.
Result<double> by_letters(const std::string& line) {
  return static_cast<double>(length_in_points(line));
}

std::vector<std::string> set(std::string_view text, double width, int lines, bool separators) {
  const BreakRule rule{width, lines, 99, separators};
  const auto best = broken(text, rule, BreakCosts{}, small_words, by_letters);
  REQUIRE(best.has_value());
  return best->has_value() ? (*best)->lines : std::vector<std::string>{};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a sentence ends its line with its stop") {
  CHECK(set("I asked for milk. It says there is none left.", 30, 3, false) ==
        Lines{"I asked for milk.", "It says there is none left."});
}

TEST_CASE("no line ends with an article when another break is as good") {
  CHECK(set("he sent for the tool", 14, 2, false) == Lines{"he sent for", "the tool"});
}

TEST_CASE("a short text stays on one line") {
  CHECK(set("It worked.", 40, 3, false) == Lines{"It worked."});
}

TEST_CASE("a name breaks after its separators and before a capital, and loses nothing") {
  CHECK(pieces_of("cluster-api_v2.go") == Lines{"cluster-", "api_", "v2.", "go"});
  CHECK(pieces_of("TimelineManager") == Lines{"Timeline", "Manager"});
  CHECK(pieces_of("std::vector") == Lines{"std::", "vector"});
  CHECK(set("spring-petclinic", 10, 2, true) == Lines{"spring-", "petclinic"});
}

TEST_CASE("a word is never broken inside") {
  CHECK(set("Rechtsschutzversicherung", 10, 3, false).empty());
}

TEST_CASE("a text of more words than any card holds does not fit") {
  std::string text;
  for (std::size_t k = 0; k <= break_items_max; ++k) text += "a ";
  CHECK(set(text, 1e6, 3, false).empty());
}
