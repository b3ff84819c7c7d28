#pragma once

// What the program tells a developer (DEBUG=1), and how long work tells a person where it is.

#include <functional>
#include <string>
#include <string_view>

namespace onereel {

/// Where a room reports to while it works. Passed in, never global; `app` decides what is shown.
///
/// Threads: `step` and `interrupted` may be called from any thread; the implementation locks.
class Progress {
 public:
  virtual ~Progress() = default;
  /// `done` of `total` units of the step named `step` ("draw shot 7") are finished.
  virtual void step(std::string_view step, long done, long total) = 0;
  /// A line for DEBUG=1: "scout: 812 files".
  virtual void debug(std::string_view line) = 0;
  /// True once a person has pressed Ctrl-C. Long loops ask and return Remedy::interrupted.
  virtual bool interrupted() const = 0;
};

/// Says nothing and is never interrupted.
class QuietProgress final : public Progress {
 public:
  void step(std::string_view, long, long) override {}
  void debug(std::string_view) override {}
  bool interrupted() const override { return false; }
};

}  // namespace onereel
