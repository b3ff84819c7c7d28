#include "grammar.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>

#include "onereel/base/must.h"
#include "scout_texts.h"

extern "C" {
const TSLanguage* tree_sitter_python();
const TSLanguage* tree_sitter_javascript();
const TSLanguage* tree_sitter_typescript();
const TSLanguage* tree_sitter_tsx();
const TSLanguage* tree_sitter_go();
const TSLanguage* tree_sitter_rust();
const TSLanguage* tree_sitter_java();
}

namespace onereel::scout {
namespace {

constexpr std::size_t matches_max = 200'000;
constexpr std::uint32_t pending_matches_max = 4096;
// The parser calls back every hundred or so operations; a normal file of 1 MiB needs some 30,000.
constexpr long parse_calls_max = 400'000;
constexpr long query_calls_max = 400'000;

struct Source {
  const TSLanguage* language;
  std::string query;
};

Source source_of(Parses language) {
  const auto joined = [](std::string_view a, std::string_view b) {
    return std::string(a) + "\n" + std::string(b);
  };
  switch (language) {
    case Parses::none:
      break;
    case Parses::python:
      return {tree_sitter_python(), std::string(texts::python_scm)};
    case Parses::javascript:
      return {tree_sitter_javascript(), joined(texts::javascript_scm, texts::javascript_types_scm)};
    case Parses::typescript:
      return {tree_sitter_typescript(), joined(texts::javascript_scm, texts::typescript_scm)};
    case Parses::tsx:
      return {tree_sitter_tsx(), joined(texts::javascript_scm, texts::typescript_scm)};
    case Parses::go:
      return {tree_sitter_go(), std::string(texts::go_scm)};
    case Parses::rust:
      return {tree_sitter_rust(), std::string(texts::rust_scm)};
    case Parses::java:
      return {tree_sitter_java(), std::string(texts::java_scm)};
  }
  must(false, "only languages that are parsed have a grammar");
  return {};
}

// "#match? @name "re"" and its relatives, of one pattern.
struct Predicate {
  std::uint32_t capture = 0;
  bool wanted = true;
  std::vector<std::string> words;  // for #eq? and #any-of?
  std::unique_ptr<re2::RE2> pattern;
  bool holds_for(std::string_view text) const {
    const bool found =
        pattern ? re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *pattern)
                : std::find(words.begin(), words.end(), text) != words.end();
    return found == wanted;
  }
};

template <typename State>
bool count_down(State* state) {
  long& left = *static_cast<long*>(state->payload);
  return --left < 0;
}

}  // namespace

struct Grammar::Inside {
  TSParser* parser = nullptr;
  TSQuery* query = nullptr;
  TSQueryCursor* cursor = nullptr;
  std::vector<std::string_view> capture_names;
  std::vector<std::vector<Predicate>> predicates;  // by pattern

  std::string_view string_at(std::uint32_t id) const {
    std::uint32_t length = 0;
    const char* text = ts_query_string_value_for_id(query, id, &length);
    return {text, length};
  }

  // Steps of one predicate, without the closing "done".
  Predicate predicate_from(const TSQueryPredicateStep* steps, std::uint32_t count) const {
    must(count >= 3 && steps[0].type == TSQueryPredicateStepTypeString &&
             steps[1].type == TSQueryPredicateStepTypeCapture,
         "a predicate of ours is #name? @capture text...");
    std::string_view name = string_at(steps[0].value_id);
    Predicate predicate;
    predicate.capture = steps[1].value_id;
    predicate.wanted = !name.starts_with("not-");
    if (!predicate.wanted) name.remove_prefix(4);
    must(name == "match?" || name == "eq?" || name == "any-of?", "a predicate has a known name");
    for (std::uint32_t k = 2; k < count; ++k) {
      predicate.words.emplace_back(string_at(steps[k].value_id));
    }
    if (name == "match?") {
      predicate.pattern = std::make_unique<re2::RE2>(predicate.words.at(0), re2::RE2::Quiet);
      must(predicate.pattern->ok(), "a #match? pattern of ours compiles");
    }
    return predicate;
  }

  void read_predicates() {
    const std::uint32_t patterns = ts_query_pattern_count(query);
    predicates.resize(patterns);
    for (std::uint32_t pattern = 0; pattern < patterns; ++pattern) {
      std::uint32_t count = 0;
      const TSQueryPredicateStep* steps = ts_query_predicates_for_pattern(query, pattern, &count);
      std::uint32_t begin = 0;
      for (std::uint32_t k = 0; k < count; ++k) {
        if (steps[k].type != TSQueryPredicateStepTypeDone) continue;
        predicates[pattern].push_back(predicate_from(steps + begin, k - begin));
        begin = k + 1;
      }
    }
  }
};

