#pragma once

// Commands that a README shows: which install something, which use it.

#include <optional>
#include <string>
#include <string_view>

namespace onereel::scout {

/// The command a line of code shows, prompt stripped, if it installs something:
/// "$ pip install flask" gives "pip install flask". Setting up the sources is not installing.
std::optional<std::string> install_command(std::string_view line);

/// The command a line of code shows if it uses the program: not installing, not fetching or testing
/// the sources, not changing folder. `language` is that of the block, lower-case; may be empty.
std::optional<std::string> run_command(std::string_view line, std::string_view language);

}  // namespace onereel::scout
