#include "onereel/cutting/poster.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>

#include "card_sheet.h"
#include "card_words.h"
#include "onereel/media/film_reader.h"

namespace onereel::cutting {

namespace {

constexpr std::int64_t after_impact = 6;  // a quarter of a second: the gag at its extreme
constexpr double letters_grey = .93;
constexpr double ticket_grey = .10;
constexpr double ticket_turn = -3;  // degrees; so lies the ticket in the drawing

std::string minutes(FrameCount length) {
  const std::int64_t seconds = frames_nearest(running_time(length), {1, 1}).count;
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string genre_of(const ShotList& shots, const LanguageStyle& style) {
  Card card;
  card.kind = CardKind::title;
  for (const Shot& shot : shots.shots) {
    if (shot.card && shot.card->kind == CardKind::title) card = *shot.card;
  }
  return words_of(card, shots.project, shots.language, style).over;
}

// Share of dark pixels under the play sign at (x, y), fractions of the picture.
double darkness(const media::YuvPicture& still, double x, double y) {
  constexpr double radius = .14;  // of the height: sign and some air
  constexpr int dark = 60;
  const double reach = radius * still.height;
  const double centre_x = x * still.width;
  const double centre_y = y * still.height;
  long seen = 0;
  long black = 0;
  for (int row = 0; row < still.height; ++row) {
    for (int column = 0; column < still.width; ++column) {
      if (std::hypot(column - centre_x, row - centre_y) > reach) continue;
      const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(still.width) +
                      static_cast<std::size_t>(column);
      ++seen;
      if (still.luma[at] < dark) ++black;
    }
  }
  return seen == 0 ? 1 : static_cast<double>(black) / static_cast<double>(seen);
}

// How far the sign moves from the middle; it stays there unless that hides clearly more.
double sign_shift(const media::YuvPicture& still, double width) {
  constexpr double row = .36;
  constexpr double clearly = .08;
  double best = .5;
  double least = darkness(still, best, row) - clearly;
  for (const double place : {.73, .27}) {
    const double here = darkness(still, place, row);
    if (here < least) {
      least = here;
      best = place;
    }
  }
  return (best - .5) * width;
}

Outlines turned(const Outlines& outlines, Point about, double degrees) {
  const Matrix turn = Matrix::rotation_about(about, degrees);
  Outlines result = outlines;
  for (media::OutlineStep& step : result) step.to = turn.apply(step.to);
  return result;
}

Result<> set_texts(CardSheet& sheet, const ShotList& shots, const LanguageStyle& style) {
  // What does not fit is left out: a poster with less text is still a poster.
  TRY(const bool title, sheet.put("title", "title", shots.project));
  TRY(const bool over, sheet.put("over", "over", genre_of(shots, style)));
  TRY(const bool length, sheet.put("length", "length", minutes(length_of(shots))));
  static_cast<void>(title || over || length);
  TRY(const Box ticket, sheet.box("length"));
  sheet.dark =
      turned(sheet.dark, {ticket.x + ticket.width / 2, ticket.y + ticket.height / 2}, ticket_turn);
  return {};
}

float over(float below, float light, float cover) {
  return below * (1 - cover) + light;
}

// Luma of the still under the sheet; both premultiplied greys in 0..1.
void lay_luma(media::YuvPicture& picture, const media::GreyPicture& light,
              const media::GreyPicture& cover) {
  for (std::size_t k = 0; k < picture.luma.size(); ++k) {
    const float below = (static_cast<float>(picture.luma[k]) - 16) / 219;
    const float value = std::clamp(over(below, light.values[k], cover.values[k]), 0.0F, 1.0F);
    picture.luma[k] = static_cast<std::uint8_t>(std::lround(16 + 219 * value));
  }
}

// The sheet is neutral: it takes away colour as it covers.
void lay_chroma(std::vector<std::uint8_t>& chroma, const media::GreyPicture& cover) {
  const int width = cover.width / 2;
  for (std::size_t k = 0; k < chroma.size(); ++k) {
    const auto x = static_cast<std::size_t>(2 * (static_cast<int>(k) % width));
    const auto y = static_cast<std::size_t>(2 * (static_cast<int>(k) / width));
    const float hidden = cover.values[y * static_cast<std::size_t>(cover.width) + x];
    const float colour = (static_cast<float>(chroma[k]) - 128) * (1 - hidden);
    chroma[k] = static_cast<std::uint8_t>(std::lround(128 + colour));
  }
}

}  // namespace

FrameIndex poster_frame(const ShotList& shots) {
  FrameIndex start;
  FrameIndex best = {shots.shots.empty() ? 0 : shots.shots.front().length.count / 2};
  std::pair<std::size_t, std::int64_t> most{0, 0};
  for (const Shot& shot : shots.shots) {
    const std::pair<std::size_t, std::int64_t> worth{
        shot.scene && shot.scene->kind == SceneKind::gag ? shot.impacts.size() : 0,
        shot.length.count};
    if (shot.scene && worth > most) {
      most = worth;
      const std::int64_t at = worth.first == 0
                                  ? shot.length.count / 2
                                  : std::min(shot.impacts.back().at.index + after_impact,
                                             std::max<std::int64_t>(shot.length.count - 1, 0));
      best = start + FrameCount{at};
    }
    start = start + shot.length;
  }
  return best;
}

Result<media::YuvPicture> draw_poster(const media::YuvPicture& still, const ShotList& shots,
                                      const std::string& data_folder, drawing::ArtKit& kit) {
  TRY(const auto fonts, media::FontBook::open(media::font_folders(data_folder)));
  TRY(const CardLayout layout, read_card_layout(data_folder));
  TRY(const drawing::Drawing* drawing, kit.card("poster_16x9"));
  TypeSetter setter(layout, *fonts, {drawing->view.width, drawing->view.height, 1, 1, 1},
                    shots.language);
  CardSheet sheet("poster", *drawing, layout, setter);
  TRY_DO(set_texts(sheet, shots, setter.language()));
  const double shift = sign_shift(still, drawing->view.width);
  sheet.shift("play", shift);
  sheet.shift_glow("dim", shift);

  const Canvas canvas(Canvas::Kind::grey, still.width, still.height,
                      still.width / drawing->view.width);
  paint(canvas.pen(), sheet.art, sheet.standing);
  paint(canvas.pen(), sheet.letters, letters_grey);
  paint(canvas.pen(), sheet.dark, ticket_grey);
  media::YuvPicture poster = still;
  const media::GreyPicture cover = canvas.alpha();
  lay_luma(poster, canvas.grey(), cover);
  lay_chroma(poster.blue, cover);
  lay_chroma(poster.red, cover);
  return poster;
}

Result<> write_poster(const ShotList& shots, const std::string& film_folder,
                      const std::string& data_folder, drawing::ArtKit& kit) {
  const std::string bundle = film_folder + "/bundle/";
  TRY(const media::YuvPicture still, media::film_frame(bundle + "film.mp4", poster_frame(shots)));
  TRY(const media::YuvPicture poster, draw_poster(still, shots, data_folder, kit));
  const std::string aside = bundle + ".poster.png.part";
  TRY_DO(media::write_png(poster, aside));
  std::error_code fault;
  std::filesystem::rename(aside, bundle + "poster.png", fault);
  if (fault) return fix_input(fmt::format("{}poster.png: {}", bundle, fault.message()));
  return {};
}

}  // namespace onereel::cutting
