#include "onereel/writing/gag_library.h"

#include <fstream>
#include <iterator>

#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(data_folder + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The error that reading the milk gives when `what` in its file is replaced by `with`.
std::string error_with(const std::string& what, const std::string& with) {
  std::string yaml = text_of("gags/milk-will-not-pour.yaml");
  yaml.replace(yaml.find(what), what.size(), with);
  const auto read = read_gag(yaml, "milk-will-not-pour.yaml");
  return read ? "read" : read.error().what;
}

}  // namespace

TEST_CASE("every written gag of the house is read, and variants of openings stand on their own") {
  const auto library = GagLibrary::open(data_folder);

  REQUIRE_MESSAGE(library, (library ? "" : library.error().what));
  CHECK(library->gags().size() == 77 + 36 + 13);
  CHECK(library->find("opening-library-one-hook")->role == "opening");
  CHECK(library->find("ending-library-the-hook-holds")->answers == "opening-library-one-hook");
  CHECK(library->find("milk-will-not-pour")->of_the_brief);
  CHECK(library->find("plan-pinned-on-the-icebox")->ends_quietly);
  CHECK(library->find("no-such-gag") == nullptr);
  CHECK(library->sheet("no-such-gag", "") == nullptr);
}

TEST_CASE("the five gags of the brief are marked, and no others") {
  const auto library = GagLibrary::open(data_folder);
  REQUIRE(library);
  std::vector<std::string> marked;
  for (const Gag& gag : library->gags()) {
    if (gag.of_the_brief) marked.push_back(gag.id);
  }

  CHECK(marked == std::vector<std::string>{"milk-will-not-pour", "plan-pinned-on-the-icebox",
                                           "spliced-into-the-reel", "the-same-gust",
                                           "un-eats-his-sandwich"});
}

TEST_CASE("a wrong gag file is refused with file, line and mend") {
  CHECK(error_with("family: setup", "famly: setup")
            .find("milk-will-not-pour.yaml:3: unknown field 'famly'; did you mean 'family'?") == 0);
  CHECK(error_with("family: setup", "family: setupp").find("did you mean 'setup'?") !=
        std::string::npos);
  CHECK(error_with("kind: import_missing", "kind: import_mising").find(":7: ") !=
        std::string::npos);
  CHECK(error_with("name: '(?i)^(Import", "name: '(?i)^((Import").find("cannot be read") !=
        std::string::npos);
  CHECK(error_with("weight: 10", "weight: 99").find("99 is not within 0.5 .. 12") !=
        std::string::npos);
  CHECK(error_with("from: evidence.name.stem", "from: evidence.nam.stem").find("did you mean") !=
        std::string::npos);
  CHECK(error_with("mood: misterioso", "mood: funny").find("'funny' is none of rag") !=
        std::string::npos);
  CHECK(error_with("share: .18", "share: .5").find("the shares add up to") != std::string::npos);
  CHECK(error_with("id: milk-will-not-pour", "id: milk").find("must be called milk.yaml") !=
        std::string::npos);
}

TEST_CASE("the form of the Bug is staged in its three parts or not at all") {
  const std::string yaml = text_of("business/bug-on-the-glass.yaml");
  const auto unstaged = read_gag(yaml.substr(0, yaml.find("\nblocking:")), "bug-on-the-glass.yaml");

  REQUIRE_MESSAGE(unstaged, (unstaged ? "" : unstaged.error().what));
  CHECK_FALSE(unstaged->front().staged());
}
