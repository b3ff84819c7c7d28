#include "card_words.h"

#include <fmt/format.h>

#include "card.h"
#include "onereel/base/text.h"

namespace onereel::cutting {

namespace {

// Words that onereel itself puts on cards.
struct HouseWords {
  std::string genre;
  std::string ending;
  std::string get_it;
  std::string read_it;
  std::string colophon;
};

HouseWords house_words(const std::string& language) {
  if (language == "de") {
    return {"ein Lustspiel in einer Rolle", "Ende", "die Maschine f\u00fcr zu Hause",
            "n\u00e4heres unter", "eine Rolle \u00b7 gezeichnet von onereel"};
  }
  return {"a one-reel comedy", "The End", "get the machine yourself", "inquire at",
          "one reel \u00b7 drawn by onereel"};
}

// Paragraphs as one text: line breaks are the setter's.
std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    for (const std::string_view line : lines_of(paragraph)) {
      const std::string clean = trimmed(line);
      if (clean.empty()) continue;
      if (!text.empty()) text += ' ';
      text += clean;
    }
  }
  return text;
}

// The drawn quotation mark opens the speech, so written ones round the whole of it go.
std::string without_marks(const std::string& text, const LanguageStyle& style) {
  if (style.quote == "none") return text;
  const auto inner = [&](const std::string& open, const std::string& close) -> std::string {
    if (open.empty() || text.size() < open.size() + close.size()) return {};
    if (!text.starts_with(open) || !text.ends_with(close)) return {};
    return text.substr(open.size(), text.size() - open.size() - close.size());
  };
  for (const auto& [open, close] :
       {std::pair<std::string, std::string>{style.mark_open, style.mark_close},
        {"\u201c", "\u201d"},
        {"\u201e", "\u201c"},
        {"\u00bb", "\u00ab"},
        {"\"", "\""}}) {
    const std::string bare = inner(open, close);
    if (!bare.empty() && bare.find(close) == std::string::npos) return bare;
  }
  return text;
}

bool latin_capital(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xc0 && c <= 0xde && c != 0xd7);
}

// The first letter becomes the drawn initial if it is a capital that the sentence wrote: an
// identifier that begins small must not change its case.
void take_initial(CardWords& words, const LanguageStyle& style) {
  const auto points = code_points(words.body);
  if (!style.has_initial || points.size() < 12 || !latin_capital(points.front())) return;
  append_utf8(words.initial, points.front());
  words.rest = trimmed(std::string_view(words.body).substr(words.initial.size()));
}

CardWords title_words(const Card& card, const HouseWords& house) {
  // "in" stands before the film's title: "ripgrep / in The Missing Word".
  constexpr std::size_t joining_word_max = 4;
  const bool joins = !card.over_line.empty() && !card.subtitle.empty() &&
                     length_in_points(card.over_line) <= joining_word_max;
  CardWords words;
  if (!card.text.empty()) words.title = card.text.front();
  if (card.text.size() > 1) words.claim = joined({card.text.begin() + 1, card.text.end()});
  words.over = joins || card.over_line.empty() ? house.genre : card.over_line;
  words.tagline = joins ? card.over_line + " " + card.subtitle : card.subtitle;
  return words;
}

CardWords end_words(const Card& card, const HouseWords& house) {
  CardWords words;
  words.title = card.text.empty() ? house.ending : joined(card.text);
  words.install = card.code;
  words.address = card.footer;
  words.over = card.over_line;
  if (words.over.empty()) words.over = card.subtitle;
  if (words.over.empty() && !card.code.empty()) words.over = house.get_it;
  if (words.over.empty() && !card.footer.empty()) words.over = house.read_it;
  words.footer = house.colophon;
  return words;
}

void add_text(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty()) texts.push_back(text);
}

}  // namespace

std::string ending_in(const std::string& language) {
  return house_words(language).ending;
}

CardWords words_of(const Card& card, const std::string& project, const std::string& language,
                   const LanguageStyle& style) {
  const HouseWords house = house_words(language);
  if (card.kind == CardKind::title) return title_words(card, house);
  if (card.kind == CardKind::end) return end_words(card, house);
  CardWords words;
  words.footer = card.footer.empty() ? project : card.footer;
  words.body = joined(card.text);
  if (card.kind == CardKind::dialogue) words.body = without_marks(words.body, style);
  words.rest = words.body;
  if (card.kind == CardKind::expository) take_initial(words, style);
  return words;
}

std::string format_of(CardKind kind) {
  return kind == CardKind::title || kind == CardKind::end ? "16x9" : "4x3";
}

std::vector<std::string> texts_of(const Card& card, const std::string& language) {
  const HouseWords house = house_words(language);
  std::vector<std::string> texts;
  if (card.kind == CardKind::dialogue || card.kind == CardKind::expository) {
    add_text(texts, joined(card.text));
    return texts;
  }
  const CardWords words =
      card.kind == CardKind::title ? title_words(card, house) : end_words(card, house);
  if (card.kind == CardKind::title) add_text(texts, words.over);
  add_text(texts, words.claim);
  add_text(texts, words.title);
  add_text(texts, words.tagline);
  if (card.kind == CardKind::end) add_text(texts, words.over);
  add_text(texts, words.install);
  add_text(texts, words.address);
  return texts;
}

}  // namespace onereel::cutting
