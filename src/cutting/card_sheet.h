#pragma once

// The sheet a card is set on: its drawing, and the letters put into its boxes so far.

#include <optional>
#include <string>
#include <vector>

#include "card_paint.h"
#include "card_type.h"
#include "onereel/drawing/drawing.h"
#include "onereel/media/font.h"

namespace onereel::cutting {

using Outlines = std::vector<media::OutlineStep>;

/// Letters that the ground steps back from.
struct HaloedLetters {
  Outlines outlines;
  double radius = 0;  ///< card units
};

class CardSheet {
 public:
  /// @param kind  of the layout: "title", "dialogue", ..., "poster".
  CardSheet(std::string kind, const drawing::Drawing& from, const CardLayout& layout,
            TypeSetter& setter)
      : art(from), kind_(std::move(kind)), layout_(layout), setter_(setter) {}

  /// Finds out how `text` fits the box `sign` by the rules of `slot`; nothing if it does not.
  Result<std::optional<FittedText>> fit(const std::string& slot, const std::string& sign,
                                        const std::string& text);
  /// Puts it there; false if it does not fit.
  Result<bool> put(const std::string& slot, const std::string& sign, const std::string& text);
  Result<> put(const FittedText& text, const Box& box);

  Result<Box> box(const std::string& sign) const;
  void hide(const std::string& group) { standing.hidden.insert(group); }
  /// Moves the named group sideways.
  void shift(const std::string& group, double by);
  /// Moves what lies left and right of the middle towards it.
  void shift_halves(const std::string& group, double inwards);
  /// Moves the round lights and shadows of the group, not their frames.
  void shift_glow(const std::string& group, double by);

  drawing::Drawing art;  ///< a copy: ornaments move to fit the text
  Standing standing;
  Outlines letters;
  Outlines dark;
  std::vector<HaloedLetters> haloed;

 private:
  Result<TextBox> place_of(const std::string& slot, const std::string& sign,
                           const SlotStyle& style) const;

  std::string kind_;
  const CardLayout& layout_;
  TypeSetter& setter_;
};

}  // namespace onereel::cutting
