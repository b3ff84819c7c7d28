// RepoFacts -> Pitches: what the code has earned, best first.

#include <algorithm>
#include <cmath>
#include <set>

#include "card_facts.h"
#include "onereel/base/dice.h"
#include "onereel/base/text.h"
#include "onereel/writing/write.h"
#include "pitching.h"
#include "project_kind.h"
#include "slot_filler.h"

namespace onereel::writing {
namespace {

constexpr std::size_t evidence_max = 3;
constexpr double family_liked = 2;
constexpr double gag_liked = 3;
constexpr double usual_commonness = 0.5;
// One of the five gags of the brief, on the very thing the brief names (a rule of weight 10).
constexpr double named_in_the_brief = 8;
constexpr double weight_of_the_named = 10;

class Pitcher {
 public:
  Pitcher(const RepoFacts& facts, const Wordbook& words, const Errand& errand)
      : facts_(facts), words_(words), errand_(errand), filler_(facts, words) {}

  std::optional<Pitch> pitch(const Earned& earned) const {
    const auto evidence = best_evidence(earned);
    // A form of the Bug may play anywhere; what lets it do so is no evidence.
    const bool anywhere =
        earned.gag->role == "running_gag" && !evidence.empty() && evidence.front()->weight <= 1;
    if (evidence.empty() || anywhere) return {};
    Pitch made;
    made.gag = earned.gag->id;
    made.family = earned.gag->family;
    made.staged = earned.gag->staged();
    std::vector<const Fact*> shown;
    for (const Match* match : evidence) {
      shown.push_back(match->fact);
      made.evidence.push_back(match->fact->where);
    }
    made.slots = filler_.fill(*earned.gag, shown, outside_tests(earned));
    made.score = score(earned, evidence);
    return made;
  }

 private:
  static std::size_t outside_tests(const Earned& earned) {
    std::set<std::pair<std::string, int>> places;
    for (const Match& match : earned.matches) {
      if (!match.fact->in_tests) places.insert({match.fact->where.path, match.fact->where.line});
    }
    return std::max<std::size_t>(places.size(), 1);
  }

  // How much one match says: public, central, a name that can be painted.
  double worth(const Match& match) const {
    const Fact& fact = *match.fact;
    double worth = match.weight;
    if (!fact.is_public) worth *= 0.85;
    const auto depth = std::count(fact.where.path.begin(), fact.where.path.end(), '/');
    worth *= 1.06 - 0.02 * static_cast<double>(std::min<std::ptrdiff_t>(depth, 6));
    const bool in_readme =
        fact.name.size() >= 4 && facts_.readme.find(fact.name) != std::string::npos;
    if (in_readme) worth *= 1.2;
    if (fact.kind == FactKind::message && fact.is_public) worth += 1;
    const std::string name = painted_name(fact);
    if (!name.empty() && !filler_.label(name, 14).empty()) worth += 1;
    // One letter short of a word: the joke of the milk in its purest form.
    const bool one_letter_short = fact.kind == FactKind::import_missing &&
                                  !words_.lexicon.letters_that_complete(name).empty();
    if (one_letter_short) worth += 3;
    constexpr std::size_t says_something = 24;
    if (fact.where.text.size() < says_something && fact.kind == FactKind::error_raised) worth -= 1;
    double gold = 0;
    for (const NameWord& word : words_.naming.split(fact.name)) {
      gold = std::max(gold, words_.lexicon.weight(word.text));
    }
    return worth + 0.2 * gold;
  }

  bool may_be_shown(const Fact& fact) const {
    if (fact.where.path.empty() || fact.where.line < 1) return false;
    if (trimmed(fact.where.text).empty()) return false;  // an empty line shows nothing
    return !words_.lexicon.names_a_person(fact.where.text);
  }

