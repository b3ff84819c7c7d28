#include "onereel/scout/survey.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "onereel/papers/paper_json.h"
#include "temp_repository.h"

using namespace onereel;
using namespace onereel::scout;

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const std::string toy = std::string(ONEREEL_SOURCE_DIR) + "/tests/toy/ide-recorder";

class PressedCtrlC final : public Progress {
 public:
  void step(std::string_view, long, long) override {}
  void debug(std::string_view) override {}
  bool interrupted() const override { return true; }
};

// Facts whose place does not hold their text; the first of them.
std::string first_false_place(const std::string& path, const RepoFacts& facts) {
  for (const Fact& fact : facts.facts) {
    const auto line = line_at(path, fact.where.path, fact.where.line);
    if (!line || *line != fact.where.text) {
      return fact.where.path + ":" + std::to_string(fact.where.line);
    }
  }
  return {};
}

}  // namespace

TEST_CASE("a path that is not there is named, with the mend") {
  QuietProgress quiet;

  const auto facts = survey("/no/such/folder", quiet);

  REQUIRE_FALSE(facts.has_value());
  CHECK(facts.error().remedy == Remedy::fix_input);
  CHECK(facts.error().what.starts_with("Repository not found: /no/such/folder"));
  CHECK(facts.error().what.find("--repo-path") != std::string::npos);
}

TEST_CASE("a file is not a repository") {
  TempRepository repository;
  repository.write("a.py", "x = 1\n");
  QuietProgress quiet;

  const auto facts = survey(repository.path() + "/a.py", quiet);

  REQUIRE_FALSE(facts.has_value());
  CHECK(facts.error().what.find("is a file") != std::string::npos);
}

TEST_CASE("Ctrl-C stops a survey") {
  PressedCtrlC pressed;

  const auto facts = survey(toy, pressed);

  REQUIRE_FALSE(facts.has_value());
  CHECK(facts.error().remedy == Remedy::interrupted);
}

TEST_CASE("the toy repository gives the facts that its golden file holds") {
  const std::string golden = std::string(ONEREEL_SOURCE_DIR) + "/tests/scout/ide_recorder.json";

  const std::string now = to_json(surveyed(toy));

  // ONEREEL_ACCEPT=1 writes the file anew, after a change that is meant.
  if (std::getenv("ONEREEL_ACCEPT") != nullptr) std::ofstream(golden, std::ios::binary) << now;
  CHECK(now == text_of(golden));
}

TEST_CASE("every fact of the toy repository stands where it says") {
  const RepoFacts facts = surveyed(toy);

  CHECK(facts.facts.size() > 100);
  CHECK(first_false_place(toy, facts) == "");
}

TEST_CASE("the toy repository has what the gags of the first film ask for") {
  const RepoFacts facts = surveyed(toy);

  CHECK(facts.project.name.text == "ide-recorder");
  CHECK(facts.project.tagline.text ==
        "Records what happens in an editor and plays it back on a timeline.");
  CHECK(facts.project.install.text == "pip install ide-recorder");
  CHECK(facts.project.run.text == "ide-recorder record --output session.json --fps 12");
  CHECK(facts.project.homepage.text == "ide-recorder.example");
  CHECK(facts.project.licence.text == "MIT");
  CHECK(names_of(facts, FactKind::import_missing) == "pynput mil");
  CHECK(fact_of(facts, FactKind::type, "ScreenRecorder").where.line == 13);
  CHECK(fact_of(facts, FactKind::error_declared, "PathNotFound").where.path ==
        "src/ide_recorder/errors.py");
  CHECK(fact_of(facts, FactKind::error_raised, "PathNotFound").message ==
        "Nothing to track: {project} does not exist.");
  CHECK(facts.installs_command);
  CHECK(facts.counts.at("errors") == 4);
  CHECK(facts.counts.at("tests") == 6);
}

TEST_CASE("a folder without files is empty, and that is no error") {
  const TempRepository repository;

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.empty);
  CHECK(facts.facts.empty());
  CHECK(facts.notes.empty());
}

TEST_CASE("a repository without a commit is empty, bare or not") {
  TempRepository repository;
  repository.make_work_tree();

  CHECK(surveyed(repository).empty);
  CHECK(surveyed(repository.path() + "/.git").empty);
}

