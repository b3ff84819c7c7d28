#include "onereel/writing/gag_library.h"

#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

TEST_CASE("every written gag is read without a complaint") {
  const auto library = GagLibrary::open(data_folder);

  REQUIRE_MESSAGE(library, (library ? "" : library.error().what));
  CHECK(library->gags().size() >= 77 + 36 + 13);
}
