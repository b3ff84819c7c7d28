#include "patterns.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "onereel/base/document.h"

namespace onereel::score {
namespace {

using Names = std::vector<std::string_view>;

template <typename Map>
Names names_in(const Map& map) {
  Names names;
  for (const auto& [name, value] : map) names.push_back(name);
  return names;
}

Error unknown(const Document& at, std::string_view what, std::string_view word,
              const Names& known) {
  return at.error(fmt::format("unknown {} '{}'; known are {}", what, word, fmt::join(known, " ")));
}

// The entry that must be there.
Result<const Document*> need(const Document& map, std::string_view key) {
  if (const Document* found = map.find(key)) return found;
  return map.error(fmt::format("'{}' is missing", key));
}

Result<int> bounded(const Document& node, int low, int high) {
  TRY(const std::int64_t value, node.integer());
  if (value < low || value > high) {
    return node.error(fmt::format("{} is not between {} and {}", value, low, high));
  }
  return static_cast<int>(value);
}

Result<int> need_bounded(const Document& map, std::string_view key, int low, int high) {
  TRY(const Document* found, need(map, key));
  return bounded(*found, low, high);
}

Result<double> need_number(const Document& map, std::string_view key, double low, double high) {
  TRY(const Document* found, need(map, key));
  TRY(const double value, found->number());
  if (!(value >= low && value <= high)) {
    return found->error(fmt::format("{} is not between {} and {}", value, low, high));
  }
  return value;
}

Result<std::vector<double>> numbers(const Document& list) {
  if (!list.is_list()) return list.error("a list of numbers is wanted");
  std::vector<double> values;
  for (const Document& item : list.items) {
    TRY(const double value, item.number());
    values.push_back(value);
  }
  return values;
}

Result<std::vector<std::string>> words(const Document& list) {
  if (!list.is_list()) return list.error("a list of names is wanted");
  std::vector<std::string> values;
  for (const Document& item : list.items) {
    TRY(std::string value, item.text());
    values.push_back(std::move(value));
  }
  return values;
}

// A row of a table: [number, number, word, ...] with exactly `size` items.
Result<> must_have_items(const Document& row, std::size_t size) {
  if (row.is_list() && row.items.size() == size) return {};
  return row.error(fmt::format("a list of {} is wanted here", size));
}

template <typename Enum, std::size_t n>
Result<Enum> named(const Document& node, std::string_view what,
                   const std::array<std::string_view, n>& known) {
  TRY(const std::string word, node.text());
  const auto found = std::find(known.begin(), known.end(), word);
  if (found == known.end()) return unknown(node, what, word, Names(known.begin(), known.end()));
  return static_cast<Enum>(found - known.begin());
}

constexpr std::array<std::string_view, 13> voice_names{
    "bass", "fifth", "oct", "chord", "two", "low", "c0", "c1", "c2", "t0", "t1", "t2", "walk"};
constexpr std::array<std::string_view, 6> addition_names{
    "octave_below", "chord_inside", "third_below", "sixth_below", "grace", "roll"};
constexpr std::array<std::string_view, 5> where_names{"all", "beats", "strong", "long", "leaps"};
constexpr std::array<std::string_view, 3> pedal_names{"none", "bar", "chord"};
constexpr std::array<std::string_view, 4> metre_names{"2/4", "3/4", "6/8", "any"};
constexpr std::array<std::string_view, 2> hand_names{"R", "L"};

Result<Pattern> read_pattern(const std::string& name, const Document& node) {
  TRY_DO(node.only({"metre", "events"}));
  TRY(const Document* metre, need(node, "metre"));
  TRY(const Document* events, need(node, "events"));
  Pattern pattern{name, {}, {}};
  TRY(const int metre_index, named<int>(*metre, "metre", metre_names));
  if (metre_index < 3) pattern.metre = static_cast<Metre>(metre_index);
  const int bar = pattern.metre ? pulses_of_bar(*pattern.metre) : pulses_of_bar(Metre::two_four);
  for (const Document& row : events->items) {
    TRY_DO(must_have_items(row, 4));
    PatternEvent event;
    TRY(event.at, bounded(row.items[0], 0, bar - 1));
    TRY(event.length, bounded(row.items[1], 1, bar));
    TRY(event.voice, named<Voice>(row.items[2], "voice", voice_names));
    TRY(event.louder, bounded(row.items[3], -60, 60));
    pattern.events.push_back(event);
  }
  return pattern;
}

Result<Dressing> read_dressing(const std::string& name, const Document& node) {
  if (!node.is_list()) return node.error("a list of {add, where} is wanted");
  Dressing dressing{name, {}};
  for (const Document& rule : node.items) {
    TRY_DO(rule.only({"add", "where"}));
    TRY(const Document* add, need(rule, "add"));
    TRY(const Document* where, need(rule, "where"));
    Dressing::Rule made;
    TRY(made.add, named<Addition>(*add, "addition", addition_names));
    TRY(made.where, named<Where>(*where, "place", where_names));
    dressing.rules.push_back(made);
  }
  return dressing;
}

Result<StingerNote> read_stinger_note(const Document& row) {
  TRY_DO(must_have_items(row, 5));
  StingerNote note;
  TRY(note.at, bounded(row.items[0], 0, 4'000));
  TRY(note.length, bounded(row.items[1], 1, 4'000));
  TRY(note.offset, bounded(row.items[2], -39, 48));
  TRY(note.velocity, bounded(row.items[3], 1, 127));
  TRY(const int hand, named<int>(row.items[4], "hand", hand_names));
  note.left = hand == 1;
  return note;
}

Result<Stinger> read_stinger(const std::string& name, const Document& node) {
  TRY_DO(node.only(
      {"impact", "silence_before", "silence_after", "soft", "alternates", "notes", "woodblock"}));
  Stinger stinger;
  stinger.name = name;
  TRY(stinger.impact, need_bounded(node, "impact", 0, 4'000));
  TRY(stinger.silence_before_ms, need_bounded(node, "silence_before", 0, 4'000));
  TRY(stinger.silence_after_ms, need_bounded(node, "silence_after", 0, 4'000));
  if (const Document* soft = node.find("soft")) {
    TRY(stinger.soft, soft->boolean());
  }
  if (const Document* alternates = node.find("alternates")) {
    TRY(stinger.alternates, words(*alternates));
  }
  TRY(const Document* notes, need(node, "notes"));
  for (const Document& row : notes->items) {
    TRY(const StingerNote note, read_stinger_note(row));
    stinger.notes.push_back(note);
  }
  if (const Document* woodblock = node.find("woodblock")) {
    for (const Document& item : woodblock->items) {
      TRY(const int at, bounded(item, 0, 4'000));
      stinger.woodblock.push_back(at);
    }
  }
  if (stinger.notes.empty()) return node.error("a stinger needs notes");
  return stinger;
}

Result<Mood> read_mood(const std::string& name, const Document& node, const Patterns& patterns) {
  TRY_DO(node.only({"tempo", "left", "right", "centre", "velocity", "legato", "pedal", "themes"}));
  Mood mood;
  mood.name = name;
  TRY(const Document* tempo, need(node, "tempo"));
  TRY(const auto tempi, numbers(*tempo));
  if (tempi.size() != 3 ||
      !(20 <= tempi[0] && tempi[0] <= tempi[1] && tempi[1] <= tempi[2] && tempi[2] <= 300)) {
    return tempo->error("write the tempo as [lowest, home, highest], 20 to 300");
  }
  mood.tempo = {tempi[0], tempi[1], tempi[2]};
  TRY(const Document* left, need(node, "left"));
  TRY(const auto left_names, words(*left));
  for (const std::string& word : left_names) {
    const auto found = patterns.patterns.find(word);
    if (found == patterns.patterns.end()) {
      return unknown(*left, "pattern", word, names_in(patterns.patterns));
    }
    mood.left.push_back(&found->second);
  }
  TRY(const Document* right, need(node, "right"));
  TRY(const auto right_names, words(*right));
  for (const std::string& word : right_names) {
    const auto found = patterns.dressings.find(word);
    if (found == patterns.dressings.end()) {
      return unknown(*right, "dressing", word, names_in(patterns.dressings));
    }
    mood.right.push_back(&found->second);
  }
  TRY(const Document* themes, need(node, "themes"));
  TRY(mood.themes, words(*themes));
  if (mood.left.empty() || mood.right.empty() || mood.themes.empty()) {
    return node.error("a mood needs a left hand, a right hand and a theme");
  }
  TRY(mood.centre, need_bounded(node, "centre", 60, 90));
  TRY(mood.velocity, need_bounded(node, "velocity", 40, 110));
  TRY(mood.legato, need_number(node, "legato", 0.2, 1.1));
  TRY(const Document* pedal, need(node, "pedal"));
  TRY(mood.pedal, named<Pedal>(*pedal, "pedal", pedal_names));
  return mood;
}

// A table of name -> value, each read by `read`.
template <typename Value, typename Read>
Result<std::map<std::string, Value>> table(const Document& file, std::string_view key, Read read) {
  TRY(const Document* node, need(file, key));
  if (!node->is_map()) return node->error("a table of names is wanted");
  std::map<std::string, Value> values;
  for (const auto& [name, entry] : node->entries) {
    TRY(Value value, read(name, entry));
    values.emplace(name, std::move(value));
  }
  return values;
}

Result<std::vector<int>> semitones(const Document& map, std::string_view key, std::size_t size) {
  TRY(const Document* list, need(map, key));
  std::vector<int> values;
  for (const Document& item : list->items) {
    TRY(const int value, bounded(item, 0, 11));
    values.push_back(value);
  }
  if (values.empty() || (size > 0 && values.size() != size)) {
    return list->error("a list of semitones from 0 to 11 is wanted");
  }
  return values;
}

Result<KeyPlan> read_keys(const Document& node) {
  TRY_DO(node.only({"homes", "act_major", "act_3_minor"}));
  KeyPlan keys;
  TRY(keys.homes, semitones(node, "homes", 0));
  TRY(keys.act_major, semitones(node, "act_major", 5));
  TRY(keys.act_3_minor, semitones(node, "act_3_minor", 0));
  return keys;
}

Result<PlannerNumbers> read_planner(const Document& node) {
  TRY_DO(node.only({"bars_penalty", "home_unit", "neighbour_unit", "neighbour_weight", "short_bar",
                    "free_impact", "beat_impact", "offbeat_impact", "inside_max", "chase_step",
                    "chase_ratio", "quiet_ratio", "emergency"}));
  PlannerNumbers planner;
  TRY(const Document* penalty, need(node, "bars_penalty"));
  TRY(planner.bars_penalty, numbers(*penalty));
  if (planner.bars_penalty.size() != 16) return penalty->error("sixteen penalties are wanted");
  TRY(planner.home_unit, need_number(node, "home_unit", 1.01, 2));
  TRY(planner.neighbour_unit, need_number(node, "neighbour_unit", 1.01, 2));
  TRY(planner.neighbour_weight, need_number(node, "neighbour_weight", 0, 10));
  TRY(planner.short_bar, need_number(node, "short_bar", 0, 10));
  TRY(planner.free_impact, need_number(node, "free_impact", 0, 10));
  TRY(planner.beat_impact, need_number(node, "beat_impact", 0, 10));
  TRY(planner.offbeat_impact, need_number(node, "offbeat_impact", 0, 1));
  TRY(planner.inside_max, need_number(node, "inside_max", 0.01, 0.2));
  TRY(planner.chase_step, need_number(node, "chase_step", 1, 1.2));
  TRY(planner.chase_ratio, need_number(node, "chase_ratio", 0.8, 1.25));
  TRY(planner.quiet_ratio, need_number(node, "quiet_ratio", 0.8, 1.25));
  TRY(const Document* emergency, need(node, "emergency"));
  TRY(const auto bounds, numbers(*emergency));
  if (bounds.size() != 2) return emergency->error("two factors are wanted");
  planner.emergency_low = bounds[0];
  planner.emergency_high = bounds[1];
  return planner;
}

// What the rules call by name must be there.
Result<> check_names(const Document& file, const Patterns& patterns) {
  for (const auto& [name, stinger] : patterns.stingers) {
    for (const std::string& other : stinger.alternates) {
      if (!patterns.stingers.contains(other)) {
        return unknown(*file.find("stingers"), "stinger", other, names_in(patterns.stingers));
      }
    }
  }
  for (const char* needed : {"vamp", "waltz", "nocturne_bare"}) {
    if (!patterns.patterns.contains(needed)) {
      return file.error(fmt::format("the pattern '{}' is missing", needed));
    }
  }
  for (const char* needed : {"bug_call", "button"}) {
    if (!patterns.stingers.contains(needed)) {
      return file.error(fmt::format("the stinger '{}' is missing", needed));
    }
  }
  return {};
}

}  // namespace

bool Dressing::has(Addition wanted) const {
  return std::any_of(rules.begin(), rules.end(), [&](const Rule& r) { return r.add == wanted; });
}

int Stinger::end() const {
  int last = 0;
  for (const StingerNote& note : notes) last = std::max(last, note.at + note.length);
  return last;
}

Result<Patterns> read_patterns(const std::string& path) {
  TRY(const Document file, read_yaml_file(path));
  TRY_DO(file.only({"patterns", "dressings", "moods", "default_mood", "stingers", "quotations",
                    "keys", "planner"}));
  Patterns patterns;
  TRY(patterns.patterns, table<Pattern>(file, "patterns", read_pattern));
  TRY(patterns.dressings, table<Dressing>(file, "dressings", read_dressing));
  TRY(patterns.stingers, table<Stinger>(file, "stingers", read_stinger));
  TRY(patterns.moods,
      table<Mood>(file, "moods", [&](const std::string& name, const Document& node) {
        return read_mood(name, node, patterns);
      }));
  TRY(patterns.quotations,
      table<std::string>(file, "quotations",
                         [](const std::string&, const Document& node) { return node.text(); }));
  TRY(const Document* keys, need(file, "keys"));
  TRY(patterns.keys, read_keys(*keys));
  TRY(const Document* planner, need(file, "planner"));
  TRY(patterns.planner, read_planner(*planner));
  patterns.default_mood = file.text_or("default_mood", "");
  for (const std::string& needed :
       {patterns.default_mood, std::string("misterioso"), std::string("victory")}) {
    if (!patterns.moods.contains(needed)) {
      return unknown(file, "mood", needed, names_in(patterns.moods));
    }
  }
  TRY_DO(check_names(file, patterns));
  return patterns;
}

}  // namespace onereel::score
