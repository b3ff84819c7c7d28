#pragma once

// Shots become frames, frames takes, takes a film and the bundle beside it.

#include <memory>
#include <string>
#include <vector>

#include "onereel/base/log.h"
#include "onereel/base/result.h"
#include "onereel/blocking/resolve.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/media/picture.h"
#include "onereel/media/sound.h"
#include "onereel/papers/film.h"
#include "onereel/papers/shot_list.h"
#include "onereel/papers/takes.h"

namespace onereel::cutting {

/// How the finished frame looks: 16:9 with the 4:3 picture in its proscenium.
struct Look {
  int width = 1280;
  int height = 720;
  double wear = 0.5;  ///< 0 a new print .. 1
  bool preview = false;
  std::string language = "en";  ///< of the cards: quotation marks, line breaks, "The End"
  std::string project = {};     ///< its name, for the foot of the cards
  bool operator==(const Look&) const = default;
};

/// 1280 x 720, or for a preview 640 x 360 without wear.
Look film_look(double wear, bool preview);

/// Draws the frames of one shot (scene or card): theatre, iris, weave, wear, tint, proscenium.
/// Frame f is a pure function of (shot, look, f).
///
/// Threads: one a thread.
class ShotCamera {
 public:
  /// @param blocking  of the shot's scene; nullptr for a card. Must outlive the camera, and so must
  ///                  `kit`.
  /// @error fix_input  a set, tint or frame that is not there; a card whose text does not fit.
  static Result<ShotCamera> open(const Shot& shot, const blocking::Blocking* blocking,
                                 drawing::ArtKit& kit, const std::string& data_folder,
                                 const Look& look);
  ~ShotCamera();
  ShotCamera(ShotCamera&&) noexcept;
  ShotCamera& operator=(ShotCamera&&) noexcept;

  /// A scene that is shorter than its shot holds its last pose. The reference holds until the next
  /// call.
  const media::YuvPicture& frame(FrameIndex index);

 private:
  struct Gate;
  explicit ShotCamera(std::unique_ptr<Gate> gate);
  std::unique_ptr<Gate> gate_;
};

/// Draws and encodes one shot to `file` (written aside, then renamed), and what the flash gate
/// needs of its frames to light_file(file). One encoder thread: the bytes do not depend on how many
/// shots are taken side by side.
/// @param step  named to `progress` with each frame; empty: only interruption is asked for.
/// @error interrupted  a person pressed Ctrl-C; nothing is left behind.
Result<> take_shot(ShotCamera& camera, FrameCount length, const Look& look, const std::string& file,
                   Progress& progress, const std::string& step = {});

/// The same as a silent MP4 of its own, for one who works on a gag.
Result<> write_clip(ShotCamera& camera, FrameCount length, const Look& look,
                    const std::string& file, Progress& progress);

/// Joins the takes and the sound to bundle/film.mp4 with a chapter an act, faststart.
/// @error repair     a take is missing, damaged or of another length than its shot.
/// @error fix_input  the sound has another length than the picture; the disk is full.
Result<> join_film(const ShotList& shots, const Takes& takes, const std::string& film_folder,
                   const media::Sound& sound, const Look& look);

/// Small frames of shots on one sheet, in order.
struct SheetSetting {
  int columns = 6;
  int cell_width = 320;
  int every_frames = 24;  ///< a cell each second
};

/// Cells of one shot, for a sheet of many: frame 0, then every `every_frames`.
std::vector<media::YuvPicture> sheet_cells(ShotCamera& camera, FrameCount length,
                                           const SheetSetting& setting);

/// @error fix_input  the file cannot be written, or there are no cells.
Result<> write_contact_sheet(const std::vector<media::YuvPicture>& cells,
                             const SheetSetting& setting, const std::string& file);

/// A moving picture of 480 px for pages that play no film: `from` to `to` of a shot, at 12 a
/// second. At most `bytes_max`: the quality is lowered until it fits.
/// @error fix_input  it cannot be made so small; shorten it.
Result<> write_loop(ShotCamera& camera, FrameIndex from, FrameIndex to, const std::string& file,
                    std::size_t bytes_max = 5'000'000);

}  // namespace onereel::cutting
