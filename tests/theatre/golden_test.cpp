// The reference scenes against kept pictures. UPDATE_GOLDEN=1 writes them anew: look at them before
// you commit.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "look_scenes.h"
#include "onereel/theatre/theatre.h"
#include "planes.h"

using namespace onereel;
using namespace onereel::theatre;

namespace {

constexpr Size preview{480, 360};
// Noise may differ where edges do not: compared after a blur, as an eye at a distance would.
constexpr double blur_sigma = 2;
constexpr double levels_allowed = 3;

Plane blurred(const media::GreyPicture& picture) {
  Plane plane(picture.width, picture.height);
  plane.values = picture.values;
  blur(plane, blur_sigma, plane.all());
  return plane;
}

double levels_apart(const media::GreyPicture& one, const media::GreyPicture& other) {
  if (one.width != other.width || one.height != other.height) return 255;
  const Plane a = blurred(one);
  const Plane b = blurred(other);
  float largest = 0;
  for (std::size_t k = 0; k < a.values.size(); ++k) {
    largest = std::max(largest, std::abs(a.values[k] - b.values[k]));
  }
  return static_cast<double>(largest) * 255;
}

double apart_from_golden(const std::string& name) {
  const auto kit = drawing::ArtKit::open(ONEREEL_DATA_DIR).value();
  const auto fonts = media::FontBook::open(media::font_folders(ONEREEL_DATA_DIR)).value();
  const std::string file =
      std::string(ONEREEL_SOURCE_DIR) + "/tests/golden/theatre/" + name + ".png";
  for (const LookScene& scene : look_scenes(*kit)) {
    if (scene.name != name) continue;
    House house = House::open(scene.setting, *kit, *fonts, preview).value();
    const media::GreyPicture picture = house.paint(scene.pose);
    if (std::getenv("UPDATE_GOLDEN") != nullptr) REQUIRE(media::write_png(picture, file));
    const auto golden = media::read_png(file);
    return golden ? levels_apart(picture, *golden) : 255;
  }
  return 255;
}

}  // namespace

TEST_CASE("every set looks as it did") {
  CHECK(apart_from_golden("kitchen") < levels_allowed);
  CHECK(apart_from_golden("flat") < levels_allowed);
  CHECK(apart_from_golden("street") < levels_allowed);
  CHECK(apart_from_golden("archive") < levels_allowed);
  CHECK(apart_from_golden("pier") < levels_allowed);
  CHECK(apart_from_golden("office") < levels_allowed);
  CHECK(apart_from_golden("cutting_room") < levels_allowed);
  CHECK(apart_from_golden("stage") < levels_allowed);
}
