#pragma once

// What a person sees while the program works: a bar on a terminal, plain lines elsewhere.

#include <chrono>
#include <cstdio>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>

#include "onereel/base/log.h"

namespace onereel::app {

struct TerminalManner {
  bool bar = false;     ///< stderr is a terminal that can move the cursor
  bool colour = false;  ///< and NO_COLOR is not set
  bool quiet = false;   ///< no progress at all
  bool debug = false;   ///< DEBUG=1
  int columns = 80;
};

/// Looks at stderr and the environment.
TerminalManner terminal_manner(bool quiet);

/// "[####....] 4/6 Shooting: shot 2-03 (7 of 19), 38 s left"
///
/// Threads: all calls lock.
class Terminal final : public Progress {
 public:
  using Clock = std::function<std::chrono::steady_clock::time_point()>;
  Terminal(TerminalManner manner, std::FILE* out, Clock clock);
  ~Terminal() override;

  void step(std::string_view step, long done, long total) override;
  void debug(std::string_view line) override;
  bool interrupted() const override;
  /// Ends the bar's line, so that something else can be printed.
  void clear();

 private:
  void draw(std::string_view line);
  std::string time_left(long done, long total);

  TerminalManner manner_;
  std::FILE* out_;
  Clock clock_;
  std::mutex mutex_;
  std::string step_;
  std::chrono::steady_clock::time_point step_began_;
  long first_done_ = 0;
  std::chrono::steady_clock::time_point last_drawn_;
  bool bar_shown_ = false;
};

/// Makes Ctrl-C (and SIGTERM) set the flag that Progress::interrupted() reads; a second one ends
/// the program at once.
void watch_interrupts();

}  // namespace onereel::app
