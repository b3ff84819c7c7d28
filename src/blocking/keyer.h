#pragma once

// Shorthand in which moves write their keys.

#include <initializer_list>
#include <string>
#include <utility>

#include "move_table.h"

namespace onereel::blocking {

using KeyValues = std::initializer_list<std::pair<const char*, double>>;

class Keyer {
 public:
  explicit Keyer(Performer& performer) : performer_(performer) {}

  /// The way of these channels ends at `pose`. Channels the performer lacks are passed over, so
  /// that one move serves figures with and without legs.
  void key(double pose, Ease ease, KeyValues values) {
    for (const auto& [name, value] : values) {
      Channel* channel = performer_.number(name);
      if (channel != nullptr) channel->key(pose, value, ease);
    }
  }
  /// Keeps what stands at `from`, then as key().
  void way(double from, double to, Ease ease, KeyValues values) {
    for (const auto& [name, value] : values) {
      Channel* channel = performer_.number(name);
      if (channel == nullptr) continue;
      channel->pin(from);
      channel->key(to, value, ease);
    }
  }
  void jump(double pose, KeyValues values) {
    for (const auto& [name, value] : values) {
      Channel* channel = performer_.number(name);
      if (channel != nullptr) channel->jump(pose, value);
    }
  }
  void pin(double pose, std::initializer_list<const char*> names) {
    for (const char* name : names) {
      Channel* channel = performer_.number(name);
      if (channel != nullptr) channel->pin(pose);
    }
  }
  /// Shows a swapped drawing where the performer has it: not every face can be taken aback.
  void show(double pose, const std::string& group, const std::string& choice);

 private:
  Performer& performer_;
};

}  // namespace onereel::blocking
