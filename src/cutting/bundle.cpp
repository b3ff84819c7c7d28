#include "onereel/cutting/bundle.h"

#include <algorithm>
#include <filesystem>

#include "onereel/cutting/flash_gate.h"
#include "onereel/vault/film_folder.h"

namespace onereel::cutting {

namespace {

Result<std::vector<BundleFile>> files_in(const std::string& film_folder) {
  std::vector<BundleFile> files;
  std::error_code fault;
  for (const auto& entry : std::filesystem::directory_iterator(film_folder + "/bundle", fault)) {
    if (!entry.is_regular_file(fault)) continue;
    const auto bytes = static_cast<std::int64_t>(entry.file_size(fault));
    files.push_back({"bundle/" + entry.path().filename().string(), bytes});
  }
  if (fault) return Error{Remedy::repair, film_folder + "/bundle: " + fault.message()};
  std::sort(files.begin(), files.end(),
            [](const BundleFile& a, const BundleFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace

Result<std::vector<BundleFile>> write_bundle(const BundleParts& parts,
                                             const std::string& film_folder) {
  const std::string bundle = film_folder + "/bundle/";
  TRY(const FlashReport flashes, parts.takes != nullptr ? watch_takes(*parts.takes, film_folder)
                                                        : watch_for_flashes(bundle + "film.mp4"));
  TRY_DO(refuse_flashes(flashes, parts.shots));
  TRY_DO(vault::write_file_whole(bundle + "film.vtt", subtitles_of(parts)));
  TRY_DO(vault::write_file_whole(bundle + "credits.md", credits_of(parts)));
  TRY_DO(vault::write_file_whole(bundle + "sora_budget_report.txt", budget_report_of(parts)));
  TRY_DO(vault::write_file_whole(bundle + "cue-sheet.md", cue_sheet_of(parts)));
  return files_in(film_folder);
}

}  // namespace onereel::cutting
