// Repositories that mean harm.

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>

#include "onereel/papers/paper_json.h"
#include "temp_repository.h"

using namespace onereel;
using namespace onereel::scout;

TEST_CASE("links are not followed, and loops of them do not hang") {
  TempRepository repository;
  repository.write("a/own.py", "class Own: ...\n");
  std::filesystem::create_symlink("..", repository / "a/up");
  std::filesystem::create_symlink("b", repository / "c");
  std::filesystem::create_symlink("c", repository / "b");
  std::filesystem::create_symlink("/etc/passwd", repository / "passwd.py");
  std::filesystem::create_symlink("/", repository / "root");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.paths == std::vector<std::string>{"a/own.py"});
  CHECK(holds(facts.notes, "5 links"));
  CHECK(*line_at(repository.path(), "passwd.py", 1) == "");
  CHECK(*line_at(repository.path(), "root/etc/passwd", 1) == "");
  CHECK(*line_at(repository.path(), "../../etc/passwd", 1) == "");
}

TEST_CASE("pipes are passed by, also where git would open them") {
  TempRepository repository;
  repository.write("own.py", "class Own: ...\n").write("odd/x.py", "class Odd: ...\n");
  repository.make_work_tree();
  mkfifo((repository / "pipe.py").c_str(), 0600);
  mkfifo((repository / "odd/.gitignore").c_str(), 0600);

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.paths == std::vector<std::string>{"own.py"});
  CHECK(holds(facts.notes, "1 pipes, sockets and devices"));
  CHECK(holds(facts.notes, "1 folders whose .gitignore is no plain file"));
}

TEST_CASE("a pipe in the place of git's configuration does not hang") {
  TempRepository repository;
  repository.write("own.py", "class Own: ...\n");
  repository.make_work_tree();
  std::filesystem::remove(repository / ".git/config");
  mkfifo((repository / ".git/config").c_str(), 0600);

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.paths == std::vector<std::string>{"own.py"});
  CHECK(
      holds(facts.notes, "The git repository cannot be read, so .gitignore files have no effect"));
}

TEST_CASE("bytes that are no UTF-8 become U+FFFD, on the same line") {
  TempRepository repository;
  repository.write("a.py", "x = 1\nclass Caf\351Error(Exception): ...\nclass Tea: ...\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(fact_of(facts, FactKind::type, "Tea").where.line == 3);
  CHECK(*line_at(repository.path(), "a.py", 2) ==
        "class Caf\xEF\xBF\xBD"
        "Error(Exception): ...");
  CHECK(repo_facts_from_json(to_json(facts)).has_value());
}

TEST_CASE("binary files are seen and not read") {
  TempRepository repository;
  repository.write("a.py", std::string("class A:\0 ...\n", 14)).write("b.py", "class B: ...\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::type) == "B");
  CHECK(facts.paths.size() == 2);
  CHECK(holds(facts.notes, "1 binary files"));
}

TEST_CASE("a line of 100 MB is passed by, one of 100 kB is counted and not parsed") {
  TempRepository repository;
  repository.write("huge.py", "");
  std::filesystem::resize_file(repository / "huge.py", 100'000'000);
  repository.write("packed.py", "class A: x = '" + std::string(100'000, 'x') + "'\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::type) == "");
  CHECK(holds(facts.notes, "1 files over 1 MiB"));
}

TEST_CASE("deep nesting is not parsed by anything that recurses") {
  TempRepository repository;
  std::string lines;
  for (int k = 0; k < 100; ++k) lines += std::string(1000, '(') + "\n";
  repository.write("a.py", "class A: ...\nx = " + lines);
  repository.write("package.json", "{\"name\": " + std::string(100'000, '['));
  repository.write("pyproject.toml", "a = " + std::string(100'000, '['));
  repository.write("README.md", std::string(50'000, '>') + "\n" + std::string(50'000, '['));

  const RepoFacts facts = surveyed(repository);

  CHECK(names_of(facts, FactKind::type) == "");
  CHECK(facts.paths.size() == 4);
}

TEST_CASE("every grammar bears nesting up to the bound") {
  TempRepository repository;
  const std::string open(900, '(');
  const std::string close(900, ')');
  repository.write("a.py", "class A: ...\nx = " + open + "1" + close + "\n");
  repository.write("b.js", "class B {}\nx = " + open + "1" + close + ";\n");
  repository.write("c.ts", "class C {}\nx = " + open + "1" + close + ";\n");
  repository.write("d.go", "package d\ntype D struct{}\nvar x = " + open + "1" + close + "\n");
  repository.write("e.rs", "struct E;\nconst X: i32 = " + open + "1" + close + ";\n");
  repository.write("F.java", "class F { int x = " + open + "1" + close + "; }\n");

  CHECK(names_of(surveyed(repository), FactKind::type) == "F A B C D E");
}

TEST_CASE("names that are no plain text, and folders without end, are passed by") {
  TempRepository repository;
  repository.write("ok.py", "class A: ...\n").write("new\nline.py", "class B: ...\n");
  repository.write("bad\xFF.py", "class C: ...\n").write("esc\x1B[2J.py", "class D: ...\n");
  std::string deep;
  for (int k = 0; k < 100; ++k) deep += "d/";
  repository.write(deep + "e.py", "class E: ...\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.paths == std::vector<std::string>{"ok.py"});
  CHECK(holds(facts.notes, "3 files whose names are no plain text"));
}

TEST_CASE("files that may hold secrets are seen and not read") {
  TempRepository repository;
  repository.write(".env", "TOKEN=abc\n").write("id_rsa", "key\n").write("a.py", "x = 1\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(holds(facts.paths, ".env"));
  CHECK(*line_at(repository.path(), ".env", 1) == "");
  CHECK(to_json(facts).find("abc") == std::string::npos);
}

TEST_CASE("escape and direction signs never reach a shown line") {
  TempRepository repository;
  repository.write("a.py", "class A: ...  # \x1B[31m\xE2\x80\xAE red\n");

  CHECK(*line_at(repository.path(), "a.py", 1) ==
        "class A: ...  # \xEF\xBF\xBD[31m\xEF\xBF\xBD red");
}
