#pragma once

// Title cards: a Card set in its drawn frame, as one still picture.

#include <cstdint>
#include <string>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/media/font.h"
#include "onereel/media/picture.h"
#include "onereel/papers/screenplay.h"

namespace onereel::cutting {

struct CardSetting {
  int width = 1280;  ///< of the picture, in pixels; the drawing's shape is kept
  int height = 720;
  std::string format = "16x9";  ///< "16x9": the whole frame; "4x3": inside the theatre
  std::string project;          ///< its name, for the footer
  std::string language = "en";
  std::uint64_t seed = 0;
  drawing::ArtKit& kit;
  const media::FontBook& fonts;
  std::string data_folder;
};

/// "16x9" for title and end, "4x3" for the cards that stand inside the theatre.
std::string format_of(CardKind kind);

/// Draws the card, matte included, before grain, weave and tint (Argent).
/// @error fix_input  a text that must be there cannot be set (names the card and the text), or a
///                   font or drawing is missing.
Result<media::GreyPicture> draw_card(const Card& card, const CardSetting& setting);

/// What a card says, in the order of reading; one text a line. For subtitles.
std::vector<std::string> texts_of(const Card& card, const std::string& language);

}  // namespace onereel::cutting
