#include "walk.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "onereel/drawing/art_kit.h"

using namespace onereel;
using namespace onereel::blocking;

namespace {

Figure figure_of(drawing::ArtKit& kit, const std::string& puppet) {
  Figure figure;
  figure.id = puppet;
  figure.rig = measure(**kit.puppet(puppet));
  give_channels(figure, 100, 1);
  return figure;
}

Point sole_of(const Scene& scene, const Figure& figure, Side side, double pose) {
  const Posture trunk = trunk_of(scene, figure, pose);
  const Limb& leg = (*figure.rig.legs)[side];
  const bool toes_up = figure.value("phi_" + side_name(side), pose) > 0;
  return trunk.parts[static_cast<std::size_t>(leg.end)].apply(toes_up ? leg.heel : leg.ball);
}

double flat_x(const Figure& figure, Side side, double pose) {
  const Limb& leg = (*figure.rig.legs)[side];
  const bool toes_up = figure.value("phi_" + side_name(side), pose) > 0;
  return figure.value("fx_" + side_name(side), pose) + (toes_up ? leg.heel.x : leg.ball.x) -
         leg.joint.x;
}

/// How far a planted sole is from where it was put, at worst, over every quarter of a pose.
double worst_slide(const Scene& scene, const Figure& figure, double until) {
  double worst = 0;
  for (double pose = 0; pose < until; pose += 0.25) {
    for (const Side side : both_sides) {
      if (figure.value("plant_" + side_name(side), pose) == 0) continue;
      const Point sole = sole_of(scene, figure, side, pose);
      worst = std::max(worst, std::abs(sole.x - flat_x(figure, side, pose)));
      worst = std::max(worst, std::abs(sole.y - acting_floor));
    }
  }
  return worst;
}

struct Walked {
  double slide = 0;
  double missed = 0;  ///< of the mark
};

Walked walked(const std::string& puppet, std::string_view gait) {
  auto kit = drawing::ArtKit::open(std::string(ONEREEL_SOURCE_DIR) + "/data");
  const Scene scene;
  Figure figure = figure_of(**kit, puppet);
  WalkPlan plan;
  plan.gait = gait_named(gait);
  plan.to = gait == "back" ? -420 : 620;
  plan.steps = steps_for(*plan.gait, 520, figure.rig.leg_scale);
  plan.poses_a_step = plan.gait->poses_a_step;
  const double end = walk(figure, plan);
  return {worst_slide(scene, figure, end + 12), std::abs(figure.value("px", end) - plan.to)};
}

}  // namespace

TEST_CASE("planted feet do not slide and do not go through the floor, whoever walks and however") {
  const char* puppet = nullptr;
  const char* gait = nullptr;
  SUBCASE("apprentice walks") {
    puppet = "apprentice", gait = "walk";
  }
  SUBCASE("apprentice runs") {
    puppet = "apprentice", gait = "run";
  }
  SUBCASE("apprentice sneaks") {
    puppet = "apprentice", gait = "sneak";
  }
  SUBCASE("apprentice marches") {
    puppet = "apprentice", gait = "march";
  }
  SUBCASE("apprentice backs off") {
    puppet = "apprentice", gait = "back";
  }
  SUBCASE("inspector as a gentleman") {
    puppet = "inspector", gait = "gentleman";
  }
  SUBCASE("deadline runs") {
    puppet = "deadline", gait = "run";
  }
  SUBCASE("friend walks") {
    puppet = "friend", gait = "walk";
  }
  SUBCASE("round passer-by runs") {
    puppet = "passerby_round", gait = "run";
  }
  SUBCASE("lean passer-by sneaks") {
    puppet = "passerby_lean", gait = "sneak";
  }
  const Walked result = walked(puppet, gait);
  CHECK(result.slide < 1e-6);
  CHECK(result.missed < 1e-6);
}
