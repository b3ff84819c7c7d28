#pragma once

// How type is set on cards, read from data/cards/layout.yaml. The boxes are in the drawings.

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "onereel/base/result.h"

namespace onereel::cutting {

struct FaceStyle {
  std::string family;
  bool bold = false;
  bool italic = false;
  std::string features = {};
};

/// One place for text on a card. Sizes are fractions of the format's unit.
struct SlotStyle {
  std::string face;
  std::string fallback_face = {};  ///< tried when the face does not fit; may be empty
  double size = 0.05;
  double leading = 0.06;
  bool leading_of_size = false;  ///< leading is a fraction of the size, not of the unit
  double tracking = 0;           ///< in em
  int lines = 1;
  double chars = 99;  ///< most letters a line at full size
  bool one_letter = false;
  double centre = 0.5;      ///< where the block's optical centre lies in the box, 0 top .. 1 bottom
  bool from_start = false;  ///< lines begin at one edge; otherwise they are centred
  bool left_to_right = false;    ///< a command or address
  bool at_separators = false;    ///< breaks after - _ . / and before a capital; otherwise by sense
  double fewer_lines_worth = 0;  ///< one line wins unless two are this much larger; 0: not asked
  double halo_dark = 0;          ///< the ground steps back round the letters by this
  bool dark = false;             ///< dark letters on the light tape
  std::string features = {};     ///< OpenType, over the face's own
  std::vector<double> shrink = {};  ///< sizes tried in order, times size
};

struct LanguageStyle {
  bool right_to_left = false;
  std::string quote = "66";  ///< which drawn quotation mark
  std::string mark_open;
  std::string mark_close;
  bool has_initial = true;
  std::map<std::string, std::string> families;  ///< instead of a face's own, for own letters
  double size = 1;
  double leading = 1;
  bool tracks = true;  ///< letters may be spaced
};

struct FormatStyle {
  double width = 1280;  ///< of the drawing
  double unit = 720;
  double scale = 1;
  double body_scale = 1;
  double chars = 1;
};

/// Display values and sizes in pixels at a width of 1280.
struct CardValues {
  double letters = 0.97;
  double tape_letters = 0.1;
  double letter_blur = 0.45;
  double halo_amount = 0.1;
  double halo_sigma = 15;
  double letter_wobble = 0.3;
  std::vector<std::pair<double, double>> mottle = {};  ///< amplitude, wavelength
  double fibre = 0.013;
  double vignette = 0.16;
  double matte_inset = 0.01;
  double matte_corner = 0.03;
  double matte_blur = 0.0016;
  double matte_outside = 0.016;
};

/// What a line break costs.
struct BreakCosts {
  double line = 0.35;
  double after_function_word = 0.45;
  double before_function_word = -0.25;
  double after_punctuation = -0.3;
  double stop_inside = 0.6;
  double orphan = 0.6;
  std::map<std::string, std::vector<std::string>> function_words = {};  ///< by language
};

struct CardLayout {
  std::map<std::string, FormatStyle> formats;
  std::map<std::string, FaceStyle> faces;
  std::map<std::string, LanguageStyle> languages;
  std::map<std::string, std::map<std::string, SlotStyle>> kinds;  ///< kind -> slot; and "poster"
  CardValues values;
  BreakCosts costs;

  const LanguageStyle& language(const std::string& name) const;  ///< or the default
  /// @error fix_input  the file has no such kind, slot or format.
  Result<SlotStyle> slot(const std::string& kind, const std::string& name) const;
  Result<FormatStyle> format(const std::string& name) const;
};

/// @error fix_input  the file is missing, or a field is; names file and line.
Result<CardLayout> read_card_layout(const std::string& data_folder);

}  // namespace onereel::cutting
