#pragma once

// Film time as a person writes it: 3.5.

#include <string>

#include "onereel/base/seconds.h"

namespace onereel::writing {

/// The shortest decimal that reads back as exactly this time.
std::string seconds_text(Seconds time);
Seconds seconds_from_decimal(double seconds);

}  // namespace onereel::writing
