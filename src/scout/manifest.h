#pragma once

// What the files say that tell a package manager about the project. Read as text; nothing runs.

#include <optional>
#include <string>
#include <vector>

#include "onereel/papers/repo_facts.h"
#include "text_file.h"

namespace onereel::scout {

enum class ManifestKind : unsigned char {
  npm,
  python,
  cargo,
  go,
  maven,
  gradle,
  requirements,
  gem,
  cmake,
};

struct Manifest {
  std::string path;
  ManifestKind kind = ManifestKind::npm;
  Stated name;
  Stated description;
  Stated homepage;
  Stated repository;
  Stated licence;
  Stated version;
  std::vector<Stated> dependencies;  ///< needed at run time
  std::vector<Stated> others;        ///< for building, testing, optional
  std::vector<Fact> keys;            ///< other keys that say something: workspaces, overrides ...
  std::vector<std::string> keywords;
  bool lists_dependencies = false;
  bool installs_command = false;
  bool has_library_entry = false;
};

/// True for names read_manifest knows.
bool is_manifest_name(std::string_view path);

/// Nothing if the file is none, or cannot be understood.
std::optional<Manifest> read_manifest(const TextFile& file);

}  // namespace onereel::scout
