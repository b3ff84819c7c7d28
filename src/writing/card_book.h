#pragma once

// The card patterns of data/writing/cards.yaml: when one may be used, and how it is filled.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "onereel/papers/repo_facts.h"

namespace onereel::writing {

/// What cards may say, by slot, each with its place in the repository.
struct CardSlots {
  std::map<std::string, std::string> texts;
  std::map<std::string, Evidence> evidence;

  const std::string* find(const std::string& slot) const {
    const auto found = texts.find(slot);
    return found == texts.end() ? nullptr : &found->second;
  }
};

/// Where a card would stand.
struct CardPlace {
  std::string errand;
  std::string beside;               ///< gag it stands at; may be empty
  std::vector<std::string> before;  ///< gags that have been played
};

/// One term of `if`; all must hold.
struct CardTerm {
  enum class Kind : unsigned char { always, has, has_not, compare, is, beside, after };
  Kind kind = Kind::always;
  std::string slot;
  std::string relation;  ///< >= <= == < >
  double number = 0;
  std::vector<std::string> words;
};

struct CardPattern {
  std::string id;
  std::string place;  ///< title, opener, straight, topper, end
  std::vector<int> acts;
  std::set<std::string> families;  ///< empty: any
  std::vector<CardTerm> terms;
  std::map<std::string, std::string> text;  ///< by language
  bool claims_nothing = false;              ///< no slot in it and `if: always`
};

/// A filled card.
struct CardText {
  std::string id;
  std::string text;
  std::vector<Evidence> evidence;
  bool has_number = false;
  bool has_name = false;
};

class CardBook {
 public:
  /// @error fix_input  file, line and mend.
  static Result<CardBook> read(const Document& cards);

  const std::vector<CardPattern>& patterns() const { return patterns_; }
  static bool holds(const CardPattern& pattern, const CardSlots& slots, const CardPlace& place);

  using Shorten = std::function<std::string(const std::string& identifier)>;
  /// `text` with its {slot|filter} filled; nothing if one cannot be, or if the card grows too long.
  static std::optional<CardText> fill(const std::string& text, const CardSlots& slots,
                                      const std::string& language, const Shorten& shorten);

 private:
  std::vector<CardPattern> patterns_;
};

inline constexpr std::size_t card_words_aimed = 8;
inline constexpr std::size_t card_letters_max = 60;

}  // namespace onereel::writing
