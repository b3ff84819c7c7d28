#include "text_file.h"

#include <algorithm>
#include <initializer_list>

#include "onereel/base/text.h"

namespace onereel::scout {
namespace {

constexpr std::size_t sniffed_bytes = 8000;
constexpr int bracket_depth_max = 1000;
constexpr std::size_t generated_lines = 8;
constexpr std::size_t telling_lines_max = 200;
constexpr std::size_t telling_bytes_max = 300;
constexpr std::size_t own_name_letters_least = 3;
constexpr std::size_t telling_letters_least = 4;

bool is_unseen(char32_t point) {
  return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x200B && point <= 0x200F) ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
         point == 0xFEFF || point >= 0xE0000;
}

std::string letters_of(std::string_view text) {
  std::string letters = lower_ascii(text);
  std::erase_if(letters,
                [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
  return letters;
}

bool begins_with_any(std::string_view line, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [line](std::string_view start) { return line.starts_with(start); });
}

// Whose it is and under what terms.
bool is_copyright(std::string_view line) {
  const std::string low = lower_ascii(line);
  return low.find("copyright") != std::string::npos || low.find("licen") != std::string::npos ||
         low.find("(c)") != std::string::npos || low.find("all rights") != std::string::npos;
}

// What files begin with before they say anything.
bool is_preface(std::string_view line) {
  return begins_with_any(line, {"#include", "#ifndef", "#pragma", "#define", "#!", "# -*-",
                                "import ", "from ", "package ", "using ", "use ", "'use ", "\"use ",
                                "<?", "---", "const ", "var ", "require"});
}

bool is_comment(std::string_view line) {
  return begins_with_any(line, {"//", "/*", "*", "#", "--", ";", "<!--", "%"}) && !is_preface(line);
}

}  // namespace

bool is_binary(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, sniffed_bytes);
  if (start.starts_with("version https://git-lfs")) return true;
  std::size_t odd = 0;
  for (const char c : start) {
    if (c == '\0') return true;
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x09 || (byte > 0x0D && byte < 0x20 && byte != 0x1B)) ++odd;
  }
  return odd * 100 > start.size();
}

std::string shown_line(std::string_view line) {
  std::string out;
  std::size_t points = 0;
  for (const char32_t point : code_points(trimmed(line))) {
    if (++points > shown_line_points_max) break;
    if (point == '\t') {
      out.push_back(' ');
    } else {
      append_utf8(out, is_unseen(point) ? char32_t{0xFFFD} : point);
    }
  }
  return trimmed(out);
}

TextFile::TextFile(std::string path, std::string_view bytes)
    : path_(std::move(path)),
      text_(valid_utf8(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes)),
      lines_(lines_of(text_)) {}

int TextFile::line_of(std::size_t offset) const {
  const char* at = text_.data() + std::min(offset, text_.size());
  const auto after = std::upper_bound(
      lines_.begin(), lines_.end(), at,
      [](const char* place, std::string_view line) { return place < line.data(); });
  return std::max(1, static_cast<int>(after - lines_.begin()));
}

Evidence TextFile::evidence(int line) const {
  const auto index = static_cast<std::size_t>(line) - 1;
  return {path_, line, index < lines_.size() ? shown_line(lines_[index]) : std::string()};
}

int TextFile::telling_line() const {
  const std::string_view file = std::string_view(path_).substr(path_.find_last_of('/') + 1);
  const std::string own = letters_of(file.substr(0, file.find('.', 1)));
  if (is_copyright(own) || own == "copying") return 1;
  int named = 0;
  int says = 0;
  int preface = 0;
  bool terms = false;  // a copyright, and the comment it stands in
  for (std::size_t k = 0; k < lines_.size() && k < telling_lines_max; ++k) {
    const std::string line = trimmed(lines_[k].substr(0, telling_bytes_max));
    const bool comment = is_comment(line);
    terms = is_copyright(line) || (terms && comment);
    if (line.empty() || terms) continue;
    const int number = static_cast<int>(k) + 1;
    const bool names =
        own.size() >= own_name_letters_least && letters_of(line).find(own) != std::string::npos;
    const bool begins = is_preface(line) || letters_of(line).size() < telling_letters_least;
    if (names && !comment && !begins) return number;
    if (names && named == 0) named = number;
    if (!begins && says == 0) says = number;
    if (preface == 0) preface = number;
  }
  for (const int line : {named, says, preface}) {
    if (line > 0) return line;
  }
  return 1;
}

bool TextFile::has_endless_line() const {
  return std::any_of(lines_.begin(), lines_.end(),
                     [](std::string_view line) { return line.size() > parsed_line_bytes_max; });
}

bool TextFile::nests_too_deep() const {
  int depth = 0;
  int deepest = 0;
  for (const char c : text_) {
    if (c == '(' || c == '[' || c == '{') deepest = std::max(deepest, ++depth);
    if ((c == ')' || c == ']' || c == '}') && depth > 0) --depth;
  }
  return deepest > bracket_depth_max;
}

bool TextFile::says_generated() const {
  // A style sheet that opens with a banner of name and version was compiled or copied.
  const bool style = path_.ends_with(".css");
  if (style && text_.substr(0, 200).find("/*!") != std::string::npos) return true;
  const std::size_t count = std::min(generated_lines, lines_.size());
  return std::any_of(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(count),
                     [](std::string_view line) {
                       const std::string lower = lower_ascii(line.substr(0, 300));
                       return lower.find("@generated") != std::string::npos ||
                              lower.find("do not edit") != std::string::npos ||
                              lower.find("autogenerated") != std::string::npos ||
                              lower.find("auto-generated") != std::string::npos;
                     });
}

}  // namespace onereel::scout
