#pragma once

// What the writers' room proposes: gags that the code has earned, best first.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "onereel/papers/repo_facts.h"

namespace onereel {

struct Pitch {
  std::string gag;  ///< id of a gag in data/gags
  std::string family;
  double score = 0;                          ///< higher is better earned
  std::vector<Evidence> evidence;            ///< one to three
  std::map<std::string, std::string> slots;  ///< slot -> text, each true of this repository
  bool staged = false;                       ///< has blocking; only staged gags are cast
  bool operator==(const Pitch&) const = default;
};

struct Pitches {
  Project project;
  std::string kind;    ///< library, framework, command-line, application, ..., empty-repository
  std::string errand;  ///< id in errands.yaml
  std::string title;   ///< of the film: "Many Happy Returns"
  std::uint64_t seed = 0;
  std::map<std::string, std::string> card_slots;  ///< what card texts may use: errors -> "13"
  std::map<std::string, Evidence> card_evidence;  ///< where each of them stands
  std::vector<Pitch> pitches;                     ///< best first
  bool empty_repository = false;
  bool operator==(const Pitches&) const = default;
};

}  // namespace onereel
