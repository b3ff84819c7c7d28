#pragma once

// How a README tagline is shortened to a sign without lying (cards.yaml, `taglines`).

#include <string>
#include <string_view>

namespace onereel::writing {

/// At most eight words of `tagline`, or nothing: then the title stands alone. No word is added,
/// changed or moved; what the project warns of (experimental, without, not) is kept.
std::string short_tagline(std::string_view tagline);

}  // namespace onereel::writing
