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
constexpr int boasts_in_a_row_max = 6;

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
      "(?i)^(the )?(?:(?-i:[A-Z])[\\w.-]* ){0,2}[\\w.-]+(\\.js|\\.py|\\.rs)?( \\([^)]*\\))? "
      "(is|are) "
      "((now|often|commonly|also|usually|best) )?((referred to|known|described) as )?((a|an|the) "
      ")?");
  static const Pattern dash = known_pattern("^[\\w.-]+ ?(:|-|–|—) ");
  return dash.replaced_once(subject.replaced_once(text, ""), "");
}

std::string first_sentence(const std::string& text) {
  static const Pattern end = known_pattern("[.!?](\\s|$)");
  const auto at = end.position_in(text);
  return at ? text.substr(0, *at) : text;
}

// A comma ends a clause only if no list goes on behind it: "reliable, asynchronous, and slim".
bool ends_clause(std::string_view behind) {
  static const Pattern opens = known_pattern(
      "(?i)^(built|written|made|based|designed|inspired|powered|implemented|developed|created|with|"
      "without|for|which|that|including|using|featuring|supporting|in|on|by|from|to|aimed|where|so|"
      "while|but|not|no|only|except)\\b");
  return opens.found_in(behind);
}

// The first clause of four words or more that takes no warning away.
std::string first_clause(const std::string& text) {
  static constexpr std::array<std::string_view, 6> marks = {", ", " - ", " – ", " — ", "; ", ": "};
  for (std::size_t at = 1; at < text.size(); ++at) {
    for (const std::string_view mark : marks) {
      if (text.compare(at, mark.size(), mark) != 0) continue;
      const std::string behind = text.substr(at + mark.size());
      if (mark == ", " && !ends_clause(behind)) continue;
      const std::string clause = text.substr(0, at);
      if (word_count(clause) >= 4 && short_enough(clause) && !kept_words().found_in(behind)) {
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
      "written in|inspired by|with support for|with full|including|supporting|akin to|similar to|"
      "much like)\\s");
  return cut_before(text, mark);
}

// Words that only praise: the hero need not be told, and nobody can check them.
const std::string& boast() {
  static const std::string words =
      "(?:the )?(?:(?:world|web|internet|industry)(?:'|\u2019)s )?(?:blazing(?:ly)?[- ]?fast|"
      "lightning[- ]?fast|ultra[- ]?fast|super[- ]?fast|awesome|amazing|beautiful|powerful|elegant|"
      "delightful|gorgeous|revolutionary|production[- ]ready|battle[- ]tested|enterprise[- ]grade|"
      "high[- ]performance|state[- ]of[- ]the[- ]art|next[- ]gen(?:eration)?|world[- ]class|"
      "industry[- ]leading|ultimate|infinitely|fastest|simplest|easiest|smallest|best|greatest|"
      "leanest|cleanest|quickest|smartest|lightest|coolest|number one|#1|"
      "most (?:popular|advanced|powerful|loved|complete|used|widely used))";
  return words;
}

// "simplest, fastest repository" keeps the repository, "fast and powerful engine" the fast engine.
std::string without_boasts(const std::string& text) {
  static const Pattern joined = known_pattern(
      "(?i)\\b((?:" + boast() +
      "|fast|simple|small|light|lightweight|easy|secure|safe|reliable|robust|minimal|flexible|"
      "modern|scalable|tiny)),? and " +
      boast() + " ");
  static const Pattern leading = known_pattern("(?i)(^|\\s)" + boast() + "(?:,? and |, | )");
  std::string cut = joined.replaced_all(text, "\\1 ");
  for (int k = 0; k < boasts_in_a_row_max && leading.found_in(cut); ++k) {
    cut = leading.replaced_once(cut, "\\1");
  }
  return cut == text ? text : without_article(trimmed(cut));
}

// Superlatives, comparisons, users and prices that are no mere adjective: such a line is not used.
bool still_boasts(const std::string& text) {
  static const Pattern claim = known_pattern(
      "(?i)(^|[^\\w-])(" + boast() +
      "|better|(?:faster|smaller|simpler|easier|lighter|quicker) than|unlike|alternative to|"
      "alternative for|replacement (?:to|for)|in the world|\\d+ ?(?:x|times) (?:faster|smaller)|"
      "\\d+\\+? (?:users|stars|companies|downloads|developers))([^\\w-]|$)|[$€£]\\d");
  return claim.found_in(text);
}

std::string without_praise(const std::string& text) {
  static const Pattern degree = known_pattern(
      "(?i)\\b((extremely|highly|incredibly|insanely|truly|really|very|super) \\w+),? ?");
  static const Pattern praise =
      known_pattern("(?i)\\b(robust|modern|lightweight|flexible|extensible)\\b(,? and |, | )");
  const std::string cut = praise.replaced_all(degree.replaced_all(text, ""), "");
  return cut == text ? text : without_article(trimmed(cut));
}

std::string before_with(const std::string& text) {
  static const Pattern mark = known_pattern(
      "(?i),?\\s((built|written|made|powered|implemented|developed|created|driven|backed|generated)"
      "\\s)?(with|using|via|by|atop|on top of)\\s");
  return cut_before(text, mark);
}

// What comes second: another thing it also is, or what it is for.
std::string before_another(const std::string& text) {
  static const Pattern mark = known_pattern("(?i),? and (an?|the) ");
  return cut_before(text, mark);
}

std::string before_for(const std::string& text) {
  static const Pattern mark = known_pattern("(?i) for ");
  return cut_before(text, mark);
}

// The end of a phrase whose rest was cut off.
bool dangles(const std::string& text) {
  static const Pattern end = known_pattern(
      "(?i)(^|\\s)(built|written|made|powered|implemented|developed|designed|based|and|or|of|for|"
      "with|the|an?|to|in|on|at|from|by|as|that|which|is|are|your|its|their|like|than|using|via)$|"
      "[,;:&+/-]$");
  return end.found_in(text);
}

bool addresses_the_reader(const std::string& text) {
  static const Pattern reader = known_pattern("(?i)\\b(your?|you're|yourself|our|we)\\b");
  return reader.found_in(text);
}

// "A runtime for slim applications. It is:" ends like one that introduces something else.
bool only_introduces(const std::string& text) {
  return text.back() == ':' && word_count(text) <= words_max && first_sentence(text) == text;
}

}  // namespace

std::string short_tagline(std::string_view tagline) {
  std::string text = stripped(tagline);
  if (text.empty() || only_introduces(text) || addresses_the_reader(text)) return {};
  if (text.back() == ':') text.pop_back();
  text = without_boasts(without_subject(text));
  using Step = std::string (*)(const std::string&);
  static constexpr std::array<Step, 7> steps = {first_sentence, first_clause, before_that,
                                                without_praise, before_with,  before_another,
                                                before_for};
  for (const Step step : steps) {
    if (short_enough(text)) break;
    text = trimmed(step(text));
  }
  text = without_boasts(text);
  const bool sign = short_enough(text) && word_count(text) >= 2;
  if (!sign || dangles(text) || still_boasts(text)) return {};
  return capitalised(text);
}

}  // namespace onereel::writing
