#include <cairo.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "onereel/media/picture.h"

namespace onereel::media {

namespace {

struct Destroy {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;

constexpr int side_max = 16'000;

std::uint32_t byte_of(double value) {
  return static_cast<std::uint32_t>(std::clamp(value, 0.0, 1.0) * 255 + 0.5);
}

// BT.709, limited range, to one pixel of Cairo's RGB24.
std::uint32_t rgb_of(int luma, int blue, int red) {
  const double y = (luma - 16) / 219.0;
  const double b = (blue - 128) / 224.0;
  const double r = (red - 128) / 224.0;
  return byte_of(y + 1.5748 * r) << 16U | byte_of(y - 0.187324 * b - 0.468124 * r) << 8U |
         byte_of(y + 1.8556 * b);
}

// pixel(x, y) gives RGB24.
template <typename Pixel>
Result<> write_pixels(int width, int height, const std::string& path, Pixel pixel) {
  const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
    return fix_input(fmt::format("{}: a picture of {} x {} cannot be made", path, width, height));
  }
  unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height; ++y) {
    auto* row = reinterpret_cast<std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < width; ++x) row[x] = pixel(x, y);
  }
  cairo_surface_mark_dirty(surface.get());
  const cairo_status_t status = cairo_surface_write_to_png(surface.get(), path.c_str());
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return fix_input(fmt::format("{}: {}", path, cairo_status_to_string(status)));
}

}  // namespace

Result<> write_png(const YuvPicture& picture, const std::string& path) {
  return write_pixels(picture.width, picture.height, path, [&](int x, int y) {
    const std::size_t chroma = static_cast<std::size_t>(y / 2) * (picture.width / 2) + x / 2;
    return rgb_of(picture.luma[static_cast<std::size_t>(y) * picture.width + x],
                  picture.blue[chroma], picture.red[chroma]);
  });
}

Result<> write_png(const GreyPicture& picture, const std::string& path) {
  return write_pixels(picture.width, picture.height, path, [&](int x, int y) {
    const std::uint32_t grey =
        byte_of(picture.values[static_cast<std::size_t>(y) * picture.width + x]);
    return grey << 16U | grey << 8U | grey;
  });
}

Result<GreyPicture> read_png(const std::string& path) {
  const Surface surface(cairo_image_surface_create_from_png(path.c_str()));
  const cairo_status_t status = cairo_surface_status(surface.get());
  if (status != CAIRO_STATUS_SUCCESS) {
    return fix_input(fmt::format("{}: {}", path, cairo_status_to_string(status)));
  }
  GreyPicture picture;
  picture.width = cairo_image_surface_get_width(surface.get());
  picture.height = cairo_image_surface_get_height(surface.get());
  const cairo_format_t format = cairo_image_surface_get_format(surface.get());
  if (picture.width > side_max || picture.height > side_max ||
      (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32)) {
    return fix_input(fmt::format("{}: not an 8-bit picture of usual size", path));
  }
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  picture.values.reserve(static_cast<std::size_t>(picture.width) * picture.height);
  for (int y = 0; y < picture.height; ++y) {
    const auto* row =
        reinterpret_cast<const std::uint32_t*>(data + static_cast<std::ptrdiff_t>(y) * stride);
    for (int x = 0; x < picture.width; ++x) {
      picture.values.push_back(static_cast<float>(row[x] >> 8U & 255U) / 255.0F);
    }
  }
  return picture;
}

}  // namespace onereel::media
