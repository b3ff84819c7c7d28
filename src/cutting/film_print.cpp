#include "film_print.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "onereel/base/dice.h"
#include "onereel/base/wide.h"

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

// The loops over pixels. Each takes what it needs by value and its rows as __restrict: otherwise
// the compiler must fear that a stored pixel changes them, and makes no vector code.

struct Weave {  // parts of the four pixels that a shifted pixel is mixed from
  float w00;
  float w01;
  float w10;
  float w11;
};

struct Lamp {
  float floor;
  float range;
  float flicker;
  float lit(float v) const { return floor + range * std::min(std::max(v * flicker, 0.0F), 1.0F); }
};

ONEREEL_WIDE void weave_row(const float* above, const float* below, const Weave weave,
                            const Lamp lamp, int count, float* __restrict row) {
  for (int x = 0; x < count; ++x) {
    row[x] = lamp.lit(above[x] * weave.w00 + above[x + 1] * weave.w01 + below[x] * weave.w10 +
                      below[x + 1] * weave.w11);
  }
}

std::uint16_t tint_step(float grey) {
  const float scaled = grey * (tint_steps - 1) + .5F;
  return static_cast<std::uint16_t>(
      static_cast<int>(std::min(std::max(scaled, 0.0F), tint_steps - 1.0F)));
}

ONEREEL_WIDE void steps_clean(const float* row, const float* pass, const float* add, int count,
                              std::uint16_t* __restrict steps) {
  for (int x = 0; x < count; ++x) steps[x] = tint_step(pass[x] * row[x] + add[x]);
}

struct Stock {
  const float* pass;
  const float* add;
  const float* grain;
  float amount;
};

ONEREEL_WIDE void steps_grained(const float* row, const Stock stock, int count,
                                std::uint16_t* __restrict steps) {
  for (int x = 0; x < count; ++x) {
    const float v = row[x];
    const float grained = v + stock.amount * (.30F + 2.8F * v * (1 - v)) * stock.grain[x];
    steps[x] = tint_step(stock.pass[x] * grained + stock.add[x]);
  }
}

void tint_row(const std::uint8_t* table, const std::uint16_t* steps, int count,
              std::uint8_t* __restrict out) {
  for (int x = 0; x < count; ++x) out[x] = table[steps[x]];
}

void tint_colour_row(const TintTable& tint, const std::uint16_t* upper, const std::uint16_t* lower,
                     int count, std::uint8_t* __restrict blue, std::uint8_t* __restrict red) {
  for (int x = 0; x < count; ++x) {
    const int sum = upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1];
    const auto mean = static_cast<std::size_t>((sum + 2) / 4);
    blue[x] = tint.blue[mean];
    red[x] = tint.red[mean];
  }
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
    mirrored_ = grain_;
    for (int y = 0; y < mirrored_.height; ++y) {
      std::reverse(mirrored_.row(y), mirrored_.row(y) + mirrored_.width);
    }
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
    print_row(moment, y, row.data(), y % 2 == 0 ? upper.data() : lower.data());
    if (y % 2 == 1) tint_pair(y - 1, upper.data(), lower.data());
  }
  return frame_;
}

// Weave, flicker and floor.
void FilmPrint::shift_row(const Plane& picture, const Moment& moment, int y, float* row) const {
  const int last = picture.height - 1;
  const float* above = picture.row(std::clamp(y + moment.shift_y, 0, last));
  const float* below = picture.row(std::clamp(y + moment.shift_y + 1, 0, last));
  const float w11 = moment.part_x * moment.part_y;
  const float w01 = moment.part_x - w11;
  const float w10 = moment.part_y - w11;
  const Weave weave{1 - moment.part_x - moment.part_y + w11, w01, w10, w11};
  const Lamp lamp{static_cast<float>(setting_.floor), static_cast<float>(setting_.range),
                  moment.flicker};
  const int first = std::clamp(-moment.shift_x, 0, picture.width);
  const int end = std::clamp(picture.width - 1 - moment.shift_x, first, picture.width);
  std::fill_n(row, first, lamp.lit(above[0] * (weave.w00 + w01) + below[0] * (w10 + w11)));
  weave_row(above + moment.shift_x + first, below + moment.shift_x + first, weave, lamp,
            end - first, row + first);
  const int edge = picture.width - 1;
  std::fill(row + end, row + picture.width,
            lamp.lit(above[edge] * (weave.w00 + w01) + below[edge] * (w10 + w11)));
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

// Grain, mask and frame; then the step of the tint table.
void FilmPrint::print_row(const Moment& moment, int y, const float* row,
                          std::uint16_t* steps) const {
  const PixelPlace& place = proscenium_.picture;
  const float* pass = proscenium_.pass.row(place.y + y) + place.x;
  const float* add = proscenium_.add.row(place.y + y) + place.x;
  if (grain_.values.empty()) return steps_clean(row, pass, add, place.width, steps);
  const auto amount = static_cast<float>(setting_.wear.grain);
  const int grain_y = moment.grain.y + (moment.grain.mirror_y ? place.height - 1 - y : y);
  const float* grain = grain_.row(grain_y) + moment.grain.x;
  if (moment.grain.mirror_x) {
    grain = mirrored_.row(grain_y) + (mirrored_.width - moment.grain.x - place.width);
  }
  steps_grained(row, {pass, add, grain, amount}, place.width, steps);
}

void FilmPrint::tint_pair(int y, const std::uint16_t* upper, const std::uint16_t* lower) {
  const PixelPlace& place = proscenium_.picture;
  const auto width = static_cast<std::size_t>(setting_.width);
  const auto at = static_cast<std::size_t>(place.y + y) * width + static_cast<std::size_t>(place.x);
  tint_row(tint_.luma.data(), upper, place.width, frame_.luma.data() + at);
  tint_row(tint_.luma.data(), lower, place.width, frame_.luma.data() + at + width);
  const auto half = static_cast<std::size_t>((place.y + y) / 2) * (width / 2) +
                    static_cast<std::size_t>(place.x / 2);
  tint_colour_row(tint_, upper, lower, place.width / 2, frame_.blue.data() + half,
                  frame_.red.data() + half);
}

}  // namespace onereel::cutting
