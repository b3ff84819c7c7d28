#include "card.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "card_break.h"
#include "card_film.h"
#include "card_sheet.h"
#include "card_words.h"

namespace onereel::cutting {

namespace {

constexpr int side_max = 8000;  // no picture of ours is larger

std::string kind_of(CardKind kind) {
  switch (kind) {
    case CardKind::title:
      return "title";
    case CardKind::dialogue:
      return "dialogue";
    case CardKind::end:
      return "end";
    case CardKind::expository:
      break;
  }
  return "expository";
}

Error too_long(const Card& card, const std::string& text) {
  return fix_input(fmt::format("the {} card cannot hold '{}': shorten it in screenplay.yaml",
                               kind_of(card.kind), text));
}

// A tagline that does not fit is cut at its last comma or conjunction, as often as needed.
std::string cut_shorter(const std::string& text) {
  std::size_t at = std::string::npos;
  for (const std::string_view word :
       {", ", " and ", " und ", " or ", " oder ", " with ", " mit "}) {
    const std::size_t found = text.rfind(word);
    if (found != std::string::npos && (at == std::string::npos || found > at)) at = found;
  }
  return at == std::string::npos ? std::string() : text.substr(0, at);
}

// A name keeps what stands before its third separator.
std::string ellipsed(const std::string& name) {
  const std::vector<std::string> pieces = pieces_of(name);
  if (pieces.size() < 4) return {};
  return pieces[0] + pieces[1] + pieces[2] + "\u2026";
}

Result<> set_tagline(CardSheet& sheet, std::string tagline) {
  while (!tagline.empty()) {
    TRY(const bool set, sheet.put("tagline", "tagline", tagline));
    if (set) return {};
    tagline = cut_shorter(tagline);
  }
  return {};
}

Result<> set_title(CardSheet& sheet, const Card& card, const CardWords& words) {
  TRY(bool set, sheet.put("title", "title", words.title));
  if (!set) {
    TRY(set, sheet.put("title", "title", ellipsed(words.title)));
  }
  if (!set) return too_long(card, words.title);
  // A line above that does not fit is left out; so is what is cut from the tagline.
  TRY(bool over, sheet.put("over", "over", words.claim));
  if (!over) {
    TRY(over, sheet.put("over", "over", words.over));
  }
  return set_tagline(sheet, words.tagline);
}

// The reels stand close to the name between them.
Result<> set_footer(CardSheet& sheet, const std::string& text, double unit) {
  TRY(const auto fitted, sheet.fit("footer", "footer", text));
  if (!fitted) {
    sheet.hide("footer_ornament");
    return {};
  }
  TRY(const Box box, sheet.box("footer"));
  TRY_DO(sheet.put(*fitted, box));
  double rest = 0;
  const drawing::Extras& extras = sheet.art.sign("footer")->extras;
  if (const auto found = extras.find("rest"); found != extras.end()) {
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), rest);
  }
  const double half = std::min(fitted->width / 2 + 13 * unit / 960, box.width / 2);
  sheet.shift_halves("footer_ornament", rest - half);
  return {};
}

Result<> set_dialogue(CardSheet& sheet, const Card& card, const CardWords& words) {
  TRY(const bool set, sheet.put("body", "body", words.body));
  if (!set) return too_long(card, words.body);
  return {};
}

// Block and text move in together by half the width the text leaves free, else they hang left.
Result<bool> set_with_initial(CardSheet& sheet, const CardWords& words) {
  TRY(const auto body, sheet.fit("body", "body_left", words.rest));
  TRY(const auto initial, sheet.fit("initial", "initial_left", words.initial));
  if (!body || !initial) return false;
  TRY(Box body_box, sheet.box("body_left"));
  TRY(Box initial_box, sheet.box("initial_left"));
  const double free = body_box.width - body->width;
  const double by = std::min(free / 2, .09 * sheet.art.view.width);
  body_box.x += by;
  initial_box.x += by;
  sheet.shift("block_left", by);
  sheet.standing.choices["initial"] = "left";
  TRY_DO(sheet.put(*initial, initial_box));
  TRY_DO(sheet.put(*body, body_box));
  return true;
}

Result<> set_expository(CardSheet& sheet, const Card& card, const CardWords& words) {
  if (!words.initial.empty()) {
    TRY(const bool set, set_with_initial(sheet, words));
    if (set) return {};
  }
  sheet.standing.choices["initial"] = "none";
  TRY(auto body, sheet.fit("body", "body_none", words.body));
  if (!body) return too_long(card, words.body);
  body->slot.from_start = false;
  TRY(const Box box, sheet.box("body_none"));
  return sheet.put(*body, box);
}

Result<> set_end(CardSheet& sheet, const Card& card, const CardWords& words,
                 const std::string& language) {
  std::string over = words.over;
  TRY(bool set, sheet.put("title", "title", words.title));
  if (!set) {
    over = words.title;  // a sentence stands under the ending instead
    TRY(set, sheet.put("title", "title", ending_in(language)));
  }
  TRY(const bool over_set, sheet.put("over", "over", over));
  if (!set || (!over_set && over == words.title)) return too_long(card, words.title);
  TRY(const bool install, sheet.put("install", "install", words.install));
  if (!install) sheet.hide("tape");
  TRY(const bool address, sheet.put("address", "address", words.address));
  TRY(const bool footer, sheet.put("footer", "footer", words.footer));
  static_cast<void>(address || footer);  // what does not fit there is left out
  return {};
}

