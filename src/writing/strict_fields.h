#pragma once

// Fields of a data file that must be there and be of their kind.

#include <string>

#include "onereel/base/document.h"
#include "onereel/base/result.h"

namespace onereel::writing {

/// @error fix_input  missing or of another kind; file and line.
Result<std::string> text_of(const Document& node, const char* field);
Result<double> number_of(const Document& node, const char* field, double least, double most);
Result<const Document*> list_of(const Document& node, const char* field);
Result<const Document*> map_of(const Document& node, const char* field);
/// The texts of a list; an absent field gives none.
Result<std::vector<std::string>> texts_of(const Document& node, const char* field);

}  // namespace onereel::writing
