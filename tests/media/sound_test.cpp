#include "onereel/media/sound.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace onereel::media;

namespace {

/// A tone of `hertz` at `level`, in bursts of half a second with as much of `between` after each.
Sound bursts(double hertz, float level, float between) {
  Sound sound;
  for (int n = 0; n < 10 * sample_rate; ++n) {
    const double phase = 2 * 3.14159265358979 * hertz * n / sample_rate;
    const float size = n / (sample_rate / 2) % 2 == 0 ? level : between;
    sound.left.push_back(size * static_cast<float>(std::sin(phase)));
  }
  sound.right = sound.left;
  return sound;
}

}  // namespace

TEST_CASE("a stereo tone of 1 kHz at -23 dBFS measures -23 LUFS (EBU Tech 3341, case 1)") {
  const Loudness loudness = measure_loudness(bursts(1000, 0.0708F, 0.0708F));

  CHECK(loudness.integrated_lufs == doctest::Approx(-23.0).epsilon(0.005));
  CHECK(loudness.true_peak_dbtp == doctest::Approx(-23.0).epsilon(0.01));
}

TEST_CASE("a peak between two samples is measured") {
  // A quarter of the sample rate, 45 degrees off: the samples are 3 dB under the wave's top.
  Sound sound;
  for (int n = 0; n < sample_rate; ++n) {
    sound.left.push_back(0.5F * (n / 2 % 2 == 0 ? 1.0F : -1.0F) * 0.7071F);
  }
  sound.right = sound.left;

  CHECK(measure_loudness(sound).true_peak_dbtp > -6.3);
}

TEST_CASE("a quiet sound is brought to the target without touching the ceiling") {
  Sound sound = bursts(440, 0.01F, 0.005F);

  bring_to_loudness(sound, -14, -1.2);

  const Loudness loudness = measure_loudness(sound);
  CHECK(loudness.integrated_lufs == doctest::Approx(-14.0).epsilon(0.007));
  CHECK(loudness.true_peak_dbtp <= -1.2);
}

TEST_CASE("hard accents over a soft ground are held under the ceiling and the target still met") {
  Sound sound = bursts(440, 0.02F, 0.02F);
  for (std::size_t n = 0; n < sound.left.size(); n += 24'000) {
    for (std::size_t i = 0; i < 400; ++i) sound.left[n + i] *= 30;
  }
  sound.right = sound.left;

  bring_to_loudness(sound, -14, -1.2);

  const Loudness loudness = measure_loudness(sound);
  CHECK(loudness.integrated_lufs == doctest::Approx(-14.0).epsilon(0.007));
  CHECK(loudness.true_peak_dbtp <= -1.2);
}

TEST_CASE("silence stays silence, and nothing stays nothing") {
  Sound silence;
  silence.left.assign(sample_rate, 0.0F);
  silence.right = silence.left;
  Sound nothing;

  bring_to_loudness(silence, -14, -1.2);
  bring_to_loudness(nothing, -14, -1.2);

  CHECK(*std::max_element(silence.left.begin(), silence.left.end()) == 0.0F);
  CHECK(nothing.left.empty());
}

TEST_CASE("the same sound comes out of the same sound") {
  Sound first = bursts(330, 0.05F, 0.4F);
  Sound second = first;

  bring_to_loudness(first, -14, -1.2);
  bring_to_loudness(second, -14, -1.2);

  CHECK(first.left == second.left);
}
