#pragma once

// A room in which films are written without a stage: every gag staged, running times from a table.

#include <algorithm>
#include <string>
#include <vector>

#include "directing.h"
#include "onereel/base/dice.h"
#include "onereel/writing/write.h"
#include "pitching.h"
#include "rehearsal.h"
#include "screenwriting.h"
#include "word_data.h"

namespace onereel::writing {

/// Plays everything in the times of what is staged: gags 8.5 to 11 s, the Bug 1.5 to 2.5 s.
class TableRehearsal final : public Rehearsal {
 public:
  Result<std::vector<int>> lengths(const blocking::CueSheet& sheet) override {
    const int other = static_cast<int>(hash_text(sheet.name) % 12);
    const auto ends = [&](const char* part) { return sheet.name.ends_with(part); };
    if (ends("-plant") || ends("-button")) return std::vector<int>{18, 22};
    if (ends("-worse")) return std::vector<int>{28, 30};
    if (sheet.name.starts_with("opening")) return std::vector<int>{84, 90};
    if (sheet.name.starts_with("ending")) return std::vector<int>{66, 72};
    if (sheet.name.starts_with("quiet")) return std::vector<int>{72 + other};
    return std::vector<int>{102 + other, 112 + other, 120 + other};
  }
  Result<Played> play(const blocking::CueSheet& sheet,
                      const blocking::Performance& performance) override {
    const auto all = lengths(sheet);
    const auto kept = static_cast<std::size_t>(performance.optional_cues_kept);
    return Played{(*all)[kept], "", "", {{FrameIndex{24}, "thud"}}};
  }
};

inline const Wordbook& wordbook() {
  static const Wordbook book = [] {
    auto made = Wordbook::open(data_folder);
    REQUIRE_MESSAGE(made, (made ? "" : made.error().what));
    return *std::move(made);
  }();
  return book;
}

/// The written library, each of its gags staged with an empty sheet.
inline const GagLibrary& staged_library() {
  static const GagLibrary library = [] {
    auto made = GagLibrary::open(data_folder);
    REQUIRE_MESSAGE(made, (made ? "" : made.error().what));
    std::vector<Gag> gags = made->gags();
    for (Gag& gag : gags) {
      gag.sheets.clear();
      if (gag.role != "running_gag") {
        gag.sheets.emplace("", blocking::CueSheet{gag.id, {}});
        continue;
      }
      for (const char* part : {"plant", "worse", "button"}) {
        gag.sheets.emplace(part, blocking::CueSheet{gag.id + "-" + part, {}});
      }
    }
    return GagLibrary(std::move(gags));
  }();
  return library;
}

inline const Rulebook& rulebook() {
  static const Rulebook rules = [] {
    auto made = Rulebook::compile(staged_library());
    REQUIRE_MESSAGE(made, (made ? "" : made.error().what));
    return *std::move(made);
  }();
  return rules;
}

inline Fact fact(FactKind kind, const std::string& name, const std::string& path, int line,
                 const std::string& text, const std::string& message = "") {
  return Fact{kind, name, message, {path, line, text}, true, false};
}

/// A recorder of editors: what the brief names, and a little more.
inline RepoFacts recorder_facts() {
  using K = FactKind;
  RepoFacts facts;
  Project& project = facts.project;
  project.name = {"ide-recorder", {"pyproject.toml", 6, "name = \"ide-recorder\""}};
  project.tagline = {"Records what happens in an editor and plays it back on a timeline.",
                     {"pyproject.toml", 8, "description = \"Records what happens ...\""}};
  project.install = {"pip install ide-recorder", {"README.md", 11, "pip install ide-recorder"}};
  project.homepage = {"example.org/ide-recorder",
                      {"pyproject.toml", 24, "Homepage = \"https://example.org/ide-recorder\""}};
  project.licence = {"MIT", {"pyproject.toml", 11, "license = \"MIT\""}};
  facts.languages = {{"Python", 8, 320}};
  facts.claim = "records what happens in an editor and plays it back on a timeline. ide recorder";
  facts.keywords = {"screen recorder", "editor"};
  facts.readme =
      "ScreenRecorder takes a picture. EventTracker follows keys. TimelineManager orders.";
  facts.counts = {{"files", 14}, {"source_files", 8}, {"source_lines", 320}};
  facts.installs_command = true;
  facts.facts = {
      fact(K::type, "ScreenRecorder", "src/screen_recorder.py", 13, "class ScreenRecorder:"),
      fact(K::import_missing, "mil", "src/screen_recorder.py", 6, "import mil"),
      fact(K::type, "EventTracker", "src/event_tracker.py", 25, "class EventTracker(Handler):"),
      fact(K::method, "track_event", "src/event_tracker.py", 50, "def track_event(self, kind):"),
      fact(K::type, "TimelineManager", "src/timeline.py", 9, "class TimelineManager:"),
      fact(K::error_declared, "PathNotFound", "src/errors.py", 8, "class PathNotFound(Exception):"),
      fact(K::error_raised, "PathNotFound", "src/screen_recorder.py", 18,
           "raise PathNotFound(f\"The folder {folder} does not exist.\")"),
      fact(K::message, "", "src/screen_recorder.py", 18,
           "raise PathNotFound(f\"The folder {folder} does not exist.\")",
           "The folder {folder} does not exist."),
      fact(K::error_declared, "EventOutOfOrder", "src/errors.py", 16,
           "class EventOutOfOrder(RecorderError):"),
      fact(K::flag, "--dry-run", "src/command_line.py", 24, "@click.option(\"--dry-run\")"),
      fact(K::flag, "--output", "src/command_line.py", 22, "@click.option(\"--output\")")};
  return facts;
}

struct Film {
  Pitches pitches;
  Screenplay screenplay;
  ShotList shots;
};

inline Film film_of(const RepoFacts& facts, const Commission& commission = {}) {
  Film film;
  film.pitches = pitch_with(facts, rulebook(), wordbook(), commission);
  TableRehearsal rehearsal;
  auto screenplay = write_with(film.pitches, staged_library(), wordbook(), rehearsal, commission);
  REQUIRE_MESSAGE(screenplay, (screenplay ? "" : screenplay.error().what));
  film.screenplay = *std::move(screenplay);
  auto shots = direct_with(film.screenplay, staged_library(), rehearsal);
  REQUIRE_MESSAGE(shots, (shots ? "" : shots.error().what));
  film.shots = *std::move(shots);
  return film;
}

/// The first scene of an act, in which cards may come before it.
inline Scene& first_scene_of(Act& act) {
  const auto found = std::find_if(act.entries.begin(), act.entries.end(),
                                  [](const Entry& entry) { return entry.scene.has_value(); });
  REQUIRE(found != act.entries.end());
  return *found->scene;
}

}  // namespace onereel::writing
