// theatre_look FOLDER [WIDTH] [SCENE...]: paints the reference scenes to grey PNG files in FOLDER,
// to be looked at. Also tells how long opening a set and painting a pose took.

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "look_scenes.h"
#include "onereel/theatre/theatre.h"

using namespace onereel;
using namespace onereel::theatre;

namespace {

// Of this processor's work, not of the wall clock: other programs may be running.
double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", error.what.c_str());
  return 1;
}

int paint(const LookScene& scene, drawing::ArtKit& kit, const media::FontBook& fonts, Size size,
          const std::string& folder) {
  const double start = seconds();
  auto house = House::open(scene.setting, kit, fonts, size);
  if (!house) return fail(house.error());
  const double opened = seconds();
  media::GreyPicture picture = house->paint(scene.pose);
  const double first = seconds();
  constexpr int repeats = 10;
  for (int k = 0; k < repeats; ++k) picture = house->paint(scene.pose);
  const double done = seconds();
  std::printf("%s: open %.0f ms, first pose %.1f ms, a pose %.1f ms\n", scene.name.c_str(),
              (opened - start) * 1e3, (first - opened) * 1e3, (done - first) * 1e3 / repeats);
  const auto written = media::write_png(picture, folder + "/" + scene.name + ".png");
  return written ? 0 : fail(written.error());
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> arguments(words + 1, words + count);
  if (arguments.empty()) {
    std::fprintf(stderr, "theatre_look FOLDER [WIDTH] [SCENE...]\n");
    return 2;
  }
  const int width = arguments.size() > 1 ? std::atoi(arguments[1].c_str()) : 960;
  const auto kit = drawing::ArtKit::open(ONEREEL_DATA_DIR);
  if (!kit) return fail(kit.error());
  const auto fonts = media::FontBook::open(media::font_folders(ONEREEL_DATA_DIR));
  if (!fonts) return fail(fonts.error());
  for (const LookScene& scene : look_scenes(**kit)) {
    bool wanted = arguments.size() <= 2;
    for (std::size_t k = 2; k < arguments.size(); ++k) wanted |= arguments[k] == scene.name;
    if (wanted && paint(scene, **kit, **fonts, {width, width * 3 / 4}, arguments[0]) != 0) return 1;
  }
  return 0;
}
