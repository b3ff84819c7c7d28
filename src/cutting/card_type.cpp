#include "card_type.h"

#include <algorithm>
#include <cmath>

#include "card_break.h"
#include "onereel/base/text.h"

namespace onereel::cutting {

namespace {

constexpr std::size_t text_bytes_max = 600;  // no card holds this much

// A letter outside Latin and common punctuation.
bool has_own_letters(const std::string& text) {
  const auto points = code_points(text);
  return std::any_of(points.begin(), points.end(),
                     [](char32_t c) { return c > 0x24f && !(c >= 0x2000 && c <= 0x206f); });
}

// Arabic and its kin, and the scripts of India: letters or signs that hang together.
bool has_joined_letters(const std::string& text) {
  const auto points = code_points(text);
  return std::any_of(points.begin(), points.end(), [](char32_t c) {
    return (c >= 0x600 && c <= 0x109f) || (c >= 0xfb50 && c <= 0xfeff);
  });
}

double wave(double x, double y, double pitch, double across, double down, double phase) {
  return std::sin(pitch * (across * x + down * y) + phase);
}

}  // namespace

Point cut_by_hand(Point p, double amount) {
  const double x = p.x;
  const double y = p.y;
  const double slow_x =
      .6 * wave(x, y, .134, .83, .55, 1.1) + .4 * wave(x, y, .121, -.37, .93, 4.2);
  const double fast_x = .6 * wave(x, y, .571, .62, -.78, .4) + .4 * wave(x, y, .53, .9, .44, 2.2);
  const double slow_y = .6 * wave(x, y, .129, -.61, .79, 2.7) + .4 * wave(x, y, .142, .95, .3, .3);
  const double fast_y = .6 * wave(x, y, .559, .71, .7, 3.1) + .4 * wave(x, y, .602, -.5, .87, 5.);
  return {x + amount * (.95 * slow_x + .38 * fast_x), y + amount * (.95 * slow_y + .38 * fast_y)};
}

TypeSetter::TypeSetter(const CardLayout& layout, const media::FontBook& fonts, FormatStyle format,
                       std::string language)
    : layout_(layout),
      fonts_(fonts),
      format_(format),
      language_name_(std::move(language)),
      language_(layout.language(language_name_)) {
  const auto& words = layout.costs.function_words;
  auto found = words.find(language_name_);
  if (found == words.end()) found = words.find("en");
  if (found != words.end()) function_words_ = found->second;
}

double TypeSetter::unit_of(const std::string& text, const SlotStyle& slot, bool body) const {
  const double scale = body ? format_.body_scale : format_.scale;
  const bool own = slot.face != "type" && has_own_letters(text);
  return format_.unit * scale * (own ? language_.size : 1);
}

media::TextStyle TypeSetter::style_of(const std::string& text, const SlotStyle& slot) const {
  media::TextStyle style;
  const auto face = layout_.faces.find(slot.face);
  if (face != layout_.faces.end()) {
    style.family = face->second.family;
    style.bold = face->second.bold;
    style.italic = face->second.italic;
    style.features = face->second.features;
  }
  const auto own = language_.families.find(slot.face);
  if (own != language_.families.end() && has_own_letters(text)) {
    constexpr std::string_view bold = " bold";
    const bool heavy = own->second.ends_with(bold);
    const std::string family =
        heavy ? own->second.substr(0, own->second.size() - bold.size()) : own->second;
    if (fonts_.has_family(family)) {
      style.family = family;
      style.bold = heavy;
      style.italic = false;
    }
  }
  if (!slot.features.empty()) style.features = slot.features;
  // Joined letters fall apart when they are spaced.
  const bool spaced = language_.tracks || !has_own_letters(text);
  if (spaced && !has_joined_letters(text)) style.letter_spacing = slot.tracking;
  style.language = language_name_;
  style.left_to_right = slot.left_to_right;
  return style;
}

Result<double> TypeSetter::em_width(const std::string& text, const SlotStyle& slot) {
  const std::string key = slot.face + '\n' + text;
  if (const auto known = widths_.find(key); known != widths_.end()) return known->second;
  const media::TextStyle style = style_of(text, slot);
  TRY(const media::TextOutline outline, fonts_.outline(text, style));
  // The space after the last letter is no part of the line.
  const double width = outline.logical.width - style.letter_spacing;
  widths_[key] = width;
  return width;
}

Result<double> TypeSetter::width(const std::string& text, const SlotStyle& slot,
                                 const TextBox& place) {
  TRY(const double ems, em_width(text, slot));
  return ems * slot.size * unit_of(text, slot, place.body);
}

Result<std::optional<FittedText>> TypeSetter::fit_size(const std::string& text,
                                                       const SlotStyle& slot, const TextBox& place,
                                                       double shrink, int lines) {
  const double unit = unit_of(text, slot, place.body);
  const double full = slot.size * unit;
  const double size = full * shrink;
  const double leading =
      slot.leading * (slot.leading_of_size ? full : unit) * language_.leading * shrink;
  BreakRule rule;
  rule.width_max = place.box.width;
  rule.lines_max = lines;
  rule.at_separators = slot.at_separators;
  if (place.lines_max > 1 && slot.fewer_lines_worth == 0) {
    rule.chars_max = std::round(slot.chars * format_.chars / shrink);
  }
  const auto width_of = [&](const std::string& line) -> Result<double> {
    TRY(const double ems, em_width(line, slot));
    return ems * size;
  };
  TRY(const auto best, broken(text, rule, layout_.costs, function_words_, width_of));
  if (!best) return std::optional<FittedText>{};
  const double height = static_cast<double>(best->lines.size() - 1) * leading + size * .95;
  if (height > place.box.height * 1.02) return std::optional<FittedText>{};
  return std::optional<FittedText>{{slot, best->lines, best->width, size, leading}};
}

// Slots that ask whether two lines are worth it compare the largest setting of each count.
Result<std::optional<FittedText>> TypeSetter::fit_face(const std::string& text,
                                                       const SlotStyle& slot,
                                                       const TextBox& place) {
  const int first = slot.fewer_lines_worth > 0 ? 1 : place.lines_max;
  std::optional<FittedText> best;
  double best_worth = 0;
  for (int lines = first; lines <= place.lines_max; ++lines) {
    for (const double shrink : slot.shrink) {
      TRY(const auto fitted, fit_size(text, slot, place, shrink, lines));
      if (!fitted) continue;
      double worth = fitted->size;
      for (std::size_t k = 1; k < fitted->lines.size(); ++k) worth /= slot.fewer_lines_worth;
      if (!best || worth > best_worth) {
        best = fitted;
        best_worth = worth;
      }
      break;
    }
  }
  return best;
}

Result<std::optional<FittedText>> TypeSetter::fit(const std::string& text, const SlotStyle& slot,
                                                  const TextBox& place) {
  if (text.empty() || text.size() > text_bytes_max) return std::optional<FittedText>{};
  TRY(const auto fitted, fit_face(text, slot, place));
  if (fitted || slot.fallback_face.empty()) return fitted;
  SlotStyle plain = slot;
  plain.face = slot.fallback_face;
  return fit_face(text, plain, place);
}

// Top and bottom of the block as the eye sees it, from the first and the last baseline: cap line to
// baseline, but the ink itself for one line of the display face.
Point TypeSetter::block_edges(const FittedText& text, const media::TextOutline& first) const {
  const bool display = text.slot.face == "display" && text.lines.size() == 1;
  if (!display && !text.slot.one_letter) return {-text.size * .66, text.size * .06};
  const double bottom = first.ink.y + first.ink.height;
  return {first.ink.y, text.slot.one_letter ? bottom : std::min(bottom, text.size * .12)};
}

Result<std::vector<media::OutlineStep>> TypeSetter::outlines(const FittedText& text,
                                                             const Box& box) const {
  std::vector<media::OutlineStep> all;
  Point edges;
  for (std::size_t k = 0; k < text.lines.size(); ++k) {
    const std::string& line = text.lines[k];
    media::TextStyle style = style_of(line, text.slot);
    style.size = text.size;
    TRY(const media::TextOutline outline, fonts_.outline(line, style));
    if (k == 0) edges = block_edges(text, outline);
    const double below = static_cast<double>(text.lines.size() - 1) * text.leading;
    const double baseline = box.y + box.height * text.slot.centre - (edges.x + edges.y) / 2 -
                            below / 2 + static_cast<double>(k) * text.leading;
    const double width = outline.logical.width - style.letter_spacing * text.size;
    double left = box.x + (box.width - width) / 2;
    if (text.slot.from_start) {
      const bool from_right = language_.right_to_left && !text.slot.left_to_right;
      left = from_right ? box.x + box.width - width : box.x;
    }
    for (media::OutlineStep step : media::flattened(outline.steps, .2)) {
      step.to = cut_by_hand(step.to + Point{left, baseline}, layout_.values.letter_wobble);
      all.push_back(step);
    }
  }
  return all;
}

}  // namespace onereel::cutting
