// screenplay.yaml, read strictly: file, line and mend for whatever is wrong.

#include <fmt/format.h>

#include <charconv>

#include "gag_words.h"
#include "onereel/papers/paper_json.h"
#include "onereel/writing/write.h"
#include "screenplay_words.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

constexpr double seconds_max = 600;
constexpr std::size_t shots_max = 400;
constexpr std::size_t text_letters_max = 2000;

Result<std::string> optional_text(const Document& node, const char* field) {
  const Document* found = node.find(field);
  if (found == nullptr || found->is_null()) return std::string();
  TRY(std::string text, found->text());
  if (text.size() > text_letters_max) return found->error("this text is far too long");
  return text;
}

Result<std::optional<Seconds>> optional_seconds(const Document& node, double least, double most) {
  const Document* found = node.find("seconds");
  if (found == nullptr) return std::optional<Seconds>();
  TRY(const double seconds, number_of(node, "seconds", least, most));
  return std::optional(seconds_from_decimal(seconds));
}

Result<bool> optional_flag(const Document& node, const char* field) {
  const Document* found = node.find(field);
  if (found == nullptr) return false;
  return found->boolean();
}

Result<std::vector<Evidence>> read_evidence(const Document& node) {
  std::vector<Evidence> lines;
  if (node.find("evidence") == nullptr) return lines;
  TRY(const Document* list, list_of(node, "evidence"));
  for (const Document& item : list->items) {
    TRY_DO(item.only({"path", "line", "text"}));
    Evidence evidence;
    TRY(evidence.path, text_of(item, "path"));
    TRY(const double line, number_of(item, "line", 1, 1e8));
    evidence.line = static_cast<int>(line);
    TRY(evidence.text, optional_text(item, "text"));
    lines.push_back(std::move(evidence));
  }
  return lines;
}

Result<Card> read_card(const Document& node) {
  TRY_DO(node.only(
      {"kind", "text", "over_line", "subtitle", "code", "footer", "seconds", "evidence"}));
  Card card;
  TRY(const std::string kind, text_of(node, "kind"));
  const auto known = card_kind_from(kind);
  if (!known) return node.find("kind")->error("title, dialogue, expository or end is wanted");
  card.kind = *known;
  const Document* text = node.find("text");
  if (text != nullptr && text->is_scalar()) {
    card.text = {text->scalar};
  } else {
    TRY(card.text, texts_of(node, "text"));
  }
  TRY(card.over_line, optional_text(node, "over_line"));
  TRY(card.subtitle, optional_text(node, "subtitle"));
  TRY(card.code, optional_text(node, "code"));
  TRY(card.footer, optional_text(node, "footer"));
  TRY(card.hold, optional_seconds(node, 1.5, 12));
  TRY(card.evidence, read_evidence(node));
  return card;
}

Result<> one_of(const Document& node, const char* field, const std::string& word,
                const std::vector<std::string_view>& words) {
  if (word.empty()) return {};
  for (const std::string_view known : words) {
    if (known == word) return {};
  }
  return node.find(field)->error(
      fmt::format("'{}' is no {}; known are {}", word, field, fmt::join(words, ", ")));
}

Result<Scene> read_scene(const Document& node, SceneKind kind) {
  const std::string what(word_of(kind));
  TRY_DO(node.only({what, "part", "premise", "labels", "mood", "tint", "seconds", "iris_in",
                    "iris_out", "evidence"}));
  Scene scene;
  scene.kind = kind;
  TRY(scene.id, text_of(node, what.c_str()));
  TRY(scene.part, optional_text(node, "part"));
  if (kind == SceneKind::running_gag && scene.part.empty()) {
    return node.error("a running gag says its part: plant, worse or button");
  }
  TRY_DO(one_of(node, "part", scene.part, {"plant", "worse", "button"}));
  TRY(scene.premise, optional_text(node, "premise"));
  if (node.find("labels") != nullptr) {
    TRY(const Document* labels, map_of(node, "labels"));
    for (const auto& [slot, value] : labels->entries) {
      TRY(scene.slots[slot], optional_text(*labels, slot.c_str()));
    }
  }
  TRY(scene.mood, optional_text(node, "mood"));
  TRY_DO(one_of(node, "mood", scene.mood, moods()));
  TRY(scene.tint, optional_text(node, "tint"));
  TRY_DO(one_of(node, "tint", scene.tint, tints()));
  TRY(scene.length, optional_seconds(node, 1.5, 12));
  TRY(scene.iris_in, optional_flag(node, "iris_in"));
  TRY(scene.iris_out, optional_flag(node, "iris_out"));
  TRY(scene.evidence, read_evidence(node));
  return scene;
}

