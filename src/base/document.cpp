// The edge to yaml-cpp: its parser's events build our Document, so that no alias, no deep nest and
// no million nodes ever exist in memory, and nothing it throws passes this file.

#include "onereel/base/document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <fmt/format.h>

namespace onereel {
namespace {

struct Refused {
  std::string what;
  int line;
};

// Builds the tree. Throws Refused (caught in read_yaml, below) to leave the parser early.
class Builder final : public YAML::EventHandler {
 public:
  explicit Builder(const std::string& source) : source_(source) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { add(node(mark)); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{"aliases (*name) are not read here; write the value out", mark.line + 1};
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
                const std::string& value) override {
    Document made = node(mark);
    // yaml-cpp gives quoted scalars the non-specific tag "!".
    made.quoted = tag == "!";
    const bool plain_null = !made.quoted && (value.empty() || value == "~" || value == "null");
    if (!plain_null) {
      made.kind = Document::Kind::scalar;
      made.scalar = value;
    }
    add(std::move(made));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    open(mark, Document::Kind::list);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    open(mark, Document::Kind::map);
  }
  void OnMapEnd() override { close(); }

  Document root;

 private:
  struct Open {
    Document node;
    std::optional<std::string> key;
    std::set<std::string> keys;
  };

  Document node(const YAML::Mark& mark) {
    if (++nodes_ > document_nodes_max) throw Refused{"too many values", mark.line + 1};
    Document made;
    made.source = source_;
    made.line = mark.line + 1;
    return made;
  }
  void open(const YAML::Mark& mark, Document::Kind kind) {
    if (static_cast<int>(stack_.size()) >= document_depth_max) {
      throw Refused{"nested too deep", mark.line + 1};
    }
    Open opened{node(mark), {}, {}};
    opened.node.kind = kind;
    stack_.push_back(std::move(opened));
  }
  void close() {
    Document done = std::move(stack_.back().node);
    stack_.pop_back();
    add(std::move(done));
  }
  void add(Document made) {
    if (stack_.empty()) {
      root = std::move(made);
      return;
    }
    Open& top = stack_.back();
    if (top.node.kind == Document::Kind::list) {
      top.node.items.push_back(std::move(made));
    } else if (!top.key) {
      take_key(top, made);
    } else {
      top.node.entries.emplace_back(*std::exchange(top.key, {}), std::move(made));
    }
  }
  static void take_key(Open& top, const Document& made) {
    if (!made.is_scalar() && !made.is_null()) throw Refused{"a key must be a word", made.line};
    const std::string key = made.is_null() ? "null" : made.scalar;
    if (!top.keys.insert(key).second) {
      throw Refused{fmt::format("the key '{}' stands here twice", key), made.line};
    }
    top.key = key;
  }

  std::string source_;
  std::vector<Open> stack_;
  std::size_t nodes_ = 0;
};

// Words that YAML 1.1 or 1.2 readers would take for something other than text.
bool reads_as_other(const std::string& text) {
  static constexpr std::string_view words[] = {"null", "true", "false", "yes", "no",
                                               "on",   "off",  "~",     "y",   "n"};
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(std::begin(words), std::end(words), lower) != std::end(words);
}

bool is_number(const std::string& text) {
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  return fault == std::errc() && end == text.data() + text.size();
}

bool plain_is_safe(const std::string& text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  static constexpr std::string_view bad_first = "-?:,[]{}#&*!|>'\"%@`=<";
  if (bad_first.find(text.front()) != std::string_view::npos) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 || c == 0x7F || c == '{' || c == '}' || c == '[' || c == ']' || c == ',') {
      return false;
    }
    if (c == ':' && at + 1 < text.size() && text[at + 1] == ' ') return false;
    if (c == '#' && at > 0 && text[at - 1] == ' ') return false;
  }
  return true;
}

std::string double_quoted(const std::string& text) {
  std::string out = "\"";
  for (const char letter : text) {
    const auto c = static_cast<unsigned char>(letter);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += letter;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (c < 0x20 || c == 0x7F) {
      out += fmt::format("\\x{:02X}", static_cast<unsigned>(c));
    } else {
      out += letter;
    }
  }
  return out + '"';
}

std::string scalar_text(const Document& node) {
  if (node.is_null()) return "null";
  const bool bare_number = is_number(node.scalar) && !node.quoted;
  const bool boolean = !node.quoted && (node.scalar == "true" || node.scalar == "false");
  if (bare_number || boolean) return node.scalar;
  if (plain_is_safe(node.scalar) && !node.quoted && !reads_as_other(node.scalar)) {
    return node.scalar;
  }
  return double_quoted(node.scalar);
}

constexpr std::size_t flow_columns_max = 100;

bool is_leaf(const Document& node) {
  return node.is_scalar() || node.is_null();
}

// On one line if all entries are scalars and it is short; empty text otherwise.
std::string flow_text(const Document& node, std::size_t room) {
  std::string out;
  if (node.is_list()) {
    for (const Document& item : node.items) {
      if (!is_leaf(item)) return {};
      out += (out.empty() ? "" : ", ") + scalar_text(item);
    }
    out = "[" + out + "]";
  } else {
    for (const auto& [key, value] : node.entries) {
      if (!is_leaf(value)) return {};
      out += (out.empty() ? "" : ", ") + scalar_text(scalar_node(key)) + ": " + scalar_text(value);
    }
    out = "{" + out + "}";
  }
  return out.size() <= room ? out : std::string();
}

