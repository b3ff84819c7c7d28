#pragma once

// Pictures in grey, and in the colours of one tint.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/result.h"

namespace onereel::media {

/// A grey picture. values: width x height, row by row, 0 black .. 1 white (display value, before
/// tint).
struct GreyPicture {
  int width = 0;
  int height = 0;
  std::vector<float> values;
};

/// One frame as the encoder wants it: planar Y'CbCr 4:2:0, BT.709, limited range.
/// luma: width x height; each chroma: (width / 2) x (height / 2). Width and height are even.
struct YuvPicture {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> luma;
  std::vector<std::uint8_t> blue;
  std::vector<std::uint8_t> red;
};

/// Black, without colour. Both sides are even and above 0.
YuvPicture blank_picture(int width, int height);

/// Writes an RGB PNG of a frame, for posters, contact sheets and golden frames.
/// @error fix_input  the file cannot be written.
Result<> write_png(const YuvPicture& picture, const std::string& path);
Result<> write_png(const GreyPicture& picture, const std::string& path);
/// @error fix_input  no PNG there. Grey is the green channel.
Result<GreyPicture> read_png(const std::string& path);

/// Cells in rows of `columns`, a 2 px gap between them; all cells of one size.
YuvPicture contact_sheet(const std::vector<YuvPicture>& cells, int columns);
/// Area-averaged to a smaller size.
YuvPicture scaled_down(const YuvPicture& picture, int width, int height);

}  // namespace onereel::media
