#include "card_layout.h"

#include <fmt/format.h>

#include "onereel/base/document.h"

namespace onereel::cutting {

namespace {

Result<const Document*> part(const Document& of, std::string_view key) {
  const Document* found = of.find(key);
  if (found == nullptr) return of.error(fmt::format("'{}' is missing", key));
  return found;
}

Result<std::vector<double>> numbers(const Document& list) {
  std::vector<double> all;
  for (const Document& item : list.items) {
    TRY(const double number, item.number());
    all.push_back(number);
  }
  return all;
}

Result<SlotStyle> read_slot(const Document& from) {
  SlotStyle slot;
  TRY(const Document* face, part(from, "face"));
  slot.face = face->scalar;
  slot.fallback_face = from.text_or("fallback_face", "");
  TRY(const Document* size, part(from, "size"));
  TRY(slot.size, size->number());
  slot.leading = from.number_or("leading", slot.size * 1.25);
  slot.leading_of_size = from.text_or("leading_of", "") == "size";
  slot.tracking = from.number_or("tracking", 0);
  slot.lines = static_cast<int>(from.number_or("lines", 1));
  slot.chars = from.number_or("chars", 99);
  slot.one_letter = slot.chars == 1;
  slot.centre = from.number_or("centre", 0.5);
  slot.from_start = from.text_or("align", "centre") == "start";
  slot.left_to_right = from.text_or("direction", "") == "ltr";
  slot.at_separators = from.text_or("break", "sense") == "identifier";
  slot.fewer_lines_worth = from.number_or("fewer_lines_worth", 0);
  slot.halo_dark = from.number_or("halo_dark", 0);
  slot.dark = from.text_or("value", "") == "tape_letters";
  slot.features = from.text_or("features", "");
  TRY(const Document* shrink, part(from, "shrink"));
  TRY(slot.shrink, numbers(*shrink));
  return slot;
}

Result<> read_slots(const Document& from, std::map<std::string, SlotStyle>& slots) {
  TRY(const Document* list, part(from, "slots"));
  for (const auto& [name, entry] : list->entries) {
    TRY(slots[name], read_slot(entry));
  }
  return {};
}

LanguageStyle read_language(const Document& from) {
  LanguageStyle language;
  language.right_to_left = from.text_or("direction", "ltr") == "rtl";
  language.quote = from.text_or("quote", "none");
  if (const Document* marks = from.find("marks"); marks != nullptr && marks->items.size() == 2) {
    language.mark_open = marks->items[0].scalar;
    language.mark_close = marks->items[1].scalar;
  }
  language.has_initial = from.text_or("initial", "none") == "left";
  if (const Document* faces = from.find("faces")) {
    for (const auto& [face, family] : faces->entries) language.families[face] = family.scalar;
  }
  language.size = from.number_or("size", 1);
  language.leading = from.number_or("leading", 1);
  language.tracks = from.number_or("tracking", 1) != 0;
  return language;
}

FormatStyle read_format(const Document& from) {
  FormatStyle format;
  if (const Document* size = from.find("size"); size != nullptr && !size->items.empty()) {
    if (const auto width = size->items[0].number()) format.width = *width;
  }
  format.unit = from.number_or("unit", format.unit);
  format.scale = from.number_or("scale", 1);
  format.body_scale = from.number_or("body_scale", format.scale);
  format.chars = from.number_or("chars", 1);
  return format;
}

Result<CardValues> read_values(const Document& from) {
  CardValues values;
  values.letters = from.number_or("letters", values.letters);
  values.tape_letters = from.number_or("tape_letters", values.tape_letters);
  values.letter_blur = from.number_or("letter_blur_px", values.letter_blur);
  values.letter_wobble = from.number_or("letter_wobble", values.letter_wobble);
  values.fibre = from.number_or("fibre", values.fibre);
  values.vignette = from.number_or("vignette", values.vignette);
  TRY(const Document* halo, part(from, "halo"));
  values.halo_amount = halo->number_or("amount", values.halo_amount);
  values.halo_sigma = halo->number_or("sigma_px", values.halo_sigma);
  TRY(const Document* mottle, part(from, "mottle"));
  for (const Document& layer : mottle->items) {
    TRY(const auto pair, numbers(layer));
    if (pair.size() != 2 || pair[1] <= 0) return layer.error("needs [amplitude, wavelength]");
    values.mottle.emplace_back(pair[0], pair[1]);
  }
  TRY(const Document* matte, part(from, "matte"));
  values.matte_inset = matte->number_or("inset", values.matte_inset);
  values.matte_corner = matte->number_or("corner", values.matte_corner);
  values.matte_blur = matte->number_or("blur", values.matte_blur);
  values.matte_outside = matte->number_or("outside", values.matte_outside);
  return values;
}

Result<BreakCosts> read_costs(const Document& from) {
  BreakCosts costs;
  TRY(const Document* sense, part(from, "sense"));
  costs.line = sense->number_or("line_cost", costs.line);
  costs.after_punctuation = -sense->number_or("bonus_after_punctuation", -costs.after_punctuation);
  costs.before_function_word =
      -sense->number_or("bonus_before_function_word", -costs.before_function_word);
  costs.stop_inside = sense->number_or("penalty_stop_inside", costs.stop_inside);
  TRY(const Document* after, part(*sense, "penalty_after"));
  costs.after_function_word = after->number_or("weight", costs.after_function_word);
  TRY(const Document* words, part(*after, "words"));
  for (const auto& [language, list] : words->entries) {
    for (const Document& word : list.items) {
      costs.function_words[language].push_back(word.scalar);
    }
  }
  TRY(const Document* orphan, part(*sense, "orphan"));
  costs.orphan = orphan->number_or("weight", costs.orphan);
  return costs;
}

Result<> read_faces(const Document& from, CardLayout& layout) {
  for (const auto& [name, face] : from.entries) {
    TRY(const Document* family, part(face, "family"));
    layout.faces[name] = {family->scalar, face.text_or("weight", "") == "bold",
                          face.text_or("style", "") == "italic", face.text_or("features", "")};
  }
  return {};
}

}  // namespace

const LanguageStyle& CardLayout::language(const std::string& name) const {
  const auto found = languages.find(name);
  return found != languages.end() ? found->second : languages.at("default");
}

Result<SlotStyle> CardLayout::slot(const std::string& kind, const std::string& name) const {
  const auto of_kind = kinds.find(kind);
  if (of_kind != kinds.end()) {
    if (const auto found = of_kind->second.find(name); found != of_kind->second.end()) {
      return found->second;
    }
  }
  return fix_input(fmt::format("cards/layout.yaml: kind '{}' has no slot '{}'", kind, name));
}

Result<FormatStyle> CardLayout::format(const std::string& name) const {
  if (const auto found = formats.find(name); found != formats.end()) return found->second;
  return fix_input(fmt::format("cards/layout.yaml: there is no format '{}'", name));
}

Result<CardLayout> read_card_layout(const std::string& data_folder) {
  TRY(const Document file, read_yaml_file(data_folder + "/cards/layout.yaml"));
  CardLayout layout;
  TRY(const Document* formats, part(file, "formats"));
  for (const auto& [name, format] : formats->entries) layout.formats[name] = read_format(format);
  TRY(const Document* faces, part(file, "faces"));
  TRY_DO(read_faces(*faces, layout));
  TRY(const Document* languages, part(file, "languages"));
  for (const auto& [name, from] : languages->entries) layout.languages[name] = read_language(from);
  if (layout.languages.count("default") == 0) return languages->error("'default' is missing");
  TRY(const Document* kinds, part(file, "kinds"));
  for (const auto& [name, kind] : kinds->entries) {
    TRY_DO(read_slots(kind, layout.kinds[name]));
  }
  TRY(const Document* poster, part(file, "poster"));
  TRY_DO(read_slots(*poster, layout.kinds["poster"]));
  TRY(const Document* values, part(file, "values"));
  TRY(layout.values, read_values(*values));
  TRY(const Document* breaking, part(file, "breaking"));
  TRY(layout.costs, read_costs(*breaking));
  return layout;
}

}  // namespace onereel::cutting
