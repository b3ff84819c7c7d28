#pragma once

// The written gags (data/gags, data/business): what each asks of the code, and how it is played.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "onereel/blocking/cue_sheet.h"
#include "onereel/papers/repo_facts.h"

namespace onereel::writing {

/// `earned_by`: what in a repository casts a gag.
struct EarnedBy {
  FactKind kind = FactKind::type;
  std::string name = {};     ///< RE2 pattern; empty: any
  std::string message = {};  ///< RE2 pattern
  std::string path = {};     ///< RE2 pattern
  double weight = 1;
  int least = 1;             ///< so many matches at least
};

struct Slot {
  std::string from;        ///< "evidence.name", "evidence.number", "project.name", ...
  int letters_max = 14;
  std::string otherwise;   ///< true of any repository with this evidence
};

/// One gag, opening, ending, quiet moment or form of the Bug, as its file tells it.
struct Gag {
  std::string id;
  std::string role;     ///< gag, opening, ending, quiet, running_gag
  std::string kind;     ///< openings and endings: library, framework, ...
  std::string family;
  std::string concept_name;
  std::string premise;
  std::vector<int> acts;             ///< 1..5
  std::vector<EarnedBy> earned_by;
  std::vector<Document> false_friends;
  std::map<std::string, Slot> slots;
  std::vector<std::string> props;
  std::vector<std::string> cast;
  std::string set;
  std::string mood;
  std::string tint;
  std::map<std::string, std::vector<std::string>> cards;  ///< language -> alternatives
  bool of_the_brief = false;  ///< one of the five that must keep their meaning
  /// Blocking by part: "" for gags; plant, worse, button for the Bug; variant id for business.
  std::map<std::string, blocking::CueSheet> sheets;
  std::string file;
};

/// All written gags, read and checked once. Const afterwards.
class GagLibrary {
 public:
  /// @error fix_input  names file, line and what would be right.
  static Result<GagLibrary> open(const std::string& data_folder);

  const std::vector<Gag>& gags() const { return gags_; }
  const Gag* find(std::string_view id) const;
  /// The cue sheet of a scene: by gag id and part. nullptr: not yet staged.
  const blocking::CueSheet* sheet(std::string_view id, std::string_view part) const;

 private:
  std::vector<Gag> gags_;
};

}  // namespace onereel::writing
