#include "sheet.h"

#include <algorithm>
#include <array>
#include <set>

#include "gait.h"
#include "move_table.h"

namespace onereel::blocking {
namespace {

constexpr std::size_t cues_max = 400;
constexpr int poses_max = 2400;  ///< no shot is longer; a slip of a finger stops here

constexpr std::string_view sheet_fields =
    "set hidden night tint set_labels marks cast props strings poses moves cues end";
constexpr std::string_view cast_fields =
    "is at face scale h pose choices hide layer gone on part turn";
constexpr std::string_view prop_fields =
    "is of at h held on scale wide tall rot face label labels state choices hide layer gone lead "
    "turn";
constexpr std::array<std::string_view, 6> beats{"plant", "try", "turn", "reaction", "hold", "air"};
constexpr std::array<std::string_view, 9> boolean_words{"on", "off",  "yes",   "no",  "y",
                                                        "n",  "true", "false", "null"};

bool is_word(const std::string& text) {
  return !text.empty() && text.size() <= 40 &&
         text.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
             std::string::npos &&
         text.front() != '-' && (text.front() < '0' || text.front() > '9');
}

Result<> check_name(const Document& node, const std::string& name) {
  const auto lower = std::find(boolean_words.begin(), boolean_words.end(), name);
  if (lower != boolean_words.end()) {
    return at_line(node, "'" + name + "' is a boolean to some readers of YAML; take another word");
  }
  if (!is_word(name)) {
    return at_line(node,
                   "'" + name + "' is no name: letters, digits and _ only, not a digit first");
  }
  return {};
}

Result<> check_fields(const Document& node, std::string_view known) {
  if (!node.is_map()) return at_line(node, "a map of fields is wanted here");
  return node.only(words_of(known));
}

Result<> read_performers(const Document& blocking, std::string_view key, std::string_view fields,
                         std::map<std::string, const Document*>& found,
                         std::vector<std::string>& order) {
  const Document* list = blocking.find(key);
  if (list == nullptr) return {};
  if (!list->is_map()) return at_line(*list, std::string(key) + " is a map: name: {fields}");
  for (const auto& [name, entry] : list->entries) {
    TRY_DO(check_name(entry, name));
    if (name == "set") return at_line(entry, "'set' is the stage itself; take another name");
    if (!entry.is_null()) TRY_DO(check_fields(entry, fields));
    found[name] = &entry;
    order.push_back(name);
  }
  return {};
}

Result<OwnMove> read_own_move(const Document& written) {
  TRY_DO(check_fields(written, "len keys swap"));
  OwnMove move;
  const Document* len = written.find("len");
  if (len == nullptr || !len->is_list() || len->items.size() != 3) {
    return at_line(written, "a move has len: [anticipation, action, settle]");
  }
  std::array<int*, 3> lengths{&move.anticipation, &move.action, &move.settle};
  for (std::size_t k = 0; k < 3; ++k) {
    TRY(const auto value, len->items[k].integer());
    if (value < 0 || value > poses_max) return at_line(*len, "lengths are 0 or more poses");
    *lengths[k] = static_cast<int>(value);
  }
  if (const Document* keys = written.find("keys")) {
    for (const Document& key : keys->items) {
      if (!key.is_list() || key.items.size() != 3 || !key.items[2].is_map()) {
        return at_line(key, "a key is [pose, ease, {channel: value}]");
      }
      TRY(const double pose, key.items[0].number());
      const auto ease = read_ease(key.items[1].scalar);
      if (!ease) return at_line(key, ease.error().what);
      move.keys.push_back({pose, *ease, &key.items[2]});
    }
  }
  if (const Document* swaps = written.find("swap")) {
    for (const Document& swap : swaps->items) {
      if (!swap.is_list() || swap.items.size() != 2 || !swap.items[1].is_map()) {
        return at_line(swap, "a swap is [pose, {group: choice}]");
      }
      TRY(const double pose, swap.items[0].number());
      move.swaps.emplace_back(pose, &swap.items[1]);
    }
  }
  return move;
}

Result<std::vector<std::string>> read_who(const Document& cue, const Sheet& sheet) {
  const Document* who = cue.find("who");
  if (who == nullptr) return at_line(cue, "a cue says who: does it");
  std::vector<std::string> names;
  if (who->is_list()) {
    for (const Document& one : who->items) names.push_back(one.scalar);
  } else {
    names.push_back(who->scalar);
  }
  std::vector<std::string> known{"set"};
  for (const auto& [name, entry] : sheet.cast) known.push_back(name);
  for (const auto& [name, entry] : sheet.props) known.push_back(name);
  if (names.empty()) return at_line(*who, "who: is empty");
  for (const std::string& name : names) {
    if (!sheet.knows(name)) {
      return at_line(*who, "nobody is called '" + name + "'" + instead_of(name, known));
    }
  }
  return names;
}

Result<> check_numbers(const Document& cue) {
  for (const std::string_view field : {"for", "hold", "lead", "settle", "how", "times", "pace"}) {
    const Document* value = cue.find(field);
    if (value == nullptr) continue;
    const auto number = value->number();
    if (!number) return number.error();
    if (*number < -poses_max || *number > poses_max) {
      return at_line(*value, "'" + std::string(field) + "' is far out of range");
    }
    const bool negative_makes_sense = field == "how" || field == "lead";
    if (*number < 0 && !negative_makes_sense) {
      return at_line(*value, "'" + std::string(field) + "' is 0 or more");
    }
  }
  if (const Document* ease = cue.find("ease")) {
    const auto read = read_ease(ease->scalar);
    if (!read) return at_line(*ease, read.error().what);
  }
  if (const Document* style = cue.find("style")) {
    if (gait_named(style->scalar) == nullptr) {
      std::vector<std::string> names;
      for (const auto name : gait_names()) names.emplace_back(name);
      return at_line(*style, "no gait '" + style->scalar + "'" + instead_of(style->scalar, names));
    }
  }
  return {};
}

Result<> check_move(const Document& written, const Sheet& sheet, const Cue& cue) {
  const Document* node = written.find("do");
  if (node == nullptr) return at_line(written, "a cue says do: which move");
  std::string fields(common_fields);
  if (sheet.moves.count(cue.move) != 0) {
    fields += " prop to hand";
  } else if (const Move* move = move_named(cue.move)) {
    fields += " " + std::string(move->fields);
  } else {
    std::vector<std::string> names;
    for (const Move& known : move_table()) names.emplace_back(known.name);
    for (const auto& [name, own] : sheet.moves) names.push_back(name);
    return at_line(*node, "unknown move '" + cue.move + "'" + instead_of(cue.move, names));
  }
  return check_fields(written, fields);
}

Result<> check_marks_of_cue(const Document& written, Cue& cue, int number) {
  if (const Document* beat = written.find("beat")) {
    cue.beat = beat->scalar;
    if (std::find(beats.begin(), beats.end(), cue.beat) == beats.end()) {
      return at_line(*beat, "a beat is one of plant, try, turn, reaction, hold, air");
    }
  }
  cue.impact = written.text_or("impact", "");
  const Document* optional = written.find("optional");
  if (optional == nullptr) return {};
  if (optional->scalar == "true" && !optional->quoted) {
    cue.optional_unit = "cue " + std::to_string(number);
  } else if (optional->scalar != "false") {
    cue.optional_unit = optional->scalar;
  }
  return {};
}

Result<> check_reference(const Document& written, const std::set<std::string>& earlier,
                         const std::set<std::string>& all) {
  const Document* at = written.find("at");
  if (at == nullptr) return {};
  TRY(const Moment moment, read_moment(*at));
  if (moment.from == Moment::From::film || earlier.count(moment.cue) != 0) return {};
  if (all.count(moment.cue) != 0) {
    return at_line(*at, "'" + moment.cue + "' comes later in the file; move this cue below it");
  }
  return at_line(*at, "no cue has the id '" + moment.cue + "'" +
                          instead_of(moment.cue, {earlier.begin(), earlier.end()}));
}

Result<> read_cues(const Document& list, Sheet& sheet) {
  if (!list.is_list()) return at_line(list, "cues is a list: - {who, do, ...}");
  if (list.items.size() > cues_max) return at_line(list, "more than 400 cues");
  std::set<std::string> all;
  for (const Document& written : list.items) all.insert(written.text_or("id", ""));
  std::set<std::string> earlier;
  for (const Document& written : list.items) {
    if (!written.is_map()) return at_line(written, "a cue is a map: {who, do, ...}");
    Cue cue;
    cue.written = &written;
    cue.id = written.text_or("id", "");
    cue.move = written.text_or("do", "");
    TRY_DO(check_move(written, sheet, cue));
    TRY(cue.who, read_who(written, sheet));
    TRY_DO(check_numbers(written));
    TRY_DO(check_reference(written, earlier, all));
    TRY_DO(check_marks_of_cue(written, cue, static_cast<int>(sheet.cues.size())));
    if (!cue.id.empty()) {
      TRY_DO(check_name(written, cue.id));
      if (!earlier.insert(cue.id).second) {
        return at_line(written, "two cues have the id '" + cue.id + "'");
      }
    }
    auto& units = sheet.optional_units;
    if (!cue.optional_unit.empty() &&
        std::find(units.begin(), units.end(), cue.optional_unit) == units.end()) {
      units.push_back(cue.optional_unit);
    }
    sheet.cues.push_back(std::move(cue));
  }
  return {};
}

}  // namespace

Error at_line(const Document& node, const std::string& what) {
  return node.error(what);
}

std::string instead_of(std::string_view word, const std::vector<std::string>& known) {
  const std::vector<std::string_view> candidates(known.begin(), known.end());
  const std::string near = nearest(word, candidates);
  if (!near.empty()) return "; did you mean '" + near + "'?";
  std::string list;
  for (std::size_t k = 0; k < known.size() && k < 40; ++k) list += (k == 0 ? "" : ", ") + known[k];
  return list.empty() ? std::string("; there is none") : "; there is " + list;
}

Result<Moment> read_moment(const Document& written) {
  Moment moment;
  if (const auto number = written.number(); number && written.is_scalar()) {
    moment.plus = static_cast<int>(*number);
    return moment;
  }
  std::string text = written.scalar;
  const std::size_t sign = text.find_last_of("+-");
  if (sign != std::string::npos && sign > 0) {
    const std::string digits = text.substr(sign + 1);
    if (!digits.empty() && digits.size() < 6 &&
        digits.find_first_not_of("0123456789") == std::string::npos) {
      moment.plus = std::stoi(digits) * (text[sign] == '-' ? -1 : 1);
      text = text.substr(0, sign);
    }
  }
  moment.from = Moment::From::hit;
  const std::size_t dot = text.find('.');
  if (dot != std::string::npos) {
    const std::string part = text.substr(dot + 1);
    if (part != "start" && part != "end" && part != "hit") {
      return at_line(written, "a time counts from X (its hit), X.start or X.end, not X." + part);
    }
    if (part == "start") moment.from = Moment::From::start;
    if (part == "end") moment.from = Moment::From::end;
    text = text.substr(0, dot);
  }
  if (!is_word(text)) {
    return at_line(written, "a time is a pose number or cue+poses, as take+8 or take.end; not '" +
                                written.scalar + "'");
  }
  moment.cue = text;
  return moment;
}

Result<Sheet> read_sheet(const std::string& name, const Document& blocking) {
  Sheet sheet;
  sheet.name = name;
  sheet.written = &blocking;
  TRY_DO(check_fields(blocking, sheet_fields));
  if (blocking.text_or("set", "").empty()) return at_line(blocking, "blocking names its set:");
  TRY_DO(read_performers(blocking, "cast", cast_fields, sheet.cast, sheet.cast_order));
  TRY_DO(read_performers(blocking, "props", prop_fields, sheet.props, sheet.prop_order));
  for (const std::string& prop : sheet.prop_order) {
    if (sheet.cast.count(prop) != 0) {
      return at_line(*sheet.props[prop], "'" + prop + "' is both in cast and in props");
    }
  }
  if (const Document* poses = blocking.find("poses")) {
    for (const auto& [pose, fields] : poses->entries) {
      if (!fields.is_map()) return at_line(fields, "a pose is a map: {channel: value}");
      sheet.poses[pose] = &fields;
    }
  }
  if (const Document* moves = blocking.find("moves")) {
    for (const auto& [move, written] : moves->entries) {
      TRY_DO(check_name(written, move));
      if (move_named(move) != nullptr) {
        return at_line(written, "'" + move + "' is a move of the program; take another name");
      }
      TRY(sheet.moves[move], read_own_move(written));
    }
  }
  const Document* cues = blocking.find("cues");
  if (cues == nullptr) return at_line(blocking, "blocking has no cues:");
  TRY_DO(read_cues(*cues, sheet));
  return sheet;
}

}  // namespace onereel::blocking
