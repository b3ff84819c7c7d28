#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <toml++/toml.h>
#pragma GCC diagnostic pop

#include "toml_text.h"

namespace onereel::scout {
namespace {

// Recursion is bounded by the parser's own limit on nesting.
Document document_from(const toml::node& node) {
  Document out;
  out.line = static_cast<int>(node.source().begin.line);
  if (const toml::table* table = node.as_table()) {
    out.kind = Document::Kind::map;
    for (const auto& [key, value] : *table) {
      Document held = document_from(value);
      if (!value.is_table() || held.line == 0)
        held.line = static_cast<int>(key.source().begin.line);
      out.entries.emplace_back(std::string(key.str()), std::move(held));
    }
  } else if (const toml::array* array = node.as_array()) {
    out.kind = Document::Kind::list;
    for (const toml::node& item : *array) out.items.push_back(document_from(item));
  } else {
    out.kind = Document::Kind::scalar;
    if (const auto* text = node.as_string()) {
      out.scalar = text->get();
      out.quoted = true;
    } else if (const auto* flag = node.as_boolean()) {
      out.scalar = flag->get() ? "true" : "false";
    } else if (const auto* number = node.as_integer()) {
      out.scalar = std::to_string(number->get());
    }
  }
  return out;
}

}  // namespace

std::optional<Document> read_toml_text(std::string_view text) {
  const toml::parse_result result = toml::parse(text);
  if (!result) return std::nullopt;
  return document_from(result.table());
}

}  // namespace onereel::scout
