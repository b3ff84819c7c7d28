// Which tune a shot has, and in which key.

#include <algorithm>
#include <map>

#include "onereel/base/dice.h"
#include "section.h"

namespace onereel::score {
namespace {

bool is_dark(const std::string& mood) {
  return mood == "misterioso" || mood == "agitato";
}
bool is_brisk(const std::string& mood) {
  return mood == "rag" || mood == "march" || mood == "gallop" || mood == "hurry";
}

class Casting {
 public:
  Casting(const Library& library, std::uint64_t seed) : library_(library), seed_(seed) {}

  void cast(Section& section) {
    section.manner = section.mood;
    section.theme = library_.find(choose(section));
    const bool own = std::find(mood_of(section).themes.begin(), mood_of(section).themes.end(),
                               section.theme->id) != mood_of(section).themes.end();
    if (own || section.theme->id == "apprentice-minor") ++heard_[section.mood];
    before_ = &section;
  }

 private:
  const Mood& mood_of(const Section& section) const { return library_.mood(section.mood); }

  std::string choose(Section& section) {
    if (section.part == Part::bug_plant || section.part == Part::bug_button) {
      if (section.part == Part::bug_plant && !is_dark(section.mood)) section.manner = "misterioso";
      return "bug";
    }
    if (section.part == Part::end_card) {
      section.manner = "victory";
      return "victory-it-runs";
    }
    if (section.scene()) {
      if (const std::string hero = apprentice(section); !hero.empty()) return hero;
    }
    return mood_theme(section);
  }

  // The Apprentice's tune: first in act I, once in trouble, and at the end. A quotation goes
  // before.
  std::string apprentice(const Section& section) {
    const auto quoted = library_.patterns.quotations.find(section.gag);
    if (!quotation_ && quoted != library_.patterns.quotations.end()) {
      quotation_ = true;
      return quoted->second;
    }
    const std::string& mood = section.mood;
    if (section.act == 1 && !in_major_ && is_brisk(mood)) {
      in_major_ = true;
      return "apprentice";
    }
    const bool sad = is_dark(mood) || mood == "plaintive";
    if ((section.act == 3 || section.act == 4) && !in_minor_ && sad && heard_[mood] > 0) {
      in_minor_ = true;
      return "apprentice-minor";
    }
    if (section.act == 5 && is_brisk(mood)) return "apprentice";
    if (section.act == 5 && (mood == "waltz" || mood == "love")) return "apprentice-waltz";
    return "";
  }

  // The mood's own: the seed says which first; after two hearings the next; a run keeps its tune.
  std::string mood_theme(const Section& section) {
    const auto& themes = mood_of(section).themes;
    if (before_ != nullptr && before_->mood == section.mood &&
        std::find(themes.begin(), themes.end(), before_->theme->id) != themes.end()) {
      return before_->theme->id;
    }
    Dice dice(seed_, "theme of " + section.mood);
    const std::size_t first = dice.below(themes.size());
    return themes[(first + heard_[section.mood] / 2) % themes.size()];
  }

  const Library& library_;
  std::uint64_t seed_;
  std::map<std::string, std::size_t> heard_;
  const Section* before_ = nullptr;
  bool in_major_ = false;
  bool in_minor_ = false;
  bool quotation_ = false;
};

}  // namespace

void cast_themes(Film& film, const Library& library) {
  Casting casting(library, film.seed);
  for (Section& section : film.sections) casting.cast(section);
}

void choose_keys(Film& film, const Library& library) {
  const KeyPlan& plan = library.patterns.keys;
  film.home = plan.homes[Dice(film.seed, "home key").below(plan.homes.size())];
  std::size_t minor_shots = 0;
  for (Section& section : film.sections) {
    const int major =
        pitch_class(film.home + plan.act_major[static_cast<std::size_t>(section.act - 1)]);
    section.key.minor = section.theme->bars[0].key.minor;
    section.key.tonic = major;
    if (section.part == Part::bug_button) {
      section.key = {film.home, false};  // his tune comes home in the major
    } else if (section.key.minor && section.act == 3) {
      // The joke is on him at home.
      section.key.tonic =
          pitch_class(film.home + plan.act_3_minor[minor_shots++ % plan.act_3_minor.size()]);
    } else if (section.key.minor) {
      section.key.tonic = pitch_class(major + 9);  // the relative minor
    }
  }
}

}  // namespace onereel::score
