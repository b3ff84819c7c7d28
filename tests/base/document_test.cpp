#include "onereel/base/document.h"

#include <doctest/doctest.h>

using namespace onereel;

TEST_CASE("a YAML map keeps its order and the line of each value") {
  const auto read = read_yaml("b: 1\na: [x, 'y z']\nc: {d: null}\n", "t.yaml");

  REQUIRE(read);
  CHECK(read->entries[0].first == "b");
  CHECK(read->find("a")->items[1].scalar == "y z");
  CHECK(read->find("a")->items[1].quoted);
  CHECK(read->find("a")->line == 2);
  CHECK(read->find("c")->find("d")->is_null());
}

TEST_CASE("hostile YAML is refused with its line") {
  const auto alias = read_yaml("a: &x [1]\nb: *x\n", "t.yaml");
  const auto twice = read_yaml("a: 1\na: 2\n", "t.yaml");
  const auto deep = read_yaml(std::string(200, '['), "t.yaml");

  REQUIRE(!alias);
  CHECK(alias.error().what == "t.yaml:2: aliases (*name) are not read here; write the value out");
  REQUIRE(!twice);
  CHECK(twice.error().what.starts_with("t.yaml:2: the key 'a'"));
  CHECK(!deep);
}

TEST_CASE("an unknown field names the nearest known one") {
  const auto read = read_yaml("holdd: 3\n", "cues.yaml");
  REQUIRE(read);

  const auto checked = read->only({"hold", "at"});

  REQUIRE(!checked);
  CHECK(checked.error().what == "cues.yaml:1: unknown field 'holdd'; did you mean 'hold'?");
}

TEST_CASE("what write_yaml writes, read_yaml reads back the same") {
  const Document original = map_node(
      {{"text", scalar_node("He said: \"no\", # and left.")},
       {"number_like", scalar_node("012", true)},
       {"word", scalar_node("no")},
       {"empty", scalar_node("")},
       {"lines", scalar_node("one\ntwo\t\x01")},
       {"list", list_node({map_node({{"id", scalar_node("a")},
                                     {"nested",
                                      map_node({{"x", scalar_node("1")}, {"y", list_node({})}})}}),
                           scalar_node("- dash"), list_node({scalar_node("in")})})}});

  const auto again = read_yaml(write_yaml(original), "t.yaml");

  REQUIRE(again);
  CHECK(write_yaml(*again) == write_yaml(original));
  CHECK(again->find("text")->scalar == "He said: \"no\", # and left.");
  CHECK(again->find("word")->scalar == "no");
  CHECK(again->find("lines")->scalar == "one\ntwo\t\x01");
  CHECK(again->find("list")->items[1].scalar == "- dash");
}

TEST_CASE("numbers and booleans are strict") {
  const auto read = read_yaml("n: 1.5\ni: 7\nw: seven\nb: yes\n", "t.yaml");
  REQUIRE(read);

  CHECK(*read->find("n")->number() == 1.5);
  CHECK(*read->find("i")->integer() == 7);
  CHECK(!read->find("w")->number());
  CHECK(!read->find("n")->integer());
  CHECK(!read->find("b")->boolean());
}
