#pragma once

// Film time, in whole ticks. Wall-clock waiting is std::chrono; film time never is.

#include <compare>
#include <cstdint>

#include "onereel/base/must.h"

namespace onereel {

/// A length of film time, in ticks of 1/705 600 000 s. Every usual frame rate (12, 16, 18, 24, 25,
/// 30, 48, 50, 60 and the 1000/1001 family) and sample rate (44.1, 48, 96 kHz) is a whole number of
/// ticks.
class Seconds {
 public:
  static constexpr std::int64_t ticks_per_second = 705'600'000;

  constexpr Seconds() = default;
  static constexpr Seconds ticks(std::int64_t count) { return Seconds(count); }
  static constexpr Seconds whole(std::int64_t count) { return Seconds(count * ticks_per_second); }
  static constexpr Seconds milliseconds(std::int64_t count) {
    return Seconds(count * (ticks_per_second / 1000));
  }

  constexpr std::int64_t in_ticks() const { return ticks_; }
  /// For printing, and for tuning of sound and picture; never for cut points.
  constexpr double approximate() const {
    return static_cast<double>(ticks_) / static_cast<double>(ticks_per_second);
  }

  constexpr auto operator<=>(const Seconds&) const = default;
  constexpr Seconds operator+(Seconds other) const { return Seconds(ticks_ + other.ticks_); }
  constexpr Seconds operator-(Seconds other) const { return Seconds(ticks_ - other.ticks_); }
  constexpr Seconds operator*(std::int64_t times) const { return Seconds(ticks_ * times); }
  constexpr Seconds operator/(std::int64_t parts) const { return Seconds(ticks_ / parts); }
  constexpr Seconds& operator+=(Seconds other) { return *this = *this + other; }
  constexpr Seconds& operator-=(Seconds other) { return *this = *this - other; }

 private:
  constexpr explicit Seconds(std::int64_t ticks) : ticks_(ticks) {}
  std::int64_t ticks_ = 0;
};

}  // namespace onereel