void write_block(const Document& node, std::size_t indent, bool in_list, std::string& out);

void write_value(const Document& value, std::size_t indent, std::size_t used, std::string& out) {
  if (is_leaf(value)) {
    out += " " + scalar_text(value) + "\n";
    return;
  }
  const bool empty = value.items.empty() && value.entries.empty();
  const std::size_t room = used < flow_columns_max ? flow_columns_max - used : 0;
  const std::string flow = flow_text(value, empty ? 2 : room);
  if (!flow.empty()) {
    out += " " + flow + "\n";
    return;
  }
  out += "\n";
  write_block(value, indent + 2, false, out);
}

void write_block(const Document& node, std::size_t indent, bool in_list, std::string& out) {
  const std::string margin(indent, ' ');
  bool first = true;
  for (const Document& item : node.items) {
    out += (first && in_list ? "" : margin) + "-";
    first = false;
    if (item.is_map() && flow_text(item, flow_columns_max - 4).empty()) {
      out += " ";
      write_block(item, indent + 2, true, out);
    } else {
      write_value(item, indent, indent + 2, out);
    }
  }
  for (const auto& [key, value] : node.entries) {
    const std::string written = scalar_text(scalar_node(key));
    out += (first && in_list ? "" : margin) + written + ":";
    first = false;
    write_value(value, indent, indent + written.size() + 2, out);
  }
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({swap, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row[b.size()];
}

}  // namespace

const Document* Document::find(std::string_view key) const {
  for (const auto& [name, value] : entries) {
    if (name == key) return &value;
  }
  return nullptr;
}

std::string Document::text_or(std::string_view key, std::string_view otherwise) const {
  const Document* found = find(key);
  return found != nullptr && found->is_scalar() ? found->scalar : std::string(otherwise);
}

double Document::number_or(std::string_view key, double otherwise) const {
  const Document* found = find(key);
  if (found == nullptr) return otherwise;
  const Result<double> value = found->number();
  return value ? *value : otherwise;
}

Result<std::string> Document::text() const {
  if (!is_scalar()) return error("a word or sentence is wanted here");
  return scalar;
}

Result<double> Document::number() const {
  double value = 0;
  const char* end = scalar.data() + scalar.size();
  const auto parsed = std::from_chars(scalar.data(), end, value);
  if (!is_scalar() || parsed.ec != std::errc() || parsed.ptr != end) {
    return error(fmt::format("a number is wanted here, not '{}'", scalar));
  }
  return value;
}

Result<std::int64_t> Document::integer() const {
  std::int64_t value = 0;
  const char* end = scalar.data() + scalar.size();
  const auto parsed = std::from_chars(scalar.data(), end, value);
  if (!is_scalar() || parsed.ec != std::errc() || parsed.ptr != end) {
    return error(fmt::format("a whole number is wanted here, not '{}'", scalar));
  }
  return value;
}

Result<bool> Document::boolean() const {
  if (scalar == "true") return true;
  if (scalar == "false") return false;
  return error(fmt::format("true or false is wanted here, not '{}'", scalar));
}

Error Document::error(std::string_view what, Here here) const {
  return Error{Remedy::fix_input, fmt::format("{}:{}: {}", source, line, what), {}, here};
}

Result<> Document::only(const std::vector<std::string_view>& known) const {
  if (!is_map()) return error("names with values are wanted here");
  for (const auto& [key, value] : entries) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    const std::string near = nearest(key, known);
    return value.error(fmt::format("unknown field '{}'; {}", key,
                                   near.empty()
                                       ? fmt::format("known are {}", fmt::join(known, ", "))
                                       : fmt::format("did you mean '{}'?", near)));
  }
  return {};
}

Result<Document> read_yaml(std::string_view text, std::string source) {
  if (text.size() > document_bytes_max) {
    return fix_input(fmt::format("{}: larger than {} MiB", source, document_bytes_max >> 20U));
  }
  Builder builder(source);
  try {
    std::istringstream stream{std::string(text)};
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
  } catch (const Refused& refused) {
    return fix_input(fmt::format("{}:{}: {}", source, refused.line, refused.what));
  } catch (const YAML::Exception& fault) {
    return fix_input(fmt::format("{}:{}: {}", source, fault.mark.line + 1, fault.msg));
  } catch (const std::exception& fault) {
    return fix_input(fmt::format("{}: {}", source, fault.what()));
  }
  return std::move(builder.root);
}

Result<Document> read_yaml_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fix_input(fmt::format("cannot open {}", path));
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return read_yaml(text, path);
}

std::string write_yaml(const Document& document) {
  if (is_leaf(document)) return scalar_text(document) + "\n";
  if (document.items.empty() && document.entries.empty()) {
    return document.is_list() ? "[]\n" : "{}\n";
  }
  std::string out;
  write_block(document, 0, false, out);
  return out;
}

Document scalar_node(std::string text, bool quoted) {
  Document node;
  node.kind = Document::Kind::scalar;
  node.scalar = std::move(text);
  node.quoted = quoted;
  return node;
}

Document list_node(std::vector<Document> items) {
  Document node;
  node.kind = Document::Kind::list;
  node.items = std::move(items);
  return node;
}

Document map_node(std::vector<std::pair<std::string, Document>> entries) {
  Document node;
  node.kind = Document::Kind::map;
  node.entries = std::move(entries);
  return node;
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  std::string_view best;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return std::string(best);
}

}  // namespace onereel
