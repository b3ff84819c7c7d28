#include "syntax.h"

#include <algorithm>
#include <array>

#include "onereel/base/text.h"

namespace onereel::scout {
namespace {

constexpr int climb_max = 64;
constexpr int literal_depth_max = 12;
constexpr std::uint32_t children_max = 200;
constexpr std::size_t message_points_max = 300;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 10> type_nodes{"class_definition",
                                                      "class_declaration",
                                                      "abstract_class_declaration",
                                                      "class",
                                                      "interface_declaration",
                                                      "enum_declaration",
                                                      "record_declaration",
                                                      "annotation_type_declaration",
                                                      "impl_item",
                                                      "trait_item"};

constexpr std::array<std::string_view, 14> function_nodes{
    "function_definition",  "lambda",
    "function_declaration", "function_expression",
    "arrow_function",       "generator_function_declaration",
    "method_definition",    "function_item",
    "closure_expression",   "func_literal",
    "method_declaration",   "constructor_declaration",
    "lambda_expression",    "generator_function"};

constexpr std::array<std::string_view, 7> literal_nodes{"string",
                                                        "template_string",
                                                        "string_literal",
                                                        "interpreted_string_literal",
                                                        "raw_string_literal",
                                                        "concatenated_string",
                                                        "string_fragment"};

constexpr std::array<std::string_view, 12> piece_nodes{"string_content",
                                                       "string_fragment",
                                                       "multiline_string_fragment",
                                                       "interpreted_string_literal_content",
                                                       "raw_string_literal_content",
                                                       "escape_sequence",
                                                       "interpolation",
                                                       "template_substitution",
                                                       "string_interpolation",
                                                       "escape_interpolation",
                                                       "format_expression",
                                                       "html_character_reference"};

// Calls that give back the text they are given.
constexpr std::array<std::string_view, 14> transparent_calls{"_",
                                                             "gettext",
                                                             "ngettext",
                                                             "gettext_lazy",
                                                             "ugettext",
                                                             "t",
                                                             "format!",
                                                             "String::from",
                                                             "String.format",
                                                             "dedent",
                                                             "textwrap.dedent",
                                                             "fmt.Sprintf",
                                                             "util.format",
                                                             "format"};

std::string_view type_of(TSNode node) {
  return ts_node_type(node);
}

std::string_view unescaped(std::string_view escape) {
  if (escape == "\\n" || escape == "\\t" || escape == "\\r" || escape == "\\\n") return " ";
  if (escape == "\\\"") return "\"";
  if (escape == "\\'") return "'";
  if (escape == "\\\\") return "\\";
  if (escape == "\\`") return "`";
  return escape;
}

// The inside of a literal: pieces where the grammar has them, and the raw text between.
void append_literal(const Parsed& parsed, TSNode node, std::string& out, int depth) {
  const std::uint32_t count = std::min(ts_node_named_child_count(node), children_max);
  const bool has_pieces = count > 0;
  if (!has_pieces) {
    std::string_view text = parsed.text_of(node);
    const auto open = text.find_first_of("\"'`");
    const auto close = text.find_last_of("\"'`");
    if (open != std::string_view::npos && close > open) {
      out += text.substr(open + 1, close - open - 1);
    }
    return;
  }
  for (std::uint32_t k = 0; k < count; ++k) {
    const TSNode child = ts_node_named_child(node, k);
    const std::string_view kind = type_of(child);
    if (kind == "string_content" && ts_node_named_child_count(child) > 0 && depth > 0) {
      // Python: escapes stand inside the content, the plain text between them has no node.
      std::size_t at = ts_node_start_byte(child);
      const std::uint32_t inner = std::min(ts_node_named_child_count(child), children_max);
      for (std::uint32_t n = 0; n < inner; ++n) {
        const TSNode escape = ts_node_named_child(child, n);
        out += parsed.text().substr(at, ts_node_start_byte(escape) - at);
        out += unescaped(parsed.text_of(escape));
        at = ts_node_end_byte(escape);
      }
      out += parsed.text().substr(at, ts_node_end_byte(child) - at);
    } else if (one_of(kind, piece_nodes)) {
      out += unescaped(parsed.text_of(child));
    } else if (one_of(kind, literal_nodes) && depth > 0) {
      append_literal(parsed, child, out, depth - 1);
    }
  }
}

void append_text(const Parsed& parsed, TSNode node, std::string& out, int depth);

void append_children(const Parsed& parsed, TSNode node, std::string& out, int depth) {
  const std::uint32_t count = std::min(ts_node_named_child_count(node), children_max);
  for (std::uint32_t k = 0; k < count; ++k) {
    append_text(parsed, ts_node_named_child(node, k), out, depth);
  }
}

void append_call(const Parsed& parsed, TSNode node, std::string& out, int depth) {
  TSNode function = ts_node_child_by_field_name(node, "function", 8);
  if (ts_node_is_null(function)) return;
  const TSNode arguments = ts_node_child_by_field_name(node, "arguments", 9);
  if (one_of(parsed.text_of(function), transparent_calls)) {
    if (!ts_node_is_null(arguments) && ts_node_named_child_count(arguments) > 0) {
      append_text(parsed, ts_node_named_child(arguments, 0), out, depth);
    }
    return;
  }
  // "...".format(x), "...".to_string(), "...".into(): the object is the text.
  if (ts_node_named_child_count(function) > 0) {
    const TSNode object = ts_node_named_child(function, 0);
    if (one_of(type_of(object), literal_nodes) || type_of(object) == "parenthesized_expression") {
      append_text(parsed, object, out, depth);
    }
  }
}

void append_text(const Parsed& parsed, TSNode node, std::string& out, int depth) {
  if (depth <= 0 || out.size() > 4 * message_points_max) return;
  const std::string_view kind = type_of(node);
  if (kind == "concatenated_string" || kind == "parenthesized_expression" ||
      kind == "binary_expression" || kind == "reference_expression") {
    append_children(parsed, node, out, depth - 1);
  } else if (kind == "binary_operator") {  // Python: "..." % x, "..." + y
    append_text(parsed, ts_node_named_child(node, 0), out, depth - 1);
    const TSNode sign = ts_node_child_by_field_name(node, "operator", 8);
    if (!ts_node_is_null(sign) && type_of(sign) == "+") {
      append_text(parsed, ts_node_named_child(node, 1), out, depth - 1);
    }
  } else if (one_of(kind, literal_nodes)) {
    append_literal(parsed, node, out, depth - 1);
  } else if (kind == "call" || kind == "call_expression") {
    append_call(parsed, node, out, depth - 1);
  } else if (kind == "macro_invocation" && parsed.text_of(node).starts_with("format!")) {
    append_children(parsed, node, out, depth - 1);
  } else if (kind == "token_tree" && ts_node_named_child_count(node) > 0) {
    append_text(parsed, ts_node_named_child(node, 0), out, depth - 1);
  }
}

std::string folded(std::string_view text) {
  std::string out;
  std::size_t points = 0;
  bool blank = false;
  for (const char32_t point : code_points(text)) {
    if (point <= 0x20 || point == 0x7F) {
      blank = !out.empty();
      continue;
    }
    if (++points > message_points_max) break;
    if (blank) out.push_back(' ');
    blank = false;
    append_utf8(out, point);
  }
  return out;
}

bool has_child_text(const Parsed& parsed, TSNode node, std::string_view kind,
                    std::string_view word) {
  const std::uint32_t count = std::min(ts_node_named_child_count(node), children_max);
  for (std::uint32_t k = 0; k < count; ++k) {
    const TSNode child = ts_node_named_child(node, k);
    if (type_of(child) == kind && parsed.text_of(child).find(word) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

bool is_public_rust(const Parsed& parsed, TSNode declaration) {
  const std::uint32_t count = std::min(ts_node_named_child_count(declaration), children_max);
  for (std::uint32_t k = 0; k < count; ++k) {
    const TSNode child = ts_node_named_child(declaration, k);
    if (type_of(child) == "visibility_modifier") return parsed.text_of(child) == "pub";
  }
  const Place place = place_of(declaration);
  if (place.surrounding != Surrounding::type) return false;
  return type_of(place.node) == "trait_item" ||
         !ts_node_is_null(ts_node_child_by_field_name(place.node, "trait", 5));
}

bool is_public_java(const Parsed& parsed, TSNode declaration) {
  if (type_of(declaration) == "variable_declarator") declaration = ts_node_parent(declaration);
  if (has_child_text(parsed, declaration, "modifiers", "public") ||
      has_child_text(parsed, declaration, "modifiers", "protected")) {
    return true;
  }
  const Place place = place_of(declaration);
  return place.surrounding == Surrounding::type && type_of(place.node) == "interface_declaration";
}

}  // namespace

std::string literal_text(const Parsed& parsed, TSNode node) {
  std::string out;
  append_text(parsed, node, out, literal_depth_max);
  return folded(out);
}

TSNode declaration_of(TSNode name) {
  return ts_node_parent(name);
}

Place place_of(TSNode declaration) {
  TSNode node = declaration;
  for (int step = 0; step < climb_max; ++step) {
    node = ts_node_parent(node);
    if (ts_node_is_null(node)) break;
    if (one_of(type_of(node), type_nodes)) return {Surrounding::type, node};
    if (one_of(type_of(node), function_nodes)) return {Surrounding::function, node};
  }
  return {};
}

std::string_view name_of_type(const Parsed& parsed, TSNode type) {
  TSNode name = ts_node_child_by_field_name(type, "name", 4);
  if (ts_node_is_null(name)) name = ts_node_child_by_field_name(type, "type", 4);
  if (ts_node_is_null(name)) return {};
  const std::string_view text = parsed.text_of(name);
  return text.substr(0, text.find_first_of("<[("));
}

bool is_public(const Parsed& parsed, TSNode name, Parses language) {
  const std::string_view text = parsed.text_of(name);
  if (text.empty()) return false;
  const TSNode declaration = declaration_of(name);
  switch (language) {
    case Parses::go:
      return text[0] >= 'A' && text[0] <= 'Z';
    case Parses::rust:
      return is_public_rust(parsed, declaration);
    case Parses::java:
      return is_public_java(parsed, declaration);
    case Parses::none:
    case Parses::python:
    case Parses::javascript:
    case Parses::typescript:
    case Parses::tsx:
      break;
  }
  if (text[0] == '_' || text[0] == '#') return false;
  if (has_child_text(parsed, declaration, "accessibility_modifier", "private")) return false;
  return place_of(declaration).surrounding != Surrounding::function;
}

int parameter_count(const Parsed& parsed, TSNode parameters) {
  int count = 0;
  const std::uint32_t children = std::min(ts_node_named_child_count(parameters), children_max);
  for (std::uint32_t k = 0; k < children; ++k) {
    const TSNode child = ts_node_named_child(parameters, k);
    const std::string_view kind = type_of(child);
    const std::string_view text = parsed.text_of(child);
    if (kind == "comment" || kind == "self_parameter" || kind == "receiver_parameter" ||
        kind == "keyword_separator" || kind == "positional_separator" || text == "self" ||
        text == "cls" || text.starts_with("this:")) {
      continue;
    }
    // Go: "a, b int" is one declaration of two.
    const auto names =
        kind == "parameter_declaration"
            ? 1 + std::count(text.begin(),
                             text.begin() + static_cast<std::ptrdiff_t>(
                                                std::min(text.find_first_of("(["), text.size())),
                             ',')
            : 1;
    count += static_cast<int>(names);
  }
  return count;
}

}  // namespace onereel::scout
