// The rules of the house, read from the tree: what CONTRIBUTING.md says is kept here, not by
// memory.

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

constexpr std::size_t file_lines_max = 500;
constexpr std::size_t door_lines_max = 260;
constexpr std::size_t line_columns_max = 100;

const fs::path root = ONEREEL_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

std::vector<fs::path> files(const fs::path& folder, const std::set<std::string>& endings) {
  std::vector<fs::path> found;
  if (!fs::exists(folder)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && endings.count(entry.path().extension().string()) != 0) {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> rooms() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(root / "src")) {
    if (fs::exists(entry.path() / "CMakeLists.txt")) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Sources of every room that is built.
std::vector<fs::path> sources() {
  std::vector<fs::path> found;
  for (const fs::path& room : rooms()) {
    const auto of_room = files(room, {".cpp", ".h"});
    found.insert(found.end(), of_room.begin(), of_room.end());
  }
  return found;
}

std::string name_of(const fs::path& path) {
  return fs::relative(path, root).string();
}

// What of `found` breaks a rule, one a line; empty is good.
std::string breaking(const std::vector<fs::path>& found,
                     const std::function<std::string(const fs::path&)>& fault) {
  std::string all;
  for (const fs::path& path : found) {
    const std::string what = fault(path);
    if (!what.empty()) all += name_of(path) + ": " + what + "\n";
  }
  return all;
}

std::vector<fs::path> doors() {
  std::vector<fs::path> found;
  for (const fs::path& room : rooms()) {
    const auto of_room = files(room / "include", {".h"});
    found.insert(found.end(), of_room.begin(), of_room.end());
  }
  return found;
}

}  // namespace

TEST_CASE("every room has a README with the four headings") {
  CHECK(
      breaking(rooms(), [](const fs::path& room) -> std::string {
        const std::string readme = text_of(room / "README.md");
        for (const char* heading : {"**In.**", "**Out.**", "**Never.**", "**Start reading at.**"}) {
          if (readme.find(heading) == std::string::npos) return std::string("no ") + heading;
        }
        return {};
      }) == "");
}

TEST_CASE(
    "every door begins with a comment, includes nothing from outside, and its code has a test") {
  CHECK(breaking(doors(), [](const fs::path& door) -> std::string {
          const std::string text = text_of(door);
          static const std::regex begins("^#pragma once\n\n//");
          static const std::regex outside(
              "#include <(cairo|pango|pugixml|nlohmann|yaml-cpp|libav|fluidsynth|git2|re2|fmt|CLI|"
              "tree_sitter|openssl|ebur128)");
          if (!std::regex_search(text, begins)) return "no comment after #pragma once";
          if (std::regex_search(text, outside)) return "a library leaks through the door";
          const std::string room = door.parent_path().filename().string();
          // A door without code behind it, a plain value, is tested by whoever carries it.
          const fs::path behind = root / "src" / room / (door.stem().string() + ".cpp");
          if (!fs::exists(behind)) return {};
          const fs::path test = root / "tests" / room / (door.stem().string() + "_test.cpp");
          return fs::exists(test) ? "" : "no test " + name_of(test);
        }) == "");
}

TEST_CASE("files, doors and lines stay within their sizes") {
  CHECK(breaking(sources(), [](const fs::path& path) -> std::string {
          const auto lines = lines_of(path);
          const bool door = path.string().find("/include/") != std::string::npos;
          if (lines.size() > (door ? door_lines_max : file_lines_max)) {
            return fmt::format("{} lines", lines.size());
          }
          for (const std::string& line : lines) {
            const auto columns =
                static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
                  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                }));
            if (columns > line_columns_max) return "a line of " + std::to_string(columns);
          }
          return {};
        }) == "");
}

TEST_CASE("no source file lies dead: each is named by its room's CMakeLists.txt") {
  CHECK(breaking(sources(), [](const fs::path& path) -> std::string {
          const bool header = path.extension() == ".h";
          const bool door = path.string().find("/include/") != std::string::npos;
          if (header && !door) return {};
          fs::path room = path;
          while (room.parent_path().filename() != "src") room = room.parent_path();
          const std::string named = text_of(room / "CMakeLists.txt");
          return named.find(path.filename().string()) == std::string::npos ? "dead file" : "";
        }) == "");
}

TEST_CASE("only the app prints, and exceptions stop at the edges") {
  CHECK(breaking(sources(), [](const fs::path& path) -> std::string {
          const bool app = path.string().find("/src/app/") != std::string::npos;
          const std::string text = text_of(path);
          static const std::regex prints("std::c(out|err)\\b|\\bprintf\\(|\\bputs\\(");
          if (!app && path.filename() != "must.cpp" && std::regex_search(text, prints)) {
            return "prints";
          }
          const bool catches_all = text.find("catch (...)") != std::string::npos;
          return catches_all && path.filename() != "main.cpp" ? "catch (...)" : "";
        }) == "");
}

TEST_CASE("the tree names no half-done work, no wall clock in the film and no words we banned") {
  CHECK(breaking(sources(), [](const fs::path& path) -> std::string {
          const std::string text = text_of(path);
          static const std::regex half_done("\\b(TODO|FIXME|XXX|HACK)\\b");
          if (std::regex_search(text, half_done)) return "half-done work";
          const bool app = path.string().find("/src/app/") != std::string::npos;
          static const std::regex clock("system_clock|random_device|\\brand\\(|\\btime\\(nullptr");
          if (!app && std::regex_search(text, clock)) return "chance or time of day";
          static const std::regex banned("class \\w*(Manager|Helper|Util)\\b");
          return std::regex_search(text, banned) ? "a name that says nothing" : "";
        }) == "");
}

TEST_CASE("each file in data says where it is from or is ours, and no YAML key is a boolean") {
  static const std::regex boolean_key("^\\s*(- )?\\{?\\s*(on|off|yes|no|y|n):(\\s|$)");
  CHECK(breaking(files(root / "data", {".yaml"}), [](const fs::path& path) -> std::string {
          for (const std::string& line : lines_of(path)) {
            if (std::regex_search(line, boolean_key)) return "a key that YAML 1.1 reads as boolean";
          }
          return {};
        }) == "");
}
