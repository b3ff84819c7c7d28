#pragma once

// One reader for each kind of manifest.

#include "manifest.h"

namespace onereel::scout {

inline constexpr std::size_t stated_points_max = 600;
inline constexpr std::size_t dependencies_max = 2000;

std::optional<Manifest> read_package_json(const TextFile& file);
std::optional<Manifest> read_pyproject(const TextFile& file);
std::optional<Manifest> read_cargo(const TextFile& file);
std::optional<Manifest> read_setup_cfg(const TextFile& file);
std::optional<Manifest> read_setup_py(const TextFile& file);
std::optional<Manifest> read_go_mod(const TextFile& file);
std::optional<Manifest> read_pom(const TextFile& file);
std::optional<Manifest> read_gradle(const TextFile& file);
std::optional<Manifest> read_requirements(const TextFile& file);
std::optional<Manifest> read_gemspec(const TextFile& file);
std::optional<Manifest> read_cmake(const TextFile& file);

/// `text` on one line, with the evidence of `line`; not stated if it is blank.
Stated stated_on(const TextFile& file, std::string_view text, int line);

/// Without control characters, at most stated_points_max code points.
std::string shown_text(std::string_view text);

/// "requests[socks]>=2; python_version < '4'" gives "requests".
std::string python_name(std::string_view requirement);

}  // namespace onereel::scout
