#include "onereel/base/usd.h"

#include <fmt/format.h>

namespace onereel {

std::string to_text(Usd amount) {
  const std::int64_t micros = amount.in_micros();
  const auto size =
      micros < 0 ? 0ULL - static_cast<std::uint64_t>(micros) : static_cast<std::uint64_t>(micros);
  std::string text =
      fmt::format("{}${}.{:06}", micros < 0 ? "-" : "", size / 1'000'000, size % 1'000'000);
  for (int spare = 0; spare < 4 && text.back() == '0'; ++spare) text.pop_back();
  return text;
}

}  // namespace onereel
