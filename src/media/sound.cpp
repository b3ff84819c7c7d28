// Loudness after EBU R 128 (libebur128, the only code that sees it) and a look-ahead limiter.

#include "onereel/media/sound.h"

#include <ebur128.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <deque>
#include <memory>

#include "onereel/base/must.h"

namespace onereel::media {
namespace {

constexpr double silent_lufs = -70;      // the gate of R 128: nothing is counted below it
constexpr std::size_t look_ahead = 192;  // 4 ms: the gain comes down before the peak
constexpr double release_per_sample = 1.0 / (0.06 * sample_rate);
constexpr double closer_than = 0.03;  // LU
constexpr int tries_max = 12;

// Peaks between samples: the sound at four times the rate, by a windowed sinc of 24 taps a phase.
constexpr std::size_t taps = 24;
using Phase = std::array<float, taps>;

std::array<Phase, 3> interpolator() {
  constexpr double pi = 3.14159265358979323846;
  std::array<Phase, 3> phases{};
  for (std::size_t p = 0; p < phases.size(); ++p) {
    const double offset = static_cast<double>(p + 1) / 4;
    for (std::size_t k = 0; k < taps; ++k) {
      // Tap k weighs the sample k - 11 steps from the one before the point.
      const double x = static_cast<double>(k) - 11 - offset;
      const double window = 0.5 + 0.5 * std::cos(pi * x / 12.5);
      phases[p][k] = static_cast<float>(std::sin(pi * x) / (pi * x) * window);
    }
  }
  return phases;
}

// Raises peaks[n] to the highest of channel[n] and, if a sample near it is above `floor`, of the
// three points between it and the next sample.
void add_true_peaks(const std::vector<float>& channel, float floor, std::vector<float>& peaks) {
  const auto phases = interpolator();
  const std::size_t size = channel.size();
  for (std::size_t n = 0; n < size; ++n) {
    peaks[n] = std::max(peaks[n], std::abs(channel[n]));
    if (n < 11 || n + 13 > size) continue;
    if (std::max(std::abs(channel[n]), std::abs(channel[n + 1])) < floor) continue;
    const float* from = channel.data() + (n - 11);
    for (const Phase& phase : phases) {
      float sum = 0;
      for (std::size_t k = 0; k < taps; ++k) sum += phase[k] * from[k];
      peaks[n] = std::max(peaks[n], std::abs(sum));
    }
  }
}

// least[n] = the least of gains[n .. n + look_ahead].
std::vector<float> least_ahead(const std::vector<float>& gains) {
  std::vector<float> least(gains.size());
  std::deque<std::size_t> rising;  // indices, gains rising
  for (std::size_t n = gains.size(); n-- > 0;) {
    while (!rising.empty() && gains[rising.back()] >= gains[n]) rising.pop_back();
    rising.push_back(n);
    if (rising.front() > n + look_ahead) rising.pop_front();
    least[n] = gains[rising.front()];
  }
  return least;
}

// Down in time for every peak, up again slowly, without corners.
std::vector<float> limiter_gains(const std::vector<float>& peaks, double gain, double ceiling) {
  std::vector<float> wanted(peaks.size());
  for (std::size_t n = 0; n < peaks.size(); ++n) {
    const double peak = peaks[n] * gain;
    wanted[n] = peak > ceiling ? static_cast<float>(ceiling / peak) : 1.0F;
  }
  std::vector<float> gains = least_ahead(wanted);
  // Before the first sample the gain stood where it has to be at it.
  const float first = gains.empty() ? 1.0F : gains[0];
  double held = first;
  double sum = static_cast<double>(look_ahead + 1) * first;
  std::vector<float> smooth(gains.size());
  for (std::size_t n = 0; n < gains.size(); ++n) {
    held = std::min<double>(gains[n], held + (1 - held) * release_per_sample);
    gains[n] = static_cast<float>(held);
    sum += gains[n] - (n > look_ahead ? gains[n - look_ahead - 1] : first);
    smooth[n] = static_cast<float>(sum / static_cast<double>(look_ahead + 1) * gain);
  }
  return smooth;
}

Sound scaled(const Sound& sound, const std::vector<float>& gains) {
  Sound result = sound;
  for (std::size_t n = 0; n < gains.size(); ++n) {
    result.left[n] *= gains[n];
    result.right[n] *= gains[n];
  }
  return result;
}

struct CloseMeter {
  void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

Loudness measure(const Sound& sound, bool with_peak) {
  const int mode = EBUR128_MODE_I | (with_peak ? EBUR128_MODE_TRUE_PEAK : 0);
  const std::unique_ptr<ebur128_state, CloseMeter> meter(ebur128_init(2, sample_rate, mode));
  must(meter != nullptr, "libebur128 has memory for its filters");
  std::array<float, 2 * 4'800> block{};
  for (std::size_t at = 0; at < sound.left.size(); at += block.size() / 2) {
    const std::size_t count = std::min(block.size() / 2, sound.left.size() - at);
    for (std::size_t n = 0; n < count; ++n) {
      block[2 * n] = sound.left[at + n];
      block[2 * n + 1] = sound.right[at + n];
    }
    must(ebur128_add_frames_float(meter.get(), block.data(), count) == EBUR128_SUCCESS,
         "libebur128 takes two channels of floats");
  }
  Loudness loudness;
  ebur128_loudness_global(meter.get(), &loudness.integrated_lufs);
  double peak = 0;
  for (unsigned channel = 0; with_peak && channel < 2; ++channel) {
    double of_channel = 0;
    ebur128_true_peak(meter.get(), channel, &of_channel);
    peak = std::max(peak, of_channel);
  }
  loudness.true_peak_dbtp = 20 * std::log10(peak);
  return loudness;
}

double factor_of(double decibels) {
  return std::pow(10, decibels / 20);
}

}  // namespace

Loudness measure_loudness(const Sound& sound) {
  must(sound.left.size() == sound.right.size(), "both channels are equally long");
  return measure(sound, true);
}

void bring_to_loudness(Sound& sound, double target_lufs, double peak_max_dbtp) {
  must(sound.left.size() == sound.right.size(), "both channels are equally long");
  const double now = measure(sound, false).integrated_lufs;
  if (!(now > silent_lufs)) return;
  double gain = factor_of(target_lufs - now);
  double ceiling = factor_of(peak_max_dbtp);
  std::vector<float> peaks(sound.left.size());
  // A point between two samples is seldom twice as high as the higher of them, and never for long.
  const auto floor = static_cast<float>(ceiling / gain / 2);
  add_true_peaks(sound.left, floor, peaks);
  add_true_peaks(sound.right, floor, peaks);
  Sound best;
  for (int tries = 0; tries < tries_max; ++tries) {
    best = scaled(sound, limiter_gains(peaks, gain, ceiling));
    const double off = target_lufs - measure(best, false).integrated_lufs;
    if (std::abs(off) > closer_than) {
      gain *= factor_of(off);
      continue;
    }
    const double over = measure(best, true).true_peak_dbtp - peak_max_dbtp;
    if (over <= 0) break;
    ceiling *= factor_of(-over - 0.01);  // another filter sees a slightly higher peak than ours
  }
  sound = std::move(best);
}

}  // namespace onereel::media