Result<> set_card(CardSheet& sheet, const Card& card, const CardWords& words,
                  const CardSetting& setting, double unit) {
  switch (card.kind) {
    case CardKind::title:
      return set_title(sheet, card, words);
    case CardKind::end:
      return set_end(sheet, card, words, setting.language);
    case CardKind::dialogue:
      TRY_DO(set_dialogue(sheet, card, words));
      break;
    case CardKind::expository:
      TRY_DO(set_expository(sheet, card, words));
      break;
  }
  return set_footer(sheet, words.footer, unit);
}

// The Apprentice walks in the medallion of the title card.
Result<> paint_walker(cairo_t* pen, const drawing::Drawing& card, drawing::ArtKit& kit) {
  const auto feet = card.point("mark_medallion_feet");
  if (!feet) return {};
  TRY(const drawing::Drawing* puppet, kit.puppet("apprentice"));
  double scale = .3;
  if (const auto extras = card.point_extras.find("mark_medallion_feet");
      extras != card.point_extras.end()) {
    if (const auto found = extras->second.find("scale"); found != extras->second.end()) {
      std::from_chars(found->second.data(), found->second.data() + found->second.size(), scale);
    }
  }
  Standing standing;
  drawing::KeyPose pose;
  if (const auto found = puppet->key_poses.find("walk contact"); found != puppet->key_poses.end()) {
    pose = found->second;
  }
  standing.parts =
      drawing::part_matrices(*puppet, drawing::Angles(pose.angles.begin(), pose.angles.end()));
  standing.choices = pose.choices;
  standing.rims = false;
  standing.hidden.insert(pose.hidden.begin(), pose.hidden.end());
  cairo_save(pen);
  cairo_translate(pen, feet->x, feet->y);
  cairo_scale(pen, scale, scale);
  cairo_translate(pen, pose.shift.x, pose.shift.y);
  cairo_rotate(pen, pose.turn * radians_per_degree);
  paint(pen, *puppet, standing);
  cairo_restore(pen);
  return {};
}

// The leaves behind an initial step back from the letter.
void step_back(media::GreyPicture& ground, const HaloedLetters& letters, double scale) {
  const Canvas canvas(Canvas::Kind::alpha, ground.width, ground.height, scale);
  paint(canvas.pen(), letters.outlines, 1);
  const media::GreyPicture halo = blurred(canvas.alpha(), letters.radius * scale * .62);
  for (std::size_t k = 0; k < ground.values.size(); ++k) {
    const float cover = std::clamp(halo.values[k] * 3.2F, 0.0F, 1.0F);
    ground.values[k] = ground.values[k] * (1 - cover) + cover * .11F;
  }
}

media::GreyPicture sheet_of(const Outlines& outlines, int width, int height, double scale) {
  const Canvas canvas(Canvas::Kind::alpha, width, height, scale);
  paint(canvas.pen(), outlines, 1);
  return canvas.alpha();
}

Result<> check_size(const CardSetting& setting, const drawing::Drawing& drawing) {
  const bool sane = setting.width >= 16 && setting.height >= 16 && setting.width <= side_max &&
                    setting.height <= side_max;
  if (!sane || drawing.view.width <= 0) {
    return fix_input(
        fmt::format("a card of {} x {} pixels cannot be drawn", setting.width, setting.height));
  }
  return {};
}

}  // namespace

Result<media::GreyPicture> draw_card(const Card& card, const CardSetting& setting) {
  TRY(const CardLayout layout, read_card_layout(setting.data_folder));
  TRY(const FormatStyle format, layout.format(setting.format));
  const std::string kind = kind_of(card.kind);
  TRY(const drawing::Drawing* drawing, setting.kit.card(kind + "_" + setting.format));
  TRY_DO(check_size(setting, *drawing));
  TypeSetter setter(layout, setting.fonts, format, setting.language);
  CardSheet sheet(kind, *drawing, layout, setter);
  sheet.standing.choices["quote"] = setter.language().quote;
  const CardWords words = words_of(card, setting.project, setting.language, setter.language());
  TRY_DO(set_card(sheet, card, words, setting, format.unit));

  const double scale = setting.width / drawing->view.width;
  const Canvas canvas(Canvas::Kind::grey, setting.width, setting.height, scale);
  paint(canvas.pen(), sheet.art, sheet.standing);
  TRY_DO(paint_walker(canvas.pen(), sheet.art, setting.kit));
  CardSheets sheets{canvas.grey(), sheet_of(sheet.letters, setting.width, setting.height, scale),
                    sheet_of(sheet.dark, setting.width, setting.height, scale)};
  for (const HaloedLetters& letters : sheet.haloed) step_back(sheets.ground, letters, scale);
  return developed(std::move(sheets), layout.values, scale, setting.seed);
}

}  // namespace onereel::cutting
