#pragma once

// Sets text into a box of a card: chooses face, size and line breaks, and gives the outlines.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "card_layout.h"
#include "onereel/base/geometry.h"
#include "onereel/media/font.h"

namespace onereel::cutting {

/// The place and room of one text.
struct TextBox {
  Box box;
  int lines_max = 1;
  bool body = false;  ///< takes the format's body scale
};

/// What fits: lines at a size.
struct FittedText {
  SlotStyle slot;
  std::vector<std::string> lines;
  double width = 0;    ///< of the widest line, card units
  double size = 0;     ///< em, card units
  double leading = 0;  ///< baseline to baseline, card units
};

/// Moves a point by the field that cuts everything on a card, so that rules, corners and letters
/// wobble as one sheet. Units: pixels at a width of 1280.
Point cut_by_hand(Point p, double amount);

/// One card's typesetter: a format and a language.
class TypeSetter {
 public:
  TypeSetter(const CardLayout& layout, const media::FontBook& fonts, FormatStyle format,
             std::string language);

  /// Nothing if the text cannot be set there.
  /// @error fix_input  a face is not installed.
  Result<std::optional<FittedText>> fit(const std::string& text, const SlotStyle& slot,
                                        const TextBox& place);
  /// Filled outlines in card units, cut by hand. Nonzero rule.
  Result<std::vector<media::OutlineStep>> outlines(const FittedText& text, const Box& box) const;
  /// Width of one line at the slot's full size.
  Result<double> width(const std::string& text, const SlotStyle& slot, const TextBox& place);

  const LanguageStyle& language() const { return language_; }
  const FormatStyle& format() const { return format_; }

 private:
  double unit_of(const std::string& text, const SlotStyle& slot, bool body) const;
  media::TextStyle style_of(const std::string& text, const SlotStyle& slot) const;
  Result<double> em_width(const std::string& text, const SlotStyle& slot);
  Result<std::optional<FittedText>> fit_face(const std::string& text, const SlotStyle& slot,
                                             const TextBox& place);
  Result<std::optional<FittedText>> fit_size(const std::string& text, const SlotStyle& slot,
                                             const TextBox& place, double shrink, int lines);
  Point block_edges(const FittedText& text, const media::TextOutline& first) const;

  const CardLayout& layout_;
  const media::FontBook& fonts_;
  FormatStyle format_;
  std::string language_name_;
  const LanguageStyle& language_;
  std::vector<std::string> function_words_;
  std::map<std::string, double> widths_;  ///< in em, by face and text
};

}  // namespace onereel::cutting
