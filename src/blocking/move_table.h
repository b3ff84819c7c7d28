#pragma once

// All moves of the program: their lengths, who can do them, the fields they read.

#include <string>
#include <string_view>
#include <vector>

#include "scene.h"
#include "sheet.h"

namespace onereel::blocking {

struct CueSpan {
  int start = 0;
  int hit = 0;
  int end = 0;
  int anticipation = 0;
  int action = 0;
  int hold = 0;
  int settle = 0;
  bool played = true;
};

/// What a move needs to write its keys.
struct Play {
  Scene& scene;
  const Sheet& sheet;
  const Cue& cue;
  CueSpan span;
  Who who;
  const std::map<std::string, CueSpan>& times;
  const std::map<std::string, std::string>& slots;
  std::uint64_t seed = 0;

  Figure& figure() const { return scene.figures[static_cast<std::size_t>(who.index)]; }
  Prop& prop() const { return scene.props[static_cast<std::size_t>(who.index)]; }
  Error error(const std::string& what) const { return at_line(*cue.written, what); }
  Error error(std::string_view field, const std::string& what) const;
  /// The performer named by a field; none if the field is not there.
  Result<Who> named(std::string_view field) const;
  /// The prop of `prop:`, or the one this figure holds.
  Result<Prop*> prop_in_play() const;
};

struct Move {
  std::string_view name;
  int anticipation;
  int action;
  int settle;
  std::string_view who;     ///< letters of: f figure, p prop, s set
  std::string_view fields;  ///< words besides the common ones, separated by spaces
  Result<> (*play)(const Play&);
};

/// Fields every cue may have.
inline constexpr std::string_view common_fields =
    "id who do at for how hold lead ease settle beat optional impact times";

const std::vector<Move>& move_table();
const Move* move_named(std::string_view name);
std::vector<std::string_view> words_of(std::string_view spaced);

std::vector<Move> body_moves();
std::vector<Move> travel_moves();
std::vector<Move> fall_moves();
std::vector<Move> hand_moves();
std::vector<Move> thing_moves();
std::vector<Move> stage_moves();

}  // namespace onereel::blocking
