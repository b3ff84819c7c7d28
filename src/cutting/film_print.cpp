#include "film_print.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "onereel/base/dice.h"

namespace onereel::cutting {

namespace {

constexpr int grain_margin = 256;
constexpr double grain_softness = .8;  // px
constexpr double scratch_light = .9;
constexpr double scratch_strength = .13;
constexpr float speck_strength = .75F;

int step_of(float grey) {
  return std::clamp(static_cast<int>(grey * (tint_steps - 1) + .5F), 0, tint_steps - 1);
}

// How far a speck reaches in this direction: its eight corners, joined.
double speck_edge(const Speck& speck, double angle) {
  const double turn = angle / 6.283185307179586 + 1;
  const double place = (turn - std::floor(turn)) * 8;
  const auto low = static_cast<std::size_t>(place) % 8;
  const double part = place - std::floor(place);
  return speck.corners[low] * (1 - part) + speck.corners[(low + 1) % 8] * part;
}

}  // namespace

// What holds for one frame.
struct FilmPrint::Moment {
  int shift_x = 0;  // whole pixels
  int shift_y = 0;
  float part_x = 0;  // and the rest, 0..1
  float part_y = 0;
  float flicker = 1;
  std::vector<Speck> specks;
  std::optional<Scratch> scratch;
  GrainPlace grain;
};

FilmPrint::FilmPrint(const PrintSetting& setting, Proscenium proscenium, const TintTable& tint)
    : setting_(setting), proscenium_(std::move(proscenium)), tint_(tint) {
  frame_ = media::blank_picture(setting.width, setting.height);
  if (setting_.wear.grain > 0) {
    // The same stock for every shot; where it is read is the shot's own.
    grain_ = blurred_noise(place().width + grain_margin, place().height + grain_margin,
                           grain_softness, 44);
  }
  TintTable neutral = tint;
  if (const auto argent = tint_table("Argent")) neutral = *argent;
  paint_surround(neutral);
}

void FilmPrint::paint_surround(const TintTable& neutral) {
  const auto blend = [](std::uint8_t scene, std::uint8_t plain, float w) {
    return static_cast<std::uint8_t>(std::lround(scene * (1 - w) + plain * w));
  };
  for (int y = 0; y < setting_.height; ++y) {
    const float* add = proscenium_.add.row(y);
    const float* keep = proscenium_.neutral.row(y);
    for (int x = 0; x < setting_.width; ++x) {
      const auto step = static_cast<std::size_t>(step_of(add[x]));
      const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(setting_.width) +
                      static_cast<std::size_t>(x);
      frame_.luma[at] = blend(tint_.luma[step], neutral.luma[step], keep[x]);
    }
  }
  for (int y = 0; y < setting_.height / 2; ++y) {
    const float* upper = proscenium_.add.row(2 * y);
    const float* lower = proscenium_.add.row(2 * y + 1);
    const float* keep = proscenium_.neutral.row(2 * y);
    for (int x = 0; x < setting_.width / 2; ++x) {
      const float mean = (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1]) / 4;
      const auto step = static_cast<std::size_t>(step_of(mean));
      const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(setting_.width / 2) +
                      static_cast<std::size_t>(x);
      frame_.blue[at] = blend(tint_.blue[step], neutral.blue[step], keep[2 * x]);
      frame_.red[at] = blend(tint_.red[step], neutral.red[step], keep[2 * x]);
    }
  }
}

const media::YuvPicture& FilmPrint::print(const Plane& picture, FrameIndex frame) {
  const PixelPlace& place = proscenium_.picture;
  must(picture.width == place.width && picture.height == place.height,
       "the picture fits its place");
  Moment moment;
  const Point weave = weave_at(setting_.wear, setting_.seed, frame) * place.width;
  moment.shift_x = static_cast<int>(std::floor(weave.x));
  moment.shift_y = static_cast<int>(std::floor(weave.y));
  moment.part_x = static_cast<float>(weave.x - moment.shift_x);
  moment.part_y = static_cast<float>(weave.y - moment.shift_y);
  moment.flicker = static_cast<float>(flicker_at(setting_.wear, setting_.seed, frame));
  moment.specks = specks_at(setting_.wear, setting_.seed, frame);
  moment.scratch = scratch_at(setting_.wear, setting_.seed, frame);
  moment.grain = grain_at(setting_.seed, frame);
  const auto width = static_cast<std::size_t>(place.width);
  std::vector<float> row(width);
  std::vector<std::uint16_t> upper(width);
  std::vector<std::uint16_t> lower(width);
  for (int y = 0; y < place.height; ++y) {
    shift_row(picture, moment, y, row.data());
    wear_row(moment, y, row.data());
    print_row(moment, y, row.data());
    std::uint16_t* steps = y % 2 == 0 ? upper.data() : lower.data();
    for (std::size_t x = 0; x < width; ++x) {
      const float scaled = row[x] * (tint_steps - 1) + .5F;
      steps[x] = static_cast<std::uint16_t>(
          static_cast<int>(std::min(std::max(scaled, 0.0F), tint_steps - 1.0F)));
    }
    if (y % 2 == 1) tint_pair(y - 1, upper.data(), lower.data());
  }
  return frame_;
}

