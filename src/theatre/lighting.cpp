#include "lighting.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "onereel/base/wide.h"

namespace onereel::theatre {

namespace {

constexpr double gamma = .68;
constexpr double knee = .74;
constexpr double pivot = .42;
constexpr double percentile = .988;
constexpr double stage_width = 1280;
constexpr double stage_height = 960;

Result<> take(const drawing::Drawing& set, const char* name, double& value) {
  const auto found = set.extras.find(name);
  if (found == set.extras.end()) return {};
  const std::string& text = found->second;
  const char* end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ptr != end || text.empty() || !(value >= 0)) {
    return fix_input(
        fmt::format("set {}: data-{}='{}' is not a number from 0", set.name, name, text));
  }
  return {};
}

// The value below which `part` of every ninth pixel lies.
double bright(const Plane& light) {
  std::vector<float> some;
  for (int y = 0; y < light.height; y += 3) {
    for (int x = 0; x < light.width; x += 3) some.push_back(light.row(y)[x]);
  }
  const auto nth =
      some.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(some.size() - 1) * percentile);
  std::nth_element(some.begin(), nth, some.end());
  return *nth;
}

double acting_mean(const Plane& light) {
  double sum = 0;
  int count = 0;
  for (int y = static_cast<int>(.30 * light.height); y < static_cast<int>(.80 * light.height);
       ++y) {
    for (int x = static_cast<int>(.28 * light.width); x < static_cast<int>(.72 * light.width);
         ++x) {
      sum += light.row(y)[x];
      ++count;
    }
  }
  return sum / std::max(1, count);
}

struct Falling {  // what holds for one row
  float down;
  float tall;
};

ONEREEL_WIDE void light_row(const float* across, const float* pool, const Falling row, int count,
                            float* __restrict light) {
  for (int x = 0; x < count; ++x) {
    const float r = std::sqrt(across[x] + row.down) / 1.4142F;
    const float u = std::min(std::max((r - .30F) / .70F, 0.0F), 1.0F);
    light[x] = (1 - .34F * u * u * (3 - 2 * u)) * (.98F + pool[x] * row.tall);
  }
}

}  // namespace

Result<Lighting> lighting_of(const drawing::Drawing& set, bool night) {
  Lighting lighting;
  TRY_DO(take(set, "key", lighting.key));
  TRY_DO(take(set, "white-min", lighting.white_min));
  TRY_DO(take(set, "white-max", lighting.white_max));
  TRY_DO(take(set, "contrast", lighting.contrast));
  TRY_DO(take(set, "halation", lighting.halation));
  TRY_DO(take(set, "label-stroke", lighting.label_stroke));
  if (night) {
    lighting.key = std::min(lighting.key, .52);
    lighting.white_min = std::min(lighting.white_min, .80);
    lighting.contrast = std::max(lighting.contrast, .42);
    lighting.lamp = .72;
  }
  return lighting;
}

double exposure(const Plane& set_light, const Lighting& lighting) {
  const double high = std::max(.05, bright(set_light));
  const double wanted = lighting.key / std::max(1e-3, acting_mean(set_light));
  const double least = lighting.white_min / high;
  const double most = lighting.white_max / high;
  return std::clamp(wanted, least, std::max(least, most));
}

std::vector<float> tone_table(double exposure, const Lighting& lighting) {
  std::vector<float> table(4096);
  for (std::size_t k = 0; k < table.size(); ++k) {
    double x = exposure * tone_table_top * static_cast<double>(k) / 4095;
    if (x > knee) x = knee + (1 - knee) * (1 - std::exp(-(x - knee) / (1 - knee)));
    const double y = std::pow(std::clamp(x, 0.0, 1.0), gamma);
    table[k] = static_cast<float>(y + lighting.contrast * 4 * y * (1 - y) * (y - pivot));
  }
  return table;
}

Plane light_map(int width, int height, Point attention) {
  // The centre lies half-way between the middle of the picture and what is looked at.
  const double cx = .5 + .5 * (attention.x / stage_width - .5);
  const double cy = .5 + .5 * (attention.y / stage_height - .5);
  std::vector<float> across(static_cast<std::size_t>(width));
  std::vector<float> pool(static_cast<std::size_t>(width));
  for (int x = 0; x < width; ++x) {
    const double dx = static_cast<double>(x) / width - cx;
    across[static_cast<std::size_t>(x)] = static_cast<float>(dx * dx * 4);
    pool[static_cast<std::size_t>(x)] =
        static_cast<float>(.10 * std::exp(-(dx / .27) * (dx / .27)));
  }
  Plane map(width, height);
  for (int y = 0; y < height; ++y) {
    const double dy = static_cast<double>(y) / height - cy;
    const auto down = static_cast<float>(dy * dy * 4);
    const double off = (dy - .02) / .34;
    const auto tall = static_cast<float>(std::exp(-off * off));
    light_row(across.data(), pool.data(), {down, tall}, width, map.row(y));
  }
  return map;
}

}  // namespace onereel::theatre
