#include <algorithm>
#include <cmath>
#include <map>

#include "company.h"
#include "lighting.h"
#include "onereel/theatre/theatre.h"
#include "scenery.h"

namespace onereel::theatre {

namespace {

constexpr double soft_sigma = 30;  // stage units: light that hairlines take from behind
constexpr double glow_sigma = 26;
constexpr double halation_sigma = 15;
constexpr double mask_blur = 2;
// Plates nearer to each other than this move as one when the camera does.
constexpr double depth_step = .1;
constexpr double no_zoom = 1.0005;

// What the picture's rounded mask leaves open, 0..1.
Plane opening(const drawing::Drawing& mask, Lettering& lettering, Size size) {
  Plane open(size.width, size.height, 1);
  Canvas canvas(size.width, size.height);
  canvas.clear_and_clip(open.all());
  const double scale = size.width / mask.view.width;
  const Brush brush(canvas.context(), Matrix::scaling(scale, scale), lettering, {}, open.all());
  const std::vector<Matrix> maps(mask.parts.size());
  const Stance stance{&mask, &maps, nullptr, nullptr, nullptr};
  for (const drawing::Part& part : mask.parts) {
    if (part.name == "mask") brush.paint(cut_out(part.art, {}), stance);
  }
  const FigurePixels pixels = canvas.pixels();
  for (int y = 0; y < size.height; ++y) {
    const std::uint32_t* from = pixels.words + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    for (int x = 0; x < size.width; ++x) {
      open.row(y)[x] = 1 - static_cast<float>(from[x] >> 24U) / 255.0F;
    }
  }
  blur(open, mask_blur * scale, open.all());
  return open;
}

}  // namespace

// Everything that stays from pose to pose of a shot.
struct House::Lamp {
  Lamp(const drawing::Drawing& set, const drawing::Drawing& mask,
       const blocking::StageSetting& setting, const Lighting& light, const media::FontBook& fonts,
       Size wanted)
      : size(wanted),
        scale(wanted.width / set.view.width),
        lighting(light),
        lettering(fonts),
        scenery(set, setting, light, lettering, wanted.width, wanted.height),
        company(lettering, wanted.width, wanted.height),
        opening(theatre::opening(mask, lettering, wanted)) {
    exposed = exposure(scenery.between(0, scenery.acting()).b, lighting);
  }

  void light(const blocking::StagePose& pose, Plane& value);
  void shine(Plane& value, int from, int to, const blocking::StagePose& pose);
  void put_figures(Plane& value, int plate, const Steps& steps, const blocking::StagePose& pose);
  const Plane& map_for(Point attention);
  const std::vector<float>& table_for(double light);
  const Plane& soft_for(const Plane& value, double zoom);

  Size size;
  double scale;
  Lighting lighting;
  Lettering lettering;
  Scenery scenery;
  Company company;
  Plane opening;
  double exposed = 1;

