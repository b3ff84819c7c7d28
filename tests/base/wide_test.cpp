#include "onereel/base/wide.h"

#include <doctest/doctest.h>

#include <vector>

namespace {

ONEREEL_WIDE void mix(const float* one, const float* other, int count, float* __restrict out) {
  for (int x = 0; x < count; ++x) out[x] = one[x] * .3F + other[x] * .7F;
}

}  // namespace

TEST_CASE("a wide loop gives the bits of the plain one") {
  std::vector<float> one(37);
  std::vector<float> other(37);
  for (std::size_t x = 0; x < 37; ++x) one[x] = 1.1F / static_cast<float>(x + 1);
  for (std::size_t x = 0; x < 37; ++x) other[x] = .013F * static_cast<float>(x);
  std::vector<float> mixed(37);
  mix(one.data(), other.data(), 37, mixed.data());
  std::vector<float> plain(37);
  for (std::size_t x = 0; x < 37; ++x) plain[x] = one[x] * .3F + other[x] * .7F;
  CHECK(mixed == plain);
}
