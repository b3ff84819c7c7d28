#include "phrases.h"

#include <array>
#include <cctype>

#include "pattern.h"

namespace onereel::writing {
namespace {

constexpr std::array<std::string_view, 20> english = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 10> english_tens = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<std::string_view, 20> german = {
    "null",     "eins",     "zwei",     "drei",     "vier",     "fünf",    "sechs",
    "sieben",   "acht",     "neun",     "zehn",     "elf",      "zwölf",   "dreizehn",
    "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn"};
constexpr std::array<std::string_view, 10> german_tens = {
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"};

std::string english_words(std::size_t number) {
  if (number == 100) return "a hundred";
  if (number < 20) return std::string(english[number]);
  std::string text(english_tens[number / 10]);
  if (number % 10 != 0) text += "-" + std::string(english[number % 10]);
  return text;
}

std::string german_words(std::size_t number) {
  if (number == 100) return "hundert";
  if (number < 20) return std::string(german[number]);
  const std::string tens(german_tens[number / 10]);
  if (number % 10 == 0) return tens;
  const std::string one = number % 10 == 1 ? "ein" : std::string(german[number % 10]);
  return one + "und" + tens;
}

}  // namespace

std::string number_in_words(std::int64_t number, std::string_view language) {
  if (number < 0 || number > 100) return grouped_figures(number);
  const auto value = static_cast<std::size_t>(number);
  return language == "de" ? german_words(value) : english_words(value);
}

std::string grouped_figures(std::int64_t number) {
  std::string text = std::to_string(number);
  if (number < 10'000) return text;
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, "\u2009");
  }
  return text;
}

std::string times_in_german(std::int64_t number) {
  if (number == 1) return "einmal";
  if (number > 100) return grouped_figures(number) + "-mal";
  return number_in_words(number, "de") + "mal";
}

std::string with_article(std::string_view label) {
  static const Pattern spelled = known_pattern("^[A-Z]{2,}");
  static const Pattern spelled_vowel = known_pattern("^[AEFHILMNORSX]");
  static const Pattern said_vowel =
      known_pattern("(?i)^(hour|honest|heir|[aeio]|u[^nrst]|un[^i]|ur[^l])");
  static const Pattern said_consonant =
      known_pattern("(?i)^(eu|one|once|uni|user|use|url|usu|uti)");
  const bool vowel = spelled.found_in(label)
                         ? spelled_vowel.found_in(label)
                         : said_vowel.found_in(label) && !said_consonant.found_in(label);
  return (vowel ? "an " : "a ") + std::string(label);
}

std::string capitalised(std::string text) {
  if (!text.empty()) {
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  }
  // ü, ö, ä at the start of a German number do not occur (fünf, zwölf begin with consonants).
  return text;
}

std::size_t word_count(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char letter : text) {
    const bool space = letter == ' ' || letter == '\n' || letter == '\t';
    if (!space && !inside) ++words;
    inside = !space;
  }
  return words;
}

}  // namespace onereel::writing
