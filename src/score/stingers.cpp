// Where the stingers fall and what they silence.

#include <algorithm>

#include "hands.h"

namespace onereel::score {

std::vector<Window> windows_of(const Section& section, const Library& library,
                               std::map<std::string, std::size_t>& turns, std::uint64_t seed) {
  std::vector<Window> windows;
  for (const Accent& accent : section.accents) {
    const Stinger* stinger = &library.stinger(accent.stinger);
    // Close to a full cadence a stinger keeps its tonic form.
    const bool closing =
        section.cadence == Cadence::full && section.cut - accent.at < ticks_of_ms(1'300);
    if (!stinger->alternates.empty() && !closing) {
      const std::size_t turn = (turns[stinger->name]++ + static_cast<std::size_t>(seed % 97)) %
                               (stinger->alternates.size() + 1);
      if (turn > 0) stinger = &library.stinger(stinger->alternates[turn - 1]);
    }
    const Tick before = std::max<Tick>(ticks_of_ms(stinger->silence_before_ms), stinger->impact);
    const Tick after =
        std::max<Tick>(ticks_of_ms(stinger->silence_after_ms), stinger->end() - stinger->impact);
    windows.push_back({accent.at - before, accent.at + after, accent.at, stinger});
  }
  return windows;
}

bool is_free(const std::vector<Window>& windows, Tick at) {
  return std::none_of(windows.begin(), windows.end(),
                      [&](const Window& window) { return window.from <= at && at < window.to; });
}

}  // namespace onereel::score
