#include "taglines.h"

#include <array>
#include <cctype>

#include "onereel/base/text.h"
#include "pattern.h"
#include "phrases.h"

namespace onereel::writing {
namespace {

constexpr std::size_t words_max = 8;
constexpr std::size_t tagline_bytes_max = 600;

// What a shortening must not take away.
const Pattern& kept_words() {
  static const Pattern words = known_pattern(
      "(?i)\\b(no|not|never|without|only|except|experimental|alpha|beta|unmaintained|deprecated|"
      "unofficial|subset|toy|educational|work in progress)\\b|\\bun-|\\bnon-|\\w-less\\b");
  return words;
}

bool short_enough(const std::string& text) {
  return word_count(text) <= words_max;
}

std::string without_article(std::string text) {
  static const Pattern article = known_pattern("^(?i:an?|the) ");
  return article.replaced_once(std::move(text), "");
}

// Brackets go with what is in them, unless it is a warning: then its first clause stays.
std::string brackets_opened(std::string text) {
  static const Pattern inside = known_pattern(" ?\\(([^()]*)\\)");
  for (const std::string& held : inside.all_in(text, 8)) {
    const std::string clause = held.substr(0, held.find(','));
    const auto at = text.find("(" + held + ")");
    if (at == std::string::npos) continue;
    const std::size_t from = at > 0 && text[at - 1] == ' ' ? at - 1 : at;
    const bool warning = kept_words().found_in(clause);
    text.replace(from, at + held.size() + 2 - from, warning ? ", " + clause : "");
    if (warning) text = without_article(std::move(text));
  }
  return text;
}

std::string stripped(std::string_view tagline) {
  static const Pattern image = known_pattern("!\\[[^\\]]*\\]\\([^)]*\\)");
  static const Pattern link = known_pattern("\\[([^\\]]*)\\]\\([^)]*\\)");
  static const Pattern address = known_pattern("https?://\\S+");
  static const Pattern tags = known_pattern("<[^>]*>|:[a-z_]+:");
  static const Pattern markup = known_pattern("[`*_{}]+");
  static const Pattern emoji = known_pattern("[\\x{2600}-\\x{27BF}\\x{1F000}-\\x{1FAFF}\\x{FE0F}]");
  static const Pattern spaces = known_pattern("\\s+");
  std::string text = valid_utf8(tagline.substr(0, tagline_bytes_max));
  text = address.replaced_all(link.replaced_all(image.replaced_all(text, ""), "\\1"), "");
  text = emoji.replaced_all(markup.replaced_all(tags.replaced_all(text, ""), ""), "");
  text = brackets_opened(trimmed(spaces.replaced_all(text, " ")));
  while (!text.empty() && (text.back() == '.' || text.back() == '!' || text.back() == ' ')) {
    text.pop_back();
  }
  return text;
}

std::string without_subject(const std::string& text) {
  static const Pattern subject = known_pattern(
      "(?i)^(the )?[\\w.-]+(\\.js|\\.py|\\.rs)?( \\([^)]*\\))? (is|are) (now )?((a|an|the) )?");
  static const Pattern dash = known_pattern("^[\\w.-]+ ?(:|-|–|—) ");
  return dash.replaced_once(subject.replaced_once(text, ""), "");
}

std::string first_sentence(const std::string& text) {
  static const Pattern end = known_pattern("[.!?](\\s|$)");
  const auto at = end.position_in(text);
  return at ? text.substr(0, *at) : text;
}

// The first clause of four words or more that takes no warning away.
std::string first_clause(const std::string& text) {
  static constexpr std::array<std::string_view, 6> marks = {", ", " - ", " – ", " — ", "; ", ": "};
  for (std::size_t at = 1; at < text.size(); ++at) {
    for (const std::string_view mark : marks) {
      if (text.compare(at, mark.size(), mark) != 0) continue;
      const std::string clause = text.substr(0, at);
      if (word_count(clause) >= 4 && short_enough(clause) &&
          !kept_words().found_in(text.substr(at))) {
        return without_article(clause);
      }
    }
  }
  return text;
}

std::string cut_before(const std::string& text, const Pattern& mark) {
  const auto at = mark.position_in(text);
  if (!at || *at == 0 || kept_words().found_in(text.substr(*at))) return text;
  const std::string head = text.substr(0, *at);
  return word_count(head) >= 2 ? without_article(head) : text;
}

std::string before_that(const std::string& text) {
  static const Pattern mark = known_pattern(
      "(?i),?\\s(that|which|while|so that|in order to|designed to|built (on|with|for)|based on|"
      "written in|inspired by|with support for|with full|including|supporting)\\s");
  return cut_before(text, mark);
}

std::string without_praise(const std::string& text) {
  static const Pattern degree = known_pattern(
      "(?i)\\b((extremely|highly|incredibly|insanely|truly|really|very|super) \\w+),? ?");
  static const Pattern praise = known_pattern(
      "(?i)\\b(blazing(ly)?[- ]?fast|awesome|amazing|beautiful|powerful|robust|modern|elegant|"
      "lightweight|flexible|extensible|production[- ]ready|battle[- ]tested|"
      "state[- ]of[- ]the[- ]art|next[- ]generation|world[- ]class|the fastest|the best|"
      "most popular|ultimate|infinitely)\\b,? ?");
  const std::string cut = praise.replaced_all(degree.replaced_all(text, ""), "");
  return cut == text ? text : without_article(trimmed(cut));
}

std::string before_with(const std::string& text) {
  static const Pattern mark = known_pattern("(?i),?\\s(with|using|via|by|powered by)\\s");
  return cut_before(text, mark);
}

bool addresses_the_reader(const std::string& text) {
  static const Pattern reader = known_pattern("(?i)\\b(your?|you're|yourself|our|we)\\b");
  return reader.found_in(text);
}

}  // namespace

std::string short_tagline(std::string_view tagline) {
  std::string text = stripped(tagline);
  // A line that ends in a colon introduces something else.
  if (text.empty() || text.back() == ':' || addresses_the_reader(text)) return {};
  using Step = std::string (*)(const std::string&);
  static constexpr std::array<Step, 6> steps = {without_subject, first_sentence, first_clause,
                                                before_that,     without_praise, before_with};
  for (const Step step : steps) {
    if (short_enough(text)) break;
    text = trimmed(step(text));
  }
  if (!short_enough(text) || word_count(text) < 2) return {};
  return capitalised(text);
}

}  // namespace onereel::writing
