#include "extract.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>

#include "onereel/base/text.h"
#include "paths.h"
#include "syntax.h"

namespace onereel::scout {
namespace {

constexpr std::size_t name_bytes_max = 200;
constexpr std::size_t generics_bytes_max = 200;
constexpr std::size_t value_bytes_max = 120;
constexpr std::size_t uses_max = 64;

// What one match holds, by capture name.
class Captures {
 public:
  explicit Captures(const Match& match) : match_(match) {}

  const TSNode* find(std::string_view name) const {
    for (const Capture& capture : match_) {
      if (capture.name == name) return &capture.node;
    }
    return nullptr;
  }

 private:
  const Match& match_;
};

std::string_view after_last(std::string_view text, std::string_view separator) {
  const auto at = text.rfind(separator);
  return at == std::string_view::npos ? text : text.substr(at + separator.size());
}

bool starts_upper(std::string_view text) {
  return !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
}

bool has_letters(std::string_view text) {
  return std::count_if(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
         }) >= 2;
}

bool names_an_error(std::string_view name) {
  return name.ends_with("Error") || name.ends_with("Exception") || name.ends_with("Fault");
}

bool bases_are_errors(std::string_view bases) {
  static const re2::RE2 pattern("(Error|Exception|Warning|Throwable|Fault)\\b");
  return re2::RE2::PartialMatch(re2::StringPiece(bases.data(), bases.size()), pattern);
}

// The first path like "Error::NotFound" or "ParseError" in what Rust's Err(...) wraps.
std::string rust_error_name(std::string_view text) {
  static const re2::RE2 pattern("\\b([A-Z]\\w*(?:::[A-Z]\\w*)?)");
  std::string name;
  re2::RE2::PartialMatch(re2::StringPiece(text.data(), std::min<std::size_t>(text.size(), 200)),
                         pattern, &name);
  return name == "Some" || name == "Box" || name == "String" || name == "None" ? std::string()
                                                                               : name;
}

class Extractor {
 public:
  Extractor(const TextFile& file, Parses language, const Parsed& parsed, bool tests,
            Findings& findings)
      : file_(file),
        language_(language),
        parsed_(parsed),
        tests_(tests),
        tests_from_(language == Parses::rust ? line_of_rust_tests(file) : 0),
        findings_(findings) {}

  void run(const std::vector<Match>& matches) {
    for (const Match& match : matches) {
      if (const TSNode* node = Captures(match).find("guarded")) {
        guarded_.emplace_back(ts_node_start_byte(*node), ts_node_end_byte(*node));
      }
    }
    for (const Match& match : matches) take(Captures(match));
    finish();
  }

 private:
  static int line_of_rust_tests(const TextFile& file) {
    const auto& lines = file.lines();
    for (std::size_t k = 0; k + 1 < lines.size(); ++k) {
      if (lines[k].starts_with("#[cfg(test)]") && lines[k + 1].starts_with("mod ")) {
        return static_cast<int>(k) + 1;
      }
    }
    return 0;
  }

  int line_of(TSNode node) const { return static_cast<int>(ts_node_start_point(node).row) + 1; }
  std::string_view text(TSNode node) const { return parsed_.text_of(node); }
  bool tests_at(int line) const { return tests_ || (tests_from_ > 0 && line >= tests_from_); }

  Fact fact(FactKind kind, std::string_view name, TSNode at, std::string message = {}) const {
    const int line = line_of(at);
    return Fact{.kind = kind,
                .name = valid_utf8(name.substr(0, name_bytes_max)),
                .message = std::move(message),
                .where = file_.evidence(line),
                .is_public = true,
                .in_tests = tests_at(line)};
  }

  void take(const Captures& captures) {
    if (const TSNode* node = captures.find("type")) return take_type(*node, captures);
    if (const TSNode* node = captures.find("function")) return take_function(*node, captures);
    if (const TSNode* node = captures.find("method")) return take_method(*node, captures);
    if (const TSNode* node = captures.find("constant")) return take_constant(*node, captures);
    if (const TSNode* node = captures.find("import")) return take_import(*node, captures);
    if (const TSNode* node = captures.find("import.inside")) return take_inside_import(*node);
    if (const TSNode* node = captures.find("raise")) return take_raise(*node, captures);
    if (const TSNode* node = captures.find("raise.macro")) return take_raise_macro(*node, captures);
    if (const TSNode* node = captures.find("raise.unnamed")) {
      return add_raise("", *node, captures);
    }
    if (const TSNode* node = captures.find("error")) return take_error(*node, captures);
    if (const TSNode* node = captures.find("message")) return add_message("", *node);
    if (const TSNode* node = captures.find("annotation")) return take_annotation(*node);
    if (const TSNode* node = captures.find("version")) return take_version(*node, captures);
    take_flags(captures);
    take_counts(captures);
  }

