// Our subset of ABC 2.1 (https://abcnotation.com/wiki/abc:standard:v2.1): one tune a file, one
// voice, chord symbols, ties, accidentals that hold to the bar line. No repeats, no grace notes, no
// tuplets.

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "abc_fields.h"
#include "onereel/base/text.h"
#include "score_limits.h"
#include "theme.h"

namespace onereel::score {
namespace {

// Reads the notes of one tune, line by line.
class BodyReader {
 public:
  BodyReader(Theme theme, KeySignature key) : theme_(std::move(theme)), key_(key) {
    chord_ = {key.key.tonic, key.key.minor ? ChordKind::minor : ChordKind::major, key.key.tonic};
  }

  Result<> read(std::string_view line) {
    while (!line.empty()) {
      if (theme_.bars.size() >= theme_bars_max) return fix_input("more than 256 bars");
      TRY_DO(read_one(line));
    }
    return {};
  }

  Result<Theme> finish() {
    if (at_ > 0) return fix_input("the last bar has no bar line");
    const auto needed = static_cast<std::size_t>(theme_.phrases()) * 4;
    if (theme_.bars.size() < needed) {
      return fix_input(fmt::format("{} cadences need {} bars; there are {}", theme_.phrases(),
                                   needed, theme_.bars.size()));
    }
    if (tie_) return fix_input("the last note is tied to nothing");
    return std::move(theme_);
  }

 private:
  // Takes one thing off the front of `line`.
  Result<> read_one(std::string_view& line) {
    const char front = line[0];
    if (front == ' ') {
      line.remove_prefix(1);
      return {};
    }
    if (front == '|') return read_bar_line(line);
    if (front == '"') return read_chord(line);
    if (front == '[') return read_key(line);
    if (front == '-') {
      line.remove_prefix(1);
      if (bar_.notes.empty() || tie_) return fix_input("a tie (-) must follow a note");
      tie_ = true;
      return {};
    }
    return read_note(line);
  }

  Result<> read_bar_line(std::string_view& line) {
    line.remove_prefix(line.size() > 1 && (line[1] == '|' || line[1] == ']') ? 2U : 1U);
    if (at_ != theme_.bar_pulses()) {
      return fix_input(fmt::format("bar {} is {} sixteenths long; {} makes {}",
                                   theme_.bars.size() + 1, at_ / 120, name_of(theme_.metre),
                                   theme_.bar_pulses() / 120));
    }
    if (tie_) bar_.notes.back().tied = true;
    if (bar_.chords.empty() || bar_.chords[0].at > 0) {
      bar_.chords.insert(bar_.chords.begin(), {0, bar_start_chord_});
    }
    bar_.key = key_.key;
    theme_.bars.push_back(std::move(bar_));
    bar_ = {};
    at_ = 0;
    bar_start_chord_ = chord_;
    accidentals_.clear();
    return {};
  }

  Result<> read_chord(std::string_view& line) {
    const std::size_t end = line.find('"', 1);
    if (end == std::string_view::npos)
      return fix_input("a chord's second quotation mark is missing");
    const std::string name(line.substr(1, end - 1));
    const auto chord = chord_named(name);
    if (!chord) {
      return fix_input(fmt::format(
          "'{}' is no chord; write a root, then nothing or m 7 m7 maj7 6 m6 dim dim7 m7b5 +, then "
          "perhaps /bass",
          name));
    }
    line.remove_prefix(end + 1);
    chord_ = *chord;
    bar_.chords.push_back({at_, chord_});
    return {};
  }

  Result<> read_key(std::string_view& line) {
    const std::size_t end = line.find(']');
    const bool is_key = line.substr(0, 3) == "[K:" && end != std::string_view::npos;
    const auto key = is_key ? key_signature_named(line.substr(3, end - 3)) : std::nullopt;
    if (!key || at_ > 0)
      return fix_input("inside the tune only [K:..] at the start of a bar is read");
    line.remove_prefix(end + 1);
    key_ = *key;
    return {};
  }

  Result<> read_note(std::string_view& line) {
    const std::string_view whole = line;
    const auto refuse = [&] {
      return fix_input(fmt::format("'{}' is no note; write such as ^c'3/2 or z2",
                                   std::string(whole.substr(0, 8))));
    };
    std::optional<int> accidental;
    if (const std::size_t sign = std::string_view("_=^").find(line[0]); sign != std::string::npos) {
      accidental = static_cast<int>(sign) - 1;
      line.remove_prefix(1);
    }
    if (line.empty()) return refuse();
    const char letter = line[0];
    const bool rest = letter == 'z';
    const auto pitch = pitch_named(std::string(1, static_cast<char>(std::toupper(letter))));
    if ((!rest && !pitch) || (rest && accidental)) return refuse();
    line.remove_prefix(1);
    int key = rest ? 0 : 60 + *pitch + (letter >= 'a' ? 12 : 0);
    while (!line.empty() && (line[0] == ',' || line[0] == '\'')) {
      key += line[0] == ',' ? -12 : 12;
      line.remove_prefix(1);
    }
    if (!rest && (key < 21 || key > 108)) return refuse();
    const int length = read_length(line);
    if (length == 0 || at_ + length > theme_.bar_pulses()) {
      return fix_input(fmt::format("bar {} is too long at '{}'", theme_.bars.size() + 1,
                                   std::string(whole.substr(0, 8))));
    }
    if (rest) {
      if (tie_) return fix_input("a tie (-) cannot lead to a rest");
    } else {
      add_note(letter, key, accidental, length);
    }
    at_ += length;
    return {};
  }