TEST_CASE("a title alone is still nothing to make a film about") {
  TempRepository repository;
  repository.write("README.md", "# Soon\n").write(".gitignore", "*.o\n");

  CHECK(surveyed(repository).empty);
}

TEST_CASE("a bare repository gives the facts of its work tree") {
  TempRepository repository;
  repository.write("src/a.py", "class Kettle:\n    def boil(self, minutes): ...\n");
  repository.write("README.md", "# Kettle\n\nBoils water for whoever asks.\n");
  repository.commit_all();

  const RepoFacts work_tree = surveyed(repository);
  const RepoFacts bare = surveyed(repository.path() + "/.git");

  CHECK(bare.facts == work_tree.facts);
  CHECK(bare.counts == work_tree.counts);
  CHECK(bare.project.name.text == "Kettle");
  CHECK(*line_at(repository.path() + "/.git", "src/a.py", 1) == "class Kettle:");
}

TEST_CASE("what git ignores is not seen, in folders of a work tree too") {
  TempRepository repository;
  repository.write(".gitignore", "secret/\n*.log\n!keep.log\n");
  repository.write("secret/a.py", "class Hidden: ...\n").write("b.log", "x\n");
  repository.write("keep.log", "x\n").write("sub/c.py", "class Seen: ...\n");
  repository.write("sub/d.log", "x\n");
  repository.make_work_tree();

  CHECK(surveyed(repository).paths ==
        std::vector<std::string>{".gitignore", "keep.log", "sub/c.py"});
  CHECK(surveyed(repository.path() + "/sub").paths == std::vector<std::string>{"c.py"});
}

