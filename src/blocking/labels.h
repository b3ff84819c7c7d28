#pragma once

// Painted words: slots filled, the right sign found.

#include <map>
#include <string>

#include "onereel/base/document.h"
#include "onereel/base/result.h"
#include "onereel/drawing/drawing.h"

namespace onereel::blocking {

/// "$stem$letter" with every slot replaced by its text. A slot without a text is left out.
std::string filled(const std::string& text, const std::map<std::string, std::string>& slots);

/// The sign meant: the named one, or the drawing's first.
Result<std::string> sign_of(const drawing::Drawing& drawing, const std::string& asked,
                            const Document& where);

}  // namespace onereel::blocking
