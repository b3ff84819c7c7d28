#include "onereel/writing/gag_library.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace onereel::writing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t gag_files_max = 2000;

Result<std::vector<fs::path>> yaml_files(const fs::path& folder) {
  std::error_code fault;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault)) {
    if (at->path().extension() == ".yaml" && files.size() < gag_files_max) {
      files.push_back(at->path());
    }
  }
  if (fault) return fix_input(fmt::format("cannot read {}: {}", folder.string(), fault.message()));
  std::sort(files.begin(), files.end());
  return files;
}

Result<std::string> content_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return fix_input(fmt::format("cannot open {}", path.string()));
  return std::string(std::istreambuf_iterator<char>(file), {});
}

Result<> no_id_twice(const std::vector<Gag>& gags) {
  std::set<std::string> ids;
  for (const Gag& gag : gags) {
    if (ids.insert(gag.id).second) continue;
    return fix_input(fmt::format("{}: there is another gag called '{}'", gag.file, gag.id));
  }
  for (const Gag& gag : gags) {
    if (gag.answers.empty() || ids.count(gag.answers) != 0) continue;
    return fix_input(
        fmt::format("{}: '{}' answers '{}', which is no opening", gag.file, gag.id, gag.answers));
  }
  return {};
}

}  // namespace

Result<GagLibrary> GagLibrary::open(const std::string& data_folder) {
  std::vector<Gag> gags;
  for (const char* folder : {"gags", "business"}) {
    TRY(const auto files, yaml_files(fs::path(data_folder) / folder));
    for (const fs::path& path : files) {
      TRY(const std::string text, content_of(path));
      TRY(auto read, read_gag(text, path.string()));
      std::move(read.begin(), read.end(), std::back_inserter(gags));
    }
  }
  TRY_DO(no_id_twice(gags));
  return GagLibrary(std::move(gags));
}

const Gag* GagLibrary::find(std::string_view id) const {
  const auto found =
      std::find_if(gags_.begin(), gags_.end(), [id](const Gag& gag) { return gag.id == id; });
  return found == gags_.end() ? nullptr : &*found;
}

const blocking::CueSheet* GagLibrary::sheet(std::string_view id, std::string_view part) const {
  const Gag* gag = find(id);
  if (gag == nullptr) return nullptr;
  const auto found = gag->sheets.find(std::string(part));
  return found == gag->sheets.end() ? nullptr : &found->second;
}

}  // namespace onereel::writing
