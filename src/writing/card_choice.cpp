#include "card_choice.h"

#include <algorithm>

#include "onereel/base/dice.h"
#include "onereel/base/text.h"
#include "onereel/writing/write.h"
#include "phrases.h"

namespace onereel::writing {
namespace {

constexpr double own_line = 3.2;
constexpr double with_number = 3;
constexpr double with_name = 2.4;
constexpr double says_nothing_special = -1.5;
constexpr double same_sort_again = -1.5;
constexpr double of_the_family = 1.5;
constexpr int sign_letters = 14;
const Seconds title_with_tagline_most = Seconds::milliseconds(5000);

std::string first_word(const std::string& text) {
  return lower_ascii(text.substr(0, text.find(' ')));
}

// The tape of the end card: one line, and read within its seconds.
bool fits_the_tape(const std::string& line) {
  const Seconds most = Seconds::milliseconds(3700);
  Card card;
  card.kind = CardKind::end;
  card.text = {"The End"};
  card.code = line;
  return reading_time(card) <= most && line.find('\n') == std::string::npos;
}

bool contains(const std::vector<int>& acts, int act) {
  return acts.empty() || std::find(acts.begin(), acts.end(), act) != acts.end();
}

}  // namespace

CardChooser::CardChooser(const Pitches& pitches, const Wordbook& words, std::string language)
    : pitches_(pitches), words_(words), language_(std::move(language)) {}

std::string CardChooser::label(const std::string& identifier) const {
  return words_.naming.label(identifier, sign_letters, words_.lexicon,
                             {pitches_.project.name.text, {}});
}

bool CardChooser::decent(const std::string& text) const {
  if (words_.errands.must_not_say(pitches_.errand, text)) return false;
  if (language_ == "de") return !words_.lexicon.forbidden_in_german(text);
  static const Pattern word = known_pattern("[A-Za-z]+");
  const auto words = word.all_in(text, 40);
  return std::none_of(words.begin(), words.end(),
                      [&](const std::string& w) { return words_.lexicon.forbidden(w); });
}

double CardChooser::score(const PlacedCard& card, bool claims_nothing) const {
  double sum = 0;
  if (card.has_number) sum += with_number + (numbers_ > 0 ? same_sort_again : 0);
  if (card.has_name) sum += with_name + (names_ > 0 ? same_sort_again : 0);
  if (!card.has_number && !card.has_name && plain_ > 0) sum += same_sort_again;
  if (claims_nothing) sum += says_nothing_special;
  const auto chance = hash_text(card.pattern + card.card.text.front());
  return sum + fraction_of(mix(pitches_.seed ^ chance));
}

// What the evidence of the gag itself names: a type or a function that is painted in it.
CardSlots CardChooser::slots_beside(const Gag& gag) const {
  CardSlots slots{pitches_.card_slots, pitches_.card_evidence};
  const auto pitch = std::find_if(pitches_.pitches.begin(), pitches_.pitches.end(),
                                  [&](const Pitch& p) { return p.gag == gag.id; });
  if (pitch == pitches_.pitches.end() || pitch->evidence.empty()) return slots;
  static const Pattern type = known_pattern("^[A-Z][a-z0-9]+([A-Z][a-z0-9]*)+$");
  static const Pattern function = known_pattern("^[a-z]+(_[a-z0-9]+)+$");
  for (const auto& [name, slot] : gag.slots) {
    const auto painted = pitch->slots.find(name);
    if (painted == pitch->slots.end() || slot.from != "evidence.name") continue;
    const std::string& text = painted->second;
    if (pitch->evidence.front().text.find(text) == std::string::npos) continue;
    const char* what = type.found_in(text)       ? "type"
                       : function.found_in(text) ? "function"
                                                 : nullptr;
    if (what == nullptr) continue;
    slots.texts[what] = text;
    slots.evidence[what] = pitch->evidence.front();
  }
  return slots;
}

void CardChooser::offer_patterns(int act, const std::vector<const Gag*>& gags,
                                 const std::vector<std::string>& played,
                                 std::vector<PlacedCard>& offers) const {
  for (std::size_t k = 0; k < gags.size(); ++k) {
    const CardSlots slots = slots_beside(*gags[k]);
    CardPlace place{pitches_.errand, gags[k]->id, played};
    for (const CardPattern& pattern : words_.cards.patterns()) {
      const auto text = pattern.text.find(language_);
      const bool middle =
          pattern.place == "opener" || pattern.place == "straight" || pattern.place == "topper";
      if (!middle || text == pattern.text.end() || !contains(pattern.acts, act)) continue;
      if (!pattern.families.empty() && pattern.families.count(gags[k]->family) == 0) continue;
      if (pattern.place == "opener" && k != 0) continue;
      if (taken_patterns_.count(pattern.id) != 0) continue;
      if (!CardBook::holds(pattern, slots, place)) continue;
      const auto filled = CardBook::fill(text->second, slots, language_,
                                         [this](const std::string& name) { return label(name); });
      if (!filled || !decent(filled->text)) continue;
      PlacedCard card;
      card.card.text = {filled->text};
      card.card.evidence = filled->evidence;
      card.pattern = pattern.id;
      card.before = pattern.place == "topper" ? k + 1 : k;
      card.has_number = filled->has_number;
      card.has_name = filled->has_name;
      card.score =
          score(card, pattern.claims_nothing) + (pattern.families.empty() ? 0 : of_the_family);
      offers.push_back(std::move(card));
    }
  }
}

void CardChooser::offer_own_lines(const std::vector<const Gag*>& gags,
                                  std::vector<PlacedCard>& offers) const {
  for (std::size_t k = 0; k < gags.size(); ++k) {
    const auto lines = gags[k]->cards.find(language_);
    // Without evidence a piece may be shown, but it may not talk.
    const bool earned = std::any_of(pitches_.pitches.begin(), pitches_.pitches.end(),
                                    [&](const Pitch& pitch) { return pitch.gag == gags[k]->id; });
    if (!earned) continue;
    if (lines == gags[k]->cards.end() || taken_patterns_.count(gags[k]->id) != 0) continue;
    for (const std::string& line : lines->second) {
      if (!decent(line) || word_count(line) > card_words_aimed) continue;
      PlacedCard card;
      card.card.text = {line};
      card.pattern = gags[k]->id;
      card.before = k;
      card.score = score(card, false) + own_line;
      offers.push_back(std::move(card));
    }
  }
}

std::vector<PlacedCard> CardChooser::offers(int act, const std::vector<const Gag*>& gags,
                                            const std::vector<std::string>& played) const {
  std::vector<PlacedCard> all;
  offer_patterns(act, gags, played, all);
  offer_own_lines(gags, all);
  all.erase(std::remove_if(all.begin(), all.end(),
                           [this](const PlacedCard& card) {
                             return first_words_.count(first_word(card.card.text.front())) != 0;
                           }),
            all.end());
  std::stable_sort(all.begin(), all.end(),
                   [](const PlacedCard& a, const PlacedCard& b) { return a.score > b.score; });
  for (PlacedCard& card : all) card.card.footer = pitches_.project.name.text;
  return all;
}

void CardChooser::take(const PlacedCard& card) {
  taken_patterns_.insert(card.pattern);
  first_words_.insert(first_word(card.card.text.front()));
  numbers_ += card.has_number ? 1 : 0;
  names_ += card.has_name ? 1 : 0;
  plain_ += card.has_number || card.has_name ? 0 : 1;
}

std::string CardChooser::pattern_text(const std::string& id) const {
  for (const CardPattern& pattern : words_.cards.patterns()) {
    const auto text = pattern.text.find(language_);
    if (pattern.id == id && text != pattern.text.end()) return text->second;
  }
  return {};
}

Card CardChooser::title_card() const {
  Card card;
  card.kind = CardKind::title;
  card.text = {pitches_.project.name.text};
  card.over_line = "in";
  card.subtitle = language_ == "de" ? "»" + pitches_.title + "«" : pitches_.title;
  if (!pitches_.project.name.where.path.empty())
    card.evidence.push_back(pitches_.project.name.where);
  const auto tagline = pitches_.card_slots.find("tagline");
  if (tagline == pitches_.card_slots.end() || !decent(tagline->second)) return card;
  Card with = card;
  with.text.push_back(tagline->second);
  with.evidence.push_back(pitches_.card_evidence.at("tagline"));
  return reading_time(with) <= title_with_tagline_most ? with : card;
}

Card CardChooser::dialogue_card() const {
  Card card;
  card.kind = CardKind::dialogue;
  card.text = {pattern_text("i-machine")};
  card.footer = pitches_.project.name.text;
  return card;
}

// The install line, else how to run it, else the address alone.
Card CardChooser::end_card() const {
  const Project& project = pitches_.project;
  Card card;
  card.kind = CardKind::end;
  card.text = {language_ == "de" ? "Ende" : "The End"};
  const bool install_fits = !project.install.text.empty() && fits_the_tape(project.install.text);
  const Stated& line = install_fits ? project.install : project.run;
  if (fits_the_tape(line.text)) card.code = line.text;
  card.footer = project.homepage.text;
  card.subtitle = project.licence.text;
  if (card.code.empty() && card.footer.empty()) card.footer = project.name.text;
  for (const Stated* stated : {&line, &project.homepage, &project.licence}) {
    const bool known =
        stated->text.empty() || (stated == &line && card.code.empty()) ||
        std::find(card.evidence.begin(), card.evidence.end(), stated->where) != card.evidence.end();
    if (!known && !stated->where.path.empty()) card.evidence.push_back(stated->where);
  }
  return card;
}

Card CardChooser::nothing_there_card() const {
  Card card;
  card.text = {pattern_text("empty-lit")};
  card.footer = pitches_.project.name.text;
  return card;
}

}  // namespace onereel::writing
