#include "abc_fields.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "onereel/base/document.h"
#include "onereel/base/text.h"

namespace onereel::score {
namespace {

constexpr std::string_view field_letters = "XTCNPMLQK";

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t found = text.find(at);
    parts.push_back(trimmed(text.substr(0, found)));
    if (found == std::string_view::npos) return parts;
    text.remove_prefix(found + 1);
  }
}

bool is_pair_name(std::string_view word) {
  static constexpr std::array<std::string_view, 8> known{"id",       "mood",  "home", "tempo",
                                                         "cadences", "heads", "trio", "form"};
  return std::find(known.begin(), known.end(), word) != known.end();
}

std::optional<Cadence> cadence_named(std::string_view text) {
  if (text == "open") return Cadence::open;
  if (text == "half") return Cadence::half;
  if (text == "full") return Cadence::full;
  return std::nullopt;
}

// A number of sharps (+) or flats (-) as a signature.
Signature signature_of(int accidentals) {
  static constexpr std::array<std::size_t, 7> sharps{3, 0, 4, 1, 5, 2, 6};  // F C G D A E B
  Signature raised{};
  for (std::size_t i = 0; i < static_cast<std::size_t>(std::abs(accidentals)); ++i) {
    raised[accidentals > 0 ? sharps[i] : sharps[6 - i]] = accidentals > 0 ? 1 : -1;
  }
  return raised;
}

}  // namespace

std::optional<KeySignature> key_signature_named(std::string_view text) {
  const bool minor = text.size() > 1 && text.back() == 'm';
  if (minor) text.remove_suffix(1);
  const auto tonic = pitch_named(text);
  if (!tonic) return std::nullopt;
  // Sharps or flats of the major keys on C, Db, D ..; six sharps where F# is written, else six
  // flats.
  static constexpr std::array<int, 12> of_major{0, -5, 2, -3, 4, -1, -6, 1, -4, 3, -2, 5};
  const int major = pitch_class(*tonic + (minor ? 3 : 0));
  int accidentals = of_major[static_cast<std::size_t>(major)];
  const bool sharp_side = text.size() > 1 ? text[1] == '#' : minor && major == 6;
  if (accidentals == -6 && sharp_side) accidentals = 6;
  return KeySignature{{*tonic, minor}, signature_of(accidentals)};
}

Result<> AbcFields::take(std::string_view line) {
  const char letter = line[0];
  const std::string value = trimmed(line.substr(2));
  switch (letter) {
    case 'X':
    case 'P':
    case 'Q':
      return {};  // number, part, tempo mark: for people; the tempo we play stands in N:home
    case 'T':
      theme_.title = value;
      return {};
    case 'C':
      theme_.composer = value;
      return {};
    case 'N':
      return take_note(value);
    case 'M':
      return take_metre(value);
    case 'L':
      return take_unit(value);
    case 'K': {
      const auto key = key_signature_named(value);
      if (!key) return fix_input(fmt::format("'{}' is no key; write one such as Bb or F#m", value));
      key_ = *key;
      has_key_ = true;
      return {};
    }
    default:
      return fix_input(fmt::format("the field {}: is not read here; known are {}", letter,
                                   fmt::join(field_letters, " ")));
  }
}

// "id=bug mood=misterioso home=96": pairs, each value up to the next "word=". A line without a
// known first pair is prose (the motif in words, where a quotation comes from).
Result<> AbcFields::take_note(std::string_view value) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const std::string& word : split(value, ' ')) {
    const std::size_t equals = word.find('=');
    if (equals != std::string::npos) {
      found.emplace_back(word.substr(0, equals), word.substr(equals + 1));
    } else if (!found.empty() && !word.empty()) {
      found.back().second += " " + word;
    }
  }
  if (found.empty() || !is_pair_name(found[0].first)) return {};
  for (const auto& [name, text] : found) {
    if (!is_pair_name(name)) return fix_input(fmt::format("N: knows no '{}='", name));
    if (!pairs_.emplace(name, text).second) return fix_input(fmt::format("a second '{}='", name));
  }
  return {};
}

Result<> AbcFields::take_metre(std::string_view value) {
  for (const Metre metre : {Metre::two_four, Metre::three_four, Metre::six_eight}) {
    if (name_of(metre) != value) continue;
    theme_.metre = metre;
    has_metre_ = true;
    return {};
  }
  return fix_input(fmt::format("the metre '{}' is not played; write 2/4, 3/4 or 6/8", value));
}

Result<> AbcFields::take_unit(std::string_view value) {
  if (value != "1/4" && value != "1/8" && value != "1/16") {
    return fix_input(fmt::format("the unit '{}' is not read; write 1/4, 1/8 or 1/16", value));
  }
  theme_.unit_pulses = value == "1/4" ? 480 : value == "1/8" ? 240 : 120;
  has_unit_ = true;
  return {};
}

Result<Theme> AbcFields::finish() const {
  if (!has_metre_ || !has_unit_) return fix_input("M: and L: must stand before the notes");
  Theme theme = theme_;
  const auto value = [&](const char* name) {
    const auto found = pairs_.find(name);
    return found == pairs_.end() ? std::string() : found->second;
  };
  theme.id = value("id");
  if (theme.id.empty()) return fix_input("there is no N:id=");
  theme.moods = split(value("mood"), ',');
  if (theme.moods[0].empty()) return fix_input("there is no N:mood=");
  const double quarters = theme.metre == Metre::six_eight ? 1.5 : 1;
  const auto ends = split(value("tempo"), '-');
  const auto home = whole_number(value("home"));
  const auto low = whole_number(ends[0]);
  const auto high = whole_number(ends.back());
  if (!home || !low || !high || ends.size() != 2 || *low < 20 || *low > *home || *home > *high ||
      *high > 300) {
    return fix_input("write the tempo as N:home=96 tempo=80-112, between 20 and 300 a minute");
  }
  theme.tempo = {*low * quarters, *home * quarters, *high * quarters};
  for (const std::string& name : split(value("cadences"), ',')) {
    const auto cadence = cadence_named(name);
    if (!cadence) {
      return fix_input(fmt::format("the cadence '{}' is none of open, half, full", name));
    }
    theme.cadences.push_back(*cadence);
  }
  for (const std::string& text : split(value("heads"), ',')) {
    const auto head = whole_number(text);
    if (!head || *head < 0 || *head >= theme.phrases()) {
      return fix_input(
          fmt::format("the head '{}' is none of the phrases 0 to {}", text, theme.phrases() - 1));
    }
    theme.heads.push_back(*head);
  }
  return theme;
}

}  // namespace onereel::score
