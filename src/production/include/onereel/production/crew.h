#pragma once

// What a film is made with. Passed into the corridor, so that nothing in it is global.

#include <string>

namespace onereel {

class Progress;
namespace drawing {
class ArtKit;
}
namespace writing {
class GagLibrary;
}

struct Crew {
  const writing::GagLibrary& gags;
  drawing::ArtKit& kit;
  std::string data_folder;
  std::string program;  ///< identity of this build: a take drawn by another one is drawn again
  int threads = 2;      ///< shots drawn side by side; the film does not depend on it
  Progress& progress;
};

}  // namespace onereel
