// Whatever the scout finds, a film comes of it: ninety seconds, nothing to object to.

#include <fmt/format.h>

#include <array>

#include "studio.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

constexpr std::array<std::string_view, 40> names = {"PathNotFound",
                                                    "ImportError",
                                                    "load_module",
                                                    "EventTracker",
                                                    "ScreenRecorder",
                                                    "Timeline",
                                                    "Cache",
                                                    "cache_key",
                                                    "Mutex",
                                                    "acquire_lock",
                                                    "DeadlockError",
                                                    "retry_with_backoff",
                                                    "RateLimiter",
                                                    "Timeout",
                                                    "TimeoutError",
                                                    "parse_token",
                                                    "Lexer",
                                                    "ParseError",
                                                    "Regex",
                                                    "recursive_walk",
                                                    "main_loop",
                                                    "NullPointerException",
                                                    "KeyError",
                                                    "lookup",
                                                    "Config",
                                                    "load_settings",
                                                    "Queue",
                                                    "push",
                                                    "Logger",
                                                    "log_event",
                                                    "MockServer",
                                                    "Router",
                                                    "redirect",
                                                    "Session",
                                                    "Transaction",
                                                    "rollback",
                                                    "x",
                                                    "tmp2",
                                                    "veryLongIdentifierThatNobodyCanPaint",
                                                    "hash_password"};
constexpr std::array<std::string_view, 10> messages = {"no such file or directory: {path}",
                                                       "expected a string, got {type}",
                                                       "file not found",
                                                       "cannot import module {name}",
                                                       "maximum recursion depth of 50 exceeded",
                                                       "use --force instead",
                                                       "at most 3 retries",
                                                       "None was returned",
                                                       "connection refused",
                                                       ""};
constexpr std::array<std::string_view, 6> folders = {"src/",        "lib/core/", "",
                                                     "app/models/", "tests/",    "docs/"};
constexpr std::array<std::string_view, 8> claims = {
    "a simple web framework",   "a command-line search tool",
    "HTTP client library",      "game engine",
    "machine learning library", "",
    "screen recorder",          "build tool"};

template <std::size_t n>
std::string any(Dice& dice, const std::array<std::string_view, n>& of) {
  return std::string(of[dice.below(n)]);
}

RepoFacts random_facts(std::uint64_t seed) {
  Dice dice(seed, "facts");
  RepoFacts facts;
  facts.project.name = {fmt::format("project{}", seed), {"README.md", 1, "# project"}};
  facts.claim = any(dice, claims);
  facts.project.tagline = {facts.claim, {"README.md", 3, facts.claim}};
  if (dice.below(2) == 0)
    facts.project.install = {"pip install thing", {"README.md", 9, "pip install thing"}};
  facts.installs_command = dice.below(2) == 0;
  facts.counts = {{"files", static_cast<std::int64_t>(dice.below(5000))},
                  {"source_lines", static_cast<std::int64_t>(dice.below(90'000))}};
  const std::uint64_t many = dice.below(60);
  for (std::uint64_t k = 0; k < many; ++k) {
    Fact one;
    one.kind = static_cast<FactKind>(dice.below(15));
    one.name = any(dice, names);
    one.message = any(dice, messages);
    one.where = {any(dice, folders) + any(dice, names) + ".py",
                 static_cast<int>(dice.below(900)) + 1, one.name + " " + one.message};
    one.in_tests = one.where.path.starts_with("tests/");
    one.is_public = dice.below(3) != 0;
    facts.facts.push_back(std::move(one));
  }
  return facts;
}

// What is wrong with the films of these seeds; empty: nothing.
std::string faults(std::uint64_t from, std::uint64_t to) {
  std::string all;
  for (std::uint64_t seed = from; seed < to; ++seed) {
    CAPTURE(seed);
    const Film film = film_of(random_facts(seed));
    if (length_of(film.shots) != FrameCount{2160}) {
      all += fmt::format("{}: {} frames\n", seed, length_of(film.shots).count);
    }
    for (const LintFinding& finding : lint(film.screenplay, film.shots, staged_library())) {
      all += fmt::format("{}: {} ({}) {}\n", seed, finding.rule, finding.where, finding.what);
    }
    const auto again = screenplay_from_yaml(screenplay_to_yaml(film.screenplay), "s.yaml");
    if (!again || !(*again == film.screenplay)) all += fmt::format("{}: not read back\n", seed);
  }
  return all;
}

}  // namespace

TEST_CASE("every film of whatever facts is ninety seconds, lints clean and is read back") {
  CHECK(faults(0, 60) == "");
}
