#pragma once

// Bugs stop the program; bad input never does.

namespace onereel {

/// A place in our own source, taken from the caller by default arguments.
struct Here {
  const char* file = __builtin_FILE();
  int line = __builtin_LINE();
};

/// Stops the program when `held` is false, in release too. For what only a bug can break; `belief`
/// says what was believed: must(held >= charged, "overruns are split off before this").
void must(bool held, const char* belief, Here here = {});

}  // namespace onereel
