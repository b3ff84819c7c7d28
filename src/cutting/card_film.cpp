#include "card_film.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "card_paint.h"
#include "card_type.h"
#include "onereel/base/dice.h"
#include "plane.h"

namespace onereel::cutting {

namespace {

using media::GreyPicture;

Plane plane_of(GreyPicture picture) {
  Plane plane;
  plane.width = picture.width;
  plane.height = picture.height;
  plane.values = std::move(picture.values);
  return plane;
}

void add_mottle(Plane& ground, const CardValues& values, double scale, std::uint64_t seed) {
  for (std::size_t layer = 0; layer < values.mottle.size(); ++layer) {
    const auto& [amplitude, wavelength] = values.mottle[layer];
    const Plane noise = spotted_noise(ground.width, ground.height, wavelength * scale,
                                      mix(seed + static_cast<std::uint64_t>(layer)));
    for (std::size_t k = 0; k < ground.values.size(); ++k) {
      float& value = ground.values[k];
      const float room = 1 - std::clamp(value * 1.5F, 0.0F, 1.0F);
      value += noise.values[k] * static_cast<float>(amplitude * .8) * room;
    }
  }
}

void lay(Plane& ground, Plane letters, double blur_sigma, double value) {
  blur(letters, blur_sigma);
  const auto ink = static_cast<float>(value);
  for (std::size_t k = 0; k < ground.values.size(); ++k) {
    const float cover = letters.values[k];
    ground.values[k] = ground.values[k] * (1 - cover) + cover * ink;
  }
}

void add_halo(Plane& picture, double amount, double sigma) {
  Plane light = picture;
  for (float& value : light.values) value = std::clamp(value, 0.0F, 1.0F);
  light = wide_blur(light, sigma);
  for (std::size_t k = 0; k < picture.values.size(); ++k) {
    float& value = picture.values[k];
    value += static_cast<float>(amount) * light.values[k] * (1 - value);
  }
}

// Fibre on the light, darker corners, and the greys brought to what a print holds.
void print(Plane& picture, const CardValues& values, double scale) {
  const Plane fibre = paper_fibre(picture.width, picture.height, scale);
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      float& value = picture.row(y)[x];
      const float light = std::clamp(value, 0.0F, 1.0F);
      value *= 1 + static_cast<float>(values.fibre) * fibre.row(y)[x] * light;
      const double across = (static_cast<double>(x) / picture.width - .5) / .5;
      const double down = (static_cast<double>(y) / picture.height - .5) / .5;
      const double radius = std::sqrt((across * across + down * down) / 2);
      const double u = std::clamp((radius - .25) / .75, 0.0, 1.0);
      value *= static_cast<float>(1 - values.vignette * u * u);
      value = .02F + .93F * std::clamp(value, 0.0F, 1.0F);
    }
  }
}

// The rounded window, its edge cut by hand like everything else.
Plane window_of(int width, int height, const CardValues& values, double scale) {
  const double unit = width / scale;
  const double inset = values.matte_inset * unit;
  const double corner = values.matte_corner * unit;
  const double right = unit - inset - corner;
  const double bottom = height / scale - inset - corner;
  const double near = inset + corner;
  const Point centres[] = {{right, near}, {right, bottom}, {near, bottom}, {near, near}};
  constexpr double step = 26;  // long straight runs are cut in pieces, so that they wobble too
  std::vector<Point> corners;
  for (int k = 0; k < 4; ++k) {
    for (int n = 0; n <= 8; ++n) {
      const double angle = ((k - 1) * 90 + n * 11.25) * radians_per_degree;
      corners.push_back(centres[k] + Point{std::cos(angle), std::sin(angle)} * corner);
    }
  }
  std::vector<media::OutlineStep> outline;
  for (std::size_t k = 0; k < corners.size(); ++k) {
    const Point from = corners[k];
    const Point run = corners[(k + 1) % corners.size()] - from;
    const int pieces = std::max(1, static_cast<int>(std::hypot(run.x, run.y) / step));
    for (int n = 0; n < pieces; ++n) {
      const auto kind =
          outline.empty() ? media::OutlineStep::Kind::move : media::OutlineStep::Kind::line;
      outline.push_back(
          {kind, cut_by_hand(from + run * (static_cast<double>(n) / pieces), 1), {}, {}});
    }
  }
  const Canvas canvas(Canvas::Kind::alpha, width, height, scale);
  paint(canvas.pen(), outline, 1);
  Plane window = plane_of(canvas.alpha());
  blur(window, values.matte_blur * width);
  return window;
}

}  // namespace

GreyPicture blurred(GreyPicture picture, double sigma) {
  Plane plane = plane_of(std::move(picture));
  blur(plane, sigma);
  return {plane.width, plane.height, std::move(plane.values)};
}

GreyPicture developed(CardSheets sheets, const CardValues& values, double scale,
                      std::uint64_t seed) {
  Plane picture = plane_of(std::move(sheets.ground));
  const double soft = values.letter_blur * scale;
  add_mottle(picture, values, scale, mix(seed ^ hash_text("mottle")));
  lay(picture, plane_of(std::move(sheets.letters)), soft, values.letters);
  lay(picture, plane_of(std::move(sheets.dark)), soft, values.tape_letters);
  add_halo(picture, values.halo_amount, values.halo_sigma * scale);
  print(picture, values, scale);
  const Plane window = window_of(picture.width, picture.height, values, scale);
  for (std::size_t k = 0; k < picture.values.size(); ++k) {
    const float open = window.values[k];
    picture.values[k] =
        picture.values[k] * open + static_cast<float>(values.matte_outside) * (1 - open);
  }
  return {picture.width, picture.height, std::move(picture.values)};
}

}  // namespace onereel::cutting
