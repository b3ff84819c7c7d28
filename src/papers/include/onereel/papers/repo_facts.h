#pragma once

// What the scout found in a repository: only what stands there, each with its place.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace onereel {

/// A line of the repository that shows something.
struct Evidence {
  std::string path;  ///< relative to the repository, '/' between folders
  int line = 1;      ///< from 1; 1 where the whole file is meant
  std::string text;  ///< the line, trimmed, valid UTF-8, at most 200 code points
  bool operator==(const Evidence&) const = default;
};

/// The kinds that `earned_by` rules of gags ask for.
enum class FactKind : unsigned char {
  import,
  import_missing,  ///< guarded by a handler for the import error, or found nowhere
  type,
  function,
  method,
  error_declared,
  error_raised,  ///< raised, thrown, returned, panicked
  message,       ///< text of an error or a user-visible message
  constant,
  flag,  ///< a command-line flag that the program declares
  file_path,
  file_kind,  ///< name: lower-case extension or well-known file name
  manifest,   ///< name: key of a manifest, message: its value
  readme,     ///< message: one paragraph or heading
  metric,     ///< name: metric, number in RepoFacts::counts
  history,    ///< waits for the scout at full strength
};

struct Fact {
  FactKind kind = FactKind::type;
  std::string name;          ///< identifier, module, flag ("--dry-run"), path ...; may be empty
  std::string message = {};  ///< text of a message or value, if there is one
  Evidence where;
  bool is_public = true;
  bool in_tests = false;  ///< stands in tests, examples, docs or fixtures
  bool operator==(const Fact&) const = default;
};

/// One fact about the project with its place, e.g. the install line of the README.
struct Stated {
  std::string text;  ///< empty: not stated
  Evidence where;
  bool operator==(const Stated&) const = default;
};

struct Project {
  Stated name;      ///< as the manifest spells it; else README title; else folder name
  Stated tagline;   ///< manifest description, else first real paragraph of the README; unshortened
  Stated install;   ///< first install command of the README, whole, one line
  Stated run;       ///< first command of the usage section
  Stated homepage;  ///< without https://
  Stated licence;   ///< SPDX id where recognised
  Stated version;
  bool operator==(const Project&) const = default;
};

struct Language {
  std::string name;  ///< "Python", "TypeScript", ...
  std::int64_t files = 0;
  std::int64_t lines = 0;
  bool operator==(const Language&) const = default;
};

struct RepoFacts {
  Project project;
  std::vector<Language> languages;  ///< most lines first
  std::vector<Fact> facts;          ///< sorted by path, line, kind, name
  /// Numbers by name: files, source_files, source_lines, errors, raises, flags, todos, ... (the
  /// counts of data/writing/cards.yaml that the scout knows).
  std::map<std::string, std::int64_t> counts;
  // The fields that data/writing/errands.yaml looks at.
  std::string claim;  ///< at most 500 characters
  std::vector<std::string> keywords;
  std::vector<std::string> dependencies;  ///< run-time
  std::string readme;                     ///< first 8,000 characters, fenced code removed
  std::vector<std::string> paths;         ///< every path that was looked at, sorted
  bool installs_command = false;          ///< the manifest installs a command
  bool has_library_entry = false;         ///< the manifest exports a library
  bool empty = false;                     ///< nothing there to make a film about
  std::vector<std::string> notes;         ///< what was left out and why: "3 files over 1 MiB"
  bool operator==(const RepoFacts&) const = default;
};

}  // namespace onereel
