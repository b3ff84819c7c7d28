#include "onereel/vault/content_hash.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <memory>

#include "onereel/base/must.h"

namespace onereel::vault {
namespace {

using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Digest begin() {
  Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  must(digest && EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) == 1,
       "OpenSSL has SHA-256");
  return digest;
}

std::string finish(const Digest& digest) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned size = 0;
  must(EVP_DigestFinal_ex(digest.get(), bytes.data(), &size) == 1, "a hash can be finished");
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (unsigned k = 0; k < size; ++k) {
    text += digits[bytes[k] >> 4U];
    text += digits[bytes[k] & 15U];
  }
  return text;
}

}  // namespace

std::string content_hash(std::string_view bytes) {
  const Digest digest = begin();
  must(EVP_DigestUpdate(digest.get(), bytes.data(), bytes.size()) == 1, "bytes can be hashed");
  return finish(digest);
}

std::string file_hash(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return {};
  const Digest digest = begin();
  std::array<char, 1U << 16U> block{};
  while (file.read(block.data(), block.size()) || file.gcount() > 0) {
    const auto got = static_cast<std::size_t>(file.gcount());
    must(EVP_DigestUpdate(digest.get(), block.data(), got) == 1, "bytes can be hashed");
  }
  return file.bad() ? std::string() : finish(digest);
}

}  // namespace onereel::vault
