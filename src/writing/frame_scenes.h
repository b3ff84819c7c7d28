#pragma once

// The scenes that every film has: opening and ending, which are a pair, and the Bug; and how any
// gag becomes a scene.

#include <string>
#include <vector>

#include "onereel/papers/pitches.h"
#include "onereel/papers/screenplay.h"
#include "onereel/writing/gag_library.h"
#include "rehearsal.h"
#include "wordbook.h"

namespace onereel::writing {

class FrameScenes {
 public:
  FrameScenes(const Pitches& pitches, const GagLibrary& library, const Wordbook& words,
              Rehearsal& rehearsal);

  struct Pair {
    const Gag* opening = nullptr;
    const Gag* ending = nullptr;
  };
  /// Of the project's kind, or of one that may stand in; the seed chooses among the variants.
  /// @error fix_input  no pair is staged.
  Result<Pair> opening_and_ending() const;
  /// The form of the Bug that the code has earned best; nullptr: none is staged.
  const Gag* bug() const;

  Scene business(const Gag& gag) const;
  Scene bug_scene(const Gag& form, const std::string& part) const;
  /// @param pitch  nullptr: a quiet piece without evidence
  Scene played(const Gag& gag, const Pitch* pitch) const;

 private:
  const Pitch* pitch_of(const Gag& gag) const;
  std::map<std::string, std::string> own_slots(const Gag& gag) const;

  const Pitches& pitches_;
  const GagLibrary& library_;
  const Wordbook& words_;
  Rehearsal& rehearsal_;
  RepoFacts only_the_project_;
};

}  // namespace onereel::writing
