// Arguments to command, command to exit code. The one place that catches everything.

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "command_line.h"
#include "commands.h"
#include "report.h"
#include "terminal.h"

namespace onereel::app {
namespace {

Result<> run(const CommandLine& line, Terminal& terminal) {
  switch (line.command) {
    case Command::make:
    case Command::write:
    case Command::cut:
      return make(line, terminal);
    case Command::survey:
      return survey(line, terminal);
    case Command::plan:
      return plan(line, terminal);
    case Command::gags:
      return gags(line, terminal);
    case Command::stage:
      return stage(line, terminal);
    case Command::doctor:
      return doctor(line, terminal);
  }
  return {};
}

int told(const Error& error, bool json) {
  if (json) print(error_json(error));
  fmt::print(stderr, "onereel: {}\n", error.what);
  return static_cast<int>(exit_for(error));
}

int start(const std::vector<std::string>& arguments) {
  Result<Parsed> parsed = parse_command_line(arguments);
  if (!parsed) return told(parsed.error(), false);
  if (parsed->printed) {
    print(parsed->printed->text);
    return 0;
  }
  const CommandLine& line = *parsed->command_line;
  watch_interrupts();
  Terminal terminal(terminal_manner(line.quiet), stderr, &std::chrono::steady_clock::now);
  const Result<> done = run(line, terminal);
  terminal.clear();
  return done ? 0 : told(done.error(), line.json);
}

}  // namespace
}  // namespace onereel::app

int main(int count, char** words) {
  try {
    return onereel::app::start({words + 1, words + count});
  } catch (const std::exception& fault) {
    fmt::print(stderr, "onereel: {} (a bug, or out of memory; please report it)\n", fault.what());
  } catch (...) {
    fmt::print(stderr, "onereel: something unknown went wrong (a bug; please report it)\n");
  }
  return 70;  // EX_SOFTWARE of sysexits.h
}
