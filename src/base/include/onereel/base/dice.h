#pragma once

// Chance that is the same everywhere: every choice in a film comes from a seed through these.

#include <cstdint>
#include <string_view>

namespace onereel {

/// FNV-1a, 64 bit: a stable hash of text. Not for secrets and not against an adversary.
constexpr std::uint64_t hash_text(std::string_view text,
                                  std::uint64_t start = 0xcbf29ce484222325ULL) {
  std::uint64_t hash = start;
  for (const char letter : text) {
    hash ^= static_cast<unsigned char>(letter);
    hash *= 0x100000001b3ULL;
  }
  return hash;
}

/// One well-mixed number from another (the finaliser of splitmix64, Steele et al. 2014).
constexpr std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

/// 0 <= fraction < 1, from the upper 53 bits.
constexpr double fraction_of(std::uint64_t x) {
  return static_cast<double>(x >> 11) * (1.0 / 9007199254740992.0);
}

/// A stream of numbers from a seed (splitmix64). Make one for each purpose, from the seed and a
/// word, so that a new throw in one place changes nothing elsewhere: Dice(seed, "casting").
class Dice {
 public:
  constexpr Dice(std::uint64_t seed, std::string_view purpose)
      : state_(mix(seed ^ hash_text(purpose))) {}

  constexpr std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    return mix(state_);
  }
  /// 0 <= result < count; count above zero.
  constexpr std::uint64_t below(std::uint64_t count) { return next() % count; }
  constexpr double fraction() { return fraction_of(next()); }

 private:
  std::uint64_t state_;
};

/// Value noise with smooth steps between whole knots, -1..1; a pure function of (t, seed).
double value_noise(double t, std::uint64_t seed);

}  // namespace onereel
