#include "phrases.h"

#include <doctest/doctest.h>

using namespace onereel::writing;

TEST_CASE("numbers are said in words up to a hundred, in both languages") {
  CHECK(number_in_words(0, "en") == "zero");
  CHECK(number_in_words(13, "en") == "thirteen");
  CHECK(number_in_words(27, "en") == "twenty-seven");
  CHECK(number_in_words(100, "en") == "a hundred");
  CHECK(number_in_words(21, "de") == "einundzwanzig");
  CHECK(number_in_words(27, "de") == "siebenundzwanzig");
  CHECK(number_in_words(30, "de") == "dreißig");
}

TEST_CASE("a number above a hundred stands in figures, exact to the last one") {
  CHECK(number_in_words(108, "en") == "108");
  CHECK(number_in_words(9999, "de") == "9999");
  CHECK(number_in_words(-3, "en") == "-3");
}

TEST_CASE("figures are grouped from ten thousand on, by a space that every face has") {
  CHECK(grouped_figures(9999) == "9999");
  CHECK(grouped_figures(12345) == "12\u00A0345");
  CHECK(grouped_figures(1234567) == "1\u00A0234\u00A0567");
}

TEST_CASE("German counts times in one word") {
  CHECK(times_in_german(1) == "einmal");
  CHECK(times_in_german(13) == "dreizehnmal");
  CHECK(times_in_german(108) == "108-mal");
}

TEST_CASE("a or an goes by the sound of the label, not by its letter") {
  CHECK(with_article("app") == "an app");
  CHECK(with_article("header") == "a header");
  CHECK(with_article("hour") == "an hour");
  CHECK(with_article("update") == "an update");
  CHECK(with_article("user") == "a user");
  CHECK(with_article("unit_of_work") == "a unit_of_work");
  CHECK(with_article("UnindentError") == "an UnindentError");
  CHECK(with_article("--no-ignore") == "a --no-ignore");
}

TEST_CASE("what is spelled out takes the article of its first letter's name") {
  CHECK(with_article("URL") == "a URL");
  CHECK(with_article("HTTPAdapter") == "an HTTPAdapter");
  CHECK(with_article("SQL") == "an SQL");
  CHECK(with_article("APIError") == "an APIError");
  CHECK(with_article("uuid") == "a uuid");
  CHECK(with_article("n_jobs") == "an n_jobs");
}

TEST_CASE("capitals that make a word are spoken as one") {
  CHECK(with_article("MAX_RETRIES") == "a MAX_RETRIES");
  CHECK(with_article("FILE_LIMIT") == "a FILE_LIMIT");
  CHECK(with_article("ERROR_CODE") == "an ERROR_CODE");
}

TEST_CASE("words are what stands between spaces") {
  CHECK(word_count("") == 0);
  CHECK(word_count("  The scenic  route. ") == 3);
  CHECK(word_count("127.0.0.1:5000") == 1);
}
