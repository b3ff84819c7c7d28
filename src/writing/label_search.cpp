#include "label_search.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "onereel/base/text.h"

namespace onereel::writing {
namespace {

constexpr std::size_t extension_max = 11;  // .properties

bool is_small(char letter) {
  return letter >= 'a' && letter <= 'z';
}

std::string in_case_of(const std::string& model, std::string text) {
  const bool all_capitals = std::none_of(model.begin(), model.end(), is_small);
  for (std::size_t k = 0; k < text.size(); ++k) {
    const bool capital = all_capitals || (k == 0 && !is_small(model.front()));
    if (capital) text[k] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[k])));
  }
  return text;
}

}  // namespace

bool LabelSearch::fits(const std::string& text) const {
  return !text.empty() && static_cast<int>(length_in_points(text)) <= letters_max_;
}

bool LabelSearch::decent(const std::string& text) const {
  for (const NameWord& word : naming_.split(text)) {
    if (lexicon_.forbidden(word.text)) return false;
  }
  return !lexicon_.forbidden(text);
}

std::string LabelSearch::text(Run run) const {
  std::string joined;
  for (std::size_t k = run.from; k < run.to; ++k) {
    joined += words_[k].text;
    if (k + 1 < run.to) joined += words_[k].join;
  }
  return joined;
}

std::string LabelSearch::low(std::size_t at) const {
  return lower_ascii(words_[at].text);
}

bool LabelSearch::participle(std::size_t at) const {
  static constexpr std::array<std::string_view, 12> irregular = {
      "found", "lost",  "sent",  "done",   "gone",   "given",
      "taken", "known", "built", "thrown", "broken", "such"};
  const std::string word = low(at);
  return (word.size() > 4 && word.ends_with("ed")) ||
         std::find(irregular.begin(), irregular.end(), word) != irregular.end();
}

void LabelSearch::drop_project_name() {
  if (words_.size() < 2 || project_.name.size() < 2) return;
  const std::string first = low(0);
  const std::string name = lower_ascii(project_.name);
  // CURLE_COULDNT_...: a prefix may have one letter more than the project.
  const bool prefix = first == name || (first.size() == name.size() + 1 && first.starts_with(name));
  if (prefix) words_.erase(words_.begin());
}

// One word of noise, last words first, then first words.
bool LabelSearch::drop_noise() {
  if (words_.size() < 2) return false;
  const bool last = naming_.trailing_.count(low(words_.size() - 1)) != 0;
  if (last && !naming_.is_inner(words_[words_.size() - 2].text)) {
    words_.pop_back();
    return true;
  }
  const bool first = naming_.leading_.count(low(0)) != 0;
  if (first && !naming_.is_inner(low(1))) {
    words_.erase(words_.begin());
    return true;
  }
  return false;
}

void LabelSearch::find_head() {
  std::size_t end = words_.size();
  bool inner = false;
  for (std::size_t k = 1; k < words_.size() && !inner; ++k) {
    if (naming_.is_inner(low(k))) {
      end = k;
      inner = true;
    }
  }
  head_ = end - 1;
  // ErrOutOfOrderSample: "out" belongs to "of"; the head is the last word after all.
  if (inner && naming_.is_negation(low(head_))) head_ = words_.size() - 1;
  if (inner || words_at_first_ < 3) return;
  while (head_ > 0 && (participle(head_) || (begins_small_ && naming_.is_verb(low(head_))) ||
                       naming_.is_negation(low(head_)))) {
    --head_;
  }
}

void LabelSearch::find_strongest() {
  strongest_weight_ = 0;
  for (std::size_t k = 0; k < words_.size(); ++k) {
    const double weight = lexicon_.weight(words_[k].text);
    if (weight > 0 && weight >= strongest_weight_) {
      strongest_weight_ = weight;
      strongest_ = k;
    }
  }
}

// Neither begins nor ends with an inner word, nor begins behind one; with one inside it must reach
// the last word.
bool LabelSearch::whole_phrase(Run run) const {
  if (naming_.is_inner(low(run.from)) || naming_.is_inner(low(run.to - 1))) return false;
  if (run.from > 0 && naming_.is_inner(low(run.from - 1))) return false;
  for (std::size_t k = run.from; k < run.to; ++k) {
    if (naming_.is_inner(low(k)) && run.to != words_.size()) return false;
  }
  return true;
}

