#pragma once

// One thing about a performer that changes with time: an angle, a height, which head it wears. A
// sorted list of keys and no other state, so that any pose can be asked for in any order.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "onereel/base/result.h"

namespace onereel::blocking {

/// How the way from one key to the next is spread over its poses.
enum class Ease : unsigned char { linear, in, in3, out, out3, both, snap, back, hold };

/// "lin", "in", "in3", "out", "out3", "io", "snap", "back", "hold".
Result<Ease> read_ease(std::string_view word);
std::vector<std::string_view> ease_names();
double eased(Ease ease, double share);

/// A number over time. Before its first and after its last key the value holds.
class Channel {
 public:
  explicit Channel(double rest = 0);

  double at(double pose) const;
  /// The way to `value` ends at `pose`; keys later than that are forgotten, so that a later cue
  /// interrupts an earlier one. `arc` bends the way: added in full in the middle.
  void key(double pose, double value, Ease ease, double arc = 0);
  /// Keeps the value that stands at `pose` as the start of what is keyed next, and the way to it.
  void pin(double pose);
  /// Jumps to `value` at `pose`; until then nothing changes.
  void jump(double pose, double value);
  double last() const { return keys_.back().value; }
  double last_at() const { return keys_.back().at; }

 private:
  struct Key {
    double at;
    double value;
    Ease ease;
    double arc;
    double full_at;  ///< where the way was to end before it was cut short
    double full_value;
  };
  std::vector<Key> keys_;
};

/// A word over time: which of the swapped drawings is shown. Steps, never between.
class Choice {
 public:
  explicit Choice(std::string rest = {});
  const std::string& at(double pose) const;
  void set(double pose, std::string value);

 private:
  std::vector<std::pair<double, std::string>> steps_;
};

}  // namespace onereel::blocking
