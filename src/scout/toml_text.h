#pragma once

// TOML as a Document with line numbers. The only code that sees toml++.

#include <optional>
#include <string_view>

#include "onereel/base/document.h"

namespace onereel::scout {

/// Nothing if the text is no TOML (toml++ stops at 256 levels).
std::optional<Document> read_toml_text(std::string_view text);

}  // namespace onereel::scout
