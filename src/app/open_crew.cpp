#include "open_crew.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <thread>
#include <vector>

#include "onereel/vault/content_hash.h"

namespace onereel::app {
namespace {

namespace fs = std::filesystem;

constexpr int threads_max = 8;  // each keeps the plates of one set in memory, some 100 MB

fs::path program_path() {
  std::error_code fault;
  return fs::read_symlink("/proc/self/exe", fault);
}

// "flask" of /home/x/flask/, of flask.git and of "." in /home/x/flask.
std::string folder_name(const fs::path& absolute) {
  fs::path path = absolute.lexically_normal();
  if (path.filename().empty()) path = path.parent_path();
  if (path.filename() == ".git") path = path.parent_path();
  std::string name = path.filename().string();
  if (name.size() > 4 && name.ends_with(".git")) name.resize(name.size() - 4);
  return name.empty() ? "film" : name;
}

}  // namespace

Crew OpenedCrew::crew(Progress& progress) const {
  const auto cores = static_cast<int>(std::thread::hardware_concurrency());
  return Crew{*gags, *kit, data_folder, program, std::clamp(cores, 1, threads_max), progress};
}

Result<std::string> find_data_folder() {
  const char* named = std::getenv("ONEREEL_DATA");
  std::vector<fs::path> places;
  if (named != nullptr && *named != '\0') places.emplace_back(named);
  const fs::path here = program_path().parent_path();
  places.push_back(here / "../../share/onereel/data");  // build/release/src/app/onereel
  places.push_back(here / "../share/onereel/data");     // <prefix>/bin/onereel
  std::string looked;
  for (const fs::path& place : places) {
    std::error_code fault;
    if (fs::is_directory(place / "gags", fault)) return place.lexically_normal().string();
    looked += "\n  " + place.lexically_normal().string();
  }
  return fix_input("the data folder is not there; set ONEREEL_DATA to it. Looked in:" + looked);
}

Result<OpenedCrew> open_crew() {
  OpenedCrew opened;
  TRY(opened.data_folder, find_data_folder());
  TRY(opened.kit, drawing::ArtKit::open(opened.data_folder));
  TRY(writing::GagLibrary library, writing::GagLibrary::open(opened.data_folder));
  opened.gags = std::make_unique<writing::GagLibrary>(std::move(library));
  opened.program = vault::file_hash(program_path().string());
  return opened;
}

Result<Commission> commission_of(const CommandLine& line) {
  std::error_code fault;
  const fs::path repository = fs::absolute(line.repository, fault);
  if (fault || !fs::exists(repository, fault)) {
    return fix_input(
        fmt::format("Repository not found: {}. Give the path of a folder that is there, absolute "
                    "if in doubt: onereel make --repo-path /path/to/repository",
                    line.repository));
  }
  if (!fs::is_directory(repository, fault)) {
    return fix_input(
        fmt::format("Repository not found: {} is a file. Give the folder that holds the code",
                    line.repository));
  }
  Commission commission;
  commission.repository = repository.lexically_normal().string();
  commission.film_folder =
      line.film_folder.empty() ? "./" + folder_name(repository) + ".onereel" : line.film_folder;
  commission.seed = line.seed;
  commission.wear = line.preview ? 0.0 : line.wear;
  commission.preview = line.preview;
  commission.without_gags = line.without_gags;
  commission.language = line.language;
  return commission;
}

}  // namespace onereel::app
