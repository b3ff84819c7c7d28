// How a section is dressed: left-hand pattern and what the right hand adds, busier with each
// hearing, and no two sections alike.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "section.h"

namespace onereel::score {
namespace {

// Patterns for a guest whose metre the mood has none for.
std::vector<const Pattern*> stand_ins(Metre metre, const Patterns& patterns) {
  static constexpr std::array<std::array<const char*, 2>, 3> names{
      {{"vamp", "stride"}, {"waltz", "waltz_full"}, {"nocturne_bare", "nocturne"}}};
  std::vector<const Pattern*> found;
  for (const char* name : names[static_cast<std::size_t>(metre)]) {
    const auto pattern = patterns.patterns.find(name);
    if (pattern != patterns.patterns.end()) found.push_back(&pattern->second);
  }
  return found;
}

std::vector<const Pattern*> choices_for(const Section& section, const Library& library) {
  std::vector<const Pattern*> found;
  for (const Pattern* pattern : library.mood(section.manner).left) {
    if (!pattern->metre || *pattern->metre == section.theme->metre) found.push_back(pattern);
  }
  return found.empty() ? stand_ins(section.theme->metre, library.patterns) : found;
}

int level_of(const Section& section) {
  const int count = static_cast<int>(section.left_choices.size());
  if (section.hearing == 0) return section.card ? 0 : std::min(1, count - 1);
  const bool busier = section.act % 2 == 1 ? section.act > 1 : section.scene();
  return (section.hearing + (busier ? 1 : 0)) % count;
}

const Pattern* pattern_named(const Library& library, const char* name, const Pattern* otherwise) {
  const auto found = library.patterns.patterns.find(name);
  return found == library.patterns.patterns.end() ? otherwise : &found->second;
}

using Look = std::tuple<std::string, std::vector<int>, int, const Pattern*, const Dressing*>;

Look look_of(const Section& section) {
  std::vector<int> bars;
  for (const BarUse& use : section.material) {
    bars.push_back(use.bar * 3 + static_cast<int>(use.how));
  }
  return {section.theme->id, bars, section.extra_pulses, &section.left(), section.right};
}

// The next left hand, and after all of them the next dressing.
void change(Section& section, const std::vector<const Dressing*>& dressings) {
  const int count = static_cast<int>(section.left_choices.size());
  section.left_level = (section.left_level + 1) % count;
  if (section.left_level != level_of(section)) return;
  const auto now = std::find(dressings.begin(), dressings.end(), section.right);
  section.right = now + 1 < dressings.end() ? *(now + 1) : dressings[0];
}

void dress_the_bug(Section& section, const Library& library) {
  const bool button = section.part == Part::bug_button;
  const Pattern* pattern =
      pattern_named(library, button ? "stride" : "tiptoe", section.left_choices[0]);
  section.left_choices = {pattern};
  section.left_level = 0;
  const auto right = library.patterns.dressings.find(button ? "octave_beats" : "single");
  if (right != library.patterns.dressings.end()) section.right = &right->second;
}

}  // namespace

void choose_dressings(Film& film, const Library& library) {
  std::map<std::string, int> hearings;
  std::set<Look> seen;
  for (Section& section : film.sections) {
    const auto& dressings = library.mood(section.manner).right;
    section.hearing = hearings[section.theme->id]++;
    section.left_choices = choices_for(section, library);
    section.left_level = level_of(section);
    const int turn = section.hearing + (section.scene() ? 1 : 0);
    section.right = dressings[static_cast<std::size_t>(turn) % dressings.size()];
    for (int tries = 0; tries < 8 && seen.contains(look_of(section)); ++tries) {
      change(section, dressings);
    }
    seen.insert(look_of(section));
    if (section.theme->id == "bug") dress_the_bug(section, library);
    const auto sixths = library.patterns.dressings.find("sixths");
    if (section.part == Part::quiet && sixths != library.patterns.dressings.end()) {
      section.right = &sixths->second;
    }
  }
}

}  // namespace onereel::score
