#pragma once

// Outlines: path data and the basic shapes, all as PathSteps.

#include <pugixml.hpp>

#include <string_view>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/drawing/drawing.h"

namespace onereel::drawing {

using Path = std::vector<PathStep>;

/// The `d` of a path: M L H V C S Q Z, absolute or relative.
/// @error fix_input  another command (arcs are not in the subset), or numbers missing.
Result<Path> read_path_data(std::string_view data);

/// Circle, ellipse, rect, line, polygon, polyline or path.
/// @error fix_input  an attribute is missing or no number.
Result<Path> read_outline(const pugi::xml_node& element);

void apply(const Matrix& map, Path& path);

/// The smallest box around the path, curves included.
Box bounds(const Path& path);

}  // namespace onereel::drawing
