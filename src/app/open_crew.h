#pragma once

// Finds the data and opens everything a film is made with.

#include <memory>
#include <string>

#include "command_line.h"
#include "onereel/base/result.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/papers/commission.h"
#include "onereel/production/crew.h"
#include "onereel/writing/gag_library.h"

namespace onereel::app {

/// Owns what a Crew refers to.
struct OpenedCrew {
  std::string data_folder;
  std::shared_ptr<drawing::ArtKit> kit;
  std::unique_ptr<writing::GagLibrary> gags;
  std::string program;

  Crew crew(Progress& progress) const;
};

/// Where the data lies: $ONEREEL_DATA; beside the program (share/onereel/data); under the prefix it
/// was installed to.
/// @error fix_input  nowhere; says where it was looked for.
Result<std::string> find_data_folder();

Result<OpenedCrew> open_crew();

/// The commission a command line asks for. The film folder's name comes from the repository's.
/// @error fix_input  "Repository not found: ..." with the mend.
Result<Commission> commission_of(const CommandLine& line);

}  // namespace onereel::app
