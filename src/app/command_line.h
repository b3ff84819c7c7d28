#pragma once

// The command line as a value.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "onereel/base/result.h"

namespace onereel::app {

/// Exit codes, the same for every command (docs/onereel.1).
enum class Exit : int {
  done = 0,
  usage = 2,     ///< wrong usage or input
  budget = 3,    ///< refused by the budget
  provider = 4,  ///< a provider refused or failed
  doubt = 5,     ///< money in doubt: a person must look
  damaged = 6,   ///< damaged state
  interrupted = 130,
};

Exit exit_for(const Error& error);

enum class Command : unsigned char { make, survey, write, plan, cut, gags, stage, doctor };

struct CommandLine {
  Command command = Command::make;
  std::string repository = ".";  ///< make, survey, write, plan
  std::string film_folder = {};  ///< --out; cut: the folder
  std::optional<std::uint64_t> seed = {};
  double wear = 0.5;
  bool preview = false;
  bool dry_run = false;
  bool force = false;
  bool json = false;
  bool quiet = false;
  std::string language = "en";
  std::vector<std::string> without_gags = {};
  bool staged_only = false;  ///< gags
  // stage
  std::string gag = {};
  std::string part = {};
  std::string gag_file = {};
  std::map<std::string, std::string> slots = {};
  bool full_size = false;
  bool no_clip = false;
  bool loop = false;
  int every = 4;
  int optional_cues_kept = -1;
};

/// What to print instead of doing anything: --help, --version.
struct Printed {
  std::string text;
};

struct Parsed {
  std::optional<CommandLine> command_line;
  std::optional<Printed> printed;
};

/// @error fix_input  wrong usage; the text says what would be right.
Result<Parsed> parse_command_line(const std::vector<std::string>& arguments);

}  // namespace onereel::app