// All words of negation stay, or all go; if they go, only things may stay.
bool LabelSearch::negations_kept(Run run) const {
  std::size_t inside = 0;
  std::size_t outside = 0;
  for (std::size_t k = 0; k < words_.size(); ++k) {
    if (naming_.is_negation(low(k))) ++(holds(run, k) ? inside : outside);
  }
  if (outside == 0) return true;
  if (inside > 0) return false;
  for (std::size_t k = run.from; k < run.to; ++k) {
    if (participle(k) || naming_.is_verb(low(k))) return false;
  }
  return true;
}

bool LabelSearch::allowed(Run run) const {
  const std::string label = text(run);
  if (!fits(label) || !decent(label) || !whole_phrase(run) || !negations_kept(run)) return false;
  if (run.to - run.from == 1) {
    const bool lone_verb = begins_small_ && run.from == 0 && words_.size() > 1 &&
                           run.from != head_ && naming_.is_verb(low(0)) &&
                           lexicon_.weight(low(0)) < 3;
    if (lone_verb || label.size() < 2) return false;
  }
  const bool alone = run.to - run.from == 1;
  const bool strong =
      strongest_weight_ > 0 && holds(run, strongest_) && (!alone || strongest_weight_ >= 3);
  return holds(run, head_) || strong;
}

double LabelSearch::score(Run run) const {
  double sum = static_cast<double>(text(run).size()) / 10;
  for (std::size_t k = run.from; k < run.to; ++k) sum += 2 * lexicon_.weight(words_[k].text);
  if (holds(run, head_)) sum += 3;
  if (strongest_weight_ > 0 && holds(run, strongest_)) sum += 2;
  const bool lone = run.to - run.from == 1;
  if (lone && run.from != head_ && participle(run.from)) sum -= 6;
  // validate_regex: the thing, not what is done to it.
  if (lone && run.from == 0 && head_ > 0 && begins_small_ && naming_.is_verb(low(0))) sum -= 4;
  return sum;
}

std::string LabelSearch::best_run() {
  std::string best;
  double best_score = -100;
  for (std::size_t from = 0; from < words_.size(); ++from) {
    for (std::size_t to = from + 1; to <= words_.size(); ++to) {
      const Run run{from, to};
      if (!allowed(run) || score(run) <= best_score) continue;
      best_score = score(run);
      best = text(run);
    }
  }
  const std::string pair = verb_and_last();
  if (!pair.empty() && best_score < 4) return pair;
  return best;
}

// createStub of createStubbedInstance-like functions: verb and last word.
std::string LabelSearch::verb_and_last() const {
  if (!begins_small_ || words_.size() < 3 || !naming_.is_verb(low(0))) return {};
  for (std::size_t k = 0; k < words_.size(); ++k) {
    if (naming_.is_inner(low(k)) || naming_.is_negation(low(k))) return {};
  }
  const std::string label = words_.front().text + words_.front().join + words_.back().text;
  return fits(label) && decent(label) ? label : std::string();
}

std::string LabelSearch::short_form() const {
  if (words_.size() != 1) return {};
  const auto found = naming_.paint_short_.find(low(0));
  if (found == naming_.paint_short_.end() || project_.words.count(found->second) == 0) return {};
  const std::string label = in_case_of(words_[0].text, found->second);
  return fits(label) && decent(label) ? label : std::string();
}

std::string LabelSearch::label(const std::string& cleaned) {
  if (cleaned.empty()) return {};
  if (fits(cleaned) && decent(cleaned)) return cleaned;
  if (naming_.keep_whole_.found_in(cleaned)) return {};
  const auto dot = cleaned.rfind('.');
  if (dot != std::string::npos && dot > 0 && cleaned.size() - dot <= extension_max) {
    const std::string stem = cleaned.substr(0, dot);
    return fits(stem) && decent(stem) ? stem : LabelSearch(*this).label(stem);
  }
  words_ = naming_.split(cleaned.front() == '@' ? cleaned.substr(1) : cleaned);
  if (words_.empty()) return {};
  words_at_first_ = words_.size();
  begins_small_ = is_small(words_.front().text.front());
  drop_project_name();
  const auto whole = [this] { return text({0, words_.size()}); };
  const auto good = [&] { return fits(whole()) && decent(whole()) && whole().size() > 1; };
  while (!good() && drop_noise()) {
  }
  if (good()) return whole();
  find_head();
  find_strongest();
  const std::string run = best_run();
  return run.empty() ? short_form() : run;
}

}  // namespace onereel::writing
