#include "strict_fields.h"

#include <fmt/format.h>

namespace onereel::writing {
namespace {

Result<const Document*> there(const Document& node, const char* field) {
  const Document* found = node.find(field);
  if (found == nullptr) return node.error(fmt::format("the field '{}' is missing", field));
  return found;
}

}  // namespace

Result<std::string> text_of(const Document& node, const char* field) {
  TRY(const Document* found, there(node, field));
  return found->text();
}

Result<double> number_of(const Document& node, const char* field, double least, double most) {
  TRY(const Document* found, there(node, field));
  TRY(const double value, found->number());
  if (value < least || value > most) {
    return found->error(fmt::format("{} is not within {} .. {}", value, least, most));
  }
  return value;
}

Result<const Document*> list_of(const Document& node, const char* field) {
  TRY(const Document* found, there(node, field));
  if (!found->is_list()) return found->error(fmt::format("'{}' is a list: [a, b]", field));
  return found;
}

Result<const Document*> map_of(const Document& node, const char* field) {
  TRY(const Document* found, there(node, field));
  if (!found->is_map()) return found->error(fmt::format("'{}' is a map: {{a: b}}", field));
  return found;
}

Result<std::vector<std::string>> texts_of(const Document& node, const char* field) {
  std::vector<std::string> texts;
  if (node.find(field) == nullptr) return texts;
  TRY(const Document* list, list_of(node, field));
  for (const Document& item : list->items) {
    TRY(std::string text, item.text());
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace onereel::writing
