#include "terminal.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <string>

using namespace onereel::app;
using std::chrono::seconds;

namespace {

// What a Terminal wrote, with a clock that the test moves.
struct Paper {
  std::FILE* file = std::tmpfile();
  std::chrono::steady_clock::time_point now{};

  ~Paper() { std::fclose(file); }
  Terminal terminal(TerminalManner manner) {
    return {manner, file, [this] { return now; }};
  }
  std::string text() const {
    std::rewind(file);
    std::string all(4096, '\0');
    all.resize(std::fread(all.data(), 1, all.size(), file));
    return all;
  }
};

}  // namespace

TEST_CASE("where there is no terminal, each step is one plain line") {
  Paper paper;
  auto terminal = paper.terminal({.bar = false});

  terminal.step("1/6 Survey", 0, 10);
  terminal.step("1/6 Survey", 5, 10);
  terminal.step("2/6 Write", 0, 1);

  CHECK(paper.text() == "1/6 Survey\n2/6 Write\n");
}

TEST_CASE("the bar tells how much is done and how long it will take") {
  Paper paper;
  auto terminal = paper.terminal({.bar = true, .columns = 100});

  terminal.step("4/6 Shoot", 0, 8);
  paper.now += seconds(6);
  terminal.step("4/6 Shoot", 2, 8);

  CHECK(paper.text().find("[######..................] 4/6 Shoot, 18 s left") != std::string::npos);
}

TEST_CASE("quiet says nothing, DEBUG says what the rooms report") {
  Paper paper;
  auto quiet = paper.terminal({.quiet = true});
  auto debug = paper.terminal({.quiet = true, .debug = true});

  quiet.step("1/6 Survey", 0, 10);
  quiet.debug("812 files");
  debug.debug("813 files");

  CHECK(paper.text() == "debug: 813 files\n");
}
