#include "onereel/base/text.h"

#include <cstdint>

namespace onereel {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
  char32_t point;
  std::size_t bytes;
};

// Number of following bytes a lead byte asks for, and the range its first follower must be in
// (Unicode 15, table 3-7). 0 followers and not ASCII: not a lead byte.
struct Lead {
  int followers;
  unsigned char low;
  unsigned char high;
};

Lead lead_of(unsigned char byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {1, 0x80, 0xBF};
  if (byte == 0xE0) return {2, 0xA0, 0xBF};
  if (byte == 0xED) return {2, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {2, 0x80, 0xBF};
  if (byte == 0xF0) return {3, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {3, 0x80, 0xBF};
  if (byte == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

// At least one byte is there. A malformed sequence gives U+FFFD and its maximal valid start.
Decoded decode(std::string_view bytes) {
  const auto first = static_cast<unsigned char>(bytes[0]);
  if (first < 0x80) return {first, 1};
  Lead lead = lead_of(first);
  if (lead.followers == 0) return {replacement, 1};
  auto point = static_cast<char32_t>(first & (0x3F >> lead.followers));
  for (int k = 1; k <= lead.followers; ++k) {
    const auto at = static_cast<std::size_t>(k);
    if (at >= bytes.size()) return {replacement, at};
    const auto next = static_cast<unsigned char>(bytes[at]);
    if (next < lead.low || next > lead.high) return {replacement, at};
    lead.low = 0x80;
    lead.high = 0xBF;
    point = (point << 6U) | (next & 0x3FU);
  }
  return {point, static_cast<std::size_t>(lead.followers) + 1};
}

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

}  // namespace

void append_utf8(std::string& text, char32_t point) {
  const auto byte = [&text](std::uint32_t value) { text.push_back(static_cast<char>(value)); };
  if (point < 0x80) {
    byte(point);
  } else if (point < 0x800) {
    byte(0xC0U | (point >> 6U));
    byte(0x80U | (point & 0x3FU));
  } else if (point < 0x10000) {
    byte(0xE0U | (point >> 12U));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  } else {
    byte(0xF0U | (point >> 18U));
    byte(0x80U | ((point >> 12U) & 0x3FU));
    byte(0x80U | ((point >> 6U) & 0x3FU));
    byte(0x80U | (point & 0x3FU));
  }
}

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (!bytes.empty()) {
    const Decoded next = decode(bytes);
    append_utf8(out, next.point);
    bytes.remove_prefix(next.bytes);
  }
  return out;
}

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> out;
  while (!text.empty()) {
    const Decoded next = decode(text);
    out.push_back(next.point);
    text.remove_prefix(next.bytes);
  }
  return out;
}

std::size_t length_in_points(std::string_view text) {
  std::size_t count = 0;
  while (!text.empty()) {
    text.remove_prefix(decode(text).bytes);
    ++count;
  }
  return count;
}

std::string trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

}  // namespace onereel
