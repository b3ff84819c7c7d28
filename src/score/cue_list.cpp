#include "cue_list.h"

#include <fmt/format.h>

#include "exact_math.h"

namespace onereel::score {
namespace {

Seconds seconds_of(Tick tick) {
  return Seconds::ticks(tick * (Seconds::ticks_per_second / ticks_per_second));
}

std::string spoken(std::string name) {
  for (char& letter : name) {
    if (letter == '_') letter = ' ';
  }
  return name;
}

// "1-8, 11-12": bars of the theme, counted from 1 as a pianist does.
std::string bars_of(const Section& section) {
  std::string text;
  for (std::size_t i = 0; i < section.material.size();) {
    std::size_t last = i;
    while (last + 1 < section.material.size() &&
           section.material[last + 1].how == section.material[i].how &&
           section.material[last + 1].bar == section.material[last].bar + 1) {
      ++last;
    }
    const BarUse& use = section.material[i];
    if (!text.empty()) text += ", ";
    if (use.how != BarUse::How::tune) text += use.how == BarUse::How::vamp ? "vamp " : "tag ";
    text += std::to_string(use.bar + 1);
    if (last > i) text += "-" + std::to_string(section.material[last].bar + 1);
    i = last + 1;
  }
  return text;
}

std::string ending_of(const Section& section) {
  if (section.part == Part::bug_plant) return "left hanging";
  if (section.turnaround) {
    return fmt::format("turns by {} on the last beat", name_of(*section.turnaround));
  }
  switch (section.cadence) {
    case Cadence::full:
      return "full cadence";
    case Cadence::half:
      return "half cadence";
    case Cadence::open:
      break;
  }
  return "goes on";
}

std::string accents_of(const Section& section, const std::vector<Window>& windows) {
  std::string text;
  for (const Window& window : windows) {
    const Tick frames = window.impact / ticks_per_frame;
    text +=
        fmt::format("{}{} at {}:{:02}+{:02}", text.empty() ? "; " : ", ",
                    spoken(window.stinger->name), frames / 1'440, frames / 24 % 60, frames % 24);
  }
  if (text.empty()) return text;
  return text + (section.on_beat ? " (on the beat)" : " (free of the beat)");
}

}  // namespace

std::vector<MusicCue> cue_list(const Film& film, const Played& played) {
  std::vector<MusicCue> cues;
  for (std::size_t i = 0; i < film.sections.size(); ++i) {
    const Section& section = film.sections[i];
    MusicCue cue;
    cue.at = seconds_of(section.start);
    cue.shot = section.shot;
    cue.mood = section.manner;
    cue.theme = fmt::format("{}, {}", section.theme->title, section.theme->composer);
    cue.beats_per_minute = static_cast<double>(rounded(section.tempo * 10)) / 10;
    cue.remark =
        fmt::format("{}, {}; bars {}; {}{}", name_of(section.key), name_of(section.theme->metre),
                    bars_of(section), ending_of(section), accents_of(section, played.windows[i]));
    cues.push_back(std::move(cue));
  }
  return cues;
}

}  // namespace onereel::score