Result<Entry> read_entry(const Document& node) {
  if (!node.is_map()) return node.error("a shot is a map: gag: ID, or card: {kind: .., text: ..}");
  Entry entry;
  if (const Document* card = node.find("card")) {
    TRY_DO(node.only({"card"}));
    TRY(entry.card, read_card(*card));
    return entry;
  }
  for (const SceneKind kind :
       {SceneKind::gag, SceneKind::running_gag, SceneKind::business, SceneKind::quiet}) {
    if (node.find(word_of(kind)) == nullptr) continue;
    TRY(entry.scene, read_scene(node, kind));
    return entry;
  }
  std::vector<std::string_view> keys;
  for (const auto& [key, value] : node.entries) keys.push_back(key);
  return node.error(fmt::format(
      "a shot names a gag, running_gag, business or quiet, or is a card; this one has only '{}'",
      fmt::join(keys, ", ")));
}

Result<Act> read_act(const Document& node, std::size_t& shots) {
  TRY_DO(node.only({"act", "seconds", "shots"}));
  Act act;
  TRY(act.name, text_of(node, "act"));
  TRY(const double seconds, number_of(node, "seconds", 1.5, seconds_max));
  act.length = seconds_from_decimal(seconds);
  TRY(const Document* list, list_of(node, "shots"));
  for (const Document& item : list->items) {
    if (++shots > shots_max) return item.error("more shots than any film has");
    TRY(Entry entry, read_entry(item));
    act.entries.push_back(std::move(entry));
  }
  if (act.entries.empty()) return list->error("an act without a shot; take the act out");
  return act;
}

Result<std::uint64_t> read_seed(const Document& root) {
  TRY(const std::string text, text_of(root, "seed"));
  std::uint64_t seed = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, seed);
  if (parsed.ec != std::errc() || parsed.ptr != end) {
    return root.find("seed")->error("a whole number from 0 is wanted");
  }
  return seed;
}

}  // namespace

Result<Screenplay> screenplay_from_yaml(std::string_view yaml, const std::string& source) {
  TRY(const Document root, read_yaml(yaml, source));
  TRY_DO(root.only(
      {"onereel_screenplay", "project", "title", "kind", "errand", "language", "seed", "acts"}));
  TRY(const std::string version, text_of(root, "onereel_screenplay"));
  if (version != "1") return root.error("this program reads onereel_screenplay: 1");
  Screenplay screenplay;
  TRY(screenplay.project, optional_text(root, "project"));
  TRY(screenplay.title, optional_text(root, "title"));
  TRY(screenplay.kind, optional_text(root, "kind"));
  TRY(screenplay.errand, optional_text(root, "errand"));
  TRY(screenplay.language, text_of(root, "language"));
  TRY_DO(one_of(root, "language", screenplay.language, {"en", "de"}));
  TRY(screenplay.seed, read_seed(root));
  TRY(const Document* acts, list_of(root, "acts"));
  std::size_t shots = 0;
  for (const Document& node : acts->items) {
    TRY(Act act, read_act(node, shots));
    screenplay.acts.push_back(std::move(act));
  }
  if (screenplay.acts.empty()) return acts->error("at least one act is wanted");
  return screenplay;
}

}  // namespace onereel::writing
