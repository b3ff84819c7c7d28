#pragma once

// JSON as a Document with line numbers, for manifests. Comments and trailing commas are let pass.

#include <optional>
#include <string>
#include <string_view>

#include "onereel/base/document.h"

namespace onereel::scout {

/// Nothing if the text is no JSON, nests deeper than document_depth_max, or has more than
/// document_nodes_max nodes.
std::optional<Document> read_json_text(std::string_view text);

}  // namespace onereel::scout
