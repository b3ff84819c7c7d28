#include "pattern.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <array>

namespace onereel::writing {
namespace {

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

Result<Pattern> Pattern::compile(std::string_view pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  auto made = std::make_shared<const re2::RE2>(piece(pattern), options);
  if (!made->ok()) {
    return fix_input(fmt::format("the pattern '{}' cannot be read: {}", pattern, made->error()));
  }
  Pattern result;
  result.compiled_ = std::move(made);
  return result;
}

Result<Pattern> Pattern::compile(const Document& value) {
  TRY(const std::string text, value.text());
  auto made = compile(text);
  if (!made) return value.error(made.error().what);
  return made;
}

bool Pattern::found_in(std::string_view text) const {
  return compiled_ == nullptr || re2::RE2::PartialMatch(piece(text), *compiled_);
}

std::optional<std::size_t> Pattern::position_in(std::string_view text) const {
  if (compiled_ == nullptr) return 0;
  re2::StringPiece match;
  if (!compiled_->Match(piece(text), 0, text.size(), re2::RE2::UNANCHORED, &match, 1)) return {};
  return static_cast<std::size_t>(match.data() - text.data());
}

std::vector<std::string> Pattern::all_in(std::string_view text, std::size_t at_most) const {
  std::vector<std::string> found;
  if (compiled_ == nullptr) return found;
  constexpr int groups_max = 4;
  std::array<re2::StringPiece, groups_max> groups;
  const int groups_there = std::min(compiled_->NumberOfCapturingGroups() + 1, groups_max);
  std::size_t from = 0;
  while (from <= text.size() && found.size() < at_most) {
    if (!compiled_->Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, groups.data(),
                          groups_there)) {
      break;
    }
    std::string_view held(groups[0].data(), groups[0].size());
    for (int k = 1; k < groups_there; ++k) {
      const re2::StringPiece& group = groups[static_cast<std::size_t>(k)];
      if (group.data() != nullptr && !group.empty()) {
        held = {group.data(), group.size()};
        break;
      }
    }
    found.emplace_back(held);
    const auto end = static_cast<std::size_t>(groups[0].data() - text.data()) + groups[0].size();
    from = end > from ? end : from + 1;
  }
  return found;
}

std::string Pattern::replaced_once(std::string text, std::string_view with) const {
  if (compiled_ != nullptr) re2::RE2::Replace(&text, *compiled_, piece(with));
  return text;
}

std::string Pattern::replaced_all(std::string text, std::string_view with) const {
  if (compiled_ != nullptr) re2::RE2::GlobalReplace(&text, *compiled_, piece(with));
  return text;
}

Pattern known_pattern(std::string_view pattern) {
  auto made = Pattern::compile(pattern);
  must(made.has_value(), "a pattern of the program is one that RE2 takes");
  return *std::move(made);
}

}  // namespace onereel::writing
