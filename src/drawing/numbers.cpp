#include "numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "onereel/drawing/art_kit.h"

namespace onereel::drawing {

namespace {

bool is_space(char c) {
  return c == ' ' || c == ',' || c == '\n' || c == '\t' || c == '\r';
}

constexpr std::size_t transforms_max = 16;

Result<Matrix> one_transform(std::string_view name, const std::vector<double>& v) {
  const std::size_t n = v.size();
  if (name == "translate" && (n == 1 || n == 2)) {
    return Matrix::translation(v[0], n == 2 ? v[1] : 0);
  }
  if (name == "scale" && (n == 1 || n == 2)) return Matrix::scaling(v[0], n == 2 ? v[1] : v[0]);
  if (name == "rotate" && n == 1) return Matrix::rotation(v[0]);
  if (name == "rotate" && n == 3) return Matrix::rotation_about({v[1], v[2]}, v[0]);
  if (name == "matrix" && n == 6) return Matrix{v[0], v[1], v[2], v[3], v[4], v[5]};
  return fix_input(fmt::format(
      "transform '{}' with {} numbers; known are translate, scale, rotate, matrix", name, n));
}

}  // namespace

bool NumberWalk::at_end() {
  while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  return rest_.empty();
}

char NumberWalk::peek() {
  return at_end() ? '\0' : rest_.front();
}

std::optional<double> NumberWalk::number() {
  if (at_end()) return {};
  std::string_view text = rest_;
  if (text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || !(std::abs(value) <= drawing_number_max)) return {};
  rest_ = std::string_view(end, static_cast<std::size_t>(text.data() + text.size() - end));
  return value;
}

Result<double> read_number(std::string_view text) {
  NumberWalk walk(text);
  const std::optional<double> value = walk.number();
  if (!value || !walk.at_end()) return fix_input(fmt::format("'{}' is not a plain number", text));
  return *value;
}

Result<std::vector<double>> read_numbers(std::string_view text, std::size_t count_max) {
  NumberWalk walk(text);
  std::vector<double> values;
  while (!walk.at_end()) {
    const std::optional<double> value = walk.number();
    if (!value) return fix_input(fmt::format("'{}' where a number should stand", walk.peek()));
    if (values.size() == count_max) return fix_input(fmt::format("over {} numbers", count_max));
    values.push_back(*value);
  }
  return values;
}

Result<Matrix> read_transform(std::string_view text) {
  Matrix all;
  NumberWalk walk(text);
  for (std::size_t count = 0; !walk.at_end(); ++count) {
    const std::string_view rest = walk.rest();
    const std::size_t open = rest.find('(');
    const std::size_t close = rest.find(')');
    if (open == rest.npos || close == rest.npos || close < open || count == transforms_max) {
      return fix_input(fmt::format("transform '{}' cannot be read", text.substr(0, 60)));
    }
    TRY(const auto values, read_numbers(rest.substr(open + 1, close - open - 1), 6));
    TRY(const Matrix next, one_transform(rest.substr(0, rest.find_first_of(" \t\n(")), values));
    all = next.then(all);
    walk = NumberWalk(rest.substr(close + 1));
  }
  return all;
}

}  // namespace onereel::drawing
