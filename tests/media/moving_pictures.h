#pragma once

// Small shots for tests: a grey ground with a bright bar that moves, and sound to go with them.

#include <cmath>
#include <string>
#include <vector>

#include "onereel/media/shot_encoder.h"
#include "onereel/media/sound.h"

namespace onereel::media {

inline constexpr EncoderSetting small_setting{160, 90 + 6, 20, false};

inline YuvPicture moving_picture(std::int64_t frame, int look = 0) {
  YuvPicture picture{small_setting.width, small_setting.height, {}, {}, {}};
  const auto area = static_cast<std::size_t>(picture.width * picture.height);
  picture.luma.assign(area, static_cast<std::uint8_t>(60 + look));
  picture.blue.assign(area / 4, 120);
  picture.red.assign(area / 4, 140);
  for (int y = 0; y < picture.height; ++y) {
    const auto x = static_cast<std::size_t>((frame * 3 + y / 8) % picture.width);
    picture.luma[static_cast<std::size_t>(y * picture.width) + x] = 220;
  }
  return picture;
}

inline std::string small_take(std::int64_t length, int look = 0,
                              const EncoderSetting& setting = small_setting) {
  auto encoder = ShotEncoder::open(setting, {length});
  must(encoder.has_value(), "libx264 is there");
  for (std::int64_t frame = 0; frame < length; ++frame) {
    must(encoder->add(moving_picture(frame, look)).has_value(), "a frame is encoded");
  }
  return std::move(encoder->finish()).value();
}

inline Sound tone(std::int64_t frames) {
  Sound sound;
  for (std::int64_t at = 0; at < frames * 2000; ++at) {
    const double turn = static_cast<double>(at) * 440 / sample_rate * 6.283185307179586;
    sound.left.push_back(static_cast<float>(0.2 * std::sin(turn)));
  }
  sound.right = sound.left;
  return sound;
}

}  // namespace onereel::media
