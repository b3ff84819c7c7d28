#include "naming.h"

#include <fmt/format.h>

#include <algorithm>

#include "label_search.h"
#include "onereel/base/text.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

// Stands for a join without a letter while an identifier is taken apart.
constexpr char seam = '\x1f';
constexpr std::string_view separators = "_- .\x1f";
constexpr std::size_t identifier_bytes_max = 200;

Result<std::set<std::string>> words(const Document& node, const char* field) {
  TRY(const auto list, texts_of(node, field));
  return std::set<std::string>(list.begin(), list.end());
}

std::string_view after_last(std::string_view text, std::string_view mark) {
  const auto at = text.rfind(mark);
  return at == std::string_view::npos ? text : text.substr(at + mark.size());
}

bool has_extension(std::string_view text) {
  static const Pattern extension = known_pattern("^[\\w.-]*\\w\\.[a-z][a-z0-9]{0,4}$");
  static const Pattern attribute = known_pattern("^(self|this|cls|np|os|app|sys)\\.");
  static const Pattern member = known_pattern("^(self|this|cls)\\.");
  // app.toml is a file, app.run is not.
  static const Pattern of_files = known_pattern(
      "\\.(toml|ya?ml|json|ini|cfg|conf|lock|env|txt|md|rst|xml|html|css|py|rs|go|rb|js|ts|[jt]sx|"
      "c|"
      "h|cc|cpp|hpp|java|kt|php|sh|sql|properties|gradle|gemspec|proto|svelte)$");
  if (member.found_in(text)) return false;
  return of_files.found_in(text) || (extension.found_in(text) && !attribute.found_in(text));
}

// Somebody's letter-box, an address, or a host is no name of a thing: "org" of example.org.
bool is_an_address(std::string_view text) {
  static const Pattern address = known_pattern(
      "\\w@[\\w-]+\\.\\w|^\\w+://|^(?i:www\\.|(?:[a-z0-9-]+\\.)+(?:com|org|net|edu|gov|"
      "co\\.uk|example)(?::\\d+)?/?$)|^\\d+\\.\\d+\\.\\d+\\.\\d+");
  static const Pattern hash = known_pattern("^[0-9a-fA-F]{16,}$");
  return address.found_in(text) || hash.found_in(text);
}

}  // namespace

Result<Naming> Naming::read(const Document& naming) {
  Naming made;
  TRY(const Document* split, map_of(naming, "split"));
  TRY(const Document* breaks, list_of(*split, "breaks"));
  for (const Document& row : breaks->items) {
    const Document* pattern = row.find("re");
    if (pattern == nullptr) return row.error("the field 're' is missing");
    TRY(Pattern compiled, Pattern::compile(*pattern));
    made.breaks_.push_back(std::move(compiled));
  }
  TRY(const auto whole, texts_of(*split, "keep_whole"));
  TRY(made.keep_whole_, Pattern::compile(fmt::format("(?i)^(?:{})$", fmt::join(whole, "|"))));
  TRY(made.verbs_, words(naming, "verbs"));
  TRY(const Document* drop, map_of(naming, "drop"));
  TRY(made.trailing_, words(*drop, "trailing"));
  TRY(made.leading_, words(*drop, "leading"));
  TRY(made.inner_, words(*drop, "inner"));
  TRY(made.negations_, words(naming, "negations"));
  TRY(const Document* paint_short, map_of(naming, "paint_short"));
  for (const auto& [word, as] : paint_short->entries) made.paint_short_[word] = as.scalar;
  return made;
}

std::string Naming::cleaned(std::string_view identifier) const {
  std::string text = trimmed(identifier.substr(0, identifier_bytes_max));
  if (keep_whole_.found_in(text)) return text;
  static const Pattern quotes = known_pattern("[\"'`]");
  static const Pattern tail = known_pattern("(\\(.*|<.*|\\[.*|[!?=]+)$");
  static const Pattern sigils = known_pattern("^[$&*#~]+");
  text = sigils.replaced_once(tail.replaced_once(quotes.replaced_all(text, ""), ""), "");
  while (text.size() > 1 && text.back() == '/') text.pop_back();
  text = std::string(after_last(after_last(text, "/"), "\\"));
  if (!text.starts_with('@') && !has_extension(text) && !text.starts_with('.')) {
    for (const char* mark : {"::", "->", "#", "."}) text = std::string(after_last(text, mark));
  }
  const auto first = text.find_first_not_of('_');
  if (first == std::string::npos) return {};
  const auto last = text.find_last_not_of('_');
  return text.substr(first, last - first + 1);
}

std::vector<NameWord> Naming::split(std::string_view identifier) const {
  std::string text(identifier);
  // All breaks but the last put a seam between two letters; the last names the joins themselves.
  for (std::size_t k = 0; k + 1 < breaks_.size(); ++k) {
    text = breaks_[k].replaced_all(text, std::string("\\1") + seam + "\\2");
  }
  std::vector<NameWord> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find_first_of(separators, at), text.size());
    const auto next = std::min(text.find_first_not_of(separators, end), text.size());
    std::string join = text.substr(end, next - end);
    join.erase(std::remove(join.begin(), join.end(), seam), join.end());
    if (end > at) words.push_back({text.substr(at, end - at), join});
    at = next;
  }
  return words;
}

bool Naming::is_negation(std::string_view word) const {
  const std::string low = lower_ascii(word);
  if (negations_.count(low) != 0) return true;
  static const Pattern begins = known_pattern("^(un|dis|non)[a-z]{4}");
  static const Pattern other = known_pattern(
      "^(unicode|uniq|univers|unif|under|display|dispatch|distan|distri|discover|discuss|disc|disk|"
      "disting)");
  return begins.found_in(low) && !other.found_in(low);
}

std::string Naming::label(std::string_view identifier, int letters_max, const Lexicon& lexicon,
                          const Project& project) const {
  if (is_an_address(identifier)) return {};
  return LabelSearch(*this, lexicon, project, letters_max).label(cleaned(identifier));
}

}  // namespace onereel::writing
