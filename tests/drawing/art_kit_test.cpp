#include "onereel/drawing/art_kit.h"

#include <doctest/doctest.h>

#include <string>

using namespace onereel;
using namespace onereel::drawing;

namespace {

const std::string data = std::string(ONEREEL_SOURCE_DIR) + "/data";

// The messages of all drawings of one shelf that cannot be read.
std::string faults(ArtKit& kit, const std::vector<std::string>& names,
                   Result<const Drawing*> (ArtKit::*shelf)(std::string_view)) {
  std::string all;
  for (const std::string& name : names) {
    const auto drawing = (kit.*shelf)(name);
    if (!drawing) all += drawing.error().what + "\n";
  }
  return all;
}

std::string told(std::string_view inside) {
  const auto drawing =
      read_drawing("<svg viewBox='0 0 9 9'>" + std::string(inside) + "</svg>", "hat");
  return drawing ? "" : drawing.error().what;
}

}  // namespace

TEST_CASE("every drawing of the kit can be read") {
  const auto kit = ArtKit::open(data).value();

  CHECK(faults(*kit, kit->puppet_names(), &ArtKit::puppet) == "");
  CHECK(faults(*kit, kit->prop_names(), &ArtKit::prop) == "");
  CHECK(faults(*kit, kit->set_names(), &ArtKit::set) == "");
  CHECK(faults(*kit, kit->card_names(), &ArtKit::card) == "");
  CHECK(faults(*kit, kit->frame_names(), &ArtKit::frame) == "");
}

TEST_CASE("a drawing is read once and stays where it is") {
  const auto kit = ArtKit::open(data).value();

  CHECK(kit->prop("milk_can").value() == kit->prop("milk_can").value());
  CHECK(kit->frame("wipes/iris").value()->name == "wipes/iris");
}

TEST_CASE("a wrong name gets the nearest right one") {
  const auto kit = ArtKit::open(data).value();

  CHECK(kit->prop("milk_cam").error().what ==
        "there is no prop 'milk_cam'; did you mean 'milk_can'?");
  CHECK(kit->puppet("../sets/kitchen").error().remedy == Remedy::fix_input);
}

TEST_CASE("a folder without drawings is refused") {
  CHECK(ArtKit::open("/nowhere").error().what.find("/nowhere/puppets") != std::string::npos);
}

TEST_CASE("what is outside the subset is refused by name") {
  CHECK(told("<text>x</text>").find("hat: <text>: outside the subset") == 0);
  CHECK(told("<path id='a' d='M0 0A1 1 0 0 0 1 1'/>")
            .find("hat: <path id='a'>: path command 'A' is outside") == 0);
  CHECK(told("<path d='M0 0L1'/>").find("a number is missing after path command 'L'") != 14);
  CHECK(told("<rect fill='red' width='1' height='1'/>").find("colour 'red'") != std::string::npos);
  CHECK(told("<rect width='1px' height='1'/>").find("'1px' is not a plain number") !=
        std::string::npos);
  CHECK(told("<g filter='url(#x)'/>").find("'filter' is outside") != std::string::npos);
  CHECK(told("<path fill='url(#glow)' d='M0 0'/>").find("no gradient 'glow'") != std::string::npos);
}

TEST_CASE("what is no SVG at all is refused") {
  CHECK(!read_drawing("<svg", "hat"));
  CHECK(!read_drawing("{}", "hat"));
  CHECK(!read_drawing("<svg/>", "hat"));
}

TEST_CASE("a file that would not end is refused") {
  std::string deep;
  for (int k = 0; k < 100; ++k) deep += "<g>";
  for (int k = 0; k < 100; ++k) deep += "</g>";

  CHECK(told(deep).find("32 deep") != std::string::npos);
  CHECK(!read_drawing(std::string(drawing_bytes_max + 1, ' '), "hat"));
}

TEST_CASE("parts must hang on parts that are there, and not on themselves") {
  CHECK(told("<g id='arm' data-parent='chset'/><g id='chest'/>").find("did you mean 'chest'?") !=
        std::string::npos);
  CHECK(told("<g id='a' data-parent='b'/><g id='b' data-parent='a'/>").find("hangs on itself") !=
        std::string::npos);
  CHECK(told("<g id='a'/><g id='a'/>").find("taken already") != std::string::npos);
}

TEST_CASE("exactly one choice is shown at rest") {
  CHECK(told("<g id='hand'><g id='hand-a'/><g id='hand-b'/></g>").find("2 choices are shown") !=
        std::string::npos);
}

TEST_CASE("key poses must fit their puppet") {
  Drawing drawing = read_drawing("<svg viewBox='0 0 9 9'><g id='head'/></svg>", "hat").value();

  CHECK(read_key_poses(R"([{"name": "nod", "angles": {"head": 20}, "shift": [1, 2]}])", drawing));
  CHECK(drawing.key_poses.at("nod").angles.at("head") == 20);
  CHECK(read_key_poses(R"([{"name": "nod", "angles": {"haed": 20}}])", drawing).error().what ==
        "poses/hat.json: 'nod': there is no part 'haed'; did you mean 'head'?");
  CHECK(!read_key_poses(R"([{"name": "nod", "choices": {"head": "sad"}}])", drawing));
  CHECK(!read_key_poses("[", drawing));
}
