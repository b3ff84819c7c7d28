// Every paper's fields are listed once, in a `visit` function that both the writer and the reader
// walk: so a field cannot be written and not read. nlohmann's own exceptions stay in this file.

#include "onereel/papers/paper_json.h"

#include <fmt/format.h>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <type_traits>

namespace onereel {
namespace {

using Json = nlohmann::ordered_json;

struct Refused {
  std::string what;
};

template <typename T>
struct Visit;  // Visit<T>::fields(paper, visitor) names each field of a struct.

template <typename T>
struct IsVector : std::false_type {};
template <typename T>
struct IsVector<std::vector<T>> : std::true_type {};
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <typename T>
struct IsMap : std::false_type {};
template <typename V>
struct IsMap<std::map<std::string, V>> : std::true_type {};
template <typename T>
concept Worded =
    std::is_same_v<T, FactKind> || std::is_same_v<T, CardKind> || std::is_same_v<T, SceneKind>;

template <typename T>
Json written(const T& value);

struct Writer {
  Json out = Json::object();
  template <typename T>
  void operator()(const char* name, const T& value) {
    if constexpr (IsOptional<T>::value) {
      if (value) out[name] = written(*value);
    } else {
      out[name] = written(value);
    }
  }
};

template <typename T>
Json written(const T& value) {
  if constexpr (std::is_same_v<T, Seconds>) {
    return value.in_ticks();
  } else if constexpr (std::is_same_v<T, FrameCount>) {
    return value.count;
  } else if constexpr (std::is_same_v<T, FrameIndex>) {
    return value.index;
  } else if constexpr (std::is_same_v<T, Usd>) {
    return value.in_micros();
  } else if constexpr (Worded<T>) {
    return word_of(value);
  } else if constexpr (IsVector<T>::value) {
    Json out = Json::array();
    for (const auto& item : value) out.push_back(written(item));
    return out;
  } else if constexpr (IsMap<T>::value) {
    Json out = Json::object();
    for (const auto& [key, item] : value) out[key] = written(item);
    return out;
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    return value;
  } else {
    Writer writer;
    Visit<T>::fields(value, writer);
    return std::move(writer.out);
  }
}

template <typename T>
void read(const Json& json, const std::string& place, T& value);

struct Reader {
  const Json& in;
  std::string place;
  std::set<std::string> seen = {};

