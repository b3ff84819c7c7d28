#pragma once

// Sound as samples.

#include <vector>

namespace onereel::media {

inline constexpr int sample_rate = 48'000;

/// Stereo. left, right: one sample each 1/48000 s, full scale -1..1; equal lengths.
struct Sound {
  std::vector<float> left;
  std::vector<float> right;
};

struct Loudness {
  double integrated_lufs = 0;  ///< EBU R 128
  double true_peak_dbtp = 0;
};

Loudness measure_loudness(const Sound& sound);

/// Brings `sound` to `target_lufs` with a look-ahead true-peak limiter at `peak_max_dbtp`. Result
/// is within 0.1 LU of the target unless the sound is silent.
void bring_to_loudness(Sound& sound, double target_lufs, double peak_max_dbtp);

}  // namespace onereel::media
