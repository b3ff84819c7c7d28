#pragma once

// The finished film and what lies beside it. The last paper.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/seconds.h"
#include "onereel/base/usd.h"

namespace onereel {

struct BundleFile {
  std::string path;  ///< relative to the film folder: bundle/film.mp4
  std::int64_t bytes = 0;
  bool operator==(const BundleFile&) const = default;
};

struct Film {
  std::string film_file;  ///< relative to the film folder
  Seconds length;
  int width = 0;
  int height = 0;
  double loudness_lufs = 0;
  double true_peak_dbtp = 0;
  Usd cost;
  std::vector<BundleFile> bundle;
  bool operator==(const Film&) const = default;
};

}  // namespace onereel
