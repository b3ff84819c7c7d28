#pragma once

// The folder of one film: its papers, takes and bundle. It carries a marker, so that no command
// ever writes into a folder that is not a film's, and the scout never reads one; and a .gitignore
// of '*'.

#include <string>
#include <string_view>

#include "onereel/base/result.h"

namespace onereel::vault {

/// Name of the marker file in a film folder.
inline constexpr std::string_view film_marker = ".onereel-film";

/// One film folder, held by one process at a time.
///
/// Threads: write_file may be called from several threads for different names.
class FilmFolder {
 public:
  /// Opens the film in `path`, or makes a new folder.
  /// @error fix_input  `path` is there and is no film folder (nothing is touched), or cannot be
  /// made.
  /// @error wait       another onereel is at work in it.
  static Result<FilmFolder> open(const std::string& path);
  /// Opens only what is there already.
  /// @error fix_input  there is no film in `path`.
  static Result<FilmFolder> open_existing(const std::string& path);
  ~FilmFolder();
  FilmFolder(FilmFolder&&) noexcept;
  FilmFolder& operator=(FilmFolder&&) noexcept;

  const std::string& path() const { return path_; }
  std::string file(std::string_view name) const;  ///< path() + "/" + name
  bool has(std::string_view name) const;

  /// Writes a file that is either wholly there or not: aside, flushed to disk, renamed. Remembers
  /// its hash, so that a later edit by a person is seen. Sub-folders are made.
  /// @error fix_input  disk full or not writable; the old file is as it was.
  Result<> write_file(std::string_view name, std::string_view bytes);
  /// @error fix_input  not there, not readable, over 64 MiB.
  Result<std::string> read_file(std::string_view name) const;

  /// True if `name` is there and is not what write_file wrote last: a person has changed it.
  bool edited_by_person(std::string_view name) const;
  /// Copies `name` to the first free of name.1, name.2, ... and gives that name.
  Result<std::string> keep_copy(std::string_view name) const;

 private:
  FilmFolder(std::string path, int lock) : path_(std::move(path)), lock_(lock) {}
  static Result<FilmFolder> held(std::string path);
  std::string path_;
  int lock_ = -1;
};

/// Writes a file that is either wholly there or not (aside, fsync, rename).
Result<> write_file_whole(const std::string& path, std::string_view bytes);
/// @error fix_input  not there, not readable, or more than `bytes_max`.
Result<std::string> read_file_whole(const std::string& path, std::size_t bytes_max = 64U << 20U);

}  // namespace onereel::vault
