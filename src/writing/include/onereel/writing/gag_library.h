#pragma once

// The written gags (data/gags, data/business): what each asks of the code, and how it is played.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "onereel/blocking/cue_sheet.h"
#include "onereel/papers/repo_facts.h"

namespace onereel::writing {

/// `earned_by`: what in a repository casts a gag. All patterns that are not empty must match.
struct EarnedBy {
  FactKind kind = FactKind::type;
  std::string name = {};     ///< RE2 pattern; empty: any
  std::string message = {};  ///< RE2 pattern
  std::string path = {};     ///< RE2 pattern
  double weight = 1;
  int least = 1;  ///< so many matches at least
};

/// What looks like a match and is none. One of the patterns is set.
struct FalseFriend {
  std::string name = {};
  std::string message = {};
  std::string path = {};
};

/// A text that the repository puts into the picture.
struct Slot {
  std::string from;  ///< "evidence.name", "evidence.number", "project.name", ...
  int letters_max = 14;
  std::string otherwise;  ///< true of any repository with this evidence
};

/// One gag, opening, ending, quiet moment or form of the Bug, as its file tells it. An opening or
/// ending of two variants is two of these.
struct Gag {
  std::string id;       ///< openings and endings: of the variant
  std::string role;     ///< gag, opening, ending, quiet, running_gag
  std::string kind;     ///< openings and endings: library, framework, ...
  std::string answers;  ///< endings: the opening it makes a pair with
  std::string family;
  std::string concept_name;
  std::string premise;
  std::vector<int> acts;  ///< 1..5
  std::vector<EarnedBy> earned_by;
  std::vector<FalseFriend> false_friends;
  std::map<std::string, Slot> slots;
  std::vector<std::string> props;
  std::vector<std::string> cast;
  std::string set;  ///< running gags: of the plant
  std::string mood;
  std::string tint;
  std::map<std::string, std::vector<std::string>> cards;  ///< language -> alternatives
  bool of_the_brief = false;  ///< one of the five that must keep their meaning
  bool ends_quietly = false;  ///< its last beat is a quiet one, with the Friend
  /// Blocking by part: "" for all but the Bug, which has plant, worse and button.
  std::map<std::string, blocking::CueSheet> sheets;
  std::string file;

  bool staged() const { return !sheets.empty(); }
};

/// All written gags, read and checked once. Const afterwards.
class GagLibrary {
 public:
  /// @error fix_input  names file, line and what would be right.
  static Result<GagLibrary> open(const std::string& data_folder);
  /// For tests and for gags from elsewhere.
  explicit GagLibrary(std::vector<Gag> gags) : gags_(std::move(gags)) {}

  /// In the order of the file names, gags first.
  const std::vector<Gag>& gags() const { return gags_; }
  const Gag* find(std::string_view id) const;
  /// The cue sheet of a scene: by id and part. nullptr: not yet staged.
  const blocking::CueSheet* sheet(std::string_view id, std::string_view part) const;

 private:
  std::vector<Gag> gags_;
};

/// Reads the text of one gag or business file. Openings and endings give one Gag a variant.
/// @param source  file name for messages; its stem must be the id.
/// @error fix_input  as open().
Result<std::vector<Gag>> read_gag(std::string_view yaml, const std::string& source);

}  // namespace onereel::writing
