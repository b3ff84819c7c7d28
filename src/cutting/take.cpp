#include <algorithm>

#include "onereel/cutting/cutting.h"
#include "onereel/cutting/flash_gate.h"
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

struct Encoded {
  std::string take;
  std::string light;  // for the flash gate
};

Result<Encoded> encode(ShotCamera& camera, FrameCount length, const Look& look, Progress& progress,
                       const std::string& step) {
  TRY(auto encoder, media::ShotEncoder::open(encoder_setting(look), length));
  Encoded encoded;
  for (std::int64_t frame = 0; frame < length.count; ++frame) {
    if (progress.interrupted()) return Error{Remedy::interrupted, "interrupted"};
    const media::YuvPicture& picture = camera.frame({frame});
    append_means(encoded.light, cell_means(picture));
    TRY_DO(encoder.add(picture));
    if (!step.empty())
      progress.step(step, static_cast<long>(frame + 1), static_cast<long>(length.count));
  }
  TRY(encoded.take, encoder.finish());
  return encoded;
}

}  // namespace

Result<> take_shot(ShotCamera& camera, FrameCount length, const Look& look, const std::string& file,
                   Progress& progress, const std::string& step) {
  TRY(const Encoded encoded, encode(camera, length, look, progress, step));
  // The take last: where it is, its light is.
  TRY_DO(vault::write_file_whole(light_file(file), encoded.light));
  return vault::write_file_whole(file, encoded.take);
}

Result<> write_clip(ShotCamera& camera, FrameCount length, const Look& look,
                    const std::string& file, Progress& progress) {
  TRY(const Encoded encoded, encode(camera, length, look, progress, "draw the clip"));
  return media::write_film({{encoded.take}}, file);
}

}  // namespace onereel::cutting
