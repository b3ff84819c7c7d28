#include "onereel/vault/content_hash.h"

#include <doctest/doctest.h>

#include "onereel/vault/film_folder.h"
#include "temporary_folder.h"

using namespace onereel::vault;

TEST_CASE("the hash of content is SHA-256, of bytes and of files alike") {
  TemporaryFolder folder;
  REQUIRE(write_file_whole(folder.file("abc"), "abc"));

  CHECK(content_hash("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(file_hash(folder.file("abc")) == content_hash("abc"));
  CHECK(file_hash(folder.file("missing")).empty());
}