  // The best line first, then others that say something else.
  std::vector<const Match*> best_evidence(const Earned& earned) const {
    std::vector<std::pair<double, const Match*>> ranked;
    for (const Match& match : earned.matches) ranked.emplace_back(worth(match), &match);
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<const Match*> best;
    std::set<std::string> names;
    std::set<std::pair<std::string, int>> places;
    for (const auto& [value, match] : ranked) {
      if (best.size() == evidence_max) break;
      const Fact& fact = *match->fact;
      if (!best.empty() && value < 0.5 * ranked.front().first) break;
      if (!best.empty() && fact.in_tests) continue;
      if (!may_be_shown(fact) || names.count(fact.name + fact.message) != 0 ||
          places.count({fact.where.path, fact.where.line}) != 0) {
        continue;
      }
      names.insert(fact.name + fact.message);
      places.insert({fact.where.path, fact.where.line});
      best.push_back(match);
    }
    return best;
  }

  double score(const Earned& earned, const std::vector<const Match*>& evidence) const {
    double sum = worth(*evidence.front());
    if (evidence.size() > 1) sum += 0.25 * worth(*evidence[1]);
    if (evidence.size() > 2) sum += 0.12 * worth(*evidence[2]);
    sum += 0.5 * std::log2(static_cast<double>(outside_tests(earned)));
    const auto common = words_.commonness.find(earned.gag->id);
    const double share = common == words_.commonness.end() ? usual_commonness : common->second;
    sum *= 1.35 - 0.7 * share;
    const bool named =
        std::any_of(earned.matches.begin(), earned.matches.end(),
                    [](const Match& m) { return m.strong && m.weight >= weight_of_the_named; });
    if (earned.gag->of_the_brief && named) sum += named_in_the_brief;
    if (errand_.liked_families.count(earned.gag->family) != 0) sum += family_liked;
    if (errand_.liked_gags.count(earned.gag->id) != 0) sum += gag_liked;
    return sum;
  }

  const RepoFacts& facts_;
  const Wordbook& words_;
  const Errand& errand_;
  SlotFiller filler_;
};

// Two decimals: a paper must be the same bytes whatever the last bit of a logarithm.
double rounded(double score) {
  return std::round(score * 100) / 100;
}

}  // namespace

Pitches pitch_with(const RepoFacts& facts, const Rulebook& rules, const Wordbook& words,
                   const Commission& commission) {
  Pitches pitches;
  pitches.project = facts.project;
  pitches.empty_repository = facts.empty;
  pitches.seed = commission.seed.value_or(hash_text(facts.project.name.text));
  const Errand& errand = words.errands.of(facts);
  const std::string& language = commission.language;
  const auto earned = rules.earned(facts);
  pitches.errand = errand.id;
  pitches.kind = project_kind(facts, errand.id, earned);
  CardSlots slots = card_slots(facts, errand, words.errands, words.lexicon, language);
  pitches.title = film_title(facts, errand, words, slots, pitches.seed, language);
  slots.texts["title"] = pitches.title;
  slots.evidence["title"] = facts.project.name.where;
  pitches.card_slots = slots.texts;
  pitches.card_evidence = slots.evidence;
  const Pitcher pitcher(facts, words, errand);
  for (const Earned& one : earned) {
    if (one.gag->role == "opening" || one.gag->role == "ending") continue;
    auto made = pitcher.pitch(one);
    if (!made) continue;
    made->score = rounded(made->score);
    pitches.pitches.push_back(*std::move(made));
  }
  std::stable_sort(pitches.pitches.begin(), pitches.pitches.end(),
                   [](const Pitch& a, const Pitch& b) {
                     return a.score != b.score ? a.score > b.score : a.gag < b.gag;
                   });
  return pitches;
}

Result<Pitches> pitch(const RepoFacts& facts, const GagLibrary& library,
                      const std::string& data_folder, const Commission& commission) {
  if (commission.language != "en" && commission.language != "de") {
    return fix_input("the cards are written in English and German: language en or de");
  }
  TRY(const Wordbook words, Wordbook::open(data_folder));
  TRY(const Rulebook rules, Rulebook::compile(library));
  return pitch_with(facts, rules, words, commission);
}

}  // namespace onereel::writing
