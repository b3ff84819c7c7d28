#pragma once

// A cue sheet as typed values: what read_cue_sheet() has checked and resolve() plays.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "channel.h"
#include "onereel/base/document.h"
#include "onereel/base/result.h"

namespace onereel::blocking {

/// One cue. Fields that only some moves read are taken from `written`.
struct Cue {
  const Document* written = nullptr;
  std::string id;
  std::vector<std::string> who;
  std::string move;
  std::string beat;
  std::string impact;
  std::string optional_unit;  ///< empty: always plays. Cues of one unit are left out together

  double number(std::string_view field, double otherwise) const {
    return written->number_or(field, otherwise);
  }
  std::string text(std::string_view field, std::string_view otherwise = {}) const {
    return written->text_or(field, otherwise);
  }
  bool has(std::string_view field) const { return written->find(field) != nullptr; }
};

/// When a cue plays relative to another: "take+8", "a1.end", 12.
struct Moment {
  enum class From : unsigned char { film, hit, start, end };
  From from = From::film;
  std::string cue;
  int plus = 0;
};
Result<Moment> read_moment(const Document& written);

/// A move of the gag's own, as channel keys.
struct OwnMove {
  int anticipation = 0;
  int action = 0;
  int settle = 0;
  struct Key {
    double pose;
    Ease ease;
    const Document* pose_fields;
  };
  std::vector<Key> keys;
  std::vector<std::pair<double, const Document*>> swaps;
};

struct Sheet {
  std::string name;
  const Document* written = nullptr;
  std::map<std::string, const Document*> cast;  ///< id -> entry
  std::map<std::string, const Document*> props;
  std::vector<std::string> cast_order;
  std::vector<std::string> prop_order;
  std::map<std::string, const Document*> poses;
  std::map<std::string, OwnMove> moves;
  std::vector<Cue> cues;
  std::vector<std::string> optional_units;  ///< in their order

  bool knows(const std::string& who) const {
    return who == "set" || cast.count(who) != 0 || props.count(who) != 0;
  }
};

/// @param blocking must outlive the sheet.
Result<Sheet> read_sheet(const std::string& name, const Document& blocking);

/// An error at `node`: "gag.yaml:12: what".
Error at_line(const Document& node, const std::string& what);
/// "; did you mean 'x'?" or a list of what there is.
std::string instead_of(std::string_view word, const std::vector<std::string>& known);

}  // namespace onereel::blocking
