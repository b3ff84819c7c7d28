#include "json_text.h"

#include "onereel/base/text.h"

namespace onereel::scout {
namespace {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Document> whole() {
    Document document;
    if (!value(document, 0)) return std::nullopt;
    skip_blank();
    if (at_ != text_.size()) return std::nullopt;
    return document;
  }

 private:
  bool done() const { return at_ >= text_.size(); }
  char peek() const { return done() ? '\0' : text_[at_]; }

  void skip_blank() {
    while (!done()) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c == '/' && text_.substr(at_, 2) == "//") {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (c == '/' && text_.substr(at_, 2) == "/*") {
        skip_block_comment();
      } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        ++at_;
      } else {
        return;
      }
    }
  }

  void skip_block_comment() {
    const auto end = std::min(text_.find("*/", at_ + 2), text_.size());
    for (; at_ < end; ++at_) {
      if (text_[at_] == '\n') ++line_;
    }
    at_ = std::min(end + 2, text_.size());
  }

  bool take(char c) {
    skip_blank();
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  // Recursion is bounded by document_depth_max.
  bool value(Document& into, int depth) {
    skip_blank();
    if (depth > document_depth_max || ++nodes_ > document_nodes_max) return false;
    into.line = line_;
    switch (peek()) {
      case '{':
        return map(into, depth);
      case '[':
        return list(into, depth);
      case '"':
        into.kind = Document::Kind::scalar;
        into.quoted = true;
        return string(into.scalar);
      default:
        return word(into);
    }
  }

  bool map(Document& into, int depth) {
    into.kind = Document::Kind::map;
    take('{');
    while (!take('}')) {
      skip_blank();
      std::string key;
      if (peek() != '"' || !string(key) || !take(':')) return false;
      Document held;
      if (!value(held, depth + 1)) return false;
      into.entries.emplace_back(std::move(key), std::move(held));
      if (!take(',') && peek() != '}') return false;
    }
    return true;
  }

  bool list(Document& into, int depth) {
    into.kind = Document::Kind::list;
    take('[');
    while (!take(']')) {
      if (!value(into.items.emplace_back(), depth + 1)) return false;
      if (!take(',') && peek() != ']') return false;
    }
    return true;
  }

  bool string(std::string& into) {
    ++at_;
    while (!done() && text_[at_] != '"') {
      if (text_[at_] == '\n') return false;
      if (text_[at_] == '\\') {
        if (!escape(into)) return false;
      } else {
        into.push_back(text_[at_++]);
      }
    }
    if (done()) return false;
    ++at_;
    return true;
  }

  bool escape(std::string& into) {
    ++at_;
    const char c = peek();
    ++at_;
    switch (c) {
      case 'n':
      case 't':
      case 'r':
      case 'b':
      case 'f':
        into.push_back(' ');
        return true;
      case 'u':
        return unicode(into);
      case '"':
      case '\\':
      case '/':
        into.push_back(c);
        return true;
      default:
        return false;
    }
  }

  bool unicode(std::string& into) {
    char32_t point = 0;
    for (int k = 0; k < 4; ++k, ++at_) {
      const char c = peek();
      const int digit = c >= '0' && c <= '9'   ? c - '0'
                        : c >= 'a' && c <= 'f' ? c - 'a' + 10
                        : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                               : -1;
      if (digit < 0) return false;
      point = point * 16 + static_cast<char32_t>(digit);
    }
    append_utf8(into, point >= 0xD800 && point <= 0xDFFF ? char32_t{0xFFFD} : point);
    return true;
  }

  bool word(Document& into) {
    const auto end = text_.find_first_of(" \t\r\n,]}/", at_);
    const std::string_view found =
        text_.substr(at_, end == std::string_view::npos ? end : end - at_);
    if (found.empty() || found.size() > 64) return false;
    at_ += found.size();
    if (found == "null") return true;
    into.kind = Document::Kind::scalar;
    into.scalar = std::string(found);
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::size_t nodes_ = 0;
};

}  // namespace

std::optional<Document> read_json_text(std::string_view text) {
  return Reader(text).whole();
}

}  // namespace onereel::scout
