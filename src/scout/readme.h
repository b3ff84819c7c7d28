#pragma once

// What a README says: title, paragraphs, commands. Markdown, reStructuredText or plain text.

#include <string>
#include <string_view>
#include <vector>

#include "onereel/papers/repo_facts.h"
#include "text_file.h"

namespace onereel::scout {

struct Readme {
  Stated title;
  Stated paragraph;  ///< the first real one; markup stripped
  Stated install;
  std::vector<Stated> install_lines;  ///< all of them; some install other things
  Stated run;
  Stated homepage;                    ///< of a field list: ":Web: https://..."
  Stated clone;                       ///< address of the repository in a "git clone" line
  std::vector<Stated> keywords_line;  ///< after "Keywords:"
  std::vector<Fact> facts;            ///< headings and paragraphs
  std::string opening;                ///< first 8,000 characters, fenced code removed
  std::int64_t headings = 0;          ///< of the second level
  std::int64_t installs = 0;          ///< install commands, one a line, in code blocks
};

Readme read_readme(const TextFile& file);

/// Emphasis, links, code marks, tags and emoji removed; white space folded.
std::string plain_text(std::string_view markup);

}  // namespace onereel::scout
