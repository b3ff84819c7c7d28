#pragma once

#include <string>

#include "onereel/base/result.h"
#include "onereel/papers/screenplay.h"

namespace onereel {

/// Looks again at every cited path:line.
/// @error fix_input  one of them does not hold its text (any more); says which, and the mend.
Result<> check_evidence(const Screenplay& screenplay, const std::string& repository);

}  // namespace onereel
