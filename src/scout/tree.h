#pragma once

// Where the files of a repository come from: a folder, a work tree of git, or the HEAD of a bare
// repository. Nothing is executed, no link is followed, every loop has a bound.

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/log.h"
#include "onereel/base/result.h"

namespace onereel::scout {

/// Bounds on what a repository may ask of us.
inline constexpr std::int64_t file_bytes_max = 1 << 20;
inline constexpr std::int64_t total_bytes_max = 64 << 20;
inline constexpr std::size_t entries_max = 200'000;
inline constexpr int folder_depth_max = 64;
inline constexpr std::size_t path_bytes_max = 4096;

/// What was left out, counted by its reason ("links", "over 1 MiB").
using LeftOut = std::map<std::string, std::int64_t>;

struct TreeFile {
  std::string path;  ///< relative, '/' between folders, valid UTF-8 without control characters
  std::int64_t bytes = 0;
};

struct Listing {
  std::vector<TreeFile> files;  ///< sorted by the bytes of their paths
  LeftOut left_out;
  std::vector<std::string> remarks;  ///< whole sentences for RepoFacts::notes
};

/// A repository that can be listed and read.
class Tree {
 public:
  virtual ~Tree() = default;
  Tree() = default;
  Tree(const Tree&) = delete;
  Tree& operator=(const Tree&) = delete;

  /// @error interrupted  Ctrl-C.
  virtual Result<Listing> list(Progress& progress) = 0;
  /// At most file_bytes_max bytes of a file; nothing if it is gone, larger, or no plain file.
  virtual std::optional<std::string> read(const std::string& path) = 0;
  /// The folder's own name, for projects that state none.
  virtual std::string name() const = 0;
};

/// True for paths (relative) that git would ignore.
using Ignored = std::function<bool(const std::string& path, bool folder)>;

/// A folder on disk. `ignored` may be empty. `no_folder` as @error fix_input.
Result<std::unique_ptr<Tree>> open_folder(const std::string& path, Ignored ignored);

/// A bare repository, or nothing if `path` is none.
/// @error fix_input  the owner is somebody else, or git cannot read it; says the mend.
Result<std::unique_ptr<Tree>> open_bare(const std::string& path);

/// git's ignore rules for the folder `path`, which may lie inside a work tree. An empty function if
/// no repository surrounds it or git cannot read it (then a remark says so).
/// @error fix_input  the owner is somebody else; says the mend.
Result<Ignored> ignore_rules(const std::string& path, std::vector<std::string>& remarks);

/// What `path` is: the right one of the above. Sentences for the notes go to `remarks`.
/// @error fix_input  "Repository not found: ..."; says the mend.
Result<std::unique_ptr<Tree>> open_tree(const std::string& path, std::vector<std::string>& remarks);

}  // namespace onereel::scout
