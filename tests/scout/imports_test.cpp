#include "imports.h"

#include <doctest/doctest.h>

#include "temp_repository.h"

using namespace onereel;
using namespace onereel::scout;

namespace {
constexpr const char* manifest = "[project]\nname = \"a\"\ndependencies = [\"python-dateutil\"]\n";
}

TEST_CASE("Python: what neither tree, manifest nor standard library has is missing") {
  TempRepository repository;
  repository.write("pyproject.toml", manifest);
  repository.write("src/a/b.py",
                   "import json, dateutil, mil\nimport a.c\nfrom . import d\nimport numpy\n");

  CHECK(names_of(surveyed(repository), FactKind::import_missing) == "mil");
}

TEST_CASE("Python: an import that a handler surrounds is missing, whatever the manifest says") {
  TempRepository repository;
  repository.write("a.py",
                   "try:\n    import fast\nexcept ImportError:\n    import slow\n"
                   "try:\n    import other\nexcept ValueError:\n    pass\n");

  CHECK(names_of(surveyed(repository), FactKind::import_missing) == "fast");
}

TEST_CASE("nothing is called missing where no manifest lists dependencies, nor in tests") {
  TempRepository bare;
  bare.write("a.py", "import unheard_of\n");
  TempRepository tested;
  tested.write("pyproject.toml", manifest).write("tests/test_a.py", "import unheard_of\n");

  CHECK(names_of(surveyed(bare), FactKind::import_missing) == "");
  CHECK(names_of(surveyed(tested), FactKind::import_missing) == "");
}

TEST_CASE("JavaScript: a module that package.json does not list, and one that may fail") {
  TempRepository repository;
  repository.write("package.json", R"({"name": "a", "dependencies": {"debug": "^4"}})");
  repository.write("a.js",
                   "require('fs'); require('node:test'); require('debug');\n"
                   "const gone = require('left-behind');\n"
                   "try { require('fast-one') } catch (error) { }\n"
                   "require('./b'); import x from '@/alias';\n");

  CHECK(names_of(surveyed(repository), FactKind::import_missing) == "left-behind fast-one");
}
