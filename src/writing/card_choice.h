#pragma once

// Which card stands at which gag: patterns filled from facts, and the gag's own lines.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "onereel/papers/pitches.h"
#include "onereel/papers/screenplay.h"
#include "onereel/writing/gag_library.h"
#include "wordbook.h"

namespace onereel::writing {

/// One card and where it goes among the gags of its act.
struct PlacedCard {
  Card card;
  std::string pattern;     ///< id of the pattern, or of the gag whose own line it is
  std::size_t before = 0;  ///< index of the gag it stands before; gags.size(): at the end
  double score = 0;
  bool has_number = false;
  bool has_name = false;
};

/// Chooses the cards of one film, one after the other, so that no shape and no first word comes
/// twice, and numbers, names and plain sentences alternate.
class CardChooser {
 public:
  CardChooser(const Pitches& pitches, const Wordbook& words, std::string language);

  /// Cards that may stand at the gags of an act, best first.
  /// @param played  gags of the acts before
  std::vector<PlacedCard> offers(int act, const std::vector<const Gag*>& gags,
                                 const std::vector<std::string>& played) const;
  /// Remembers that a card is in the film.
  void take(const PlacedCard& card);

  Card title_card() const;
  Card dialogue_card() const;
  Card end_card() const;
  Card nothing_there_card() const;

 private:
  void offer_patterns(int act, const std::vector<const Gag*>& gags,
                      const std::vector<std::string>& played,
                      std::vector<PlacedCard>& offers) const;
  void offer_own_lines(const std::vector<const Gag*>& gags, std::vector<PlacedCard>& offers) const;
  bool decent(const std::string& text) const;
  double score(const PlacedCard& card, bool claims_nothing) const;
  CardSlots slots_beside(const Gag& gag) const;
  std::string label(const std::string& identifier) const;
  std::string pattern_text(const std::string& id) const;

  const Pitches& pitches_;
  const Wordbook& words_;
  std::string language_;
  std::set<std::string> taken_patterns_;
  std::set<std::string> first_words_;
  int numbers_ = 0;
  int names_ = 0;
  int plain_ = 0;
};

}  // namespace onereel::writing
