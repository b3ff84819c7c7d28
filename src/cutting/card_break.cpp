#include "card_break.h"

#include <algorithm>

#include "onereel/base/text.h"

namespace onereel::cutting {

namespace {

bool small_letter(char c) {
  return c >= 'a' && c <= 'z';
}
bool capital(char c) {
  return c >= 'A' && c <= 'Z';
}

// Whether an identifier may break between text[at - 1] and text[at].
bool breaks_before(std::string_view text, std::size_t at) {
  const char before = text[at - 1];
  const char after = text[at];
  if (after == '/' || after == '-' || after == '_' || after == '.' || after == ':') return false;
  if (before == '/' || before == '-' || before == '_' || before == '.') return true;
  if (before == ':' && at > 1 && text[at - 2] == ':') return true;
  return small_letter(before) && capital(after);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::vector<std::string> items_of(std::string_view text, bool at_separators) {
  const std::vector<std::string> words = words_of(text);
  if (!at_separators) return words;
  std::vector<std::string> items;
  for (const std::string& word : words) {
    if (!items.empty()) items.emplace_back(" ");
    for (std::string& piece : pieces_of(word)) items.push_back(std::move(piece));
  }
  return items;
}

std::string last_word(const std::string& line) {
  const std::size_t space = line.rfind(' ');
  return lower_ascii(space == std::string::npos ? line : line.substr(space + 1));
}

std::string first_word(const std::string& line) {
  return lower_ascii(line.substr(0, line.find(' ')));
}

bool stop_inside(const std::string& line) {
  return line.find(". ") != std::string::npos || line.find("; ") != std::string::npos ||
         line.find("! ") != std::string::npos || line.find("? ") != std::string::npos;
}

bool ends_in_punctuation(const std::string& line) {
  return !line.empty() && std::string_view(".,;:!?").find(line.back()) != std::string_view::npos;
}

// The orphan rule counts letters, not stops and quotation marks.
std::size_t letters_in(const std::string& word) {
  const auto points = code_points(word);
  return static_cast<std::size_t>(std::count_if(points.begin(), points.end(), [](char32_t c) {
    return c != U'.' && c != U'!' && c != U'?' && c != U'\u201c' && c != U'\u201d' &&
           c != U'\u00bb' && c != U'\u00ab';
  }));
}

double cost_of_sense(const std::vector<std::string>& lines, const BreakCosts& costs,
                     const std::vector<std::string>& function_words) {
  const auto is_function_word = [&](const std::string& word) {
    return std::find(function_words.begin(), function_words.end(), word) != function_words.end();
  };
  double cost = 0;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    if (stop_inside(lines[k])) cost += costs.stop_inside;
    if (k > 0 && is_function_word(first_word(lines[k]))) cost += costs.before_function_word;
    if (k + 1 == lines.size()) continue;
    if (is_function_word(last_word(lines[k]))) cost += costs.after_function_word;
    if (ends_in_punctuation(lines[k])) cost += costs.after_punctuation;
  }
  const std::string& last = lines.back();
  if (lines.size() > 1 && last.find(' ') == std::string::npos && letters_in(last) <= 4) {
    cost += costs.orphan;
  }
  return cost;
}

// Tries every way to break; keeps the best.
class Breaker {
 public:
  Breaker(std::vector<std::string> items, const BreakRule& rule, const BreakCosts& costs,
          const std::vector<std::string>& function_words,
          const std::function<Result<double>(const std::string&)>& width_of)
      : items_(std::move(items)),
        rule_(rule),
        costs_(costs),
        function_words_(function_words),
        width_of_(width_of) {}

  Result<std::optional<BrokenText>> best() {
    const int most = std::min(rule_.lines_max, static_cast<int>(items_.size()));
    for (int lines = 1; lines <= most; ++lines) TRY_DO(extend({}, 0, lines));
    return best_;
  }

 private:
  // `lines` more lines from items_[from] on.
  Result<> extend(const std::vector<std::string>& before, std::size_t from, int lines) {
    const std::size_t last_end = items_.size() - static_cast<std::size_t>(lines - 1);
    std::string line;
    for (std::size_t end = from + 1; end <= last_end; ++end) {
      if (!line.empty() && !rule_.at_separators) line += ' ';
      line += items_[end - 1];
      if (lines == 1 && end < last_end) continue;
      const std::string shown = trimmed(line);
      if (shown.empty()) continue;
      TRY(const double width, width_of_(shown));
      if (width > rule_.width_max) break;  // longer lines are wider still
      auto all = before;
      all.push_back(shown);
      if (lines == 1) {
        TRY_DO(judge(all));
      } else {
        TRY_DO(extend(all, end, lines - 1));
      }
    }
    return {};
  }

  Result<> judge(const std::vector<std::string>& lines) {
    std::vector<double> widths;
    std::size_t longest = 0;
    for (const std::string& line : lines) {
      TRY(const double width, width_of_(line));
      widths.push_back(width);
      longest = std::max(longest, length_in_points(line));
    }
    const bool all_used = static_cast<int>(lines.size()) == rule_.lines_max;
    if (!all_used && static_cast<double>(longest) > rule_.chars_max) return {};
    const double widest = std::max(*std::max_element(widths.begin(), widths.end()), 1e-9);
    double cost = costs_.line * static_cast<double>(lines.size());
    for (const double width : widths) {
      cost += (widest - width) * (widest - width) / (widest * widest);
    }
    if (!rule_.at_separators) cost += cost_of_sense(lines, costs_, function_words_);
    if (!best_ || cost < cost_ - 1e-9) {
      cost_ = cost;
      best_ = BrokenText{lines, widest};
    }
    return {};
  }

  std::vector<std::string> items_;
  const BreakRule& rule_;
  const BreakCosts& costs_;
  const std::vector<std::string>& function_words_;
  const std::function<Result<double>(const std::string&)>& width_of_;
  std::optional<BrokenText> best_;
  double cost_ = 0;
};

}  // namespace

std::vector<std::string> pieces_of(std::string_view text) {
  std::vector<std::string> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (!breaks_before(text, at)) continue;
    pieces.emplace_back(text.substr(begin, at - begin));
    begin = at;
  }
  if (begin < text.size()) pieces.emplace_back(text.substr(begin));
  return pieces;
}

Result<std::optional<BrokenText>> broken(
    std::string_view text, const BreakRule& rule, const BreakCosts& costs,
    const std::vector<std::string>& function_words,
    const std::function<Result<double>(const std::string&)>& width_of) {
  std::vector<std::string> items = items_of(text, rule.at_separators);
  if (items.empty() || items.size() > break_items_max) return std::optional<BrokenText>{};
  return Breaker(std::move(items), rule, costs, function_words, width_of).best();
}

}  // namespace onereel::cutting