  void take_type(TSNode name, const Captures& captures) {
    const TSNode* bases = captures.find("type.bases");
    Fact found = fact(FactKind::type, text(name), name, generics(captures));
    found.is_public = is_public(parsed_, name, language_);
    const bool error =
        names_an_error(text(name)) || (bases != nullptr && bases_are_errors(text(*bases)));
    if (error) {
      Fact declared = found;
      declared.kind = FactKind::error_declared;
      declared.message.clear();
      findings_.add(std::move(declared));
    }
    findings_.add(std::move(found));
  }

  std::string generics(const Captures& captures) const {
    const TSNode* node = captures.find("generics");
    return node == nullptr ? std::string() : shown_line(text(*node).substr(0, generics_bytes_max));
  }

  void take_function(TSNode name, const Captures& captures) {
    const TSNode declaration = declaration_of(name);
    const Place place = place_of(declaration);
    const bool is_method = place.surrounding == Surrounding::type ||
                           std::string_view(ts_node_type(declaration)) == "method_definition";
    std::string type;
    if (place.surrounding == Surrounding::type) type = name_of_type(parsed_, place.node);
    add_function(name, captures, is_method ? FactKind::method : FactKind::function, type);
  }

  void take_method(TSNode name, const Captures& captures) {
    const TSNode* owner = captures.find("method.of");
    std::string_view type = owner == nullptr ? std::string_view() : text(*owner);
    if (language_ == Parses::go) {  // "(c *Context)"
      type = type.substr(0, type.find_first_of("[)"));
      type = after_last(after_last(type, " "), "*");
      if (text(name) == "Error" && !type.empty() && !names_an_error(type)) {
        findings_.add(fact(FactKind::error_declared, type, name));
      }
    }
    const bool is_function = type == "exports" || type == "module.exports";
    add_function(name, captures, is_function ? FactKind::function : FactKind::method,
                 std::string(type));
  }

  void add_function(TSNode name, const Captures& captures, FactKind kind, const std::string& type) {
    const std::string_view word = text(name);
    if (word.starts_with("__") || word == "constructor") return;
    Fact found = fact(kind, word, name, generics(captures));
    found.is_public = is_public(parsed_, name, language_);
    if (found.in_tests && (word.starts_with("test") || word.starts_with("Test"))) return;
    if (kind == FactKind::method && !type.empty() && !found.in_tests) {
      methods_.insert({type, std::string(word), found.where.line});
    }
    const TSNode* parameters = captures.find("parameters");
    if (parameters != nullptr && found.is_public && !found.in_tests) {
      findings_.measure("params", parameter_count(parsed_, *parameters), found.where);
    }
    findings_.add(std::move(found));
  }

  void take_constant(TSNode name, const Captures& captures) {
    if (place_of(declaration_of(name)).surrounding == Surrounding::function) return;
    if (text(name) == "_") return;
    std::string value;
    if (const TSNode* node = captures.find("value")) {
      value = literal_text(parsed_, *node);
      if (value.empty() && text(*node).size() <= value_bytes_max) value = shown_line(text(*node));
    }
    Fact found = fact(FactKind::constant, text(name), name, std::move(value));
    found.is_public = is_public(parsed_, name, language_);
    findings_.add(std::move(found));
  }

  // Only the first: "__version__" of the package.
  void take_version(TSNode name, const Captures& captures) {
    const TSNode* value = captures.find("value");
    const Evidence where = file_.evidence(line_of(name));
    const std::string version = value == nullptr ? std::string() : literal_text(parsed_, *value);
    if (version.empty() || tests_ || version.size() > 40 || !speaks_for_package()) return;
    findings_.versions.push_back({version, where});
  }

  // A module deep inside may carry a version of its own.
  bool speaks_for_package() const {
    constexpr std::array<std::string_view, 7> names{"__init__.py", "version.py",     "_version.py",
                                                    "setup.py",    "__version__.py", "__about__.py",
                                                    "about.py"};
    const std::string_view name = file_name(file_.path());
    return folder_of(file_.path()).empty() ||
           std::find(names.begin(), names.end(), name) != names.end();
  }

  void take_import(TSNode node, const Captures& captures) {
    const bool guarded = is_guarded(node);
    for (const std::string& module : modules_of(node)) add_import(module, node, guarded);
    const TSNode* member = captures.find("import.member");
    if (member == nullptr || text(*member).empty()) return;
    const char first = text(*member)[0];
    if (first >= 'a' && first <= 'z') {  // from unittest import mock: also unittest.mock
      Fact found = fact(FactKind::import,
                        std::string(text(node)) + "." + std::string(text(*member)), *member);
      findings_.add(std::move(found));
    }
  }

