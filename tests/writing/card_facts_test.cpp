#include "card_facts.h"

#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

// What cards may say of a repository in which these messages stand.
CardSlots said_by(const std::vector<std::string>& messages) {
  RepoFacts facts;
  facts.project.name = {"kettle", {"README.md", 1, "# kettle"}};
  int line = 0;
  for (const std::string& message : messages) {
    facts.facts.push_back(
        fact(FactKind::message, "", "src/kettle.py", ++line, "say(\"" + message + "\")", message));
  }
  return card_slots(facts, wordbook().errands.of(facts), wordbook().errands, lexicon(), "en");
}

std::string slot(const std::vector<std::string>& messages, const std::string& name) {
  const CardSlots slots = said_by(messages);
  const std::string* text = slots.find(name);
  return text == nullptr ? "-" : *text;
}

RepoFacts described(const std::string& description, const std::string& paragraph) {
  RepoFacts facts;
  facts.project.name = {"kettle", {"kettle.toml", 1, "name = \"kettle\""}};
  facts.project.tagline = {description, {"kettle.toml", 2, "description = ..."}};
  facts.claim = description + ". kettle. " + paragraph;
  facts.facts.push_back(fact(FactKind::readme, "paragraph", "README.md", 3, paragraph, paragraph));
  return facts;
}

}  // namespace

TEST_CASE("that nothing was returned is said only where a message says that it was") {
  CHECK(slot({"The view function either returned None or ended."}, "value") == "None");
  CHECK(slot({"handler returns nil"}, "value") == "nil");
  CHECK(slot({"err is nil"}, "value") == "-");
  CHECK(slot({"the value must be None"}, "value") == "-");
  CHECK(slot({"The view must not return None"}, "value") == "-");
  CHECK(slot({"a handler never returns nil"}, "value") == "-");
}

TEST_CASE("the claim stands on the line that makes it") {
  const CardSlots slots = said_by({"err is nil", "The cup returned None."});
  CHECK(slots.evidence.at("value").line == 2);
}

TEST_CASE("a door says what people say, not code with spaces in it") {
  CHECK(slot({"err is nil"}, "quote") == "-");
  CHECK(slot({"ctx was none"}, "quote") == "-");
  CHECK(slot({"Nothing to do."}, "quote") == "Nothing to do");
}

TEST_CASE("a file is one that a message names, not the member of an object") {
  CHECK(slot({"cannot find app.json"}, "file") == "app.json");
  CHECK(slot({"Put it into config/app.toml."}, "file") == "app.toml");
  CHECK(slot({"use app.json.response() instead"}, "file") == "-");
  CHECK(slot({"call response.json() first"}, "file") == "-");
  CHECK(slot({"self.app.json is gone"}, "file") == "-");
}

TEST_CASE("where the manifest only boasts, the README's first paragraph gives the tagline") {
  const RepoFacts facts = described("The best kettle in the world", "A kettle that whistles.");
  const CardSlots slots =
      card_slots(facts, wordbook().errands.of(facts), wordbook().errands, lexicon(), "en");

  CHECK(slots.texts.at("tagline") == "A kettle that whistles");
  CHECK(slots.evidence.at("tagline").path == "README.md");
}

TEST_CASE("a module is called by its own name, wherever it is fetched from") {
  RepoFacts facts;
  facts.facts = {
      fact(FactKind::import_missing, "example.com/tea/kettle/v2", "main.go", 3, "import")};
  const CardSlots slots =
      card_slots(facts, wordbook().errands.of(facts), wordbook().errands, lexicon(), "en");

  CHECK(slots.texts.at("import") == "kettle");
}
