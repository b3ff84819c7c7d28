#pragma once

// Questions to one node of a syntax tree.

#include <tree_sitter/api.h>

#include <optional>
#include <string>
#include <string_view>

#include "grammar.h"

namespace onereel::scout {

/// The text that a literal stands for, pieces joined, placeholders kept as written ("{path}"),
/// white space folded; also through +, %, .format(), gettext, format!, String::from. Empty if the
/// node is no literal. At most 300 code points.
std::string literal_text(const Parsed& parsed, TSNode node);

/// The declaration whose name `name` is.
TSNode declaration_of(TSNode name);

/// What surrounds a declaration most closely.
enum class Surrounding : unsigned char { file, type, function };
struct Place {
  Surrounding surrounding = Surrounding::file;
  TSNode node = {};  ///< the type or function, where there is one
};
Place place_of(TSNode declaration);

/// The name of a type declaration or Rust impl block; empty if it has none.
std::string_view name_of_type(const Parsed& parsed, TSNode type);

/// Seen from outside the package, as the language says it.
bool is_public(const Parsed& parsed, TSNode name, Parses language);

/// Parameters without self, cls, this.
int parameter_count(const Parsed& parsed, TSNode parameters);

}  // namespace onereel::scout