  // 0 if the length is none.
  int read_length(std::string_view& line) {
    const auto number = [&](int otherwise) {
      int value = 0;
      bool any = false;
      while (!line.empty() && line[0] >= '0' && line[0] <= '9' && value < 1000) {
        value = value * 10 + (line[0] - '0');
        any = true;
        line.remove_prefix(1);
      }
      return any ? value : otherwise;
    };
    const int above = number(1);
    if (line.empty() || line[0] != '/') return above * theme_.unit_pulses;
    line.remove_prefix(1);
    const int below = number(2);
    const int pulses = above * theme_.unit_pulses;
    return below == 0 || pulses % below != 0 ? 0 : pulses / below;
  }

  void add_note(char letter, int written, std::optional<int> accidental, int length) {
    static constexpr std::string_view letters = "CDEFGAB";
    const std::size_t step = letters.find(static_cast<char>(std::toupper(letter)));
    if (accidental) accidentals_[written] = *accidental;
    const auto held = accidentals_.find(written);
    const int key = written + (held != accidentals_.end() ? held->second : key_.raised[step]);
    const bool joins = tie_ && !bar_.notes.empty() && bar_.notes.back().key == key;
    if (joins) {
      bar_.notes.back().length += length;
    } else {
      bar_.notes.push_back({at_, length, key, false});
    }
    tie_ = false;
  }

  Theme theme_;
  KeySignature key_;
  ThemeBar bar_;
  Chord chord_;            // the last one written
  Chord bar_start_chord_;  // what goes on from the bar before
  std::map<int, int> accidentals_;
  int at_ = 0;
  bool tie_ = false;

 public:
  void begin() { bar_start_chord_ = chord_; }
};

bool is_field(std::string_view line) {
  return line.size() >= 2 && line[1] == ':' &&
         std::isalpha(static_cast<unsigned char>(line[0])) != 0;
}

Error at_line(const std::string& source, std::size_t line, const Error& error) {
  return fix_input(fmt::format("read {}:{}: {}", source, line, error.what));
}

}  // namespace

int pulses_of_bar(Metre metre) {
  return metre == Metre::two_four ? 960 : 1440;
}

std::string_view name_of(Metre metre) {
  return metre == Metre::two_four ? "2/4" : metre == Metre::three_four ? "3/4" : "6/8";
}

Result<Theme> read_theme(std::string_view text, const std::string& source) {
  if (text.size() > theme_bytes_max) return fix_input("read " + source + ": larger than 64 KiB");
  AbcFields fields;
  std::optional<BodyReader> body;
  const auto lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string line = trimmed(lines[i]);
    if (line.empty() || line[0] == '%') continue;
    Result<> read;
    if (is_field(line)) {
      if (!body || line[0] == 'P') {
        read = fields.take(line);
      } else {
        read = fix_input(fmt::format("the field {}: stands among the notes", line[0]));
      }
    } else {
      if (!body) {
        if (!fields.complete()) return at_line(source, i + 1, fix_input("notes before K:"));
        auto theme = fields.finish();
        if (!theme) return at_line(source, i + 1, theme.error());
        body.emplace(*std::move(theme), fields.key());
        body->begin();
      }
      read = body->read(line);
    }
    if (!read) return at_line(source, i + 1, read.error());
  }
  if (!body) return at_line(source, lines.size(), fix_input("there are no notes"));
  auto theme = body->finish();
  if (!theme) return at_line(source, lines.size(), theme.error());
  return theme;
}

Result<std::vector<Theme>> read_themes(const std::string& folder) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  std::filesystem::directory_iterator entries(folder, failed);
  if (failed) return fix_input(fmt::format("read themes: no folder {}", folder));
  for (; entries != std::filesystem::directory_iterator() && files.size() < themes_max;
       entries.increment(failed)) {
    if (failed) break;
    if (entries->path().extension() == ".abc") files.push_back(entries->path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Theme> themes;
  for (const auto& file : files) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    TRY(Theme theme, read_theme(text, file.string()));
    const bool twice = std::any_of(themes.begin(), themes.end(),
                                   [&](const Theme& other) { return other.id == theme.id; });
    if (twice) return fix_input(fmt::format("read {}: a second id={}", file.string(), theme.id));
    themes.push_back(std::move(theme));
  }
  return themes;
}

}  // namespace onereel::score