  std::vector<std::string> modules_of(TSNode node) const {
    if (language_ == Parses::rust) return rust_uses(text(node));
    if (language_ == Parses::python || language_ == Parses::java) {
      return {valid_utf8(text(node))};
    }
    std::string module = literal_text(parsed_, node);
    if (module.empty() || module[0] == '.' || module[0] == '/') return {};
    return {std::move(module)};
  }

  bool is_guarded(TSNode node) const {
    const std::uint32_t at = ts_node_start_byte(node);
    return std::any_of(guarded_.begin(), guarded_.end(),
                       [at](const auto& range) { return at >= range.first && at < range.second; });
  }

  void add_import(const std::string& module, TSNode node, bool guarded) {
    Fact found = fact(FactKind::import, module, node);
    findings_.add(ImportSite{module, found.where, language_, guarded, found.in_tests});
    findings_.add(std::move(found));
  }

  // An import from inside the package counts only where it may be missing.
  void take_inside_import(TSNode node) {
    if (!is_guarded(node)) return;
    const Fact found = fact(FactKind::import, after_last(text(node), "."), node);
    findings_.add(ImportSite{found.name, found.where, language_, true, found.in_tests});
  }

  void take_raise(TSNode node, const Captures& captures) {
    std::string_view whole = text(node);
    if (language_ == Parses::rust) {
      const std::string name = rust_error_name(whole);
      if (!name.empty()) add_raise(name, node, captures);
      return;
    }
    whole = whole.substr(0, whole.find_first_of("<("));
    const std::string_view name = after_last(whole, ".");
    const bool called = captures.find("message") != nullptr;
    const bool lower = !starts_upper(name);
    if (lower && !called && language_ != Parses::go) return;  // raise error: raised again
    add_raise(name, node, captures);
  }

  void take_raise_macro(TSNode node, const Captures& captures) {
    add_raise(after_last(text(node), "::"), node, captures);
  }

  void add_raise(std::string_view name, TSNode node, const Captures& captures) {
    Fact found = fact(FactKind::error_raised, name, node);
    const TSNode* said = captures.find("message");
    if (said != nullptr) found.message = literal_text(parsed_, *said);
    const bool fresh = raised_.insert(ts_node_start_byte(node)).second;
    if (fresh && !found.in_tests) ++raises_;
    if (raises_ == 1 && first_raise_.path.empty()) first_raise_ = found.where;
    if (said != nullptr) add_message(name, *said);
    if (fresh || !found.message.empty()) findings_.add(std::move(found));
  }

  void add_message(std::string_view name, TSNode node) {
    std::string message = literal_text(parsed_, node);
    if (!has_letters(message)) return;
    findings_.add(fact(FactKind::message, name, node, std::move(message)));
  }

  void take_error(TSNode node, const Captures& captures) {
    const TSNode* said = captures.find("message");
    Fact found = fact(FactKind::error_declared, text(node), node);
    if (said != nullptr) found.message = literal_text(parsed_, *said);
    found.is_public = is_public(parsed_, node, language_);
    if (said != nullptr) add_message(text(node), *said);
    findings_.add(std::move(found));
  }

  // A type with an at sign; the first of a kind in a file is enough.
  void take_annotation(TSNode node) {
    constexpr std::array<std::string_view, 6> plain{
        "Override", "Test", "SuppressWarnings", "ParameterizedTest", "Nullable", "NonNull"};
    const std::string name = "@" + std::string(text(node));
    const bool is_plain =
        std::find(plain.begin(), plain.end(), std::string_view(name).substr(1)) != plain.end();
    if (!is_plain && annotations_.insert(name).second) {
      findings_.add(fact(FactKind::type, name, node));
    }
  }

  void take_flags(const Captures& captures) {
    if (const TSNode* node = captures.find("flag")) {
      for (const std::string& flag : long_flags(literal_text(parsed_, *node))) {
        findings_.add(fact(FactKind::flag, flag, *node));
      }
    }
    if (const TSNode* node = captures.find("flag.long")) {
      const std::string name = literal_text(parsed_, *node);
      if (!long_flags("--" + name).empty() && name.find(' ') == std::string::npos) {
        findings_.add(fact(FactKind::flag, "--" + name, *node));
      }
    }
    if (const TSNode* node = captures.find("flag.word")) {
      std::string name = "--" + std::string(text(*node));
      std::replace(name.begin(), name.end(), '_', '-');
      findings_.add(fact(FactKind::flag, name, *node));
    }
  }

