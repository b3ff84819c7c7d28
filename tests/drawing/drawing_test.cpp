#include "onereel/drawing/drawing.h"

#include <doctest/doctest.h>

#include "onereel/drawing/art_kit.h"

using namespace onereel;
using namespace onereel::drawing;

namespace {

Drawing drawn(const std::string& inside) {
  return read_drawing("<svg viewBox='-5 -6 70 80'>" + inside + "</svg>", "hat").value();
}

const char* const arm =
    "<g id='hand' data-parent='arm' data-forward='ccw'><circle class='pin' id='hand-pin' cx='0' "
    "cy='20'/></g>"
    "<g id='arm' data-forward='ccw' data-min='-10' data-max='90'>"
    "<circle class='pin' id='arm-pin' cx='0' cy='10'/>"
    "<path d='M0 10h2v10'/></g>";

}  // namespace

TEST_CASE("commands of a path become moves, lines, curves and closes") {
  const Drawing hat = drawn("<path d='m1 2 3 4H9v-1q3,0 3-3s1-1 2 0Zl1 1'/>");
  const auto& path = hat.parts.at(0).art.shapes.at(0).path;

  CHECK(path.size() == 9);
  CHECK(path[1].to == Point{4, 6});
  CHECK(path[2].to == Point{9, 6});
  CHECK(path[3].to == Point{9, 5});
  CHECK(path[4].control1 == Point{11, 5});
  CHECK(path[5].control1 == Point{12, 2});  // after a quadratic, no reflection
  CHECK(path[7].kind == PathStep::Kind::move);
  CHECK(path[8].to == Point{2, 3});
}

TEST_CASE("numbers may touch") {
  const Drawing hat = drawn("<path d='M.5.25-1-2e1'/>");

  CHECK(hat.parts.at(0).art.shapes.at(0).path.at(0).to == Point{.5, .25});
  CHECK(hat.parts.at(0).art.shapes.at(0).path.at(1).to == Point{-1, -20});
}

TEST_CASE("transforms are worked into outlines, widths, pins and signs") {
  const Drawing hat = drawn(
      "<g id='a' transform='translate(10 0) scale(2)'>"
      "<path d='M1 1' stroke='#808080' stroke-width='3'/>"
      "<circle class='pin' id='a-pin' cx='1' cy='2'/></g>");

  CHECK(hat.parts.at(0).art.shapes.at(0).path.at(0).to == Point{12, 2});
  CHECK(hat.parts.at(0).art.shapes.at(0).stroke_width == 6);
  CHECK(hat.parts.at(0).pin == Point{12, 4});
}

TEST_CASE("a part turns forward, carried by the part it hangs on") {
  const Drawing figure = drawn(arm);
  const auto maps = part_matrices(figure, {{"arm", 90}});
  const Point hand = maps.at(0).apply({0, 20});

  CHECK(figure.parts.at(1).angle_max == 90);
  CHECK(hand.x == doctest::Approx(10));
  CHECK(hand.y == doctest::Approx(10));
}

TEST_CASE("a part slides after its turn") {
  const Drawing figure = drawn(arm);
  const Point elbow = part_matrices(figure, {{"arm", 180}}, {{"arm", {5, 0}}}).at(1).apply({0, 20});

  CHECK(elbow.x == doctest::Approx(5));
  CHECK(elbow.y == doctest::Approx(0));
}

TEST_CASE("loose shapes at the root become parts that keep the painting order") {
  const Drawing prop =
      drawn("<path d='M0 0'/><g id='lid' class='part'/><path d='M1 1'/><path d='M2 2'/>");

  CHECK(prop.parts.size() == 3);
  CHECK(prop.parts[0].name == "body");
  CHECK(prop.parts[1].name == "lid");
  CHECK(prop.parts[2].name == "body_2");
  CHECK(prop.parts[2].art.shapes.size() == 2);
}