  // Kept from the last pose, with what they were made for.
  Plane map;
  Point map_attention{-1, -1};
  std::vector<float> table;
  double table_light = -1;
  Plane soft;
  int soft_version = -1;
};

// Light through plates from <= k < to, each run of like depth scaled by its share of the zoom.
void House::Lamp::shine(Plane& value, int from, int to, const blocking::StagePose& pose) {
  if (pose.zoom <= no_zoom) {
    if (from < to) shine_through(value, scenery.between(from, to));
    return;
  }
  const Point focus = pose.focus * scale;
  for (int k = from; k < to;) {
    int end = k + 1;
    while (end < to && std::abs(scenery.depth(end) - scenery.depth(k)) < depth_step) ++end;
    const Glass& glass = scenery.between(k, end);
    const double zoom = 1 + (pose.zoom - 1) * std::max(0.0, scenery.depth(k));
    shine_through_zoomed(value, glass, zoom, focus);
    k = end;
  }
}

const Plane& House::Lamp::soft_for(const Plane& value, double zoom) {
  if (zoom > no_zoom) {
    soft = blurred_quarter(quartered(value), soft_sigma * scale);
    soft_version = -1;
  } else if (soft_version != scenery.version()) {
    const Plane& light = scenery.between(0, scenery.acting()).b;
    soft = blurred_quarter(quartered(light), soft_sigma * scale);
    soft_version = scenery.version();
  }
  return soft;
}

void House::Lamp::put_figures(Plane& value, int plate, const Steps& steps,
                              const blocking::StagePose& pose) {
  // Those on the acting plane move as it does; those behind a plate stay glued to it.
  const double depth = plate == scenery.acting() ? 1 : scenery.depth(plate);
  const double zoom = pose.zoom <= no_zoom ? 1 : 1 + (pose.zoom - 1) * depth;
  const Matrix stage = Matrix::translation(-pose.focus.x, -pose.focus.y)
                           .then(Matrix::scaling(zoom, zoom))
                           .then(Matrix::translation(pose.focus.x, pose.focus.y))
                           .then(Matrix::scaling(scale, scale));
  if (!company.paint(pose, steps, stage)) return;
  ActingLight light;
  light.lamp = static_cast<float>(lighting.lamp);
  light.glow_sigma = glow_sigma * scale;
  put_before(value, company.pixels(), soft_for(value, pose.zoom), light);
}

void House::Lamp::light(const blocking::StagePose& pose, Plane& value) {
  // Where figures stand, back to front: behind plates, and on the acting plane.
  std::map<int, Steps> stops;
  stops[scenery.acting()] = {};
  for (const blocking::PaintStep& step : pose.paint) {
    const int plate = step.behind_plate.empty() ? -1 : scenery.plate_index(step.behind_plate);
    stops[plate < 0 ? scenery.acting() : plate].push_back(&step);
  }
  // Otherwise the plates at the back cover whatever was there.
  if (stops.begin()->first == 0) std::fill(value.values.begin(), value.values.end(), 0.0F);
  int done = 0;
  for (const auto& [plate, steps] : stops) {
    shine(value, done, plate, pose);
    put_figures(value, plate, steps, pose);
    done = plate;
  }
  shine(value, done, scenery.plates(), pose);
}

const Plane& House::Lamp::map_for(Point attention) {
  const Point whole{std::round(attention.x), std::round(attention.y)};
  if (!(whole == map_attention)) {
    map = light_map(size.width, size.height, whole);
    multiply(map, opening);
    map_attention = whole;
  }
  return map;
}

const std::vector<float>& House::Lamp::table_for(double light) {
  if (light != table_light) {
    table = tone_table(exposed * std::clamp(light, 0.0, 2.0), lighting);
    table_light = light;
  }
  return table;
}

House::House(std::unique_ptr<Lamp> lamp) : lamp_(std::move(lamp)) {}
House::~House() = default;
House::House(House&&) noexcept = default;
House& House::operator=(House&&) noexcept = default;

Result<House> House::open(const blocking::StageSetting& setting, drawing::ArtKit& kit,
                          const media::FontBook& fonts, Size size) {
  if (size.width < 64 || size.height < 64 || size.width > 4096 || size.height > 4096) {
    return fix_input("a picture must be 64 to 4096 pixels wide and high");
  }
  TRY(const drawing::Drawing* set, kit.set(setting.set));
  TRY(const drawing::Drawing* mask, kit.frame("mask_4x3"));
  TRY(const Lighting lighting, lighting_of(*set, setting.night));
  return House(std::make_unique<Lamp>(*set, *mask, setting, lighting, fonts, size));
}

media::GreyPicture House::paint(const blocking::StagePose& pose) {
  media::GreyPicture picture;
  paint(pose, picture);
  return picture;
}

void House::paint(const blocking::StagePose& pose, media::GreyPicture& picture) {
  Lamp& lamp = *lamp_;
  lamp.scenery.stand(pose.set_parts);
  Plane value;
  value.width = lamp.size.width;
  value.height = lamp.size.height;
  value.values = std::move(picture.values);
  value.values.resize(static_cast<std::size_t>(value.width) * value.height);
  lamp.light(pose, value);
  const Halation halation{static_cast<float>(lamp.lighting.halation), halation_sigma * lamp.scale};
  develop(value, lamp.table_for(pose.light), halation, lamp.map_for(pose.attention));
  picture = {value.width, value.height, std::move(value.values)};
}

}  // namespace onereel::theatre
