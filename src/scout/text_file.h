#pragma once

// One text of the repository as lines, made safe to show.

#include <string>
#include <string_view>
#include <vector>

#include "onereel/papers/repo_facts.h"

namespace onereel::scout {

inline constexpr std::size_t shown_line_points_max = 200;
inline constexpr std::size_t parsed_line_bytes_max = 4096;

/// Holds a NUL, or more than one control character in a hundred, in its first 8,000 bytes; or is a
/// pointer of git LFS.
bool is_binary(std::string_view bytes);

/// A line as Evidence shows it: trimmed, control and direction characters replaced by U+FFFD, at
/// most shown_line_points_max code points.
std::string shown_line(std::string_view line);

/// A text and where its lines begin.
class TextFile {
 public:
  /// Malformed bytes become U+FFFD; a byte order mark is dropped.
  TextFile(std::string path, std::string_view bytes);
  TextFile(const TextFile&) = delete;  // lines_ points into text_
  TextFile& operator=(const TextFile&) = delete;

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  const std::vector<std::string_view>& lines() const { return lines_; }
  /// The line (from 1) on which the byte at `offset` stands.
  int line_of(std::size_t offset) const;
  /// Line `line` (from 1) as evidence; empty text where there is no such line.
  Evidence evidence(int line) const;

  /// The line to show for the file as a whole: the first that holds the file's own name, else the
  /// first that says more than whose it is and what it needs, else 1.
  int telling_line() const;

  /// One line in it is longer than parsed_line_bytes_max: packed by a tool, or data.
  bool has_endless_line() const;
  /// Brackets nest deeper than any person writes; parsers recurse.
  bool nests_too_deep() const;
  /// Says of itself that a tool wrote it ("@generated", "DO NOT EDIT") in its first lines.
  bool says_generated() const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::string_view> lines_;
};

}  // namespace onereel::scout
