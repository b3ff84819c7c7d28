#pragma once

// How numbers and names stand in a sentence, English and German (cards.yaml, filters).

#include <cstdint>
#include <string>
#include <string_view>

namespace onereel::writing {

/// "twenty-seven", "siebenundzwanzig"; figures above a hundred.
std::string number_in_words(std::int64_t number, std::string_view language);
/// Figures, grouped by a thin space from 10 000.
std::string grouped_figures(std::int64_t number);
/// "dreizehnmal".
std::string times_in_german(std::int64_t number);
/// "an app", "a URL", "an hour".
std::string with_article(std::string_view label);
/// With a capital first letter.
std::string capitalised(std::string text);
std::size_t word_count(std::string_view text);

}  // namespace onereel::writing
