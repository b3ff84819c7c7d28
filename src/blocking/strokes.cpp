#include "strokes.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "onereel/base/dice.h"
#include "scene.h"

namespace onereel::blocking {
namespace {

constexpr double past_max = 16;  ///< poses a drop of a spray lives

Point spot(const Scene& scene, const Effect& effect, std::size_t index, double pose) {
  if (effect.through.empty()) return {};
  return spot_at(scene, effect.through[std::min(index, effect.through.size() - 1)], nullptr, pose);
}

Stroke stroke_of(const Effect& effect, std::vector<Point> points, double width) {
  Stroke stroke;
  stroke.points = std::move(points);
  stroke.width = width;
  stroke.grey = effect.grey;
  stroke.edge = effect.edge;
  return stroke;
}

Stroke blob(const Effect& effect, Point centre, double rx, double ry, int corners = 20) {
  std::vector<Point> points;
  for (int k = 0; k < corners; ++k) {
    const double a = 2 * std::numbers::pi * k / corners;
    points.push_back({centre.x + rx * std::cos(a), centre.y + ry * std::sin(a)});
  }
  Stroke stroke = stroke_of(effect, std::move(points), 1);
  stroke.filled = true;
  return stroke;
}

/// A random fraction that belongs to one drop, the same at every pose.
double chance(const Effect& effect, int drop, int which) {
  return fraction_of(mix(effect.seed * 7919 + static_cast<std::uint64_t>(drop) * 31 +
                         static_cast<std::uint64_t>(which)));
}

void draw_line(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  std::vector<Point> points;
  for (std::size_t k = 0; k < effect.through.size(); ++k) {
    const Point next = spot(scene, effect, k, pose);
    if (points.empty() || effect.sag == 0) {
      points.push_back(next);
      continue;
    }
    const Point before = points.back();
    for (int j = 1; j <= 12; ++j) {
      const double u = j / 12.0;
      points.push_back({before.x + (next.x - before.x) * u,
                        before.y + (next.y - before.y) * u + effect.sag * 4 * u * (1 - u)});
    }
  }
  if (points.size() > 1) out.push_back(stroke_of(effect, std::move(points), effect.width));
}

/// Aimed: it leaves one place and falls into the other; breaks off at its end.
void draw_stream(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  const Point from = spot(scene, effect, 0, pose);
  const Point to = spot(scene, effect, 1, pose);
  const double begun = std::clamp((pose - effect.from + 1) / 3, 0.0, 1.0);
  const double ended = std::clamp((pose - effect.until + 2) / 2, 0.0, 1.0);
  std::vector<Point> points;
  for (int j = 0; j <= 16; ++j) {
    const double u = ended + (begun - ended) * j / 16.0;
    const double across = 1 - (1 - u) * (1 - u);  // it bends down at once and then falls straight
    points.push_back({from.x + (to.x - from.x) * across, from.y + (to.y - from.y) * u});
  }
  if (begun > ended) out.push_back(stroke_of(effect, std::move(points), effect.width));
}

void draw_spray(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  const double age = pose - effect.from;
  const double lasts = effect.until - effect.from;
  const double low = std::max(0.0, age - past_max);
  const double high = std::min(age, lasts);
  if (high <= low) return;
  std::vector<Point> points;
  constexpr int pieces = 40;
  for (int k = 0; k <= pieces; ++k) {
    const double left = low + (high - low) * k / pieces;
    const double flown = age - left;
    const Point from = spot(scene, effect, 0, effect.from + left);
    const double jitter = 1 + 0.03 * std::sin(left * 2.3 + static_cast<double>(effect.seed % 7));
    const Point at{from.x + effect.speed.x * flown * jitter,
                   from.y + effect.speed.y * flown + effect.gravity * flown * flown / 2};
    if (at.y > acting_floor + 16) continue;
    points.push_back(at);
  }
  if (points.size() > 1) out.push_back(stroke_of(effect, std::move(points), effect.width));
}

void draw_drops(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  const double age = pose - effect.from;
  if (age < 0 || age > 18) return;
  const Point from = spot(scene, effect, 0, effect.from);
  for (int k = 0; k < effect.count; ++k) {
    const double side = effect.count > 1 ? 2.0 * k / (effect.count - 1) - 1 : 0;
    const double up = 15 + 24 * chance(effect, k, 1);
    const Point at{from.x + (side * 22 + effect.speed.x) * age * (0.7 + 0.6 * chance(effect, k, 2)),
                   from.y - (up + effect.speed.y) * age + effect.gravity * age * age / 2};
    if (at.y > acting_floor + 16) continue;
    const double size = effect.width * (0.6 + 0.7 * chance(effect, k, 3));
    out.push_back(blob(effect, at, size, size, 10));
  }
}

/// One puff a pose from the place, each living eight.
void draw_puffs(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  constexpr int life = 8;
  const int newest = static_cast<int>(std::floor(std::min(pose, effect.until) - effect.from));
  for (int k = std::max(0, newest - life); k <= newest; ++k) {
    const double born = effect.from + k;
    const double age = pose - born;
    if (age < 0 || age > life) continue;
    const Point from = spot(scene, effect, 0, born);
    const double jitter = 5 * (chance(effect, k, 1) * 2 - 1);
    const Point at{
        from.x + effect.speed.x * std::min(age, 3.0) + jitter * age * 0.4,
        from.y + effect.speed.y * std::min(age, 2.0) - 13 * age * (effect.gravity > 0 ? 1 : -0.2)};
    const double size = effect.width * (0.7 + 0.3 * age);
    out.push_back(blob(effect, at, size, size * 0.9));
  }
}

void draw_snow(const Effect& effect, double pose, double share, std::vector<Stroke>& out) {
  for (int k = 0; k < effect.count; ++k) {
    const double x = chance(effect, k, 1) * 1280 + 10 * std::sin(pose * 0.2 + k) + 1.2 * pose;
    const double y = chance(effect, k, 2) * 960 + (7 + 7 * chance(effect, k, 3)) * pose;
    const double size = 1.6 + 3 * chance(effect, k, 4);
    Stroke flake = blob(effect, {std::fmod(x, 1280), std::fmod(y, 960)}, size, size, 8);
    flake.edge = 0;
    flake.opacity = share;
    out.push_back(std::move(flake));
  }
}

void draw_leaf(const Effect& effect, Point at, double turn, std::vector<Stroke>& out) {
  std::vector<Point> points;
  const Matrix placed = Matrix::rotation(turn).then(Matrix::translation(at.x, at.y));
  for (int j = 0; j <= 8; ++j) {
    const double u = j / 8.0 * 2 - 1;
    points.push_back(placed.apply({15 * u, -8 * (1 - u * u)}));
  }
  for (int j = 7; j > 0; --j) {
    const double u = j / 8.0 * 2 - 1;
    points.push_back(placed.apply({15 * u, 7 * (1 - u * u)}));
  }
  Stroke leaf = stroke_of(effect, std::move(points), 1);
  leaf.filled = true;
  leaf.grey = 0;
  leaf.edge = 0;
  out.push_back(std::move(leaf));
}

/// Black leaves in front, streaks of light behind them: wind is seen by what it carries.
void draw_leaves(const Effect& effect, double pose, std::vector<Stroke>& out) {
  const double sign = effect.speed.x < 0 ? -1 : 1;
  const double enters = sign < 0 ? 1290 : -10;
  for (int k = 0; k < effect.count; ++k) {
    const double t = pose - effect.from - 2.5 * chance(effect, k, 1);
    if (t < 0 || t > 14) continue;
    const double speed = 95 + 30 * chance(effect, k, 2);
    const Point at{enters - sign * 200 * chance(effect, k, 3) + sign * speed * t,
                   380 + 330 * chance(effect, k, 4) + 16 * std::sin(t * 1.1 + k) + 3 * t};
    draw_leaf(effect, at, (t * 1.7 + k) / radians_per_degree, out);
  }
  const double t = pose - effect.from - 2.5;
  if (t < 0 || t > 7) return;
  for (int k = 0; k < 9; ++k) {
    const double y = 400 + 330 * chance(effect, k, 5);
    const double x = enters - sign * 200 * chance(effect, k, 6) + sign * 150 * t;
    const double length = 70 + 90 * chance(effect, k, 7);
    Stroke streak = stroke_of(
        effect, {{x, y}, {x + length * .35, y - 5}, {x + length * .7, y + 5}, {x + length, y}},
        3.2);
    streak.opacity = 0.75;
    streak.edge = 0;
    out.push_back(std::move(streak));
  }
}

void draw_rays(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  const Point at = spot(scene, effect, 0, pose);
  for (int k = 0; k < effect.count; ++k) {
    const double a = 2 * std::numbers::pi * (k + 0.3) / effect.count;
    const double inner = effect.speed.x > 0 ? effect.speed.x : 50;
    const Point out_way{std::cos(a), std::sin(a)};
    out.push_back(
        stroke_of(effect, {at + out_way * inner, at + out_way * (inner + 20)}, effect.width));
  }
}

void draw_puddle(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  const double lasts = std::max(1.0, effect.speed.y > 0 ? effect.speed.y : 14.0);
  const double u = std::clamp((pose - effect.from) / lasts, 0.0, 1.0);
  const Point at = spot(scene, effect, 0, effect.from);
  const double width = 30 + effect.width * eased(Ease::out, u);
  out.push_back(
      blob(effect, {at.x + effect.speed.x * u, acting_floor + 24}, width, 9 + 10 * u, 40));
}

/// Light from a lamp: `speed.x` wide at the lamp, `width` where it falls.
void draw_beam(const Scene& scene, const Effect& effect, double pose, std::vector<Stroke>& out) {
  const Point from = spot(scene, effect, 0, pose);
  const Point to = spot(scene, effect, 1, pose);
  const double top = effect.speed.x / 2;
  const double foot = effect.width / 2;
  std::vector<Point> cone{
      {from.x - top, from.y}, {from.x + top, from.y}, {to.x + foot, to.y}, {to.x - foot, to.y}};
  Stroke light = stroke_of(effect, std::move(cone), 1);
  light.filled = true;
  light.opacity = effect.opacity;
  out.push_back(std::move(light));
}

/// Snow along the whole floor, growing to `width` high.
void draw_drift(const Effect& effect, double pose, std::vector<Stroke>& out) {
  const double u = std::clamp((pose - effect.from) / 14, 0.0, 1.0);
  std::vector<Point> points;
  for (int k = 0; k <= 40; ++k) {
    const double x = k * 32.0;
    const double wave = 0.5 + 0.5 * std::sin(x * 0.021) + 0.3 * std::sin(x * 0.05);
    points.push_back({x, acting_floor - 18 - effect.width * u * wave});
  }
  points.push_back({1280, 960});
  points.push_back({0, 960});
  Stroke snow = stroke_of(effect, std::move(points), 1);
  snow.filled = true;
  snow.opacity = u;
  out.push_back(std::move(snow));
}

}  // namespace

void draw_effect(const Scene& scene, const Effect& effect, double pose,
                 std::vector<Stroke>& strokes) {
  const bool lingers = effect.kind == EffectKind::spray || effect.kind == EffectKind::drops ||
                       effect.kind == EffectKind::puffs || effect.kind == EffectKind::puddle ||
                       effect.kind == EffectKind::leaves || effect.kind == EffectKind::drift;
  if (pose < effect.from || (pose >= effect.until && !lingers)) return;
  switch (effect.kind) {
    case EffectKind::line:
      return draw_line(scene, effect, pose, strokes);
    case EffectKind::stream:
      return draw_stream(scene, effect, pose, strokes);
    case EffectKind::spray:
      return draw_spray(scene, effect, pose, strokes);
    case EffectKind::drops:
      return draw_drops(scene, effect, pose, strokes);
    case EffectKind::puffs:
      return draw_puffs(scene, effect, pose, strokes);
    case EffectKind::snow:
      return draw_snow(effect, pose, std::min(1.0, (pose - effect.from + 1) / 8), strokes);
    case EffectKind::leaves:
      return draw_leaves(effect, pose, strokes);
    case EffectKind::rays:
      return draw_rays(scene, effect, pose, strokes);
    case EffectKind::puddle:
      return draw_puddle(scene, effect, pose, strokes);
    case EffectKind::beam:
      return draw_beam(scene, effect, pose, strokes);
    case EffectKind::drift:
      return draw_drift(effect, pose, strokes);
  }
}

}  // namespace onereel::blocking
