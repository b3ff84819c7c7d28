#include "errands.h"

#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

RepoFacts claiming(const std::string& claim) {
  RepoFacts facts;
  facts.project.name.text = "thing";
  facts.claim = claim;
  return facts;
}

// What is said of errands.yaml with this rule in it.
std::string complaint(const std::string& rule) {
  Document file = word_file("errands.yaml");
  for (auto& [name, list] : file.entries) {
    if (name != "errands") continue;
    for (auto& [field, rules] : list.items.front().entries) {
      if (field == "found_by") rules.items = {*read_yaml(rule, "errands.yaml")};
    }
  }
  const auto read = Errands::read(file);
  return read ? "read" : read.error().what;
}

}  // namespace

TEST_CASE("what a project says first decides the hero's trade") {
  const Errands& errands = wordbook().errands;

  CHECK(errands.of(claiming("a lightweight WSGI web application framework")).id == "web-framework");
  CHECK(errands
            .of(claiming("A line-oriented search tool that recursively searches the current "
                         "directory for a regex pattern."))
            .id == "search-tool");
  CHECK(errands.of(recorder_facts()).id == "screen-recorder");
}

TEST_CASE("below the threshold a command is a command and the rest is a library") {
  RepoFacts facts = claiming("does things");
  CHECK(wordbook().errands.of(facts).id == "general-library");
  facts.installs_command = true;
  CHECK(wordbook().errands.of(facts).id == "command-line");
  facts.empty = true;
  CHECK(wordbook().errands.of(facts).id == "empty");
}

TEST_CASE("the code's words have names in the trade, and in any trade") {
  const Errands& errands = wordbook().errands;

  CHECK(errands.speaks("web-framework", "route", "en") == "door");
  CHECK(errands.speaks("web-framework", "setup", "en") == "alterations");
  CHECK(errands.speaks("web-framework", "route", "de") == "die Tür");
  CHECK(errands.speaks("web-framework", "carburettor", "en") == "");
}

TEST_CASE("no film says that it is the best, or mocks anybody") {
  CHECK(wordbook().errands.must_not_say("web-framework", "The fastest waiter"));
  CHECK(wordbook().errands.must_not_say("web-framework", "a stupid dish"));
  CHECK_FALSE(wordbook().errands.must_not_say("web-framework", "Many Happy Returns"));
}

TEST_CASE("a title with a number counts what the code shows") {
  RepoFacts facts = claiming("a lightweight WSGI web application framework");
  const Errand& errand = wordbook().errands.of(facts);
  CardSlots slots;
  slots.texts["raises"] = "13";
  std::set<std::string> titles;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    titles.insert(film_title(facts, errand, wordbook(), slots, seed, "en"));
  }

  CHECK(titles.count("Thirteen Ways to Lose a Guest") == 1);
  CHECK(film_title(facts, errand, wordbook(), {}, 3, "en").find("Ways") == std::string::npos);
}

TEST_CASE("a file that only one kind has tells it, whatever its case") {
  RepoFacts facts = claiming("a list of what to buy");
  facts.keywords = {"android"};
  const std::string without = wordbook().errands.of(facts).id;
  facts.paths = {"app/src/main/AndroidManifest.xml"};

  CHECK(without != "mobile-app");
  CHECK(wordbook().errands.of(facts).id == "mobile-app");
}

TEST_CASE("a pattern that waits for a capital in small letters is refused with its line") {
  CHECK(complaint("{in: paths, weight: 4, re: '(?im)Info\\.plist'}") == "read");
  CHECK(complaint("{in: paths, weight: 4, re: '\\S+\\.plist'}") == "read");
  CHECK(complaint("{in: symbols, weight: 4, re: 'Kettle'}") == "read");
  CHECK(complaint("{in: paths, weight: 4, re: 'Info\\.plist'}")
            .find("errands.yaml:1: 'paths' is looked at in small letters") == 0);
}
