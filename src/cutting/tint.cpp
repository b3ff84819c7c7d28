#include "tint.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "onereel/base/document.h"

namespace onereel::cutting {

namespace {

struct Colour {
  double red = 0;
  double green = 0;
  double blue = 0;
};

constexpr Colour colour(unsigned hex) {
  return {static_cast<double>(hex >> 16U & 0xffU) / 255,
          static_cast<double>(hex >> 8U & 0xffU) / 255, static_cast<double>(hex & 0xffU) / 255};
}

struct Bath {
  std::string_view name;
  Colour light;  ///< what the lights take on
  Colour shade;  ///< what the darks lean to
};

constexpr std::array baths{
    Bath{"Argent", colour(0xF2EFE8), colour(0xD6D0C4)},
    Bath{"Sunshine", colour(0xFFE86A), colour(0xE07C1C)},
    Bath{"Candleflame", colour(0xFFD88C), colour(0xCE702E)},
    Bath{"Firelight", colour(0xFFC06A), colour(0xD05C22)},
    Bath{"Afterglow", colour(0xFFB06C), colour(0xC8502A)},
    Bath{"Peachblow", colour(0xFFD2BC), colour(0xE8746E)},
    Bath{"Rose Doree", colour(0xFA9AA8), colour(0xB44460)},
    Bath{"Verdante", colour(0xC2E8A2), colour(0x4E8A58)},
    Bath{"Aquagreen", colour(0x93E0C6), colour(0x3C9490)},
    Bath{"Turquoise", colour(0x92DEE4), colour(0x2F7E98)},
    Bath{"Azure", colour(0xB0DAFA), colour(0x3E78C0)},
    Bath{"Nocturne", colour(0x98A6F4), colour(0x464CC0)},
    Bath{"Purplehaze", colour(0xD6C0F6), colour(0x8462BC)},
    Bath{"Fleur de Lis", colour(0xC29AE8), colour(0x6236A2)},
    Bath{"Amaranth", colour(0xDE92C6), colour(0x8E3F86)},
    Bath{"Caprice", colour(0xF9B4CA), colour(0xC06488)},
    Bath{"Inferno", colour(0xFF7E5A), colour(0xB4241C)},
};

constexpr double full_light = .86;  // at this grey the light colour is reached
constexpr double white_from = .72;  // above, it pales towards grey, half-way at most

double channel(double grey, double light, double shade) {
  const double t = std::min(grey / full_light, 1.0);
  const double w = .5 * std::clamp((grey - white_from) / (1 - white_from), 0.0, 1.0);
  return grey * (shade + t * (light - shade)) * (1 - w) + grey * w;
}

std::uint8_t code(double value) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
}

}  // namespace

Result<TintTable> tint_table(std::string_view name) {
  const auto* bath =
      std::find_if(baths.begin(), baths.end(), [&](const Bath& b) { return b.name == name; });
  if (bath == baths.end()) {
    return fix_input("there is no tint '" + std::string(name) + "'; did you mean '" +
                     nearest(name, tint_names()) + "'?");
  }
  TintTable table;
  for (std::size_t step = 0; step < tint_steps; ++step) {
    const double grey = static_cast<double>(step) / (tint_steps - 1);
    const double red = channel(grey, bath->light.red, bath->shade.red);
    const double green = channel(grey, bath->light.green, bath->shade.green);
    const double blue = channel(grey, bath->light.blue, bath->shade.blue);
    const double luma = .2126 * red + .7152 * green + .0722 * blue;
    table.luma[step] = code(16 + 219 * luma);
    table.blue[step] = code(128 + 224 * (blue - luma) / 1.8556);
    table.red[step] = code(128 + 224 * (red - luma) / 1.5748);
  }
  return table;
}

std::vector<std::string_view> tint_names() {
  std::vector<std::string_view> names;
  for (const Bath& bath : baths) names.push_back(bath.name);
  return names;
}

bool tint_must_not_flicker(std::string_view name) {
  return name == "Inferno";
}

}  // namespace onereel::cutting
