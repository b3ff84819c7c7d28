#pragma once

// Text as bytes that should be UTF-8.

#include <string>
#include <string_view>
#include <vector>

namespace onereel {

/// The same text with every malformed sequence replaced by U+FFFD (as WHATWG Encoding does).
std::string valid_utf8(std::string_view bytes);

/// Code points; malformed bytes count as U+FFFD.
std::vector<char32_t> code_points(std::string_view text);

/// Appends one code point as UTF-8.
void append_utf8(std::string& text, char32_t point);

/// Number of code points.
std::size_t length_in_points(std::string_view text);

std::string trimmed(std::string_view text);
std::string lower_ascii(std::string_view text);
/// Lines without their line ends (\n or \r\n).
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace onereel
