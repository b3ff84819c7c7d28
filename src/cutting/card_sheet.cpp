#include "card_sheet.h"

#include <fmt/format.h>

#include <charconv>

namespace onereel::cutting {

namespace {

drawing::Group* find_group(drawing::Group& in, const std::string& id) {
  if (in.id == id) return &in;
  for (drawing::Group& group : in.groups) {
    if (drawing::Group* found = find_group(group, id)) return found;
  }
  return nullptr;
}

drawing::Group* find_group(drawing::Drawing& in, const std::string& id) {
  for (drawing::Part& part : in.parts) {
    if (drawing::Group* found = find_group(part.art, id)) return found;
  }
  return nullptr;
}

void shift_paint(std::optional<drawing::Paint>& paint, const Matrix& by) {
  if (paint && paint->gradient) {
    paint->gradient->transform = paint->gradient->transform.then(by);
  }
}

void shift_shape(drawing::Shape& shape, double by) {
  for (drawing::PathStep& step : shape.path) {
    step.to.x += by;
    step.control1.x += by;
    step.control2.x += by;
  }
  shift_paint(shape.fill, Matrix::translation(by, 0));
  shift_paint(shape.stroke, Matrix::translation(by, 0));
}

void shift_group(drawing::Group& group, double by) {
  for (drawing::Shape& shape : group.shapes) shift_shape(shape, by);
  for (drawing::Group& inner : group.groups) shift_group(inner, by);
}

double middle_of(const drawing::Shape& shape) {
  double sum = 0;
  for (const drawing::PathStep& step : shape.path) sum += step.to.x;
  return shape.path.empty() ? 0 : sum / static_cast<double>(shape.path.size());
}

double middle_of(const drawing::Group& group) {
  if (!group.shapes.empty()) return middle_of(group.shapes.front());
  return group.groups.empty() ? 0 : middle_of(group.groups.front());
}

}  // namespace

Result<Box> CardSheet::box(const std::string& sign) const {
  const drawing::Sign* found = art.sign(sign);
  if (found == nullptr) {
    return fix_input(fmt::format("cards/{}.svg has no box '{}'", art.name, sign));
  }
  return found->box;
}

Result<TextBox> CardSheet::place_of(const std::string& slot, const std::string& sign,
                                    const SlotStyle& style) const {
  TextBox place;
  TRY(place.box, box(sign));
  place.lines_max = style.lines;
  place.body = slot == "body";
  const drawing::Extras& extras = art.sign(sign)->extras;
  if (const auto lines = extras.find("lines"); lines != extras.end()) {
    const char* end = lines->second.data() + lines->second.size();
    std::from_chars(lines->second.data(), end, place.lines_max);
  }
  return place;
}

Result<std::optional<FittedText>> CardSheet::fit(const std::string& slot, const std::string& sign,
                                                 const std::string& text) {
  TRY(const SlotStyle style, layout_.slot(kind_, slot));
  TRY(const TextBox place, place_of(slot, sign, style));
  return setter_.fit(text, style, place);
}

Result<> CardSheet::put(const FittedText& text, const Box& box) {
  TRY(const Outlines outlines, setter_.outlines(text, box));
  Outlines& sheet = text.slot.dark ? dark : letters;
  sheet.insert(sheet.end(), outlines.begin(), outlines.end());
  if (text.slot.halo_dark > 0) {
    haloed.push_back({outlines, text.slot.halo_dark * setter_.format().unit});
  }
  return {};
}

Result<bool> CardSheet::put(const std::string& slot, const std::string& sign,
                            const std::string& text) {
  TRY(const auto fitted, fit(slot, sign, text));
  if (!fitted) return false;
  TRY(const Box place, box(sign));
  TRY_DO(put(*fitted, place));
  return true;
}

void CardSheet::shift(const std::string& group, double by) {
  if (drawing::Group* found = find_group(art, group)) shift_group(*found, by);
}

void CardSheet::shift_halves(const std::string& group, double inwards) {
  drawing::Group* found = find_group(art, group);
  if (found == nullptr) return;
  const double middle = art.view.x + art.view.width / 2;
  for (drawing::Shape& shape : found->shapes) {
    shift_shape(shape, middle_of(shape) < middle ? inwards : -inwards);
  }
  for (drawing::Group& inner : found->groups) {
    shift_group(inner, middle_of(inner) < middle ? inwards : -inwards);
  }
}

void CardSheet::shift_glow(const std::string& group, double by) {
  drawing::Group* found = find_group(art, group);
  if (found == nullptr) return;
  for (drawing::Shape& shape : found->shapes) {
    if (shape.fill && shape.fill->gradient && shape.fill->gradient->radial) {
      shift_paint(shape.fill, Matrix::translation(by, 0));
    }
  }
}

}  // namespace onereel::cutting
