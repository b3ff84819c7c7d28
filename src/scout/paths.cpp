#include "paths.h"

#include <algorithm>
#include <array>

#include "onereel/base/text.h"

namespace onereel::scout {
namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 40> left_out_folders{
    ".git",          ".hg",          ".svn",
    ".bzr",          "_darcs",       ".jj",
    "CVS",           "node_modules", "bower_components",
    "jspm_packages", "vendor",       "vendored",
    "_vendor",       "third_party",  "third-party",
    "thirdparty",    "3rdparty",     "dist",
    ".venv",         "venv",         "virtualenv",
    ".tox",          ".nox",         ".eggs",
    "site-packages", "__pycache__",  ".mypy_cache",
    ".pytest_cache", ".ruff_cache",  ".gradle",
    ".mvn",          ".cache",       ".idea",
    ".next",         ".nuxt",        "Pods",
    "Carthage",      ".yarn",        ".terraform",
    ".direnv"};

// Left out at the top only: deeper down they are as likely a package of the project's own.
constexpr std::array<std::string_view, 8> left_out_at_the_top{
    "build", "_build", "out", "target", "deps", "external", "extern", "coverage"};

constexpr std::array<std::string_view, 24> test_folders{
    "test",      "tests",       "testing",    "testdata", "test_data",     "__tests__",
    "spec",      "specs",       "e2e",        "fixtures", "fixture",       "__mocks__",
    "benchmark", "benches",     "benchmarks", "bench",    "benchsuite",    "fuzz",
    "testsuite", "androidtest", "it",         "cypress",  "__snapshots__", "testfixtures"};

constexpr std::array<std::string_view, 8> example_folders{
    "example", "examples", "_examples", "sample", "samples", "demo", "demos", "tutorials"};

constexpr std::array<std::string_view, 5> doc_folders{"doc", "docs", "documentation", "website",
                                                      "man"};

constexpr std::array<std::string_view, 15> lock_files{"package-lock.json", "npm-shrinkwrap.json",
                                                      "yarn.lock",         "pnpm-lock.yaml",
                                                      "poetry.lock",       "pipfile.lock",
                                                      "cargo.lock",        "composer.lock",
                                                      "gemfile.lock",      "go.sum",
                                                      "uv.lock",           "pdm.lock",
                                                      "flake.lock",        "bun.lockb",
                                                      "deno.lock"};

constexpr std::array<std::string_view, 15> generated_ends{
    ".min.js", ".min.css",     ".min.mjs",      ".bundle.js",    ".map",
    ".pb.go",  ".pb.cc",       ".pb.h",         "_pb2.py",       "_pb2_grpc.py",
    ".g.dart", ".designer.cs", ".generated.ts", "_generated.go", "-min.js"};

bool any_folder(std::string_view path, auto judge) {
  // Below src/main folders are packages: org/springframework/samples/petclinic is the program.
  if (path.find("src/main/") != std::string_view::npos) return false;
  const auto parts = parts_of(path);
  for (std::size_t k = 0; k + 1 < parts.size(); ++k) {
    if (judge(lower_ascii(parts[k]))) return true;
  }
  return false;
}

bool is_test_name(std::string_view path) {
  const std::string name = lower_ascii(file_name(path));
  const std::string_view stem = std::string_view(name).substr(0, name.find_last_of('.'));
  return stem.starts_with("test_") || stem.ends_with("_test") || stem.ends_with("_tests") ||
         stem.ends_with(".test") || stem.ends_with(".spec") || stem.ends_with("_spec") ||
         stem == "conftest" || stem == "test" || stem == "tests" ||
         (extension(path) == "java" &&
          (file_name(path).ends_with("Test.java") || file_name(path).ends_with("Tests.java")));
}

}  // namespace

bool is_left_out_folder(std::string_view path) {
  const std::string_view name = file_name(path);
  return one_of(name, left_out_folders) || name.ends_with(".egg-info") ||
         (name == path && one_of(name, left_out_at_the_top));
}

bool is_generated_name(std::string_view path) {
  const std::string name = lower_ascii(file_name(path));
  if (one_of(name, lock_files)) return true;
  return std::any_of(generated_ends.begin(), generated_ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

bool is_secret_name(std::string_view path) {
  constexpr std::array<std::string_view, 8> ends{".pem", ".key",  ".p12",     ".pfx",
                                                 ".jks", ".kdbx", ".tfstate", ".keystore"};
  const std::string name = lower_ascii(file_name(path));
  if (name.starts_with(".env") || name.starts_with("id_rsa") || name.starts_with("id_ed25519") ||
      name.starts_with("id_ecdsa") || name.starts_with("credentials")) {
    return true;
  }
  if (name == ".netrc" || name == ".npmrc" || name == ".pypirc") return true;
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return name.ends_with(end); });
}

bool in_examples(std::string_view path) {
  return any_folder(path, [](const std::string& part) { return one_of(part, example_folders); });
}

bool in_docs(std::string_view path) {
  return any_folder(path, [](const std::string& part) { return one_of(part, doc_folders); });
}

bool in_tests(std::string_view path) {
  return is_test_name(path) || in_examples(path) || in_docs(path) ||
         any_folder(path, [](const std::string& part) { return one_of(part, test_folders); });
}

std::string_view file_name(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view folder_of(std::string_view path) {
  const auto slash = path.find_last_of('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const auto dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return lower_ascii(name.substr(dot + 1));
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto slash = path.find('/');
    parts.push_back(path.substr(0, slash));
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

bool is_plain_path(std::string_view path) {
  for (const char32_t point : code_points(path)) {
    const bool hidden = (point >= 0x200B && point <= 0x200F) ||
                        (point >= 0x202A && point <= 0x202E) ||
                        (point >= 0x2066 && point <= 0x2069) || point >= 0xE0000;
    if (point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0xFFFD || hidden) return false;
  }
  return true;
}

}  // namespace onereel::scout
