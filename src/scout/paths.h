#pragma once

// What a path alone tells: whether it is looked at, whether it stands in tests, what it holds.

#include <string>
#include <string_view>
#include <vector>

namespace onereel::scout {

/// A folder (relative path) that is not the project's own: .git, node_modules, vendor, dist ...; at
/// the top also build, target, out. Such folders are not entered.
bool is_left_out_folder(std::string_view path);

/// Files that only tools wrote or that carry no text of the project: lock files, *.min.js, *.pb.go.
bool is_generated_name(std::string_view path);

/// Files that may hold secrets: .env, private keys. Their paths are seen, their text is not read.
bool is_secret_name(std::string_view path);

/// Stands in tests, examples, docs, benchmarks or fixtures.
bool in_tests(std::string_view path);
bool in_examples(std::string_view path);
bool in_docs(std::string_view path);

std::string_view file_name(std::string_view path);
std::string_view folder_of(std::string_view path);  ///< empty for files of the root
/// Lower-case extension without the dot; empty if there is none.
std::string extension(std::string_view path);
std::vector<std::string_view> parts_of(std::string_view path);

/// No control characters, valid UTF-8: fit to be printed and to be found again.
bool is_plain_path(std::string_view path);

}  // namespace onereel::scout