TEST_CASE("a loose shape's part takes no name that the file has") {
  CHECK(drawn("<path d='M0 0'/><g id='body'/>").parts.at(0).name == "body_2");
}

TEST_CASE("swapped drawings are choices of their group") {
  const Drawing prop =
      drawn("<g id='state'><g id='state-full'/><g id='state-empty' style='display:none'/></g>");

  CHECK(prop.part("state")->choices == std::vector<std::string>{"full", "empty"});
  CHECK(prop.part("state")->shown_choice == "full");
  CHECK(prop.parts.at(0).art.groups.at(1).choice == "empty");
  CHECK(!prop.parts.at(0).art.groups.at(1).shown);
}

TEST_CASE("a set is plates; its moving parts stay in their plates") {
  const Drawing room = drawn(
      "<g id='plate_0_wall' data-depth='.5' data-blur='2' style='mix-blend-mode:multiply'>"
      "<g id='door' class='part' data-slide-x='-3 4'><path d='M0 0'/>"
      "<circle class='pin' id='door-pin' cx='7' cy='0'/>"
      "<circle class='mark' id='mark_knob' cx='8' cy='1'/></g></g>"
      "<g id='plate_1_acting'/>");

  CHECK(room.plates.size() == 2);
  CHECK(room.plates[0].multiplies);
  CHECK(room.plates[0].depth == .5);
  CHECK(room.plates[1].acting);
  CHECK(room.plates[0].art.groups.at(0).part == 0);
  CHECK(room.part("door")->slide == Box{-3, 0, 7, 0});
  CHECK(room.part("door")->pin == Point{7, 0});
  CHECK(room.part("door")->parent == "");
  CHECK(room.part("door")->art.order.empty());
  CHECK(room.point_parts.at("mark_knob") == "door");
}

TEST_CASE("a part inside a part is carried by it") {
  const Drawing prop = drawn("<g id='house'><g id='gate' class='part'/></g>");

  CHECK(prop.part("gate")->parent == "house");
}

TEST_CASE("a sign knows its size, its part, and the plate beneath it") {
  const Drawing can = drawn(
      "<g id='body'><path fill='#fff' d='M0 0'/>"
      "<rect class='sign' id='sign_1' data-max='6' data-lines='3' x='1' y='2' width='3' "
      "height='4'/></g>");
  const Sign& sign = *can.sign("sign_1");

  CHECK(sign.box == Box{1, 2, 3, 4});
  CHECK(sign.letters_max == 6);
  CHECK(sign.part == "body");
  CHECK(sign.grey_behind == 1);
  CHECK(sign.extras.at("lines") == "3");
  CHECK(can.parts.at(0).art.order.at(1).sign == 0);
}

TEST_CASE("a gradient lies on its shape's box unless it says otherwise") {
  const Drawing hat = drawn(
      "<defs><linearGradient id='g'><stop offset='0%' stop-color='#000'/>"
      "<stop offset='1' stop-color='#fff' stop-opacity='.5'/></linearGradient></defs>"
      "<rect x='10' y='20' width='30' height='40' fill='url(#g)'/>");
  const auto& gradient = *hat.parts.at(0).art.shapes.at(0).fill->gradient;

  CHECK(gradient.transform.apply(gradient.from) == Point{10, 20});
  CHECK(gradient.transform.apply(gradient.to) == Point{40, 20});
  CHECK(gradient.stops.at(1).opacity == .5);
}

TEST_CASE("a saved Inkscape style is understood") {
  const Drawing hat = drawn(
      "<path d='M0 0' style='fill:none;stroke:#ffffff;stroke-width:2;stroke-linecap:round;"
      "-inkscape-stroke:none'/>");
  const Shape& shape = hat.parts.at(0).art.shapes.at(0);

  CHECK(!shape.fill);
  CHECK(shape.stroke->grey == 1);
  CHECK(shape.round_cap);
}
