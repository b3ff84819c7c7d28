#include "onereel/writing/write.h"

#include <iostream>

#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

TEST_CASE("print") {
  const Film film = film_of(recorder_facts());
  std::cout << screenplay_to_yaml(film.screenplay);
  for (const auto& s : film.shots.shots)
    std::cout << s.id << " " << static_cast<double>(s.length.count) / 24.0 << " "
              << (s.card ? "card" : s.scene->id + " " + s.scene->part) << " kept "
              << s.optional_cues_kept << "\n";
  std::cout << length_of(film.shots).count << "\n";
  for (const auto& f : lint(film.screenplay, film.shots, staged_library()))
    std::cout << f.rule << " | " << f.where << " | " << f.what << "\n";
  for (const auto& p : film.pitches.pitches)
    std::cout << p.gag << " " << p.score << " " << p.evidence[0].text << "\n";
}
