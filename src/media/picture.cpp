#include "onereel/media/picture.h"

#include <algorithm>
#include <cmath>

#include "onereel/base/must.h"

namespace onereel::media {

namespace {

constexpr int gap = 2;
constexpr std::uint8_t black_luma = 16;
constexpr std::uint8_t no_chroma = 128;

struct Plane {
  const std::vector<std::uint8_t>& values;
  int width;
  int height;
};

// Mean over the area each new pixel covers, with fractions of pixels at its edges.
std::vector<std::uint8_t> averaged(const Plane& from, int width, int height) {
  std::vector<std::uint8_t> to(static_cast<std::size_t>(width) * height);
  const double step_x = static_cast<double>(from.width) / width;
  const double step_y = static_cast<double>(from.height) / height;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      double sum = 0;
      double weight = 0;
      const int y_end = std::min(from.height, static_cast<int>(std::ceil((y + 1) * step_y - 1e-9)));
      const int x_end = std::min(from.width, static_cast<int>(std::ceil((x + 1) * step_x - 1e-9)));
      for (int j = static_cast<int>(y * step_y); j < y_end; ++j) {
        const double tall =
            std::min<double>(j + 1, (y + 1) * step_y) - std::max<double>(j, y * step_y);
        for (int i = static_cast<int>(x * step_x); i < x_end; ++i) {
          const double wide =
              std::min<double>(i + 1, (x + 1) * step_x) - std::max<double>(i, x * step_x);
          sum += wide * tall * from.values[static_cast<std::size_t>(j) * from.width + i];
          weight += wide * tall;
        }
      }
      to[static_cast<std::size_t>(y) * width + x] = static_cast<std::uint8_t>(sum / weight + 0.5);
    }
  }
  return to;
}

void put(const Plane& cell, std::vector<std::uint8_t>& sheet, int sheet_width, int x0, int y0) {
  for (int y = 0; y < cell.height; ++y) {
    const auto row = cell.values.begin() + static_cast<std::ptrdiff_t>(y) * cell.width;
    std::copy(row, row + cell.width,
              sheet.begin() + static_cast<std::ptrdiff_t>(y0 + y) * sheet_width + x0);
  }
}

}  // namespace

YuvPicture blank_picture(int width, int height) {
  must(width > 0 && height > 0 && width % 2 == 0 && height % 2 == 0, "pictures have even sides");
  const std::size_t pixels = static_cast<std::size_t>(width) * height;
  return {width, height, std::vector<std::uint8_t>(pixels, black_luma),
          std::vector<std::uint8_t>(pixels / 4, no_chroma),
          std::vector<std::uint8_t>(pixels / 4, no_chroma)};
}

YuvPicture contact_sheet(const std::vector<YuvPicture>& cells, int columns) {
  must(!cells.empty() && columns > 0, "a contact sheet has cells and columns");
  const int width = cells.front().width;
  const int height = cells.front().height;
  const int across = std::min(columns, static_cast<int>(cells.size()));
  const int rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
  YuvPicture sheet = blank_picture(across * (width + gap) - gap, rows * (height + gap) - gap);
  for (std::size_t k = 0; k < cells.size(); ++k) {
    const YuvPicture& cell = cells[k];
    must(cell.width == width && cell.height == height, "all cells have one size");
    const int x = static_cast<int>(k) % columns * (width + gap);
    const int y = static_cast<int>(k) / columns * (height + gap);
    put({cell.luma, width, height}, sheet.luma, sheet.width, x, y);
    put({cell.blue, width / 2, height / 2}, sheet.blue, sheet.width / 2, x / 2, y / 2);
    put({cell.red, width / 2, height / 2}, sheet.red, sheet.width / 2, x / 2, y / 2);
  }
  return sheet;
}

YuvPicture scaled_down(const YuvPicture& picture, int width, int height) {
  must(width <= picture.width && height <= picture.height, "scaled_down makes pictures smaller");
  YuvPicture small = blank_picture(width, height);
  const int w = picture.width;
  const int h = picture.height;
  small.luma = averaged({picture.luma, w, h}, width, height);
  small.blue = averaged({picture.blue, w / 2, h / 2}, width / 2, height / 2);
  small.red = averaged({picture.red, w / 2, h / 2}, width / 2, height / 2);
  return small;
}

}  // namespace onereel::media
