#pragma once

// The languages the scout knows by file name, and which of them it parses.

#include <string_view>

namespace onereel::scout {

enum class Parses : unsigned char { none, python, javascript, typescript, tsx, go, rust, java };

enum class LanguageSort : unsigned char {
  source,  ///< programs, notebooks, style sheets
  prose,   ///< Markdown, reStructuredText, plain text
  other,   ///< data, markup, pictures: counted as files only
};

struct LanguageOf {
  std::string_view name;  ///< "Python"; empty for LanguageSort::other
  LanguageSort sort = LanguageSort::other;
  Parses parses = Parses::none;
};

/// By file name and extension; `path` need not exist.
LanguageOf language_of(std::string_view path);

/// The extension, or the whole lower-case name of a well-known file (dockerfile, makefile).
/// Two-part extensions that say more are kept: blade.php.
std::string_view well_known_name(std::string_view lower_name);

}  // namespace onereel::scout
