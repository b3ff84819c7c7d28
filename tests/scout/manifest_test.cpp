#include "manifest.h"

#include <doctest/doctest.h>

#include "json_text.h"
#include "project.h"
#include "temp_repository.h"

using namespace onereel;
using namespace onereel::scout;

TEST_CASE("package.json: name, description, address, licence, and that it installs a command") {
  TempRepository repository;
  repository.write("package.json", R"({
  "name": "@tea/pot",
  "description": "Pours tea",
  "version": "1.2.3",
  "repository": "tea/pot",
  "license": "MIT",
  "bin": {"pot": "cli.js"},
  "keywords": ["tea"],
  "workspaces": ["packages/*"],
  "dependencies": {"kettle": "^1"},
  "devDependencies": {"tap": "1"}
})");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.name == Stated{"@tea/pot", {"package.json", 2, "\"name\": \"@tea/pot\","}});
  CHECK(facts.project.tagline.text == "Pours tea");
  CHECK(facts.project.homepage.text == "github.com/tea/pot");
  CHECK(facts.project.licence.text == "MIT");
  CHECK(facts.project.version.where.line == 4);
  CHECK(facts.installs_command);
  CHECK_FALSE(facts.has_library_entry);
  CHECK(facts.keywords == std::vector<std::string>{"tea"});
  CHECK(facts.dependencies == std::vector<std::string>{"kettle"});
  CHECK(fact_of(facts, FactKind::manifest, "workspaces").where.line == 9);
  CHECK(fact_of(facts, FactKind::manifest, "tap").where.line == 11);
}

TEST_CASE("pyproject.toml of poetry, and setup.cfg beside setup.py") {
  TempRepository poetry;
  poetry.write("pyproject.toml",
               "[tool.poetry]\nname = \"pot\"\ndescription = \"Pours\"\n"
               "homepage = \"https://pot.example/\"\n[tool.poetry.dependencies]\n"
               "python = \"^3.9\"\nkettle = \"^1\"\n[tool.poetry.scripts]\npot = \"pot:main\"\n");
  TempRepository old;
  old.write(
      "setup.cfg",
      "[metadata]\nname = cup\nurl = https://cup.example\n[options]\ninstall_requires =\n"
      "    saucer>=1\n    spoon\n[options.entry_points]\nconsole_scripts =\n    cup=cup:main\n");
  old.write("setup.py", "from setuptools import setup\nsetup(description='Holds tea')\n");

  const RepoFacts from_poetry = surveyed(poetry);
  const RepoFacts from_setup = surveyed(old);

  CHECK(from_poetry.project.name.text == "pot");
  CHECK(from_poetry.project.homepage.text == "pot.example");
  CHECK(from_poetry.dependencies == std::vector<std::string>{"kettle"});
  CHECK(from_poetry.installs_command);
  CHECK(from_setup.project.name == Stated{"cup", {"setup.cfg", 2, "name = cup"}});
  CHECK(from_setup.project.tagline.where.path == "setup.py");
  CHECK(from_setup.dependencies == std::vector<std::string>{"saucer", "spoon"});
  CHECK(from_setup.installs_command);
}

