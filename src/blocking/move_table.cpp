#include "move_table.h"

namespace onereel::blocking {

Error Play::error(std::string_view field, const std::string& what) const {
  const Document* node = cue.written->find(field);
  return at_line(node == nullptr ? *cue.written : *node, what);
}

Result<Who> Play::named(std::string_view field) const {
  const Document* node = cue.written->find(field);
  if (node == nullptr) {
    return at_line(*cue.written, cue.move + " needs " + std::string(field) + ":");
  }
  const auto found = scene.by_name.find(node->scalar);
  if (found != scene.by_name.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [name, known] : scene.by_name) names.push_back(name);
  return at_line(*node,
                 "nobody is called '" + node->scalar + "'" + instead_of(node->scalar, names));
}

Result<Prop*> Play::prop_in_play() const {
  if (cue.has("prop")) {
    TRY(const Who found, named("prop"));
    if (found.kind != Who::Kind::prop) return error("prop", "'prop' names one of the props");
    return &scene.props[static_cast<std::size_t>(found.index)];
  }
  Prop* held = nullptr;
  for (Prop& candidate : scene.props) {
    const PropFrame& frame = frame_at(candidate, span.start);
    const bool in_hand = frame.kind == PropFrame::Kind::hips || frame.kind == PropFrame::Kind::hand;
    if (!in_hand || !(frame.who == who)) continue;
    if (held != nullptr) return at_line(*cue.written, "he holds two things; say prop: which one");
    held = &candidate;
  }
  if (held == nullptr) {
    return at_line(*cue.written, "a grip needs a prop in his hand; say prop: which one, or held:");
  }
  return held;
}

std::vector<std::string_view> words_of(std::string_view spaced) {
  std::vector<std::string_view> words;
  while (!spaced.empty()) {
    const std::size_t space = spaced.find(' ');
    if (space != 0) words.push_back(spaced.substr(0, space));
    if (space == std::string_view::npos) break;
    spaced.remove_prefix(space + 1);
  }
  return words;
}

const std::vector<Move>& move_table() {
  static const std::vector<Move> table = [] {
    std::vector<Move> all;
    for (const auto& group :
         {body_moves(), travel_moves(), fall_moves(), hand_moves(), thing_moves(), stage_moves()}) {
      all.insert(all.end(), group.begin(), group.end());
    }
    return all;
  }();
  return table;
}

const Move* move_named(std::string_view name) {
  for (const Move& move : move_table()) {
    if (move.name == name) return &move;
  }
  return nullptr;
}

}  // namespace onereel::blocking
