#include "commands.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "onereel/base/must.h"
#include "onereel/base/text.h"
#include "scout_texts.h"
#include "text_file.h"

namespace onereel::scout {
namespace {

constexpr std::size_t command_bytes_max = 200;

// RE2 patterns, one a line of a list; any may match.
class Patterns {
 public:
  explicit Patterns(std::string_view list) {
    for (const std::string_view line : lines_of(list)) {
      patterns_.push_back(std::make_unique<re2::RE2>(re2::StringPiece(line.data(), line.size())));
      must(patterns_.back()->ok(), "the patterns of our lists compile");
    }
  }
  bool match(const std::string& text) const {
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [&](const auto& pattern) { return re2::RE2::PartialMatch(text, *pattern); });
  }

 private:
  std::vector<std::unique_ptr<re2::RE2>> patterns_;
};

std::string without_prompt(std::string_view line) {
  std::string clean = trimmed(line);
  for (const std::string_view prompt : {"$ ", "% ", "> ", "PS> ", "C:\\> "}) {
    if (clean.starts_with(prompt)) clean = trimmed(clean.substr(prompt.size()));
  }
  const auto comment = clean.find(" # ");
  if (comment != std::string::npos) clean = trimmed(clean.substr(0, comment));
  return clean;
}

// "black {source_file}", "go get example.com/pot@version": to be filled in by whoever types it.
bool has_a_blank(const std::string& command) {
  static const re2::RE2 blank(
      R"re([{<][A-Za-z][\w -]*[}>]|@version\b|\[(options|args?|flags)\b|\.\.\.|(?i)\byour[-_])re");
  return re2::RE2::PartialMatch(command, blank);
}

bool is_shell(std::string_view language) {
  constexpr std::array<std::string_view, 9> names{
      "", "sh", "bash", "shell", "console", "zsh", "shell-session", "text", "terminal"};
  return std::find(names.begin(), names.end(), language) != names.end();
}

}  // namespace

std::optional<std::string> install_command(std::string_view line) {
  static const Patterns installing(texts::install_commands_txt);
  static const Patterns own_folder(texts::own_folder_commands_txt);
  if (line.size() > 2 * command_bytes_max) return std::nullopt;
  const std::string command = without_prompt(line);
  if (command.empty() || command.size() > command_bytes_max || command.ends_with("\\") ||
      !installing.match(command) || own_folder.match(command) || has_a_blank(command)) {
    return std::nullopt;
  }
  return shown_line(command);
}

std::optional<std::string> run_command(std::string_view line, std::string_view language) {
  static const Patterns preparing(texts::preparing_commands_txt);
  static const re2::RE2 shape(R"re(^(\./)?[a-z][\w./-]*( .*)?$)re");
  if (line.size() > 2 * command_bytes_max) return std::nullopt;
  const std::string raw = trimmed(line);
  const bool prompted = raw.starts_with("$ ") || raw.starts_with("% ");
  if (!prompted && !is_shell(language)) return std::nullopt;
  const std::string command = without_prompt(line);
  // Without a prompt or a language it may be a line of a program.
  const bool doubtful =
      !prompted && language.empty() && command.find_first_of("={}();") != std::string::npos;
  if (command.empty() || doubtful || has_a_blank(command) || install_command(line) ||
      preparing.match(command) || !re2::RE2::PartialMatch(command, shape) ||
      command.ends_with("\\")) {
    return std::nullopt;
  }
  return shown_line(command);
}

}  // namespace onereel::scout
