#pragma once

// SHA-256 of content: what a take was made from, and whether a person has edited a file.

#include <string>
#include <string_view>

namespace onereel::vault {

/// 64 lower-case hexadecimal digits (FIPS 180-4).
std::string content_hash(std::string_view bytes);

/// The hash of a file's bytes; empty if it cannot be read.
std::string file_hash(const std::string& path);

}  // namespace onereel::vault
