// A gag file, checked field by field: whoever writes one is told file, line and mend.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include "gag_words.h"
#include "onereel/papers/paper_json.h"
#include "onereel/writing/gag_library.h"
#include "pattern.h"
#include "strict_fields.h"

namespace onereel::writing {
namespace {

constexpr double weight_max = 12;
constexpr int letters_most = 60;
constexpr std::size_t card_words_max = 12;

const std::vector<std::string_view> shared_fields = {
    "id",   "family", "concept", "earned_by",    "false_friends", "slots",    "act",
    "role", "kind",   "avoid",   "of_the_brief", "ends_quietly",  "variants", "premise"};
const std::vector<std::string_view> scene_fields = {
    "premise", "reads_as", "set",  "cast",         "props",  "mood",   "tint", "seconds",
    "beats",   "card",     "paid", "needs_two_of", "remedy", "plants", "pays", "blocking"};

Result<> one_of(const Document& value, const std::vector<std::string_view>& words) {
  TRY(const std::string word, value.text());
  if (std::find(words.begin(), words.end(), word) != words.end()) return {};
  const std::string near = nearest(word, words);
  return value.error(fmt::format("'{}' is none of {}{}", word, fmt::join(words, ", "),
                                 near.empty() ? "" : "; did you mean '" + near + "'?"));
}

Result<EarnedBy> read_rule(const Document& node) {
  TRY_DO(node.only({"kind", "name", "message", "path", "weight", "min"}));
  EarnedBy rule;
  TRY(const std::string kind, text_of(node, "kind"));
  const auto known = fact_kind_from(kind);
  if (!known) return node.error(known.error().what);
  rule.kind = *known;
  for (auto [field, into] :
       {std::pair{"name", &rule.name}, {"message", &rule.message}, {"path", &rule.path}}) {
    const Document* pattern = node.find(field);
    if (pattern == nullptr) continue;
    TRY_DO(Pattern::compile(*pattern));
    *into = pattern->scalar;
  }
  TRY(rule.weight, number_of(node, "weight", 0.5, weight_max));
  if (const Document* least = node.find("min")) {
    TRY(const std::int64_t count, least->integer());
    rule.least = static_cast<int>(std::clamp<std::int64_t>(count, 1, 1'000'000));
  }
  return rule;
}

Result<std::vector<EarnedBy>> read_rules(const Document& gag) {
  TRY(const Document* list, list_of(gag, "earned_by"));
  if (list->items.empty()) return list->error("a gag must be earned by something");
  std::vector<EarnedBy> rules;
  for (const Document& item : list->items) {
    TRY(EarnedBy rule, read_rule(item));
    rules.push_back(std::move(rule));
  }
  return rules;
}

Result<std::vector<FalseFriend>> read_false_friends(const Document& gag) {
  TRY(const Document* list, list_of(gag, "false_friends"));
  std::vector<FalseFriend> friends;
  for (const Document& item : list->items) {
    if (item.is_scalar()) continue;  // a sentence for people
    TRY_DO(item.only({"name", "message", "path", "why"}));
    FalseFriend made{item.text_or("name", ""), item.text_or("message", ""),
                     item.text_or("path", "")};
    for (const char* field : {"name", "message", "path"}) {
      if (const Document* pattern = item.find(field)) TRY_DO(Pattern::compile(*pattern));
    }
    if (made.name.empty() && made.message.empty() && made.path.empty()) {
      return item.error("a false friend needs name, message or path, or is a sentence");
    }
    friends.push_back(std::move(made));
  }
  return friends;
}

Result<std::map<std::string, Slot>> read_slots(const Document& gag) {
  TRY(const Document* map, map_of(gag, "slots"));
  std::map<std::string, Slot> slots;
  for (const auto& [name, node] : map->entries) {
    TRY_DO(node.only({"from", "max", "else"}));
    Slot slot;
    TRY(slot.from, text_of(node, "from"));
    TRY_DO(one_of(*node.find("from"), slot_sources()));
    TRY(const double most, number_of(node, "max", 1, letters_most));
    slot.letters_max = static_cast<int>(most);
    TRY(slot.otherwise, text_of(node, "else"));
    slots[name] = std::move(slot);
  }
  return slots;
}

Result<std::vector<int>> read_acts(const Document& gag) {
  static const std::vector<std::string_view> numerals = {"I", "II", "III", "IV", "V", "button"};
  TRY(const Document* list, list_of(gag, "act"));
  std::vector<int> acts;
  for (const Document& item : list->items) {
    TRY_DO(one_of(item, numerals));
    const auto at = std::find(numerals.begin(), numerals.end(), item.scalar) - numerals.begin();
    if (at < 5) acts.push_back(static_cast<int>(at) + 1);
  }
  if (acts.empty()) return list->error("at least one act of I II III IV V is wanted");
  return acts;
}

Result<> check_beat_list(const Document& list) {
  double shares = 0;
  for (const Document& beat : list.items) {
    TRY_DO(beat.only({"beat", "share", "action", "bigger", "impact"}));
    TRY(const std::string action, text_of(beat, "action"));
    const Document* word = beat.find("beat");
    if (word == nullptr) return beat.error("the field 'beat' is missing");
    TRY_DO(one_of(*word, {"plant", "try", "turn", "reaction", "hold"}));
    TRY(const double share, number_of(beat, "share", 0.01, 1));
    shares += share;
  }
  if (std::abs(shares - 1) > 0.021) {
    return list.error(fmt::format("the shares add up to {:.2f}, not to 1", shares));
  }
  return {};
}

Result<> check_beats(const Document& scene) {
  const Document* beats = scene.find("beats");
  if (beats == nullptr) return scene.error("the field 'beats' is missing");
  if (beats->is_list()) return check_beat_list(*beats);
  TRY_DO(beats->only({"plant", "worse", "button"}));
  for (const auto& [part, list] : beats->entries) TRY_DO(check_beat_list(list));
  return {};
}

Result<> check_seconds(const Document& scene) {
  TRY(const Document* seconds, map_of(scene, "seconds"));
  const bool parts = seconds->find("plant") != nullptr;
  const auto check = [](const Document& range) -> Result<> {
    TRY_DO(range.only({"min", "best", "max"}));
    TRY(const double least, number_of(range, "min", 0.5, 30));
    TRY(const double best, number_of(range, "best", 0.5, 30));
    TRY(const double most, number_of(range, "max", 0.5, 30));
    if (least > best || best > most) return range.error("min <= best <= max is wanted");
    return {};
  };
  if (!parts) return check(*seconds);
  TRY_DO(seconds->only({"plant", "worse", "button"}));
  for (const auto& [part, range] : seconds->entries) TRY_DO(check(range));
  return {};
}

Result<std::map<std::string, std::vector<std::string>>> read_cards(const Document& scene) {
  std::map<std::string, std::vector<std::string>> cards;
  const Document* node = scene.find("card");
  if (node == nullptr) return cards;
  TRY_DO(node->only({"en", "de"}));
  for (const auto& [language, list] : node->entries) {
    for (const Document& item : list.items) {
      TRY(std::string text, item.text());
      const auto spaces = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
      if (spaces + 1 > card_words_max) return item.error("a card has eight words, never twelve");
      cards[language].push_back(std::move(text));
    }
  }
  return cards;
}

Result<> check_paid(const Document& scene) {
  const Document* paid = scene.find("paid");
  if (paid == nullptr) return {};
  TRY_DO(paid->only({"subject", "action", "setting", "camera", "mood"}));
  for (const auto& [clause, lengths] : paid->entries) {
    TRY_DO(lengths.only({"long", "medium", "terse"}));
  }
  return {};
}

Result<std::vector<std::string>> words_of(const Document& node, const char* field) {
  TRY(const Document* list, list_of(node, field));
  std::vector<std::string> words;
  for (const Document& item : list->items) {
    TRY(std::string word, item.text());
    words.push_back(std::move(word));
  }
  return words;
}

// Sheets of the Bug by part; of everything else by "".
Result<> read_blocking(const Document& scene, Gag& gag) {
  const Document* node = scene.find("blocking");
  if (node == nullptr) return {};
  if (gag.role != "running_gag") {
    TRY(auto sheet, blocking::read_cue_sheet(gag.id, *node));
    gag.sheets.emplace("", std::move(sheet));
    return {};
  }
  TRY_DO(node->only({"plant", "worse", "button"}));
  for (const auto& [part, cues] : node->entries) {
    TRY(auto sheet, blocking::read_cue_sheet(gag.id + "-" + part, cues));
    gag.sheets.emplace(part, std::move(sheet));
  }
  if (gag.sheets.size() != 3) return node->error("plant, worse and button are wanted, all three");
  return {};
}

// What a gag's file and a variant of an opening have in common.
Result<> read_scene(const Document& scene, Gag& gag) {
  TRY(gag.premise, text_of(scene, "premise"));
  TRY(gag.mood, text_of(scene, "mood"));
  TRY_DO(one_of(*scene.find("mood"), moods()));
  TRY(gag.tint, text_of(scene, "tint"));
  TRY_DO(one_of(*scene.find("tint"), tints()));
  const Document* set = scene.find("set");
  if (set == nullptr) return scene.error("the field 'set' is missing");
  gag.set = set->is_list() && !set->items.empty() ? set->items.front().scalar : set->scalar;
  TRY(gag.cast, words_of(scene, "cast"));
  TRY(gag.props, words_of(scene, "props"));
  TRY_DO(check_beats(scene));
  TRY_DO(check_seconds(scene));
  TRY_DO(check_paid(scene));
  TRY(gag.cards, read_cards(scene));
  return read_blocking(scene, gag);
}

Result<std::string> role_of(const Document& root, const std::string& family) {
  if (const Document* role = root.find("role")) {
    TRY_DO(one_of(*role, {"opening", "ending"}));
    return role->scalar;
  }
  if (family == "running_gag" || family == "quiet") return family;
  return std::string("gag");
}

Result<bool> flag_of(const Document& root, const char* field) {
  const Document* node = root.find(field);
  if (node == nullptr) return false;
  return node->boolean();
}

Result<Gag> read_head(const Document& root, const std::string& source) {
  Gag gag;
  gag.file = source;
  TRY(gag.id, text_of(root, "id"));
  if (gag.id != std::filesystem::path(source).stem().string()) {
    return root.find("id")->error(fmt::format("the file must be called {}.yaml", gag.id));
  }
  TRY(gag.family, text_of(root, "family"));
  TRY_DO(one_of(*root.find("family"), families()));
  TRY(gag.role, role_of(root, gag.family));
  TRY(gag.concept_name, text_of(root, "concept"));
  TRY(gag.earned_by, read_rules(root));
  TRY(gag.false_friends, read_false_friends(root));
  TRY(gag.slots, read_slots(root));
  TRY(gag.acts, read_acts(root));
  TRY(gag.of_the_brief, flag_of(root, "of_the_brief"));
  TRY(gag.ends_quietly, flag_of(root, "ends_quietly"));
  return gag;
}

Result<std::vector<Gag>> read_variants(const Document& root, const Gag& head) {
  std::vector<std::string_view> fields = scene_fields;
  fields.insert(fields.end(), {"id", "answers"});
  std::vector<Gag> gags;
  TRY(const Document* list, list_of(root, "variants"));
  for (const Document& variant : list->items) {
    TRY_DO(variant.only(fields));
    Gag gag = head;
    TRY(gag.id, text_of(variant, "id"));
    gag.answers = variant.text_or("answers", "");
    if (gag.role == "ending" && gag.answers.empty()) {
      return variant.error("an ending names the opening it 'answers'");
    }
    TRY_DO(read_scene(variant, gag));
    gags.push_back(std::move(gag));
  }
  return gags;
}

}  // namespace

Result<std::vector<Gag>> read_gag(std::string_view yaml, const std::string& source) {
  TRY(const Document root, read_yaml(yaml, source));
  std::vector<std::string_view> fields = shared_fields;
  const bool business = root.is_map() && root.find("role") != nullptr;
  if (!business) fields.insert(fields.end(), scene_fields.begin(), scene_fields.end());
  TRY_DO(root.only(fields));
  TRY(Gag head, read_head(root, source));
  if (business) {
    TRY(head.kind, text_of(root, "kind"));
    TRY_DO(one_of(*root.find("kind"), project_kinds()));
    return read_variants(root, head);
  }
  TRY_DO(read_scene(root, head));
  std::vector<Gag> gags;
  gags.push_back(std::move(head));
  return gags;
}

}  // namespace onereel::writing
