#pragma once

// A tree of scalars, lists and maps read from YAML, with the line each came from, so that whoever
// reads data can say "cues.yaml:12: ..." when something is wrong. The only code that sees yaml-cpp.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onereel/base/result.h"

namespace onereel {

/// One node. A value: copies are deep. Maps keep the order of the file.
class Document {
 public:
  enum class Kind : unsigned char { null, scalar, list, map };

  Document() = default;

  Kind kind = Kind::null;
  std::string scalar;           ///< for Kind::scalar, as written (quotes removed)
  bool quoted = false;          ///< the scalar stood in quotes: "12" is a text
  std::vector<Document> items;  ///< for Kind::list
  std::vector<std::pair<std::string, Document>> entries;  ///< for Kind::map
  std::string source;                                     ///< name of the file, for messages
  int line = 0;                                           ///< from 1; 0 if made in memory

  bool is_null() const { return kind == Kind::null; }
  bool is_scalar() const { return kind == Kind::scalar; }
  bool is_list() const { return kind == Kind::list; }
  bool is_map() const { return kind == Kind::map; }

  /// The entry named `key` of a map; nullptr if there is none or this is no map.
  const Document* find(std::string_view key) const;
  /// The entry's text, or `otherwise`.
  std::string text_or(std::string_view key, std::string_view otherwise) const;
  double number_or(std::string_view key, double otherwise) const;

  /// @error fix_input  not a scalar, or not a number / boolean (true, false only).
  Result<std::string> text() const;
  Result<double> number() const;
  Result<std::int64_t> integer() const;
  Result<bool> boolean() const;

  /// An error that begins with "source:line: ".
  Error error(std::string_view what, Here here = {}) const;
  /// @error fix_input  this is a map with a key outside `known`; names the nearest known one.
  Result<> only(const std::vector<std::string_view>& known) const;
};

/// Limits on outside YAML: no file of ours is near them; a hostile one stops here.
inline constexpr std::size_t document_bytes_max = 4U << 20U;
inline constexpr int document_depth_max = 64;
inline constexpr std::size_t document_nodes_max = 400'000;

/// Reads YAML 1.2-ish text (yaml-cpp). Aliases are refused (they can grow without bound), and so is
/// a map with one key twice.
/// @error fix_input  not YAML; too big, deep or many nodes; says line and what was found.
Result<Document> read_yaml(std::string_view text, std::string source);

/// @error fix_input  no such file, or as read_yaml.
Result<Document> read_yaml_file(const std::string& path);

/// Writes block YAML that a person can edit and read_yaml gives back equal: long texts plain,
/// quoted where needed; maps in their order; short flat maps and lists on one line.
std::string write_yaml(const Document& document);

/// Makes nodes in memory.
Document scalar_node(std::string text, bool quoted = false);
Document list_node(std::vector<Document> items);
Document map_node(std::vector<std::pair<std::string, Document>> entries);

/// The candidate nearest to `word` by edit distance, for "did you mean"; empty if none is near.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace onereel
