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
#include "onereel/score/score.h"

namespace onereel::cutting {

/// How the finished frame looks: 16:9 with the 4:3 picture in its proscenium.
struct Look {
  int width = 1280;
  int height = 720;
  double wear = 0.5;  ///< 0 a new print .. 1
  bool preview = false;
};

/// Draws the frames of one shot (scene or card): theatre, iris, weave, wear, tint, proscenium.
/// Frame f is a pure function of (shot, look, f).
///
/// Threads: one a thread.
class ShotCamera {
 public:
  /// @param blocking  of the shot's scene; nullptr for a card. Must outlive the camera.
  static Result<ShotCamera> open(const Shot& shot, const blocking::Blocking* blocking,
                                 drawing::ArtKit& kit, const std::string& data_folder,
                                 const Look& look);
  ~ShotCamera();
  ShotCamera(ShotCamera&&) noexcept;
  ShotCamera& operator=(ShotCamera&&) noexcept;

  media::YuvPicture frame(FrameIndex index);

 private:
  struct Gate;
  explicit ShotCamera(std::unique_ptr<Gate> gate);
  std::unique_ptr<Gate> gate_;
};

/// Draws and encodes one shot to `file` (written aside, then renamed). One encoder thread: the bytes
/// do not depend on how many shots are taken side by side.
Result<> take_shot(ShotCamera& camera, FrameCount length, const Look& look, const std::string& file,
                   Progress& progress, const std::string& step);

/// Joins the takes and the sound to film.mp4 with five chapters, faststart.
Result<> join_film(const ShotList& shots, const Takes& takes, const std::string& film_folder,
                   const media::Sound& sound, const Look& look);

}  // namespace onereel::cutting
