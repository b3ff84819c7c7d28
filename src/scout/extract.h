#pragma once

// From a parsed file to facts.

#include "findings.h"
#include "grammar.h"
#include "text_file.h"

namespace onereel::scout {

/// Adds what the matches of the language's query say about `file`.
/// @param tests  the file stands in tests, examples or docs.
void extract(const TextFile& file, Parses language, const Parsed& parsed,
             const std::vector<Match>& matches, bool tests, Findings& findings);

/// The long flags a text declares: "-v, --verbose <level>" gives "--verbose".
std::vector<std::string> long_flags(std::string_view text);

/// The names a Rust `use` brings in: "std::{fs, io::Read}" gives "std::fs", "std::io::Read".
/// Paths within the crate are left out.
std::vector<std::string> rust_uses(std::string_view argument);

}  // namespace onereel::scout
