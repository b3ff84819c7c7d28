#pragma once

#include "onereel/base/result.h"
#include "onereel/cutting/cutting.h"
#include "onereel/papers/shot_list.h"
#include "onereel/papers/takes.h"
#include "onereel/production/crew.h"
#include "onereel/vault/film_folder.h"

namespace onereel {

/// Draws every shot that is not in the film folder yet, crew.threads side by side.
/// @error interrupted  finished takes are kept.
Result<Takes> shoot(const ShotList& shots, const cutting::Look& look, vault::FilmFolder& folder,
                    Crew& crew);

/// Removes takes that no shot of the finished film uses.
void forget_other_takes(const Takes& used, const vault::FilmFolder& folder);

}  // namespace onereel