  template <typename T>
  void operator()(const char* name, T& value) {
    seen.insert(name);
    const auto found = in.find(name);
    const std::string where = place + "." + name;
    if constexpr (IsOptional<T>::value) {
      if (found == in.end()) {
        value.reset();
      } else {
        read(*found, where, value.emplace());
      }
    } else {
      if (found == in.end()) throw Refused{where + " is missing"};
      read(*found, where, value);
    }
  }
  void nothing_else() const {
    for (const auto& [key, unused] : in.items()) {
      if (seen.count(key) == 0 && key != "onereel_paper") {
        throw Refused{fmt::format("{}.{} is unknown here", place, key)};
      }
    }
  }
};

std::int64_t whole(const Json& json, const std::string& place) {
  if (!json.is_number_integer()) throw Refused{place + " must be a whole number"};
  return json.get<std::int64_t>();
}

template <typename T>
T worded(Result<T> word, const std::string& place) {
  if (!word) throw Refused{place + ": " + word.error().what};
  return *word;
}

template <typename T>
void read_list(const Json& json, const std::string& place, T& value) {
  if (!json.is_array()) throw Refused{place + " must be a list"};
  value.clear();
  for (const Json& item : json) {
    const std::string where = fmt::format("{}[{}]", place, value.size());
    read(item, where, value.emplace_back());
  }
}

template <typename T>
void read_struct(const Json& json, const std::string& place, T& value) {
  if (!json.is_object()) throw Refused{place + " must be an object"};
  if constexpr (IsMap<T>::value) {
    value.clear();
    for (const auto& [key, item] : json.items()) read(item, place + "." + key, value[key]);
  } else {
    Reader reader{json, place};
    Visit<T>::fields(value, reader);
    reader.nothing_else();
  }
}

template <typename T>
void read(const Json& json, const std::string& place, T& value) {
  if constexpr (std::is_same_v<T, Seconds>) {
    value = Seconds::ticks(whole(json, place));
  } else if constexpr (std::is_same_v<T, FrameCount>) {
    value = FrameCount{whole(json, place)};
  } else if constexpr (std::is_same_v<T, FrameIndex>) {
    value = FrameIndex{whole(json, place)};
  } else if constexpr (std::is_same_v<T, Usd>) {
    value = Usd::micros(whole(json, place));
  } else if constexpr (Worded<T> || std::is_same_v<T, std::string>) {
    if (!json.is_string()) throw Refused{place + " must be a text"};
    const auto text = json.get<std::string>();
    if constexpr (std::is_same_v<T, FactKind>) value = worded(fact_kind_from(text), place);
    if constexpr (std::is_same_v<T, CardKind>) value = worded(card_kind_from(text), place);
    if constexpr (std::is_same_v<T, SceneKind>) value = worded(scene_kind_from(text), place);
    if constexpr (std::is_same_v<T, std::string>) value = text;
  } else if constexpr (IsVector<T>::value) {
    read_list(json, place, value);
  } else if constexpr (std::is_same_v<T, bool>) {
    if (!json.is_boolean()) throw Refused{place + " must be true or false"};
    value = json.get<bool>();
  } else if constexpr (std::is_floating_point_v<T>) {
    if (!json.is_number()) throw Refused{place + " must be a number"};
    value = json.get<T>();
  } else if constexpr (std::is_same_v<T, std::uint64_t>) {
    if (!json.is_number_unsigned()) throw Refused{place + " must be a whole number from 0"};
    value = json.get<std::uint64_t>();
  } else if constexpr (std::is_integral_v<T>) {
    value = static_cast<T>(whole(json, place));
  } else {
    read_struct(json, place, value);
  }
}

#define ONEREEL_FIELDS(Type, ...)         \
  template <>                             \
  struct Visit<Type> {                    \
    template <typename Paper, typename V> \
    static void fields(Paper& p, V& v) {  \
      __VA_ARGS__                         \
    }                                     \
  };
#define F(name) v(#name, p.name);

ONEREEL_FIELDS(Commission,
               F(repository) F(film_folder) F(seed) F(wear) F(preview) F(without_gags) F(language))
ONEREEL_FIELDS(Evidence, F(path) F(line) F(text))
ONEREEL_FIELDS(Fact, F(kind) F(name) F(message) F(where) F(is_public) F(in_tests))
ONEREEL_FIELDS(Stated, F(text) F(where))
ONEREEL_FIELDS(Project, F(name) F(tagline) F(install) F(run) F(homepage) F(licence) F(version))
ONEREEL_FIELDS(Language, F(name) F(files) F(lines))
ONEREEL_FIELDS(RepoFacts,
               F(project) F(languages) F(facts) F(counts) F(claim) F(keywords) F(dependencies)
                   F(readme) F(paths) F(installs_command) F(has_library_entry) F(empty) F(notes))
ONEREEL_FIELDS(Pitch, F(gag) F(family) F(score) F(evidence) F(slots) F(staged))
ONEREEL_FIELDS(Pitches, F(project) F(kind) F(errand) F(title) F(seed) F(card_slots) F(card_evidence)
                            F(pitches) F(empty_repository))
ONEREEL_FIELDS(Card, F(kind) F(text) F(over_line) F(subtitle) F(footer) F(code) F(hold) F(evidence))
ONEREEL_FIELDS(Scene, F(kind) F(id) F(part) F(premise) F(slots) F(evidence) F(mood) F(tint)
                          F(length) F(iris_in) F(iris_out))
ONEREEL_FIELDS(Entry, F(card) F(scene))
ONEREEL_FIELDS(Act, F(name) F(length) F(entries))
ONEREEL_FIELDS(Screenplay, F(project) F(title) F(kind) F(errand) F(language) F(seed) F(acts))
ONEREEL_FIELDS(Impact, F(at) F(accent))
ONEREEL_FIELDS(Shot, F(id) F(act) F(length) F(card) F(scene) F(optional_cues_kept) F(set) F(mood)
                         F(tint) F(impacts) F(seed))
ONEREEL_FIELDS(ShotList, F(project) F(title) F(language) F(seed) F(act_names) F(shots))
ONEREEL_FIELDS(Take, F(shot) F(file) F(inputs) F(length) F(reused))
ONEREEL_FIELDS(Takes, F(takes))
ONEREEL_FIELDS(BundleFile, F(path) F(bytes))
ONEREEL_FIELDS(Film, F(film_file) F(length) F(width) F(height) F(loudness_lufs) F(true_peak_dbtp)
                         F(cost) F(bundle))
#undef F
#undef ONEREEL_FIELDS

template <typename T>
std::string paper_text(const char* name, const T& paper) {
  Json json = Json::object();
  json["onereel_paper"] = name;
  json.update(written(paper));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

template <typename T>
Result<T> paper_from(std::string_view name, std::string_view text) {
  try {
    const Json json = Json::parse(text);
    const std::string found = json.is_object() ? json.value("onereel_paper", "") : "";
    if (found != name) {
      return fix_input(fmt::format("this is not the paper '{}'{}", name,
                                   found.empty() ? "" : " but '" + found + "'"));
    }
    T paper;
    read(json, std::string(name), paper);
    return paper;
  } catch (const Refused& refused) {
    return fix_input(refused.what);
  } catch (const std::exception& fault) {
    return fix_input(fmt::format("{}: {}", name, fault.what()));
  }
}

template <typename T>
using Words = std::pair<T, std::string_view>;

constexpr std::array<Words<FactKind>, 16> fact_words{{
    {FactKind::import, "import"},
    {FactKind::import_missing, "import_missing"},
    {FactKind::type, "type"},
    {FactKind::function, "function"},
    {FactKind::method, "method"},
    {FactKind::error_declared, "error_declared"},
    {FactKind::error_raised, "error_raised"},
    {FactKind::message, "message"},
    {FactKind::constant, "constant"},
    {FactKind::flag, "flag"},
    {FactKind::file_path, "file_path"},
    {FactKind::file_kind, "file_kind"},
    {FactKind::manifest, "manifest"},
    {FactKind::readme, "readme"},
    {FactKind::metric, "metric"},
    {FactKind::history, "history"},
}};
constexpr std::array<Words<CardKind>, 4> card_words{{{CardKind::title, "title"},
                                                     {CardKind::dialogue, "dialogue"},
                                                     {CardKind::expository, "expository"},
                                                     {CardKind::end, "end"}}};
constexpr std::array<Words<SceneKind>, 4> scene_words{{{SceneKind::gag, "gag"},
                                                       {SceneKind::running_gag, "running_gag"},
                                                       {SceneKind::business, "business"},
                                                       {SceneKind::quiet, "quiet"}}};

template <typename Table, typename T>
std::string_view find_word(const Table& table, T kind) {
  for (const auto& [known, word] : table) {
    if (known == kind) return word;
  }
  return {};
}

template <typename T, typename Table>
Result<T> find_kind(const Table& table, std::string_view word) {
  std::vector<std::string_view> known;
  for (const auto& [kind, name] : table) {
    if (name == word) return kind;
    known.push_back(name);
  }
  return fix_input(fmt::format("unknown kind '{}'; known are {}", word, fmt::join(known, ", ")));
}

}  // namespace

std::string_view word_of(FactKind kind) {
  return find_word(fact_words, kind);
}
std::string_view word_of(CardKind kind) {
  return find_word(card_words, kind);
}
std::string_view word_of(SceneKind kind) {
  return find_word(scene_words, kind);
}
Result<FactKind> fact_kind_from(std::string_view word) {
  return find_kind<FactKind>(fact_words, word);
}
Result<CardKind> card_kind_from(std::string_view word) {
  return find_kind<CardKind>(card_words, word);
}
Result<SceneKind> scene_kind_from(std::string_view word) {
  return find_kind<SceneKind>(scene_words, word);
}

std::string to_json(const Commission& paper) {
  return paper_text("commission/1", paper);
}
std::string to_json(const RepoFacts& paper) {
  return paper_text("repo_facts/1", paper);
}
std::string to_json(const Pitches& paper) {
  return paper_text("pitches/1", paper);
}
std::string to_json(const Screenplay& paper) {
  return paper_text("screenplay/1", paper);
}
std::string to_json(const ShotList& paper) {
  return paper_text("shot_list/1", paper);
}
std::string to_json(const Takes& paper) {
  return paper_text("takes/1", paper);
}
std::string to_json(const Film& paper) {
  return paper_text("film/1", paper);
}

Result<Commission> commission_from_json(std::string_view json) {
  return paper_from<Commission>("commission/1", json);
}
Result<RepoFacts> repo_facts_from_json(std::string_view json) {
  return paper_from<RepoFacts>("repo_facts/1", json);
}
Result<Pitches> pitches_from_json(std::string_view json) {
  return paper_from<Pitches>("pitches/1", json);
}
Result<Screenplay> screenplay_from_json(std::string_view json) {
  return paper_from<Screenplay>("screenplay/1", json);
}
Result<ShotList> shot_list_from_json(std::string_view json) {
  return paper_from<ShotList>("shot_list/1", json);
}
Result<Takes> takes_from_json(std::string_view json) {
  return paper_from<Takes>("takes/1", json);
}
Result<Film> film_from_json(std::string_view json) {
  return paper_from<Film>("film/1", json);
}

}  // namespace onereel
