#include "terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace onereel::app {
namespace {

// The one piece of state a signal handler may touch.
std::atomic<bool>& interrupt_flag() {
  static std::atomic<bool> flag{false};
  return flag;
}

extern "C" void on_interrupt(int signal) {
  if (interrupt_flag().exchange(true)) _exit(128 + signal);
}

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

constexpr auto least_between_draws = std::chrono::milliseconds(80);
constexpr int bar_width = 24;

std::string minutes(long seconds) {
  if (seconds < 90) return fmt::format("{} s", seconds);
  return fmt::format("{} min {:02} s", seconds / 60, seconds % 60);
}

}  // namespace

TerminalManner terminal_manner(bool quiet) {
  TerminalManner manner;
  const char* term = std::getenv("TERM");
  const bool able = isatty(STDERR_FILENO) != 0 && term != nullptr && std::strcmp(term, "dumb") != 0;
  manner.bar = able;
  manner.colour = able && !set_in_environment("NO_COLOR");
  manner.quiet = quiet;
  const char* debug = std::getenv("DEBUG");
  manner.debug = debug != nullptr && std::strcmp(debug, "1") == 0;
  winsize size{};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) {
    manner.columns = size.ws_col;
  }
  return manner;
}

Terminal::Terminal(TerminalManner manner, std::FILE* out, Clock clock)
    : manner_(manner), out_(out), clock_(std::move(clock)) {}

Terminal::~Terminal() {
  clear();
}

void Terminal::step(std::string_view step, long done, long total) {
  const std::scoped_lock lock(mutex_);
  const auto now = clock_();
  const bool fresh = step != step_;
  if (fresh) {
    step_ = step;
    step_began_ = now;
    first_done_ = done;
  }
  if (manner_.quiet) return;
  if (!manner_.bar) {
    if (fresh) fmt::print(out_, "{}\n", step);
    return;
  }
  const bool finished = done >= total;
  if (!fresh && !finished && now - last_drawn_ < least_between_draws) return;
  last_drawn_ = now;
  const auto full = static_cast<int>(total > 0 ? done * bar_width / total : 0);
  const std::string bar =
      std::string(static_cast<std::size_t>(std::clamp(full, 0, bar_width)), '#') +
      std::string(static_cast<std::size_t>(bar_width - std::clamp(full, 0, bar_width)), '.');
  draw(fmt::format("[{}] {}{}", bar, step, time_left(done, total)));
}

std::string Terminal::time_left(long done, long total) {
  const auto spent = std::chrono::duration<double>(clock_() - step_began_).count();
  const long work = done - first_done_;
  if (work <= 0 || spent < 1.0 || done >= total) return {};
  const double left = spent / static_cast<double>(work) * static_cast<double>(total - done);
  return fmt::format(", {} left", minutes(static_cast<long>(left + 0.5)));
}

void Terminal::draw(std::string_view line) {
  const auto room = static_cast<std::size_t>(std::max(20, manner_.columns - 1));
  fmt::print(out_, "\r\x1b[K{}", line.substr(0, room));
  std::fflush(out_);
  bar_shown_ = true;
}

void Terminal::debug(std::string_view line) {
  if (!manner_.debug) return;
  clear();
  const std::scoped_lock lock(mutex_);
  fmt::print(out_, "debug: {}\n", line);
}

bool Terminal::interrupted() const {
  return interrupt_flag().load();
}

void Terminal::clear() {
  const std::scoped_lock lock(mutex_);
  if (!bar_shown_) return;
  fmt::print(out_, "\r\x1b[K");
  std::fflush(out_);
  bar_shown_ = false;
}

void watch_interrupts() {
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
}

}  // namespace onereel::app