// Weave, flicker and floor.
void FilmPrint::shift_row(const Plane& picture, const Moment& moment, int y, float* row) const {
  const int last = picture.height - 1;
  const float* above = picture.row(std::clamp(y + moment.shift_y, 0, last));
  const float* below = picture.row(std::clamp(y + moment.shift_y + 1, 0, last));
  const auto range = static_cast<float>(setting_.range);
  const auto floor = static_cast<float>(setting_.floor);
  const float w11 = moment.part_x * moment.part_y;
  const float w01 = moment.part_x - w11;
  const float w10 = moment.part_y - w11;
  const float w00 = 1 - moment.part_x - moment.part_y + w11;
  const int first = std::clamp(-moment.shift_x, 0, picture.width);
  const int end = std::clamp(picture.width - 1 - moment.shift_x, first, picture.width);
  const auto lit = [&](float v) {
    return floor + range * std::min(std::max(v * moment.flicker, 0.0F), 1.0F);
  };
  for (int x = 0; x < first; ++x) row[x] = lit(above[0] * (w00 + w01) + below[0] * (w10 + w11));
  const float* a = above + moment.shift_x;
  const float* b = below + moment.shift_x;
  for (int x = first; x < end; ++x) {
    row[x] = lit(a[x] * w00 + a[x + 1] * w01 + b[x] * w10 + b[x + 1] * w11);
  }
  const int edge = picture.width - 1;
  for (int x = end; x < picture.width; ++x) {
    row[x] = lit(above[edge] * (w00 + w01) + below[edge] * (w10 + w11));
  }
}

// Specks and a scratch, where they are.
void FilmPrint::wear_row(const Moment& moment, int y, float* row) const {
  const double width = proscenium_.picture.width;
  const double height = proscenium_.picture.height;
  for (const Speck& speck : moment.specks) {
    const double dy = y - speck.centre.y * height;
    const double reach = speck.radius * width * 2 + 1;
    if (std::abs(dy) > reach) continue;
    const int from = static_cast<int>(std::max(0.0, speck.centre.x * width - reach));
    const int to = static_cast<int>(std::min(width - 1, speck.centre.x * width + reach));
    for (int x = from; x <= to; ++x) {
      const double dx = (x - speck.centre.x * width) / 1.5;
      const double edge = speck.radius * width * speck_edge(speck, std::atan2(dy, dx));
      const double cover = std::clamp(edge - std::hypot(dx, dy) + .5, 0.0, 1.0);
      row[x] *= 1 - speck_strength * static_cast<float>(cover);
    }
  }
  if (!moment.scratch) return;
  const double t = y / height;
  const double centre = moment.scratch->x * width + 1.2 * std::sin(t * 8) +
                        .25 * value_noise(t * 30, moment.scratch->seed);
  const double broken = std::clamp(.7 + value_noise(t * 15, moment.scratch->seed + 1), 0.0, 1.0);
  for (int x = static_cast<int>(centre) - 1; x <= static_cast<int>(centre) + 2; ++x) {
    if (x < 0 || x >= proscenium_.picture.width) continue;
    const double cover = std::clamp(1.05 - std::abs(x - centre), 0.0, 1.0);
    row[x] += static_cast<float>(scratch_strength * cover * broken * (scratch_light - row[x]));
  }
}

// Grain, mask and frame.
void FilmPrint::print_row(const Moment& moment, int y, float* row) const {
  const PixelPlace& place = proscenium_.picture;
  const float* pass = proscenium_.pass.row(place.y + y) + place.x;
  const float* add = proscenium_.add.row(place.y + y) + place.x;
  if (grain_.values.empty()) {
    for (int x = 0; x < place.width; ++x) row[x] = pass[x] * row[x] + add[x];
    return;
  }
  const auto amount = static_cast<float>(setting_.wear.grain);
  const int grain_y = moment.grain.y + (moment.grain.mirror_y ? place.height - 1 - y : y);
  const float* grain = grain_.row(grain_y) + moment.grain.x;
  const int step = moment.grain.mirror_x ? -1 : 1;
  if (moment.grain.mirror_x) grain += place.width - 1;
  const auto printed = [&](int x, float g) {
    const float v = row[x];
    row[x] = pass[x] * (v + amount * (.30F + 2.8F * v * (1 - v)) * g) + add[x];
  };
  if (step == 1) {
    for (int x = 0; x < place.width; ++x) printed(x, grain[x]);
  } else {
    for (int x = 0; x < place.width; ++x) printed(x, grain[-x]);
  }
}

void FilmPrint::tint_pair(int y, const std::uint16_t* upper, const std::uint16_t* lower) {
  const PixelPlace& place = proscenium_.picture;
  const auto width = static_cast<std::size_t>(setting_.width);
  const auto at = static_cast<std::size_t>(place.y + y) * width + static_cast<std::size_t>(place.x);
  std::uint8_t* luma_up = frame_.luma.data() + at;
  std::uint8_t* luma_low = luma_up + width;
  for (int x = 0; x < place.width; ++x) {
    luma_up[x] = tint_.luma[upper[x]];
    luma_low[x] = tint_.luma[lower[x]];
  }
  const auto half = static_cast<std::size_t>((place.y + y) / 2) * (width / 2) +
                    static_cast<std::size_t>(place.x / 2);
  std::uint8_t* blue = frame_.blue.data() + half;
  std::uint8_t* red = frame_.red.data() + half;
  for (int x = 0; x < place.width / 2; ++x) {
    const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
    const auto mean = static_cast<std::size_t>((sum + 2) / 4);
    blue[x] = tint_.blue[mean];
    red[x] = tint_.red[mean];
  }
}

}  // namespace onereel::cutting
