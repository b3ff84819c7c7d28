#pragma once

// What cards may say that one pattern finds in one line or message.

#include <vector>

#include "onereel/papers/repo_facts.h"

namespace onereel::writing {

/// Where a value is looked for: in what a message says, or in the line itself.
enum class From : unsigned char { message, line };

struct Reading {
  const char* slot;
  std::vector<FactKind> kinds;  ///< empty: any
  From from;
  const char* pattern;  ///< the first group is the value
  double least = 0;     ///< of a number
  double most = 1e9;
};

const std::vector<Reading>& readings();

}  // namespace onereel::writing
