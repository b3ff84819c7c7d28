#include "readme.h"

#include <doctest/doctest.h>

#include "commands.h"

using namespace onereel;
using namespace onereel::scout;

namespace {
Readme readme_of(const char* text, const char* name = "README.md") {
  return read_readme(TextFile(name, text));
}
}  // namespace

TEST_CASE("the first real paragraph is neither badge, picture, HTML, note nor news") {
  const Readme readme = readme_of(R"md(<p align="center"><img src="x.png"></p>

# Teapot [![build](https://b.example/b.svg)](https://b.example)

[![a](b)](c)
[docs]: https://docs.example

## Teapot 2 is now available!

We are excited to announce that the second pot of tea is here.

---

> **Note:** the old pot is no longer washed.

Pours **tea** for [everyone](https://e.example) who asks,
slowly and without `hurry`.
)md");

  CHECK(readme.title.text == "Teapot");
  CHECK(readme.title.where.line == 3);
  CHECK(readme.paragraph.text == "Pours tea for everyone who asks, slowly and without hurry.");
  CHECK(readme.paragraph.where.line == 16);
}

TEST_CASE("titles: underlined, as HTML, and none where the first heading is one any README has") {
  CHECK(readme_of("Teapot (tp)\n-----------\nPours.\n").title.text == "Teapot (tp)");
  CHECK(readme_of("<h1 align=\"center\">\n  <b>Teapot</b>\n</h1>\n").title.text == "Teapot");
  CHECK(readme_of("**Pours tea.**\n\n## Table of contents\n\n## Docs\n").title.text == "");
  CHECK(readme_of("Teapot\n======\n\nPours.\n", "README.rst").title.text == "Teapot");
}

TEST_CASE("the install line is the first that installs, prompt stripped") {
  const Readme readme = readme_of(R"md(# Teapot

To work on it: `npm install`, then

    git clone https://github.com/tea/pot.git

## Install

```sh
$ brew install teapot  # for macOS
$ cargo install teapot
```
)md");

  CHECK(readme.install.text == "brew install teapot");
  CHECK(readme.install.where.line == 10);
  CHECK(readme.installs == 2);
  CHECK(readme.clone.text == "github.com/tea/pot.git");
}

TEST_CASE("reStructuredText blocks and inline code hold commands too") {
  CHECK(readme_of("Pot\n===\n\nInstall it::\n\n    $ pip install -U pot\n", "README.rst")
            .install.text == "pip install -U pot");
  CHECK(readme_of("# Pot\n\nRun `go get example.com/pot` first.\n").install.text ==
        "go get example.com/pot");
}

TEST_CASE("the run line is the first use in the usage section, not a program's text") {
  const Readme readme = readme_of(R"md(# Pot

```
pot --not-yet
```

## Usage

```python
import pot
```

```console
$ pip install pot
$ cd here
$ pot pour --cups 2
```
)md");

  CHECK(readme.run.text == "pot pour --cups 2");
  CHECK(readme.run.where.line == 16);
  CHECK(readme_of("# Pot\n\n## Running tests\n\n```sh\npot test\n```\n").run.text == "");
}

TEST_CASE("what installs and what only sets up the sources") {
  CHECK(install_command("$ pip install flask") == "pip install flask");
  CHECK(install_command("sudo apt-get install -y pot") == "sudo apt-get install -y pot");
  CHECK(install_command("go install example.com/pot@latest") ==
        "go install example.com/pot@latest");
  CHECK(install_command("yarn add pot") == "yarn add pot");
  CHECK_FALSE(install_command("npm install").has_value());
  CHECK_FALSE(install_command("pip install -r requirements.txt").has_value());
  CHECK_FALSE(install_command("pip install -e .").has_value());
  CHECK_FALSE(install_command("install the lid").has_value());
}

TEST_CASE("the opening leaves fenced code out and stops at 8,000 characters") {
  const std::string text = "# Pot\n\nTea.\n\n```py\ncode()\n```\n" + std::string(9000, 'x');

  const Readme readme = readme_of(text.c_str());

  CHECK(readme.opening.starts_with("Pot\n\nTea.\n"));
  CHECK(readme.opening.find("code()") == std::string::npos);
  CHECK(readme.opening.size() <= 8000);
}

TEST_CASE("chapters of sponsors and donations, and what is inside them, do not tell what it is") {
  const Readme readme = readme_of(
      ":Web: https://pot.example/en/\n:Keywords: tea, cup,\n  lid, "
      "spout\n\nDonations\n=========\n\n"
      "Collective\n----------\n\nThe collective is a platform that fuels the whole development.\n\n"
      "What's a Pot?\n=============\n\nA pot is used to pour tea for everyone.\n",
      "README.rst");

  CHECK(readme.title.text == "");
  CHECK(readme.paragraph.text == "A pot is used to pour tea for everyone.");
  CHECK(readme.homepage.text == "https://pot.example/en/");
  REQUIRE(readme.keywords_line.size() == 1);
  CHECK(readme.keywords_line.front().text == "tea, cup, lid, spout");
}

TEST_CASE("paragraphs of HTML end where their element ends, and headings are none") {
  const Readme readme = readme_of(
      "<p align=\"center\">\n\t<a href=\"https://pot.example\"><img src=\"pot.png\"></a>\n"
      "\t<h3 align=\"center\">a <a href=\"https://b.example\"><img src=\"b.svg\"></a> "
      "project</h3>\n"
      "</p>\n<hr>\n<h3>Every cup filled</h3>\n"
      "<p align=\"center\">Pot is a device that pours tea by default.</p>\n"
      "<p>\n\t<a href=\"r\">Releases</a> \n</p>\n");

  CHECK(readme.paragraph.text == "Pot is a device that pours tea by default.");
}

TEST_CASE("a command with a blank to fill in is not shown") {
  CHECK_FALSE(install_command("go get example.com/pot/v2@version").has_value());
  CHECK_FALSE(install_command("pip install <pot>").has_value());
  CHECK_FALSE(run_command("pot {source_file_or_directory}", "sh").has_value());
  CHECK_FALSE(run_command("pot [options] file", "sh").has_value());
  CHECK(run_command("pot pour < cup.json", "sh") == "pot pour < cup.json");
  CHECK(install_command("mise use -g pot@latest") == "mise use -g pot@latest");
}
