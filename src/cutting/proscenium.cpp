#include "proscenium.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "easel.h"
#include "scissors.h"

namespace onereel::cutting {

namespace {

double blur_of(const drawing::Group& group) {
  const auto found = group.extras.find("blur");
  return found == group.extras.end() ? 0 : std::strtod(found->second.c_str(), nullptr);
}

// Columns of the sheet where anything is painted: first, and one behind the last.
std::pair<int, int> painted_columns(const Plane& cover) {
  int first = cover.width;
  int end = 0;
  for (int y = 0; y < cover.height; ++y) {
    const float* row = cover.row(y);
    for (int x = 0; x < first; ++x) {
      if (row[x] > 0) first = x;
    }
    for (int x = cover.width - 1; x >= end; --x) {
      if (row[x] > 0) end = x + 1;
    }
  }
  return {first, std::max(first, end)};
}

// Most plates are a narrow wing; blurring their empty part would cost a camera half a second.
void blur_painted(Plane& plane, std::pair<int, int> columns, double sigma) {
  const int margin = static_cast<int>(sigma * 4) + 2;
  const int first = std::max(0, columns.first - margin);
  const int end = std::min(plane.width, columns.second + margin);
  if (sigma < .12 || end <= first) return;
  Plane part(end - first, plane.height);
  for (int y = 0; y < plane.height; ++y) {
    std::copy(plane.row(y) + first, plane.row(y) + end, part.row(y));
  }
  blur(part, sigma);
  for (int y = 0; y < plane.height; ++y) {
    std::copy(part.row(y), part.row(y) + part.width, plane.row(y) + first);
  }
}

Sheet blurred_sheet(const drawing::Group& group, int width, int height, double scale) {
  Easel easel(width, height);
  easel.paint(group, Matrix::scaling(scale, scale));
  Sheet sheet = easel.sheet();
  const auto columns = painted_columns(sheet.cover);
  blur_painted(sheet.light, columns, blur_of(group) * scale);
  blur_painted(sheet.cover, columns, blur_of(group) * scale);
  return sheet;
}

void lay_over(Proscenium& frame, const Sheet& sheet, bool of_scene, double house_lights) {
  const auto lights = static_cast<float>(house_lights);
  const float keeps_neutral = of_scene ? 0.0F : 1.0F;
  for (std::size_t at = 0; at < sheet.light.values.size(); ++at) {
    const float behind = 1 - sheet.cover.values[at];
    frame.pass.values[at] *= behind;
    frame.add.values[at] = lights * sheet.light.values[at] + frame.add.values[at] * behind;
    frame.neutral.values[at] =
        keeps_neutral * sheet.cover.values[at] + frame.neutral.values[at] * behind;
  }
}

// A wing is a group of plates of different sharpness; other groups are one plate.
void lay_group(Proscenium& frame, const drawing::Group& group, double scale, double house_lights) {
  const bool of_plates =
      std::any_of(group.groups.begin(), group.groups.end(),
                  [](const drawing::Group& plate) { return plate.extras.contains("blur"); });
  const int width = frame.pass.width;
  const int height = frame.pass.height;
  if (!of_plates) {
    lay_over(frame, blurred_sheet(group, width, height, scale), group.light_scene, house_lights);
    return;
  }
  for (const drawing::Group& plate : group.groups) {
    const bool of_scene = group.light_scene || plate.light_scene;
    lay_over(frame, blurred_sheet(plate, width, height, scale), of_scene, house_lights);
  }
}

void apply_mask(Proscenium& frame, const Plane& mask) {
  for (std::size_t at = 0; at < mask.values.size(); ++at) {
    frame.pass.values[at] *= 1 - mask.values[at];
    frame.add.values[at] += outside_grey * mask.values[at];
  }
}

PixelPlace pixels(const Box& box, double scale) {
  const auto even = [&](double length) {
    return 2 * static_cast<int>(std::lround(length * scale / 2));
  };
  return {even(box.x), even(box.y), even(box.width), even(box.height)};
}

}  // namespace

Result<Proscenium> open_proscenium(drawing::ArtKit& kit, int width, int height,
                                   double house_lights) {
  TRY(const drawing::Drawing* drawing, kit.frame("proscenium_16x9"));
  const drawing::Sign* place = drawing->sign("picture");
  const drawing::Part* mask = drawing->part("mask");
  if (place == nullptr || mask == nullptr) {
    return fix_input("frames/proscenium_16x9.svg needs a sign 'picture' and a group 'mask'");
  }
  const double scale = width / drawing->view.width;
  Proscenium frame{pixels(place->box, scale), Plane(width, height), Plane(width, height),
                   Plane(width, height)};
  const PixelPlace& p = frame.picture;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool inside = x >= p.x && x < p.x + p.width && y >= p.y && y < p.y + p.height;
      frame.pass.row(y)[x] = inside ? 1.0F : 0.0F;
      frame.add.row(y)[x] = inside ? 0.0F : outside_grey;
    }
  }
  apply_mask(frame, blurred_sheet(mask->art, width, height, scale).cover);
  for (const drawing::Part& part : drawing->parts) {
    if (part.name != "mask") lay_group(frame, part.art, scale, house_lights);
  }
  return frame;
}

Proscenium bare_picture(int width, int height) {
  Easel easel(width, height);
  easel.fill(rounded_sheet(width, height, .01 * width, .03 * width), {}, 1);
  Plane matte = easel.sheet().cover;
  blur(matte, .0016 * width);
  Proscenium frame{
      {0, 0, width, height}, Plane(width, height), Plane(width, height), Plane(width, height)};
  frame.pass = matte;
  for (std::size_t at = 0; at < matte.values.size(); ++at) {
    frame.add.values[at] = outside_grey * (1 - matte.values[at]);
  }
  return frame;
}

}  // namespace onereel::cutting
