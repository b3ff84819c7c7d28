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

// The first word of an identifier, without what stands before it: MAX of MAX_RETRIES, HTTP of
// HTTPAdapter, no of --no-ignore.
std::string first_word_of(std::string_view label) {
  const auto letter = [&](std::size_t k) {
    return k < label.size() && std::isalpha(static_cast<unsigned char>(label[k])) != 0;
  };
  const auto capital = [&](std::size_t k) { return letter(k) && label[k] <= 'Z'; };
  std::size_t from = 0;
  while (from < label.size() && std::isalnum(static_cast<unsigned char>(label[from])) == 0) ++from;
  std::size_t to = from;
  while (capital(to)) ++to;
  const bool next_begins = to - from > 1 && letter(to);  // the A of HTTPAdapter
  if (next_begins) return std::string(label.substr(from, to - from - 1));
  while (letter(to) && !capital(to)) ++to;
  return std::string(label.substr(from, to - from));
}

// Said letter by letter: one letter, no vowel in capitals, or known as such.
bool is_spelled(const std::string& word) {
  static const Pattern no_vowel = known_pattern("^[B-DF-HJ-NP-TV-XZ]{2,}$|^[A-Za-z]$");
  static const Pattern known = known_pattern(
      "(?i)^(aes|ai|api|ast|aws|cli|eof|gui|html|https?|id|ide|io|ip|ipc|lfu|lru|mp3|npm|oci|oidc|"
      "os|rgba?|rpc|rsa|rss|sdk|smtp|sql|ssh|ssl|svg|udp|ui|uid|uri|url|usb|utc|utf|uuid|ux|xhr|"
      "xml|xss)s?$");
  return no_vowel.found_in(word) || known.found_in(word);
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
    // No face of ours has the thin space; this one all have, and it does not break the line.
    text.insert(at, "\u00A0");
  }
  return text;
}

std::string times_in_german(std::int64_t number) {
  if (number == 1) return "einmal";
  if (number > 100) return grouped_figures(number) + "-mal";
  return number_in_words(number, "de") + "mal";
}

std::string with_article(std::string_view label) {
  static const Pattern spelled_vowel = known_pattern("(?i)^[aefhilmnorsx]");
  static const Pattern said_vowel =
      known_pattern("(?i)^(hour|honest|hono|heir|[aeiou]|x[^aeiouy])");
  static const Pattern said_consonant = known_pattern(
      "(?i)^(eu|ewe|once?(s|$)|uni([coqtvfx]|s[eo]|$)|us(a|e|u|r|ing)|ut[ei]|ubi|ura|urea|uk)");
  static const Pattern number = known_pattern("^(8|11($|[^0-9])|18($|[^0-9]))");
  const std::string word = first_word_of(label);
  bool vowel = number.found_in(label);
  if (!word.empty()) {
    vowel = is_spelled(word) ? spelled_vowel.found_in(word)
                             : said_vowel.found_in(word) && !said_consonant.found_in(word);
  }
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