TEST_CASE("vendored, generated and film folders are left out") {
  TempRepository repository;
  repository.write("node_modules/x/index.js", "class A {}\n").write("vendor/y.go", "package y\n");
  repository.write("dist/app.js", "class B {}\n").write("a.min.js", "class C {}\n");
  repository.write("take/.onereel-film", "1\n").write("take/d.py", "class D: ...\n");
  repository.write("made.py", "# Generated by protoc. DO NOT EDIT.\nclass E: ...\n");
  repository.write("own.py", "class F: ...\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::type) == "F");
  CHECK(facts.paths == std::vector<std::string>{"made.py", "own.py"});
  CHECK(holds(facts.notes, "1 folders that hold a film"));
}

TEST_CASE("tests, examples and docs are marked, but not below src/main") {
  TempRepository repository;
  repository.write("tests/helper.py", "class A: ...\n").write("examples/b.py", "class B: ...\n");
  repository.write("src/main/java/org/samples/C.java", "public class C {}\n");
  repository.write("d.rs", "pub struct D;\n#[cfg(test)]\nmod tests {\n  struct E;\n}\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(fact_of(facts, FactKind::type, "A").in_tests);
  CHECK(fact_of(facts, FactKind::type, "B").in_tests);
  CHECK_FALSE(fact_of(facts, FactKind::type, "C").in_tests);
  CHECK_FALSE(fact_of(facts, FactKind::type, "D").in_tests);
  CHECK(fact_of(facts, FactKind::type, "E").in_tests);
}

TEST_CASE("a setup.py tells its run-time dependencies, one to the line") {
  TempRepository repository;
  repository.write("setup.py",
                   "setup(\n    name='kettle',\n    install_requires=[\n        'water>=1.0',\n"
                   "        'cup',\n    ],\n)\n");

  CHECK(surveyed(repository).dependencies == std::vector<std::string>{"cup", "water"});
}

TEST_CASE("a first sentence that leads to code tells what a project is; a short hint does not") {
  TempRepository repository;
  repository.write("README.md",
                   "# Kettle\n\nKettle is a DSL for quickly boiling water in any house:\n\n"
                   "```\nboil\n```\n\nAnd run with:\n\nView at: http://localhost:4567\n");
  repository.write("kettle.py", "def boil():\n    return 100\n");

  CHECK(surveyed(repository)
            .project.tagline.text.starts_with("Kettle is a DSL for quickly boiling water"));
}

TEST_CASE("a README whose first chapter is like any other's has no title: the folder names it") {
  TempRepository repository;
  repository.write(
      "README.md",
      "Kettle boils water for whoever asks.\n\n# Features\n\n* Hot.\n\n# Limitations\n");
  repository.write("kettle.py", "def boil():\n    return 100\n");

  CHECK(surveyed(repository).project.name.text != "Limitations");
}

TEST_CASE("a file is shown by a line that speaks of it, not by its copyright") {
  TempRepository repository;
  const std::string terms =
      "// Copyright 2011 The Kettle Authors. All rights reserved.\n// Use it as LICENSE says.\n\n";
  repository.write("src/lock_table.cc", terms + "#include <map>\n#include \"src/lock_table.h\"\n");
  repository.write("src/door.cc", terms + "#include \"src/door.h\"\n\nbool Door::open() const;\n");
  repository.write("src/cups.go", terms + "// Three cups and a lid.\npackage tea\n");
  repository.write("src/empty.cc", "// Copyright 2011.\n// All of it.\n");
  repository.write("LICENSE", "MIT License\n\nPermission is granted.\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(fact_of(facts, FactKind::file_path, "src/lock_table.cc").where.line == 5);
  CHECK(fact_of(facts, FactKind::file_path, "src/door.cc").where.line == 6);
  CHECK(fact_of(facts, FactKind::file_path, "src/cups.go").where.line == 4);
  CHECK(fact_of(facts, FactKind::file_path, "src/empty.cc").where.line == 1);
  CHECK(fact_of(facts, FactKind::file_path, "LICENSE").where.line == 1);
}

TEST_CASE("a monorepo called by its owner is named like the package of that name") {
  TempRepository repository;
  repository.write("README.md",
                   "# teapotjs/core\n\n## Getting Started\n\n"
                   "Please follow the documentation at teapot.example!\n");
  repository.write("package.json", "{\"private\": true, \"version\": \"3.5.1\"}\n");
  repository.write("packages/lid/package.json", "{\"name\": \"lid\"}\n");
  repository.write("packages/teapot/package.json",
                   "{\"name\": \"teapot\", \"description\": \"Pours tea.\", \"homepage\":"
                   " \"https://github.com/teapotjs/core/tree/main/packages/teapot\"}\n");

  const Project project = surveyed(repository).project;

  CHECK(project.name.text == "teapot");
  CHECK(project.tagline.text == "Pours tea.");
  CHECK(project.homepage.text == "github.com/teapotjs/core");
}

TEST_CASE("without a title the README's first sentence or CMake names the project") {
  TempRepository spoken;
  spoken.write("README.md", "KettleDB is a store for hot water.\n\n# Limitations\n\n* Heavy.\n");
  spoken.write("CMakeLists.txt",
               "# Copyright.\nproject(kettledb VERSION 1.23.0 LANGUAGES C CXX)\n");
  TempRepository asked;
  asked.write("README.md",
              "This README is a start.\n\nWhat is Kettle?\n---\n\n"
              "Kettle is often referred to as a *hot water* server.\n");
  asked.write("src/kettle.c", "int main(void) { return 0; }\n");
  TempRepository silent;
  silent.write("README.md", "Boils water.\n");
  silent.write("CMakeLists.txt",
               "project(\n  kettle\n  DESCRIPTION \"Boils water\"\n"
               "  HOMEPAGE_URL \"https://kettle.example\")\n");

  CHECK(surveyed(spoken).project.name.text == "KettleDB");
  CHECK(surveyed(spoken).project.version.text == "1.23.0");
  CHECK(surveyed(asked).project.name.text == "Kettle");
  CHECK(surveyed(silent).project.name.text == "kettle");
  CHECK(surveyed(silent).project.tagline.text == "Boils water");
  CHECK(surveyed(silent).project.homepage.text == "kettle.example");
}

TEST_CASE("an install line that names other things only is not the project's") {
  TempRepository repository;
  repository.write(
      "README.md",
      "# nanoPot\n\nA small pot.\n\n## install\n\n```\npip install torch numpy\n```\n");
  repository.write("pot.py", "def pour():\n    return 1\n");
  CHECK(surveyed(repository).project.install.text == "");

  repository.write("README.md",
                   "# nanoPot\n\nA small pot.\n\n```\npip install torch numpy\n"
                   "pip install -U nanopot[lid]\n```\n");
  CHECK(surveyed(repository).project.install.text == "pip install -U nanopot[lid]");
}

TEST_CASE("the version nearest to the root speaks for the whole") {
  TempRepository repository;
  repository.write("pot/version.py", "VERSION = '2.14.0'\n");
  repository.write("pot/v1/version.py", "VERSION = '1.10.26'\n");

  CHECK(surveyed(repository).project.version.text == "2.14.0");
}
