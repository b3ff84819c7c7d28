#pragma once

// The commands, one function each. They print on success and give the error otherwise.

#include "command_line.h"
#include "onereel/base/result.h"
#include "terminal.h"

namespace onereel::app {

Result<> make(const CommandLine& line, Terminal& terminal);  ///< also write and cut
Result<> survey(const CommandLine& line, Terminal& terminal);
Result<> plan(const CommandLine& line, Terminal& terminal);
Result<> gags(const CommandLine& line, Terminal& terminal);
Result<> stage(const CommandLine& line, Terminal& terminal);
Result<> doctor(const CommandLine& line, Terminal& terminal);

/// Text to stdout. Not Result: where stdout is gone there is nobody to tell.
void print(const std::string& text);

}  // namespace onereel::app