  void take_counts(const Captures& captures) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> in_tests{
        {{"test", "tests"}, {"assert", "asserts"}, {"skip", "skipped"}}};
    for (const auto& [capture, count] : in_tests) {
      const TSNode* node = captures.find(capture);
      if (node != nullptr && tests_at(line_of(*node))) {
        findings_.count_at(count, file_.evidence(line_of(*node)));
      }
    }
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> in_source{
        {{"catch.empty", "catches"},
         {"command", "commands"},
         {"command.word", "commands"},
         {"option", "options"},
         {"deprecated", "deprecations"}}};
    for (const auto& [capture, count] : in_source) {
      const TSNode* node = captures.find(capture);
      if (node != nullptr && !tests_at(line_of(*node))) {
        findings_.count_at(count, file_.evidence(line_of(*node)));
      }
    }
  }

  void finish() {
    if (raises_ > 0) findings_.measure("raises", raises_, first_raise_);
    std::map<std::string, std::pair<std::int64_t, int>> by_type;
    std::string last_type;
    std::string last_name;
    for (const auto& [type, name, line] : methods_) {  // overloads count once
      if (type == last_type && name == last_name) continue;
      auto& [count, first_line] = by_type.try_emplace(type, 0, line).first->second;
      ++count;
      first_line = std::min(first_line, line);
      last_type = type;
      last_name = name;
    }
    for (const auto& [type, held] : by_type) {
      findings_.measure("methods_in_largest_type", held.first, file_.evidence(held.second));
    }
  }

  const TextFile& file_;
  Parses language_;
  const Parsed& parsed_;
  bool tests_;
  int tests_from_;  // Rust: the line from which on the file is its own test; 0: never
  Findings& findings_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> guarded_;
  std::set<std::uint32_t> raised_;
  std::int64_t raises_ = 0;
  Evidence first_raise_;
  std::set<std::string> annotations_;
  std::set<std::tuple<std::string, std::string, int>> methods_;  // type, name, line
};

// Splits at commas outside braces.
std::vector<std::string_view> split_list(std::string_view text) {
  std::vector<std::string_view> parts;
  int depth = 0;
  std::size_t begin = 0;
  for (std::size_t k = 0; k < text.size(); ++k) {
    if (text[k] == '{') ++depth;
    if (text[k] == '}') --depth;
    if (text[k] == ',' && depth == 0) {
      parts.push_back(text.substr(begin, k - begin));
      begin = k + 1;
    }
  }
  parts.push_back(text.substr(begin));
  return parts;
}

void expand_use(const std::string& prefix, std::string_view text, int depth,
                std::vector<std::string>& out) {
  if (depth <= 0 || out.size() >= uses_max) return;
  const std::string clean = trimmed(text);
  const std::string_view part = std::string_view(clean).substr(0, clean.find(" as "));
  const auto brace = part.find('{');
  if (brace == std::string_view::npos) {
    std::string name = prefix + trimmed(part);
    if (name.ends_with("::self")) name.resize(name.size() - 6);
    if (name.ends_with("::*")) name.resize(name.size() - 3);
    if (!name.empty()) out.push_back(std::move(name));
    return;
  }
  const std::string inner_prefix = prefix + trimmed(std::string_view(clean).substr(0, brace));
  const auto close = clean.rfind('}');
  if (close == std::string::npos || close < brace) return;
  for (const std::string_view inner :
       split_list(std::string_view(clean).substr(brace + 1, close - brace - 1))) {
    expand_use(inner_prefix, inner, depth - 1, out);
  }
}

}  // namespace

void extract(const TextFile& file, Parses language, const Parsed& parsed,
             const std::vector<Match>& matches, bool tests, Findings& findings) {
  Extractor(file, language, parsed, tests, findings).run(matches);
}

std::vector<std::string> long_flags(std::string_view text) {
  static const re2::RE2 pattern("(?:^|[\\s,/|])(--[A-Za-z][\\w.-]*)");
  std::vector<std::string> flags;
  re2::StringPiece rest(text.data(), std::min<std::size_t>(text.size(), 400));
  std::string flag;
  while (flags.size() < 8 && re2::RE2::FindAndConsume(&rest, pattern, &flag)) {
    flags.push_back(flag);
  }
  return flags;
}

std::vector<std::string> rust_uses(std::string_view argument) {
  std::vector<std::string> names;
  expand_use("", argument, 8, names);
  std::erase_if(names, [](const std::string& name) {
    return name.starts_with("crate") || name.starts_with("self") || name.starts_with("super");
  });
  return names;
}

}  // namespace onereel::scout
