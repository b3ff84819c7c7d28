#include "lettering.h"

#include <algorithm>
#include <string_view>

#include "edges.h"

namespace onereel::theatre {

namespace {

constexpr double em_of_height = .90;
constexpr double em_of_height_descending = .86;
constexpr double width_used = .90;
constexpr double condensed_least = .80;  // letters are narrowed so far before they are made smaller
constexpr double letter_edges = .30;
constexpr double cap_height = .70;
constexpr double x_height = .46;
constexpr double descender = .21;

bool any_of(std::string_view text, std::string_view letters) {
  return text.find_first_of(letters) != text.npos;
}

bool has_tall_letters(std::string_view text) {
  return any_of(text, "bdfhklt/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") ||
         std::any_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; });
}

media::TextStyle signwriter(double size) {
  media::TextStyle style;
  style.family = "Old Standard TT";
  style.bold = true;
  style.size = size;
  style.features = "liga=0";
  style.left_to_right = true;  // code keeps its order
  return style;
}

Label set(const Box& box, const std::string& text, const media::FontBook& fonts) {
  const bool low = any_of(text, "gjpqy,;_()/[]{}@");
  const auto trial = fonts.outline(text, signwriter(1));
  if (!trial || trial->steps.empty()) return {};
  const double wanted = box.height * (low ? em_of_height_descending : em_of_height);
  const double fitting = width_used * box.width / std::max(trial->ink.width, .01);
  const double narrowed = fitting < wanted ? std::max(condensed_least, fitting / wanted) : 1;
  Label label;
  label.em = std::min(wanted, fitting / narrowed);
  label.centre_x = box.x + box.width / 2;
  // Centred by eye: between cap line, or x line, and baseline, or descender.
  const double top = -(has_tall_letters(text) ? cap_height : x_height) * label.em;
  const double bottom = low ? descender * label.em : 0;
  const double baseline = box.y + box.height / 2 - (top + bottom) / 2;
  const double ink_centre = trial->ink.x + trial->ink.width / 2;
  const auto place = [&](Point p) {
    return Point{label.centre_x + (p.x - ink_centre) * label.em * narrowed,
                 baseline + p.y * label.em};
  };
  std::vector<drawing::PathStep> path;
  for (const media::OutlineStep& step : media::flattened(trial->steps, .004)) {
    const auto kind = step.kind == media::OutlineStep::Kind::move ? drawing::PathStep::Kind::move
                      : step.kind == media::OutlineStep::Kind::close
                          ? drawing::PathStep::Kind::close
                          : drawing::PathStep::Kind::line;
    path.push_back({kind, cut_aside(place(step.to), letter_edges), {}, {}});
  }
  label.path = cairo_path(path);
  return label;
}

}  // namespace

const Label* Lettering::label(const drawing::Sign& sign, const std::string& text) {
  if (text.empty()) return nullptr;
  const auto [entry, fresh] = labels_.try_emplace({&sign, text});
  if (fresh) entry->second = set(sign.box, text, fonts_);
  return entry->second.path.empty() ? nullptr : &entry->second;
}

}  // namespace onereel::theatre
