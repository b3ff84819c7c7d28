#include "labels.h"

#include "sheet.h"

namespace onereel::blocking {

std::string filled(const std::string& text, const std::map<std::string, std::string>& slots) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] != '$') {
      out += text[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < text.size() &&
           (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '_')) {
      ++end;
    }
    const auto slot = slots.find(text.substr(at + 1, end - at - 1));
    if (slot != slots.end()) out += slot->second;
    at = end == at + 1 ? end : end;
  }
  return out;
}

Result<std::string> sign_of(const drawing::Drawing& drawing, const std::string& asked,
                            const Document& where) {
  if (drawing.signs.empty()) {
    return at_line(where, "'" + drawing.name + "' has no sign that could be painted");
  }
  if (asked.empty()) return drawing.signs.front().id;
  std::vector<std::string> known;
  for (const drawing::Sign& sign : drawing.signs) {
    if (sign.id == asked || sign.id == "sign_" + asked) return sign.id;
    known.push_back(sign.id);
  }
  return at_line(where, "no sign '" + asked + "'" + instead_of(asked, known));
}

}  // namespace onereel::blocking
