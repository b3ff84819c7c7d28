#include "onereel/vault/film_folder.h"

#include <doctest/doctest.h>

#include <fstream>

#include "temporary_folder.h"

using namespace onereel;
using vault::FilmFolder;

TEST_CASE("a folder that is no film is left alone") {
  TemporaryFolder folder;
  REQUIRE(vault::write_file_whole(folder.file("thesis.txt"), "ten years"));

  const auto opened = FilmFolder::open(folder.path());

  REQUIRE(!opened);
  CHECK(opened.error().what.find("is no film of onereel") != std::string::npos);
  CHECK(*vault::read_file_whole(folder.file("thesis.txt")) == "ten years");
  CHECK(!std::filesystem::exists(folder.file(".gitignore")));
}

TEST_CASE("a film folder hides itself from git and is opened again") {
  TemporaryFolder folder;
  REQUIRE(FilmFolder::open(folder.file("a.onereel")));

  CHECK(FilmFolder::open(folder.file("a.onereel")).has_value());
  CHECK(FilmFolder::open_existing(folder.file("a.onereel")).has_value());
  CHECK(*vault::read_file_whole(folder.file("a.onereel/.gitignore")) == "*\n");
  CHECK(!FilmFolder::open_existing(folder.file("b.onereel")));
}

TEST_CASE("two at work in one film: the second is told to wait") {
  TemporaryFolder folder;
  const auto first = FilmFolder::open(folder.file("a.onereel"));
  REQUIRE(first);

  const auto second = FilmFolder::open(folder.file("a.onereel"));

  REQUIRE(!second);
  CHECK(second.error().remedy == Remedy::wait);
}

TEST_CASE("an edit by a person is seen, our own writing is not one") {
  TemporaryFolder folder;
  auto film = FilmFolder::open(folder.file("a.onereel"));
  REQUIRE(film);
  REQUIRE(film->write_file("screenplay.yaml", "title: a\n"));
  CHECK(!film->edited_by_person("screenplay.yaml"));

  std::ofstream(film->file("screenplay.yaml"), std::ios::app) << "# mine\n";

  CHECK(film->edited_by_person("screenplay.yaml"));
  CHECK(*film->keep_copy("screenplay.yaml") == "screenplay.yaml.1");
  CHECK(*film->keep_copy("screenplay.yaml") == "screenplay.yaml.2");
  CHECK(*film->read_file("screenplay.yaml.1") == "title: a\n# mine\n");
}
