#include "follow_through.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace onereel::blocking {
namespace {

constexpr double degrees_per_radian = 1 / radians_per_degree;
constexpr int window = 14;         ///< poses of the past that still move a link
constexpr double saturation = 16;  ///< without it a scarf whips 77 degrees in a pose
constexpr double wind_share = 0.9;
constexpr double weight_of_cloth = 10;
constexpr std::array<double, 4> bend_max{100, 75, 75, 90};

struct Damping {
  double frequency;
  double ratio;
};

/// A scarf is long and light; tails, chains and flowers are short and stiffer.
Damping damping_of(const std::string& part) {
  return part.starts_with("scarf") ? Damping{0.10, 0.45} : Damping{0.12, 0.55};
}

std::array<double, window + 1> kernel(int link, Damping damping) {
  std::array<double, window + 1> weights{};
  const double natural = 2 * std::numbers::pi * damping.frequency * (1 - 0.07 * link);
  const double damped = natural * std::sqrt(1 - damping.ratio * damping.ratio);
  double sum = 0;
  for (int k = link; k <= window; ++k) {
    const double t = k - link + 0.5;
    const double weight = std::exp(-damping.ratio * natural * t) * std::sin(damped * t);
    weights[static_cast<std::size_t>(k)] = weight;
    sum += weight;
  }
  for (double& weight : weights) weight /= sum;
  return weights;
}

Point neck_at(const Scene& scene, const Figure& figure, double pose) {
  const Posture trunk = trunk_of(scene, figure, pose);
  const int carrier = figure.rig.chest >= 0 ? figure.rig.chest : figure.rig.root;
  if (carrier < 0) return {};
  return trunk.parts[static_cast<std::size_t>(carrier)].apply(figure.rig.neck);
}

/// The wind felt at the neck over the window, in the figure's own frame.
std::array<Point, window + 1> felt_wind(const Scene& scene, const Figure& figure, double pose,
                                        double facing) {
  std::array<Point, window + 1> felt;
  Point here = neck_at(scene, figure, pose);
  for (int k = 0; k <= window; ++k) {
    const Point before = neck_at(scene, figure, pose - k - 1);
    const double gust = scene.set.value("wind", pose - k);
    const double vx = here.x - before.x - gust;
    const double vy = here.y - before.y;
    const double speed = std::hypot(vx, vy) * wind_share;
    const double most = saturation * (gust != 0 ? 1.6 : 1);
    const double share = speed > 1.0e-6 ? most * std::tanh(speed / most) / speed * wind_share : 0;
    felt[static_cast<std::size_t>(k)] = {-share * vx * facing, -share * vy};
    here = before;
  }
  return felt;
}

/// Degrees the parent of `part` is turned counter-clockwise in the figure's own frame.
double carried_turn(const Figure& figure, const Posture& posture, int part, double pose) {
  double turned = -figure.value("turn", pose);
  for (int at = figure.rig.parents[static_cast<std::size_t>(part)]; at >= 0;
       at = figure.rig.parents[static_cast<std::size_t>(at)]) {
    const double angle = posture.angles[static_cast<std::size_t>(at)];
    turned += figure.rig.hangs(at) ? angle : -angle;
  }
  return turned;
}

double half_turned(double degrees) {
  return std::remainder(degrees, 360.0);
}

}  // namespace

void follow_through(const Scene& scene, const Figure& figure, double pose, Posture& posture) {
  if (figure.rig.links.empty()) return;
  const std::array<Point, window + 1> felt = felt_wind(scene, figure, pose, posture.facing);
  const bool gusty = scene.set.value("wind", pose) != 0;
  for (const Link& link : figure.rig.links) {
    const auto index = static_cast<std::size_t>(link.part);
    const auto weights =
        kernel(std::min(link.depth, 3), damping_of(figure.rig.drawing->parts[index].name));
    Point pull{weight_of_cloth * std::sin(link.rest), weight_of_cloth * std::cos(link.rest)};
    Point wind;
    for (std::size_t k = 0; k <= window; ++k) wind = wind + felt[k] * weights[k];
    if (wind.x > 0) wind.x *= 0.55;  // cloth blown forward would cover the face
    pull = pull + wind;
    double away = (std::atan2(pull.x, pull.y) - link.rest) * degrees_per_radian;
    if (gusty) away += 8 * std::sin(pose * 2.4 - link.depth * 1.3);
    const double most = bend_max[static_cast<std::size_t>(std::min(link.depth, 3))];
    // What stands up (a flower, a horn) is stiff and goes with what it stands on; what hangs,
    // hangs.
    const bool stands = std::abs(link.rest) > std::numbers::pi / 2;
    const double carried = stands ? 0 : carried_turn(figure, posture, link.part, pose);
    const double bend = std::clamp(half_turned(half_turned(away) - carried), -most, most);
    // A keyed angle comes on top: an actor may lift his own tails.
    posture.angles[index] += figure.rig.hangs(link.part) ? bend : -bend;
  }
}

}  // namespace onereel::blocking
