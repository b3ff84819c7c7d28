#include <algorithm>

#include "onereel/cutting/cutting.h"
#include "onereel/media/film_writer.h"
#include "onereel/media/shot_encoder.h"
#include "onereel/vault/film_folder.h"

namespace onereel::cutting {

namespace {

constexpr double film_quality = 20;
constexpr double preview_quality = 26;

media::EncoderSetting encoder_setting(const Look& look) {
  if (look.preview) return {look.width, look.height, preview_quality, true};
  // A much-travelled print carries more grain, which a coarser quality would smear.
  const double for_grain = std::clamp(2 * look.wear - 1, 0.0, 1.0);
  return {look.width, look.height, film_quality - for_grain, false};
}

Result<std::string> encode(ShotCamera& camera, FrameCount length, const Look& look,
                           Progress& progress, const std::string& step) {
  TRY(auto encoder, media::ShotEncoder::open(encoder_setting(look), length));
  for (std::int64_t frame = 0; frame < length.count; ++frame) {
    if (progress.interrupted()) return Error{Remedy::interrupted, "interrupted"};
    TRY_DO(encoder.add(camera.frame({frame})));
    if (!step.empty())
      progress.step(step, static_cast<long>(frame + 1), static_cast<long>(length.count));
  }
  return encoder.finish();
}

}  // namespace

Result<> take_shot(ShotCamera& camera, FrameCount length, const Look& look, const std::string& file,
                   Progress& progress, const std::string& step) {
  TRY(const std::string take, encode(camera, length, look, progress, step));
  return vault::write_file_whole(file, take);
}

Result<> write_clip(ShotCamera& camera, FrameCount length, const Look& look,
                    const std::string& file, Progress& progress) {
  TRY(const std::string take, encode(camera, length, look, progress, "draw the clip"));
  return media::write_film({{take}}, file);
}

}  // namespace onereel::cutting
