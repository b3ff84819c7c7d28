#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "onereel/cutting/cutting.h"
#include "onereel/media/loop_writer.h"

namespace onereel::cutting {

namespace {

constexpr int loop_width = 480;
constexpr int loop_frames_max = 24 * 12;
constexpr double qualities[] = {72, 55, 40, 25, 10};

media::YuvPicture small(const media::YuvPicture& picture, int width) {
  if (picture.width <= width) return picture;
  const int height = 2 * (width * picture.height / picture.width / 2);
  return media::scaled_down(picture, width, height);
}

}  // namespace

std::vector<media::YuvPicture> sheet_cells(ShotCamera& camera, FrameCount length,
                                           const SheetSetting& setting) {
  must(setting.every_frames > 0, "cells are some frames apart");
  std::vector<media::YuvPicture> cells;
  for (std::int64_t frame = 0; frame < length.count; frame += setting.every_frames) {
    cells.push_back(small(camera.frame({frame}), setting.cell_width));
  }
  return cells;
}

Result<> write_contact_sheet(const std::vector<media::YuvPicture>& cells,
                             const SheetSetting& setting, const std::string& file) {
  if (cells.empty()) return fix_input("a contact sheet needs at least one frame");
  return media::write_png(media::contact_sheet(cells, setting.columns), file);
}

Result<> write_loop(ShotCamera& camera, FrameIndex from, FrameIndex to, const std::string& file,
                    std::size_t bytes_max) {
  const std::int64_t length = (to - from).count;
  if (length <= 0 || length > loop_frames_max) return fix_input("a loop lasts up to 12 seconds");
  std::vector<media::YuvPicture> frames;
  for (FrameIndex at = from; at < to; at = at + FrameCount{2}) {
    frames.push_back(small(camera.frame(at), loop_width));
  }
  for (const double quality : qualities) {
    TRY_DO(media::write_loop(frames, {12, quality}, file));
    std::error_code fault;
    if (std::filesystem::file_size(file, fault) <= bytes_max && !fault) return {};
  }
  std::remove(file.c_str());
  return fix_input("the loop stays over its size; make it shorter");
}

}  // namespace onereel::cutting