Parsed::Parsed(TSTree* tree, std::string_view text) : tree_(tree), text_(text) {}

std::string_view Parsed::text_of(TSNode node) const {
  const std::size_t begin = std::min<std::size_t>(ts_node_start_byte(node), text_.size());
  const std::size_t end = std::min<std::size_t>(ts_node_end_byte(node), text_.size());
  return text_.substr(begin, end > begin ? end - begin : 0);
}

Grammar::Grammar(Parses language) : inside_(std::make_unique<Inside>()) {
  const Source source = source_of(language);
  inside_->parser = ts_parser_new();
  must(ts_parser_set_language(inside_->parser, source.language),
       "the grammar's ABI was checked by the build");
  std::uint32_t offset = 0;
  TSQueryError error = TSQueryErrorNone;
  inside_->query = ts_query_new(source.language, source.query.data(),
                                static_cast<std::uint32_t>(source.query.size()), &offset, &error);
  if (inside_->query == nullptr) {
    const std::string around =
        "a query of ours compiles, not at: " + source.query.substr(offset, 80);
    must(false, around.c_str());
  }
  inside_->cursor = ts_query_cursor_new();
  ts_query_cursor_set_match_limit(inside_->cursor, pending_matches_max);
  for (std::uint32_t k = 0; k < ts_query_capture_count(inside_->query); ++k) {
    std::uint32_t length = 0;
    const char* name = ts_query_capture_name_for_id(inside_->query, k, &length);
    inside_->capture_names.emplace_back(name, length);
  }
  inside_->read_predicates();
}

Grammar::~Grammar() {
  ts_query_cursor_delete(inside_->cursor);
  ts_query_delete(inside_->query);
  ts_parser_delete(inside_->parser);
}

std::unique_ptr<Parsed> Grammar::parse(std::string_view text) {
  struct Chunk {
    std::string_view text;
    static const char* read(void* payload, std::uint32_t at, TSPoint, std::uint32_t* bytes) {
      const std::string_view all = static_cast<Chunk*>(payload)->text;
      *bytes = at < all.size() ? static_cast<std::uint32_t>(all.size()) - at : 0;
      return at < all.size() ? all.data() + at : "";
    }
  } chunk{text};
  long left = parse_calls_max;
  TSInput input{};
  input.payload = &chunk;
  input.read = &Chunk::read;
  input.encoding = TSInputEncodingUTF8;
  TSParseOptions options{};
  options.payload = &left;
  options.progress_callback = [](TSParseState* state) { return count_down(state); };
  TSTree* tree = ts_parser_parse_with_options(inside_->parser, nullptr, input, options);
  ts_parser_reset(inside_->parser);
  return tree == nullptr ? nullptr : std::make_unique<Parsed>(tree, text);
}

std::vector<Match> Grammar::matches(const Parsed& parsed) {
  std::vector<Match> out;
  long left = query_calls_max;
  TSQueryCursorOptions options{};
  options.payload = &left;
  options.progress_callback = [](TSQueryCursorState* state) { return count_down(state); };
  ts_query_cursor_exec_with_options(inside_->cursor, inside_->query, parsed.root(), &options);
  TSQueryMatch match;
  while (out.size() < matches_max && ts_query_cursor_next_match(inside_->cursor, &match)) {
    const auto& predicates = inside_->predicates[match.pattern_index];
    const bool holds = std::all_of(predicates.begin(), predicates.end(), [&](const Predicate& p) {
      for (std::uint16_t k = 0; k < match.capture_count; ++k) {
        if (match.captures[k].index != p.capture) continue;
        if (!p.holds_for(parsed.text_of(match.captures[k].node))) return false;
      }
      return true;
    });
    if (!holds) continue;
    Match& captures = out.emplace_back();
    for (std::uint16_t k = 0; k < match.capture_count; ++k) {
      const std::string_view name = inside_->capture_names[match.captures[k].index];
      if (!name.starts_with('_')) captures.push_back({name, match.captures[k].node});
    }
  }
  return out;
}

Grammar& Grammars::of(Parses language) {
  for (auto& [known, grammar] : made_) {
    if (known == language) return *grammar;
  }
  made_.emplace_back(language, std::make_unique<Grammar>(language));
  return *made_.back().second;
}

}  // namespace onereel::scout
