#include "command_line.h"

#include <doctest/doctest.h>

using namespace onereel;
using namespace onereel::app;

TEST_CASE("the brief's own words work: --repo-path and --dry-run") {
  const auto parsed = parse_command_line({"make", "--repo-path", "/some/repo", "--dry-run"});

  REQUIRE(parsed);
  REQUIRE(parsed->command_line);
  CHECK(parsed->command_line->command == Command::make);
  CHECK(parsed->command_line->repository == "/some/repo");
  CHECK(parsed->command_line->dry_run);
}

TEST_CASE("the repository may stand alone, and is here by default") {
  CHECK(parse_command_line({"make", "../flask"})->command_line->repository == "../flask");
  CHECK(parse_command_line({"survey"})->command_line->repository == ".");
}

TEST_CASE("flags of paid cameras are refused with a reason, never ignored") {
  const auto real = parse_command_line({"make", ".", "--real"});
  const auto quality = parse_command_line({"make", ".", "--quality", "high"});

  REQUIRE(!real);
  CHECK(real.error().what.starts_with("--real is for paid cameras, which come later"));
  CHECK(exit_for(real.error()) == Exit::usage);
  CHECK(!quality);
}

TEST_CASE("what cannot be read says where help is") {
  const auto unknown = parse_command_line({"mkae", "."});
  const auto wear = parse_command_line({"make", "--wear", "7"});

  REQUIRE(!unknown);
  CHECK(unknown.error().what.find("onereel --help") != std::string::npos);
  CHECK(!wear);
}

TEST_CASE("help and version are printed, not errors") {
  const auto help = parse_command_line({"make", "--help"});
  const auto version = parse_command_line({"--version"});

  REQUIRE(help);
  REQUIRE(help->printed);
  CHECK(help->printed->text.find("--preview") != std::string::npos);
  REQUIRE(version->printed);
  CHECK(version->printed->text.starts_with("onereel 0."));
}

TEST_CASE("slots of a staged gag are label=text") {
  const auto two = parse_command_line(
      {"stage", "milk-will-not-pour", "--slot", "stem=mil", "--slot", "letter=k"});
  const auto none = parse_command_line({"stage", "milk-will-not-pour", "--slot", "stem"});

  REQUIRE(two);
  CHECK(two->command_line->slots.at("letter") == "k");
  CHECK(!none);
}

TEST_CASE("every remedy has its exit code") {
  CHECK(exit_for(Error{Remedy::top_up, ""}) == Exit::budget);
  CHECK(exit_for(Error{Remedy::ask_provider, ""}) == Exit::doubt);
  CHECK(exit_for(Error{Remedy::repair, ""}) == Exit::damaged);
  CHECK(exit_for(Error{Remedy::interrupted, ""}) == Exit::interrupted);
  CHECK(exit_for(Error{Remedy::wait, ""}) == Exit::usage);
}
