#include "naming.h"

#include <fmt/format.h>

#include "slot_filler.h"
#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

// The examples of naming.yaml that do not come out: "IDENTIFIER at SIZE: want, got", and how many
// there are in all.
struct Worked {
  std::vector<std::string> otherwise;
  int all = 0;
};

Worked work_examples() {
  Worked worked;
  const Document file = word_file("naming.yaml");
  for (const Document& example : file.find("examples")->items) {
    const std::string repository =
        example.text_or("in", "").substr(0, example.text_or("in", "").find(' '));
    const Naming::Project project{repository.substr(repository.find('/') + 1), {"config"}};
    const std::string id = example.text_or("id", "");
    for (const int size : {6, 10, 14, 20}) {
      const std::string want = example.text_or(std::to_string(size), "");
      const std::string got = naming().label(id, size, lexicon(), project);
      ++worked.all;
      if (got != want) {
        worked.otherwise.push_back(fmt::format("{} at {}: '{}', not '{}'", id, size, got, want));
      }
    }
  }
  return worked;
}

std::string label(const char* identifier, int size) {
  return naming().label(identifier, size, lexicon(), {"flask", {"config"}});
}

}  // namespace

TEST_CASE("the worked examples come out, but for two that the rules of the file do not give") {
  const Worked worked = work_examples();

  CHECK(worked.all == 320);
  // "omit" is no word of the lexicon, so the longer run to "trailers" wins; "updateAge" keeps its
  // verb and fits, where the example prefers the phrase behind it.
  CHECK(fmt::format("{}", fmt::join(worked.otherwise, "\n")) ==
        "generate_trailers_to_omit at 20: 'generate_trailers', not 'trailers_to_omit'\n"
        "updateAgeOnGet at 10: 'updateAge', not 'AgeOnGet'");
}

TEST_CASE("a label is made of whole words, in their order and case") {
  CHECK(label("SecureCookieSessionInterface", 14) == "CookieSession");
  CHECK(label("MAX_RETRIES", 14) == "MAX_RETRIES");
  CHECK(label("--no-ignore", 14) == "--no-ignore");
  CHECK(label("src/flask/sansio/blueprints.py", 14) == "blueprints.py");
  CHECK(label("std::sync::MutexGuard", 14) == "MutexGuard");
  CHECK(label("Vec<String>", 14) == "Vec");
  CHECK(label("__init__", 14) == "init");
}

TEST_CASE("what does not fit is not painted at all rather than cut") {
  CHECK(label("internationalisation", 10) == "");
  CHECK(label("NothingChanged", 10) == "");
  CHECK(label("", 10) == "");
  CHECK(label("____", 10) == "");
}

TEST_CASE("a word that is never shown is painted around") {
  CHECK(label("killOrphanedWorker", 20).find("kill") == std::string::npos);
  CHECK(label("kill", 10) == "");
}

TEST_CASE("a file keeps its name whatever it begins with, and a host or a letter-box gives none") {
  CHECK(label("app.toml", 10) == "app.toml");
  CHECK(label("app.run", 10) == "run");
  CHECK(label("self.c", 10) == "c");
  CHECK(label("src/messages.properties", 12) == "messages");
  CHECK(label("tea@example.org", 20) == "");
  CHECK(label("www.example.org", 20) == "");
  CHECK(label("https://example.org/tea", 20) == "");
  CHECK(label("example.com:8080", 20) == "");
  CHECK(label("127.0.0.1", 20) == "");
  CHECK(label("github.com/tea/kettle", 10) == "kettle");
}

TEST_CASE("an import is called by its module, a type that is imported by its own name") {
  const auto painted = [](const char* name) {
    Fact fact;
    fact.kind = FactKind::import;
    fact.name = name;
    return painted_name(fact);
  };
  CHECK(painted("org.mockito.Mock") == "Mock");
  CHECK(painted("std::sync::Mutex") == "Mutex");
  CHECK(painted("node:events") == "events");
  CHECK(painted("@tea/kettle/lid") == "kettle");
  CHECK(painted("github.com/spf13/cobra/v2") == "cobra");
  CHECK(painted("tea.kettle") == "tea");
}
