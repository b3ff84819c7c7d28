// screenplay.yaml, written for a person who edits it.

#include <fmt/format.h>

#include "onereel/papers/paper_json.h"
#include "onereel/writing/write.h"
#include "screenplay_words.h"

namespace onereel::writing {
namespace {

constexpr int decimals_max = 10;

bool reads_as_number(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.+-eE_") == std::string::npos;
}

// Texts that look like numbers are quoted, so that other readers of YAML keep them as texts.
Document text(const std::string& value) {
  return scalar_node(value, reads_as_number(value));
}

Document number(const std::string& value) {
  return scalar_node(value);
}

using Entries = std::vector<std::pair<std::string, Document>>;

void add_text(Entries& entries, const char* key, const std::string& value) {
  if (!value.empty()) entries.emplace_back(key, text(value));
}

void add_evidence(Entries& entries, const std::vector<Evidence>& lines) {
  if (lines.empty()) return;
  std::vector<Document> items;
  for (const Evidence& line : lines) {
    items.push_back(map_node({{"path", text(line.path)},
                              {"line", number(std::to_string(line.line))},
                              {"text", text(line.text)}}));
  }
  entries.emplace_back("evidence", list_node(std::move(items)));
}

Document card_node(const Card& card) {
  Entries entries = {{"kind", text(std::string(word_of(card.kind)))}};
  std::vector<Document> paragraphs;
  for (const std::string& paragraph : card.text) paragraphs.push_back(text(paragraph));
  entries.emplace_back("text", list_node(std::move(paragraphs)));
  add_text(entries, "over_line", card.over_line);
  add_text(entries, "subtitle", card.subtitle);
  add_text(entries, "code", card.code);
  add_text(entries, "footer", card.footer);
  if (card.hold) entries.emplace_back("seconds", number(seconds_text(*card.hold)));
  add_evidence(entries, card.evidence);
  return map_node({{"card", map_node(std::move(entries))}});
}

Document scene_node(const Scene& scene) {
  Entries entries = {{std::string(word_of(scene.kind)), text(scene.id)}};
  add_text(entries, "part", scene.part);
  add_text(entries, "premise", scene.premise);
  if (!scene.slots.empty()) {
    Entries labels;
    for (const auto& [slot, value] : scene.slots) labels.emplace_back(slot, text(value));
    entries.emplace_back("labels", map_node(std::move(labels)));
  }
  add_text(entries, "mood", scene.mood);
  add_text(entries, "tint", scene.tint);
  if (scene.length) entries.emplace_back("seconds", number(seconds_text(*scene.length)));
  if (scene.iris_in) entries.emplace_back("iris_in", scalar_node("true"));
  if (scene.iris_out) entries.emplace_back("iris_out", scalar_node("true"));
  add_evidence(entries, scene.evidence);
  return map_node(std::move(entries));
}

constexpr std::string_view header =
    "# The screenplay of a one-reel comedy. Edit it and run onereel again: only what changed is "
    "drawn anew.\n"
    "#\n"
    "# You may change the order of shots, take shots out, put others in, and change any text, "
    "label, mood or\n"
    "# tint. A shot names its `gag` (onereel gags lists them), its `running_gag` and `part`, its "
    "`business`\n"
    "# (opening or ending), its `quiet` moment, or it is a `card` with kind and text. What "
    "`seconds` does not\n"
    "# say is settled by the seconds of the act: optional cues are left out, last poses are held. "
    "A card of\n"
    "# eight words is read with ease; one of twelve is refused. `evidence` is checked when the "
    "film is cut:\n"
    "# a gag must show one to three lines of the repository. docs/screenplay.md tells the "
    "rest.\n\n";

}  // namespace

std::string seconds_text(Seconds time) {
  const double value = time.approximate();
  for (int decimals = 0; decimals < decimals_max; ++decimals) {
    const std::string text = fmt::format("{:.{}f}", value, decimals);
    if (seconds_from_decimal(std::stod(text)) == time) return text;
  }
  return fmt::format("{:.{}f}", value, decimals_max);
}

Seconds seconds_from_decimal(double seconds) {
  const double ticks = seconds * static_cast<double>(Seconds::ticks_per_second);
  return Seconds::ticks(static_cast<std::int64_t>(ticks + (ticks < 0 ? -0.5 : 0.5)));
}

std::string screenplay_to_yaml(const Screenplay& screenplay) {
  std::vector<Document> acts;
  for (const Act& act : screenplay.acts) {
    std::vector<Document> shots;
    for (const Entry& entry : act.entries) {
      shots.push_back(entry.card ? card_node(*entry.card) : scene_node(*entry.scene));
    }
    acts.push_back(map_node({{"act", text(act.name)},
                             {"seconds", number(seconds_text(act.length))},
                             {"shots", list_node(std::move(shots))}}));
  }
  const Document root = map_node({{"onereel_screenplay", number("1")},
                                  {"project", text(screenplay.project)},
                                  {"title", text(screenplay.title)},
                                  {"kind", text(screenplay.kind)},
                                  {"errand", text(screenplay.errand)},
                                  {"language", text(screenplay.language)},
                                  {"seed", number(std::to_string(screenplay.seed))},
                                  {"acts", list_node(std::move(acts))}});
  return std::string(header) + write_yaml(root);
}

}  // namespace onereel::writing
