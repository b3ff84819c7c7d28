#include "manifest.h"

#include "manifest_readers.h"
#include "onereel/base/text.h"
#include "paths.h"

namespace onereel::scout {
namespace {

// Of the root only: below it are parts.
constexpr std::string_view cmake_file = "CMakeLists.txt";

}  // namespace

bool is_manifest_name(std::string_view path) {
  const std::string_view name = file_name(path);
  return name == "package.json" || name == "pyproject.toml" || name == "setup.cfg" ||
         name == "setup.py" || name == "Cargo.toml" || name == "go.mod" || name == "pom.xml" ||
         name == "build.gradle" || name == "build.gradle.kts" || name == "Pipfile" ||
         name.ends_with(".gemspec") || path == cmake_file ||
         (name.ends_with(".txt") && name.find("requirements") != std::string_view::npos);
}

std::optional<Manifest> read_manifest(const TextFile& file) {
  const std::string_view name = file_name(file.path());
  std::optional<Manifest> manifest;
  if (name == "package.json") manifest = read_package_json(file);
  if (name == "pyproject.toml") manifest = read_pyproject(file);
  if (name == "Cargo.toml") manifest = read_cargo(file);
  if (name == "setup.cfg") manifest = read_setup_cfg(file);
  if (name == "setup.py") manifest = read_setup_py(file);
  if (name == "go.mod") manifest = read_go_mod(file);
  if (name == "pom.xml") manifest = read_pom(file);
  if (name.starts_with("build.gradle")) manifest = read_gradle(file);
  if (name.ends_with(".gemspec")) manifest = read_gemspec(file);
  const bool cmake = file.path() == cmake_file;
  if (cmake) manifest = read_cmake(file);
  if ((name.ends_with(".txt") && !cmake) || name == "Pipfile") manifest = read_requirements(file);
  if (manifest) manifest->path = file.path();
  return manifest;
}

Stated stated_on(const TextFile& file, std::string_view text, int line) {
  std::string folded;
  for (const std::string_view part : lines_of(text)) {
    const std::string clean = trimmed(part);
    if (clean.empty()) continue;
    if (!folded.empty()) folded.push_back(' ');
    folded += clean;
  }
  if (folded.empty()) return {};
  return {shown_text(folded), file.evidence(std::max(1, line))};
}

std::string shown_text(std::string_view text) {
  std::string out;
  std::size_t points = 0;
  for (const char32_t point : code_points(text)) {
    if (++points > stated_points_max) break;
    if (point >= 0x20 && (point < 0x7F || point >= 0xA0)) append_utf8(out, point);
  }
  return out;
}

std::string python_name(std::string_view requirement) {
  const std::string clean = trimmed(requirement);
  const auto end =
      clean.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");
  return clean.substr(0, end);
}

}  // namespace onereel::scout
