#include <algorithm>

#include <fmt/format.h>

#include "section.h"

namespace onereel::score {
namespace {

// The tunes the rules in casting.cpp call by name.
constexpr std::string_view needed_themes[] = {"apprentice", "apprentice-minor", "apprentice-waltz",
                                              "bug", "victory-it-runs"};

Error missing(const std::string& folder, std::string_view theme) {
  return fix_input(fmt::format("read {}: no theme has id={}", folder, theme));
}

}  // namespace

const Theme* Library::find(std::string_view id) const {
  const auto found = std::find_if(themes.begin(), themes.end(),
                                  [&](const Theme& theme) { return theme.id == id; });
  return found == themes.end() ? nullptr : &*found;
}

const Chord& Section::chord_at(int pulse) const {
  const auto after = std::find_if(chords.begin(), chords.end(),
                                  [&](const ChordAt& chord) { return chord.at > pulse; });
  return (after == chords.begin() ? *after : *(after - 1)).chord;
}

Result<Library> read_library(const std::string& data_folder) {
  const std::string folder = data_folder + "/score/themes";
  Library library;
  TRY(library.themes, read_themes(folder));
  TRY(library.patterns, read_patterns(data_folder + "/score/patterns.yaml"));
  for (const std::string_view id : needed_themes) {
    if (library.find(id) == nullptr) return missing(folder, id);
  }
  for (const auto& [name, mood] : library.patterns.moods) {
    for (const std::string& id : mood.themes) {
      if (library.find(id) == nullptr) return missing(folder, id);
    }
  }
  for (const auto& [gag, id] : library.patterns.quotations) {
    if (library.find(id) == nullptr) return missing(folder, id);
  }
  return library;
}

}  // namespace onereel::score
