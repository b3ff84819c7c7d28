#pragma once

// Money. Integer, checked, never a floating-point number.

#include <compare>
#include <cstdint>
#include <string>

#include "onereel/base/must.h"

namespace onereel {

/// An amount in whole millionths of a US dollar. Overflow is a bug and stops the program.
class Usd {
 public:
  constexpr Usd() = default;
  static constexpr Usd micros(std::int64_t count) { return Usd(count); }
  static constexpr Usd cents(std::int64_t count) { return Usd(count) * 10'000; }

  constexpr std::int64_t in_micros() const { return micros_; }
  constexpr auto operator<=>(const Usd&) const = default;
  constexpr Usd operator+(Usd other) const {
    std::int64_t sum = 0;
    must_fit(!__builtin_add_overflow(micros_, other.micros_, &sum));
    return Usd(sum);
  }
  constexpr Usd operator-(Usd other) const {
    std::int64_t difference = 0;
    must_fit(!__builtin_sub_overflow(micros_, other.micros_, &difference));
    return Usd(difference);
  }
  constexpr Usd operator*(std::int64_t times) const {
    std::int64_t product = 0;
    must_fit(!__builtin_mul_overflow(micros_, times, &product));
    return Usd(product);
  }

 private:
  constexpr explicit Usd(std::int64_t micros) : micros_(micros) {}
  static constexpr void must_fit(bool fits) {
    if (!fits) must(false, "an amount of money fits in 63 bits");
  }
  std::int64_t micros_ = 0;
};

/// "$4.50"; more decimals only where they are not zero: "$0.000125".
std::string to_text(Usd amount);

}  // namespace onereel
