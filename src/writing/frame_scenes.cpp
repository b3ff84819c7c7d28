#include "frame_scenes.h"

#include <algorithm>

#include "onereel/base/dice.h"
#include "project_kind.h"
#include "slot_filler.h"

namespace onereel::writing {

FrameScenes::FrameScenes(const Pitches& pitches, const GagLibrary& library, const Wordbook& words,
                         Rehearsal& rehearsal)
    : pitches_(pitches), library_(library), words_(words), rehearsal_(rehearsal) {
  only_the_project_.project = pitches.project;
}

Result<FrameScenes::Pair> FrameScenes::opening_and_ending() const {
  auto kinds = kinds_that_stand_in(pitches_.kind);
  if (pitches_.empty_repository) kinds.emplace_back("library");
  for (const std::string& kind : kinds) {
    std::vector<Pair> pairs;
    for (const Gag& ending : library_.gags()) {
      if (ending.role != "ending" || ending.kind != kind || !ending.staged()) continue;
      const Gag* opening = library_.find(ending.answers);
      if (opening != nullptr && opening->staged()) pairs.push_back({opening, &ending});
    }
    if (pairs.empty()) continue;
    Dice dice(pitches_.seed, "opening");
    return pairs[dice.below(pairs.size())];
  }
  return fix_input("no opening is staged together with its ending (data/business)");
}

const Pitch* FrameScenes::pitch_of(const Gag& gag) const {
  const auto found = std::find_if(pitches_.pitches.begin(), pitches_.pitches.end(),
                                  [&](const Pitch& pitch) { return pitch.gag == gag.id; });
  return found == pitches_.pitches.end() ? nullptr : &*found;
}

const Gag* FrameScenes::bug() const {
  const Gag* best = nullptr;
  double best_score = 0;
  for (const Gag& form : library_.gags()) {
    if (form.role != "running_gag" || form.sheets.size() != 3) continue;
    const Pitch* pitch = pitch_of(form);
    // Any form may play in any film; chance decides where the evidence does not.
    const double chance = 3 * fraction_of(mix(pitches_.seed ^ hash_text(form.id)));
    const double score = (pitch == nullptr ? 0 : pitch->score) + chance;
    if (best != nullptr && score <= best_score) continue;
    best = &form;
    best_score = score;
  }
  return best;
}

std::map<std::string, std::string> FrameScenes::own_slots(const Gag& gag) const {
  return SlotFiller(only_the_project_, words_).fill(gag, {}, 1);
}

Scene FrameScenes::business(const Gag& gag) const {
  Scene scene;
  scene.kind = SceneKind::business;
  scene.id = gag.id;
  scene.premise = gag.premise;
  scene.slots = own_slots(gag);
  if (!pitches_.project.name.where.path.empty()) {
    scene.evidence.push_back(pitches_.project.name.where);
  }
  return scene;
}

Scene FrameScenes::bug_scene(const Gag& form, const std::string& part) const {
  Scene scene = played(form, pitch_of(form));
  scene.kind = SceneKind::running_gag;
  scene.part = part;
  // Its evidence is told once, where the Bug is first seen.
  if (part != "plant") scene.evidence.clear();
  return scene;
}

Scene FrameScenes::played(const Gag& gag, const Pitch* pitch) const {
  Scene scene;
  if (gag.role == "opening") return business(gag);
  scene.kind = gag.role == "quiet" ? SceneKind::quiet : SceneKind::gag;
  scene.id = gag.id;
  scene.premise = gag.premise;
  scene.slots = pitch == nullptr ? own_slots(gag) : pitch->slots;
  if (pitch != nullptr) scene.evidence = pitch->evidence;
  return scene;
}

}  // namespace onereel::writing
