#pragma once

// What a gag paints on its props: from its evidence, or its own words that are always true.

#include <map>
#include <string>
#include <vector>

#include "onereel/papers/repo_facts.h"
#include "onereel/writing/gag_library.h"
#include "wordbook.h"

namespace onereel::writing {

/// The milk: a can with a name, and the letter the Bug wears.
struct MilkName {
  std::string stem;
  std::string letter;
};
/// If one letter more makes the missing name a word, the can shows the name and the Bug wears that
/// letter; otherwise the can shows the name without its last letter, which the Bug wears.
MilkName milk_name(const std::string& name, const Lexicon& lexicon);

/// What of a fact can be painted on a thing: the identifier, the module's own name; messages have
/// none.
std::string painted_name(const Fact& fact);

class SlotFiller {
 public:
  SlotFiller(const RepoFacts& facts, const Wordbook& words);

  /// @param evidence  the facts the gag is cast on, best first
  /// @param matches   how many there are in all
  std::map<std::string, std::string> fill(const Gag& gag, const std::vector<const Fact*>& evidence,
                                          std::size_t matches) const;
  /// The label of an identifier on a plate of that many letters; may be empty.
  std::string label(const std::string& identifier, int letters_max) const;

 private:
  std::string value(const Slot& slot, const std::vector<const Fact*>& evidence,
                    std::size_t matches) const;
  std::string from_evidence(const Slot& slot, const std::vector<const Fact*>& evidence) const;
  std::string from_line(const std::string& source, const Fact& fact) const;
  std::string from_counts(const std::string& source) const;
  MilkName milk_of(const Fact& fact, int letters_max) const;

  const RepoFacts& facts_;
  const Wordbook& words_;
  Naming::Project project_;
};

}  // namespace onereel::writing