TEST_CASE("setup.py is read as text: literal lists only") {
  TempRepository repository;
  repository.write("setup.py",
                   "from setuptools import setup\nsetup(\n    name='pot',\n    install_requires=[\n"
                   "        'kettle>=1',  # boils\n        \"saucer\",\n    ],\n)\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.name.where.line == 3);
  CHECK(facts.dependencies == std::vector<std::string>{"kettle", "saucer"});
}

TEST_CASE("Cargo.toml, with a description of many lines") {
  TempRepository repository;
  repository.write("Cargo.toml",
                   "[package]\nname = \"pot\"\ndescription = \"\"\"\nPours tea\nfor all.\n\"\"\"\n"
                   "license = \"MIT OR Apache-2.0\"\n[[bin]]\nname = \"p\"\n[dependencies]\n"
                   "kettle = { version = \"1\" }\n[workspace]\nmembers = []\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.tagline.text == "Pours tea for all.");
  CHECK(facts.project.licence.text == "MIT OR Apache-2.0");
  CHECK(facts.dependencies == std::vector<std::string>{"kettle"});
  CHECK(facts.installs_command);
  CHECK(fact_of(facts, FactKind::manifest, "workspace").kind == FactKind::manifest);
}

TEST_CASE("go.mod gives the last part of the module, without its major version") {
  TempRepository repository;
  repository.write(
      "go.mod",
      "module github.com/tea/pot/v2\n\ngo 1.22\n\nrequire (\n\texample.com/kettle v1.0.0\n"
      "\texample.com/far v1.0.0 // indirect\n)\n");
  repository.write("cmd/pot/main.go", "package main\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.name.text == "pot");
  CHECK(facts.project.homepage.text == "github.com/tea/pot");
  CHECK(facts.dependencies == std::vector<std::string>{"example.com/kettle"});
  CHECK(facts.installs_command);
}

TEST_CASE("pom.xml: what a parent says is not the project's") {
  TempRepository repository;
  repository.write(
      "pom.xml",
      "<project>\n<parent><version>9</version></parent>\n<artifactId>pot</artifactId>\n"
      "<name>Tea Pot</name>\n<description>Pours</description>\n<dependencies>\n"
      "<dependency><artifactId>kettle</artifactId></dependency>\n<dependency>\n"
      "<artifactId>junit</artifactId><scope>test</scope></dependency>\n"
      "</dependencies>\n</project>\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.name.text == "Tea Pot");
  CHECK(facts.project.name.where.line == 4);
  CHECK(facts.project.version.text == "");
  CHECK(facts.dependencies == std::vector<std::string>{"kettle"});
}

TEST_CASE("setup.py may keep its name in a constant above") {
  TempRepository repository;
  repository.write("setup.py",
                   "from setuptools import setup\nNAME = 'pot'\nsetup(\n    name=NAME,\n)\n");
  repository.write("README.rst", "Donations\n=========\n\nGive.\n");

  CHECK(surveyed(repository).project.name == Stated{"pot", {"setup.py", 2, "NAME = 'pot'"}});
}

TEST_CASE("pom.xml of a folder of parts: the parent is no part of the name") {
  TempRepository parts;
  parts.write("pom.xml",
              "<project>\n<packaging>pom</packaging>\n<name>Tea Pot Parent</name>\n</project>\n");
  TempRepository single;
  single.write("pom.xml", "<project>\n<name>Step Parent</name>\n</project>\n");

  CHECK(surveyed(parts).project.name.text == "Tea Pot");
  CHECK(surveyed(single).project.name.text == "Step Parent");
}

TEST_CASE("a gemspec gives name, summary, address, licence and what it needs") {
  TempRepository repository;
  repository.write("pot.gemspec",
                   "Gem::Specification.new 'pot', version do |s|\n"
                   "  s.description = 'Pot is a way of pouring tea.'\n"
                   "  s.summary     = 'Classy pouring'\n"
                   "  s.homepage    = 'https://pot.example/'\n  s.license     = 'MIT'\n"
                   "  s.add_dependency 'kettle', '>= 1.6.0'\n"
                   "  s.add_development_dependency 'saucer'\nend\n");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.name.text == "pot");
  CHECK(facts.project.tagline.text == "Classy pouring");
  CHECK(facts.project.homepage.text == "pot.example");
  CHECK(facts.project.licence.text == "MIT");
  CHECK(facts.project.version.text == "");
  CHECK(facts.dependencies == std::vector<std::string>{"kettle"});
}

TEST_CASE("CMake speaks only where no other manifest of the root does") {
  TempRepository repository;
  repository.write("CMakeLists.txt", "project(pot_native)\n").write("src/a.cpp", "int cups = 3;\n");
  repository.write("pyproject.toml", "[project]\nname = \"pot\"\n");

  CHECK(surveyed(repository).project.name.text == "pot");
}

TEST_CASE("in a monorepo the package named like the README's title speaks") {
  TempRepository repository;
  repository.write("README.md", "# Teapot\n\nEverything for tea.\n");
  repository.write("packages/a/package.json", R"({"name": "a", "description": "no"})");
  repository.write("packages/teapot/package.json", R"({"name": "teapot", "description": "yes"})");

  const RepoFacts facts = surveyed(repository);

  CHECK(facts.project.name.text == "teapot");
  CHECK(facts.project.tagline.text == "yes");
  CHECK(facts.counts.at("packages") == 2);
}

TEST_CASE("JSON that is none gives nothing, comments and trailing commas pass") {
  CHECK_FALSE(read_json_text("{\"a\": }").has_value());
  CHECK_FALSE(read_json_text("{\"a\": 1} x").has_value());
  CHECK_FALSE(read_json_text("{\"a\": \"x").has_value());
  CHECK_FALSE(read_json_text("").has_value());
  const auto read = read_json_text("{ // note\n \"a\": [1, \"\\u00e9\"],\n}");
  REQUIRE(read.has_value());
  CHECK(read->find("a")->items.at(1).scalar == "\xC3\xA9");
  CHECK(read->find("a")->line == 2);
}

TEST_CASE("licences are known by their words, addresses lose their scheme") {
  CHECK(licence_of("Permission is hereby granted,\n free of charge, to any") == "MIT");
  CHECK(licence_of("Apache License\n   Version 2.0, January 2004") == "Apache-2.0");
  CHECK(licence_of("all rights reserved") == "");
  CHECK(without_scheme("git+https://github.com/a/b.git") == "github.com/a/b");
  CHECK(without_scheme("git@github.com:a/b.git") == "github.com/a/b");
  CHECK(without_scheme("https://a.example/#readme") == "a.example");
}
