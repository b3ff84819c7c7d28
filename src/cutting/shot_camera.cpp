#include <algorithm>
#include <cmath>
#include <optional>

#include "card.h"
#include "film_print.h"
#include "iris.h"
#include "onereel/cutting/cutting.h"
#include "onereel/media/font.h"
#include "onereel/theatre/theatre.h"
#include "same_pose.h"

namespace onereel::cutting {

namespace {

constexpr double lights_up = .82;    // of the proscenium, beside a scene
constexpr double lights_down = .45;  // beside a card
constexpr double card_grain = .9;    // light letters on dark show grain more than a scene does
constexpr double stage_width = 1280;
constexpr int frames_a_pose = static_cast<int>(film_rate.numerator / pose_rate.numerator);

// Attention in pixels of the picture; the camera may have moved in.
Point seen_at(const blocking::StagePose& pose, Point stage, double scale) {
  return (pose.focus + (stage - pose.focus) * pose.zoom) * scale;
}

WearAmounts wear_of(const Look& look, std::string_view tint) {
  WearAmounts wear = wear_amounts(look.preview ? 0 : look.wear);
  if (tint_must_not_flicker(tint)) wear.flicker = 0;
  return wear;
}

Plane plane_of(media::GreyPicture&& picture) {
  Plane plane;
  plane.width = picture.width;
  plane.height = picture.height;
  plane.values = std::move(picture.values);
  return plane;
}

}  // namespace

struct ShotCamera::Gate {
  Shot shot;
  const blocking::Blocking* blocking = nullptr;
  std::shared_ptr<media::FontBook> fonts;
  std::optional<theatre::House> house;
  std::optional<FilmPrint> print;
  blocking::StagePose painted;
  Plane picture;  // of the pose that was painted last
  Plane closed;   // the same behind an iris

  blocking::StagePose pose_at(FrameIndex frame) const {
    const auto last = static_cast<double>(std::max(0, blocking->poses() - 1));
    const double exact = static_cast<double>(frame.index) / frames_a_pose;
    blocking::StagePose pose = blocking->pose(std::min(std::floor(exact), last));
    if (frame.index % frames_a_pose != 0) {
      // Drawings stand for two frames; the camera, the light and the iris move in every one.
      const blocking::StagePose fine = blocking->pose(std::min(exact, last));
      pose.zoom = fine.zoom;
      pose.focus = fine.focus;
      pose.light = fine.light;
      pose.iris = fine.iris;
    }
    return pose;
  }

  std::optional<Iris> iris_at(const blocking::StagePose& pose, FrameIndex frame) const {
    const double scale = picture.width / stage_width;
    if (pose.iris) return Iris{pose.iris->centre * scale, pose.iris->radius * scale};
    const IrisPlan plan{shot.scene->iris_in, shot.scene->iris_out, shot.length, picture.width,
                        picture.height};
    return planned_iris(plan, frame, seen_at(pose, pose.attention, scale));
  }

  const Plane& picture_at(FrameIndex frame) {
    if (!house) return picture;
    const blocking::StagePose pose = pose_at(frame);
    if (picture.values.empty() || !same_pose(pose, painted)) {
      media::GreyPicture painting{picture.width, picture.height, std::move(picture.values)};
      house->paint(pose, painting);
      picture = plane_of(std::move(painting));
      painted = pose;
    }
    const auto iris = iris_at(pose, frame);
    if (!iris) return picture;
    closed = picture;
    close_to(*iris, closed);
    return closed;
  }

  Result<> set_up_scene(drawing::ArtKit& kit, const Look& look) {
    blocking::StageSetting setting = blocking->setting();
    if (!shot.tint.empty()) setting.tint = shot.tint;
    TRY(const TintTable tint, tint_table(setting.tint));
    TRY(Proscenium frame, open_proscenium(kit, look.width, look.height, lights_up));
    TRY(house,
        theatre::House::open(setting, kit, *fonts, {frame.picture.width, frame.picture.height}));
    PrintSetting printing{look.width, look.height, wear_of(look, setting.tint), shot.seed};
    print.emplace(printing, std::move(frame), tint);
    return {};
  }

  Result<> set_up_card(drawing::ArtKit& kit, const std::string& data_folder, const Look& look) {
    const std::string format = format_of(shot.card->kind);
    Proscenium frame = bare_picture(look.width, look.height);
    if (format == "4x3") {
      TRY(frame, open_proscenium(kit, look.width, look.height, lights_down));
    }
    const CardSetting setting{frame.picture.width,
                              frame.picture.height,
                              format,
                              look.project,
                              look.language,
                              shot.seed,
                              kit,
                              *fonts,
                              data_folder};
    TRY(auto drawn, draw_card(*shot.card, setting));
    picture = plane_of(std::move(drawn));
    TRY(const TintTable tint, tint_table("Argent"));
    PrintSetting printing{look.width, look.height, wear_of(look, "Argent"), shot.seed};
    printing.wear.grain *= card_grain;
    // A card comes with its own floor.
    printing.floor = 0;
    printing.range = 1;
    print.emplace(printing, std::move(frame), tint);
    return {};
  }
};

ShotCamera::ShotCamera(std::unique_ptr<Gate> gate) : gate_(std::move(gate)) {}
ShotCamera::~ShotCamera() = default;
ShotCamera::ShotCamera(ShotCamera&&) noexcept = default;
ShotCamera& ShotCamera::operator=(ShotCamera&&) noexcept = default;

Result<ShotCamera> ShotCamera::open(const Shot& shot, const blocking::Blocking* blocking,
                                    drawing::ArtKit& kit, const std::string& data_folder,
                                    const Look& look) {
  must(look.width % 2 == 0 && look.height % 2 == 0, "4:2:0 needs even sizes");
  auto gate = std::make_unique<Gate>();
  gate->shot = shot;
  gate->blocking = blocking;
  must(shot.scene.has_value() != shot.card.has_value(), "a shot is a scene or a card");
  TRY(gate->fonts, media::FontBook::open(media::font_folders(data_folder)));
  if (shot.card) {
    TRY_DO(gate->set_up_card(kit, data_folder, look));
  } else {
    must(blocking != nullptr, "a scene comes with its blocking");
    TRY_DO(gate->set_up_scene(kit, look));
  }
  return ShotCamera(std::move(gate));
}

const media::YuvPicture& ShotCamera::frame(FrameIndex index) {
  return gate_->print->print(gate_->picture_at(index), index);
}

}  // namespace onereel::cutting
