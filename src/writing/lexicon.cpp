#include "lexicon.h"

#include <fmt/format.h>

#include <algorithm>

#include "onereel/base/text.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

// Bare words that a longer word may come from, likeliest first.
std::vector<std::string> bare_forms(const std::string& word) {
  std::vector<std::string> forms;
  const auto cut = [&](std::string_view end, std::string_view instead) {
    if (word.size() > end.size() + 2 && word.ends_with(end)) {
      forms.push_back(word.substr(0, word.size() - end.size()) + std::string(instead));
    }
  };
  cut("ies", "y");
  cut("es", "");
  cut("s", "");
  for (const char* end : {"ing", "ed", "er"}) {
    cut(end, "");
    cut(end, "e");
  }
  // running: run
  for (const char* end : {"ing", "ed", "er"}) {
    const std::string_view tail(end);
    if (word.size() > tail.size() + 3 && word.ends_with(tail)) {
      std::string bare = word.substr(0, word.size() - tail.size());
      if (bare[bare.size() - 1] == bare[bare.size() - 2]) {
        bare.pop_back();
        forms.push_back(bare);
      }
    }
  }
  return forms;
}

}  // namespace

Result<Lexicon> Lexicon::read(const Document& lexicon, const Document& naming) {
  Lexicon made;
  TRY(const Document* fields, map_of(lexicon, "fields"));
  for (const auto& [field, rows] : fields->entries) {
    for (const Document& row : rows.items) {
      TRY_DO(row.only({"word", "pos", "thing", "kit", "de", "joke", "not", "not_near", "w"}));
      TRY(const std::string word, text_of(row, "word"));
      TRY(made.weights_[word], number_of(row, "w", 0, 5));
      if (row.text_or("pos", "") == "n") made.nouns_.insert(word);
    }
  }
  for (const auto& [is, patterns] :
       {std::pair{"never", &made.never_}, {"never_patterns", &made.people_}}) {
    TRY(const Document* list, list_of(lexicon, is));
    for (const Document& row : list->items) {
      const Document* pattern = row.find("re");
      if (pattern == nullptr) return row.error("the field 're' is missing");
      const bool word = is == std::string_view("never");
      // Words are looked up alone, so they are anchored; people anywhere.
      auto compiled = word ? Pattern::compile("(?i)^(?:" + pattern->scalar + ")$")
                           : Pattern::compile(pattern->scalar);
      if (!compiled) return pattern->error(compiled.error().what);
      patterns->push_back(*std::move(compiled));
    }
  }
  TRY(const Document* german, list_of(lexicon, "never_de"));
  for (const Document& item : german->items) {
    TRY(Pattern pattern, Pattern::compile(item));
    made.never_german_.push_back(std::move(pattern));
  }
  TRY(const Document* read_as, map_of(naming, "read_as"));
  for (const auto& [word, as] : read_as->entries) made.read_as_[word] = as.scalar;
  return made;
}

std::string Lexicon::read_out(std::string_view word) const {
  const auto found = read_as_.find(lower_ascii(word));
  return found == read_as_.end() ? lower_ascii(word) : found->second;
}

double Lexicon::weight(std::string_view word) const {
  const std::string read = read_out(word);
  const auto known = weights_.find(read);
  if (known != weights_.end()) return known->second;
  for (const std::string& form : bare_forms(read)) {
    const auto bare = weights_.find(form);
    if (bare != weights_.end()) return bare->second;
  }
  return 0;
}

std::vector<char> Lexicon::letters_that_complete(std::string_view stem) const {
  std::vector<char> letters;
  const std::string low = lower_ascii(stem);
  for (auto at = weights_.lower_bound(low); at != weights_.end() && at->first.starts_with(low);
       ++at) {
    if (at->first.size() == low.size() + 1) letters.push_back(at->first.back());
  }
  if (low == "mil") letters.insert(letters.begin(), 'k');
  return letters;
}

bool Lexicon::forbidden(std::string_view word) const {
  const std::string low = lower_ascii(word);
  return std::any_of(never_.begin(), never_.end(),
                     [&](const Pattern& pattern) { return pattern.found_in(low); });
}

bool Lexicon::names_a_person(std::string_view text) const {
  return std::any_of(people_.begin(), people_.end(),
                     [&](const Pattern& pattern) { return pattern.found_in(text); });
}

bool Lexicon::forbidden_in_german(std::string_view text) const {
  return std::any_of(never_german_.begin(), never_german_.end(),
                     [&](const Pattern& pattern) { return pattern.found_in(text); });
}

}  // namespace onereel::writing
