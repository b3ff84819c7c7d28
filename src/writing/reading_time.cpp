// How long a card stands. "About one foot to the word, never less than three feet; short words
// count half" (Epes W. Sargent, Technique of the Photoplay, 1913); 0.6 s a word at today's pace.

#include <algorithm>
#include <cctype>

#include "onereel/base/text.h"
#include "onereel/writing/write.h"
#include "phrases.h"

namespace onereel::writing {
namespace {

constexpr std::int64_t least_ms = 3000;
constexpr std::int64_t title_least_ms = 3500;
constexpr std::int64_t ms_a_word = 600;
constexpr std::int64_t letters_a_second = 13;

// Half words: a short one is one, any other two.
std::int64_t half_words(const std::string& text) {
  std::int64_t halves = 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string word = text.substr(at, end - at);
    const auto letters = static_cast<int>(length_in_points(word));
    const bool digits =
        std::any_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c); });
    if (letters > 0) halves += letters <= 3 && !digits ? 1 : 2;
    at = end + 1;
  }
  return halves;
}

}  // namespace

Seconds reading_time(const Card& card) {
  std::int64_t halves = 0;
  std::int64_t letters = 0;
  const auto read = [&](const std::string& text) {
    halves += half_words(text);
    letters += static_cast<std::int64_t>(length_in_points(text));
  };
  for (const std::string& paragraph : card.text) read(paragraph);
  // The small lines of a title and of an end card are taken in with the large ones.
  if (card.kind == CardKind::title) read(card.subtitle);
  if (card.kind == CardKind::end) read(card.code);
  const std::int64_t least = card.kind == CardKind::title ? title_least_ms : least_ms;
  const std::int64_t by_letters = (letters * 1000 + letters_a_second - 1) / letters_a_second;
  return Seconds::milliseconds(std::max({least, halves * ms_a_word / 2, by_letters}));
}

}  // namespace onereel::writing
