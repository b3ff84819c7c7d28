#include "taglines.h"

#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

TEST_CASE("the taglines worked out in cards.yaml are shortened as they are written there") {
  const Document file = word_file("cards.yaml");
  for (const Document& row : file.find("taglines")->find("examples")->items) {
    const std::string from = row.text_or("from", "");
    CHECK_MESSAGE(short_tagline(from) == row.text_or("to", ""), from);
  }
}

TEST_CASE("markup, pictures and addresses are no part of a tagline") {
  CHECK(short_tagline("**A tiny parser** for [TOML](https://toml.io) :rocket:") ==
        "A tiny parser for TOML");
}

TEST_CASE("an adjective that boasts goes, and the thing stays") {
  CHECK(short_tagline("The simplest, fastest repository for training medium-sized models.") ==
        "Repository for training medium-sized models");
  CHECK(short_tagline("A blazing fast TOML parser") == "TOML parser");
  CHECK(short_tagline("The world's best fast and powerful kettle") == "Fast kettle");
}

TEST_CASE("what the project warns of is never cut away") {
  CHECK(
      short_tagline("An unofficial client for the very large weather service, written in plain Go")
          .find("nofficial") != std::string::npos);
  CHECK(short_tagline("A database in one file (not for production), with SQL")
            .find("not for production") != std::string::npos);
}

TEST_CASE(
    "a comparison, a superlative that is no adjective and a call to the reader give no sign") {
  CHECK(short_tagline("A web server, the best in the world") == "");
  CHECK(short_tagline("A better alternative to make") == "");
  CHECK(short_tagline("Write your tests faster than ever") == "");
  CHECK(short_tagline("A queue that is 40 times faster") == "");
}

TEST_CASE(
    "a line is cut where a clause ends, never inside a list and never before its verb's rest") {
  CHECK(short_tagline(
            "Spring Petclinic is a Spring Boot application built using Maven or Gradle or Ant.") ==
        "Spring Boot application");
  CHECK(
      short_tagline("A runtime for writing reliable, asynchronous, and slim applications with the "
                    "Kettle programming language. It is:") ==
      "Runtime for writing reliable, asynchronous, and slim applications");
  CHECK(short_tagline("An event-driven, non-blocking platform for writing asynchronous backed "
                      "applications of any size.") == "Event-driven, non-blocking platform");
}

TEST_CASE("the sign hangs under the name, so the name is not in it") {
  CHECK(short_tagline("kettle is a boiler of water") == "Boiler of water");
  CHECK(short_tagline("Tea Kettle is the house's boiler") == "House's boiler");
  CHECK(short_tagline("Redis is often referred to as a data structures server.") ==
        "Data structures server");
}

TEST_CASE("no text, only marks, or one word give no sign") {
  CHECK(short_tagline("") == "");
  CHECK(short_tagline("****") == "");
  CHECK(short_tagline("Parser.") == "");
  CHECK(short_tagline("View at:") == "");
}

TEST_CASE("bytes that are no text do no harm") {
  CHECK(short_tagline(std::string(5000, '\xff')).size() < 700);
}
