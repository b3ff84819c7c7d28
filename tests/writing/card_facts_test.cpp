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

std::string slot_of(const Fact& only, const std::string& name) {
  RepoFacts facts;
  facts.project.name = {"kettle", {"README.md", 1, "# kettle"}};
  facts.facts = {only};
  const CardSlots slots =
      card_slots(facts, wordbook().errands.of(facts), wordbook().errands, lexicon(), "en");
  const std::string* text = slots.find(name);
  return text == nullptr ? "-" : *text;
}

std::string line_slot(const std::string& line, const std::string& name) {
  return slot_of(fact(FactKind::constant, "X", "src/kettle.py", 1, line), name);
}

std::string readme_slot(const std::string& line, const std::string& name) {
  return slot_of(fact(FactKind::readme, "paragraph", "README.md", 3, line, line), name);
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

TEST_CASE("a suggestion is an order, not what cannot be done") {
  CHECK(slot({"Use --config to name one."}, "remedy") == "--config");
  CHECK(slot({"input file required (use --config to name one)"}, "remedy") == "--config");
  CHECK(slot({"cannot use --safe with this file"}, "remedy") == "-");
  CHECK(slot({"Cannot use `with_config` on a model"}, "remedy") == "-");
}

TEST_CASE("old and new are names of things, not the words beside them") {
  CHECK(slot({"`min_items` is deprecated, use `min_length` instead"}, "old") == "min_items");
  CHECK(slot({"`min_items` is deprecated, use `min_length` instead"}, "new") == "min_length");
  CHECK(slot({"The spider attribute is deprecated. Use the setting."}, "old") == "-");
  CHECK(slot({"Both are deprecated. Use only one."}, "new") == "-");
}

TEST_CASE("a pair has an order only where the code goes through it") {
  CHECK(line_slot("for name in (\"app\", \"application\"):", "second") == "application");
  CHECK(line_slot("OPERATORS = {\"and\", \"or\"}", "first") == "-");
  CHECK(line_slot("new Api('tea', 'cup')", "first") == "-");
  CHECK(line_slot("CODECS = frozenset(['tea', 'cup'])", "first") == "-");
  CHECK(line_slot("for name in (\"tea\", \"tea\"):", "first") == "-");
}

TEST_CASE("a name is read to its end, and a comment is no code") {
  CHECK(line_slot("X = os.environ.get('FORKED_BY_MULTIPROCESSING')", "env") ==
        "FORKED_BY_MULTIPROCESSING");
  CHECK(line_slot("HOST = '127.0.0.1:5000'", "host") == "127.0.0.1:5000");
  CHECK(line_slot("// actually 4 addresses: 127.0.0.1:443", "host") == "-");
}

TEST_CASE("experimental is what the project says of itself, not of a part of it") {
  CHECK(readme_slot("This project is still experimental.", "experimental") == "experimental");
  CHECK(readme_slot("kettle is in beta.", "experimental") == "beta");
  CHECK(readme_slot("The whistle API is experimental.", "experimental") == "-");
}

TEST_CASE("the noun of the refusals stands on a line that holds it") {
  RepoFacts facts;
  const auto refuse = [&](int line, const std::string& message) {
    facts.facts.push_back(fact(FactKind::error_raised, "Oops", "src/a.py", line,
                               "raise Oops('" + message + "')", message));
    facts.facts.push_back(
        fact(FactKind::message, "", "src/a.py", line, "raise Oops('" + message + "')", message));
  };
  refuse(3, "nothing is there");
  refuse(5, "no token was given");
  refuse(7, "the token is old");
  refuse(9, "another token came");
  const CardSlots slots =
      card_slots(facts, wordbook().errands.of(facts), wordbook().errands, lexicon(), "en");

  CHECK(slots.texts.at("object") == "token");
  CHECK(slots.evidence.at("object").line == 5);
}

TEST_CASE("a module is called by its own name, wherever it is fetched from") {
  RepoFacts facts;
  facts.facts = {
      fact(FactKind::import_missing, "example.com/tea/kettle/v2", "main.go", 3, "import")};
  const CardSlots slots =
      card_slots(facts, wordbook().errands.of(facts), wordbook().errands, lexicon(), "en");

  CHECK(slots.texts.at("import") == "kettle");
  CHECK(slot_of(fact(FactKind::import_missing, "org.tea.Kettle", "A.java", 3, "import"),
                "import") == "Kettle");
  CHECK(slot_of(fact(FactKind::import_missing, "com.tea.kettle", "A.java", 3, "import"),
                "import") == "kettle");
}
