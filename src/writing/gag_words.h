#pragma once

// The closed vocabularies of gag files.

#include <string_view>
#include <vector>

namespace onereel::writing {

const std::vector<std::string_view>& families();
const std::vector<std::string_view>& moods();
const std::vector<std::string_view>& tints();
const std::vector<std::string_view>& project_kinds();
/// Where the text of a slot may come from.
const std::vector<std::string_view>& slot_sources();
/// Things that belong to a set or a figure: they may stand in any number of gags.
bool is_furniture(std::string_view prop);

}  // namespace onereel::writing
