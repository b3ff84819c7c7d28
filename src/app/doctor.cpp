// What is wrong here, and the mend: one line a check.

#include <fmt/format.h>

#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

#include "commands.h"
#include "onereel/media/font.h"
#include "onereel/media/shot_encoder.h"
#include "open_crew.h"

namespace onereel::app {
namespace {

struct Finding {
  std::string check;
  bool well = true;
  std::string says;
};

Finding from(std::string check, const Result<>& result, std::string well) {
  if (result) return {std::move(check), true, std::move(well)};
  return {std::move(check), false, result.error().what};
}

Result<> writable(const std::string& folder) {
  std::error_code fault;
  const auto space = std::filesystem::space(folder, fault);
  if (fault) return fix_input(fmt::format("cannot look at {}: {}", folder, fault.message()));
  constexpr std::uintmax_t needed = 500U << 20U;
  if (space.available < needed) {
    return fix_input("less than 500 MiB are free here; a film wants about 100 MiB. Use --out");
  }
  return {};
}

Result<> check_fonts(const std::string& data_folder) {
  TRY(const auto book, media::FontBook::open(media::font_folders(data_folder)));
  for (const char* family : {"Limelight", "Old Standard TT", "Goudy Bookletter 1911", "Linden Hill",
                             "Special Elite", "IM FELL English SC"}) {
    if (!book->has_family(family)) {
      return fix_input(
          fmt::format("the face '{}' is missing; install fonts-oldstandard fonts-goudybookletter "
                      "fonts-lindenhill, and run ./onereel once for the others",
                      family));
    }
  }
  return {};
}

Result<> check_encoder() {
  TRY(const auto encoder, media::ShotEncoder::open({}, FrameCount{1}));
  return {};
}

Finding gag_finding(const OpenedCrew& opened) {
  int staged = 0;
  for (const writing::Gag& gag : opened.gags->gags()) staged += gag.sheets.empty() ? 0 : 1;
  return {"gags", staged > 0,
          fmt::format("{} written, {} staged", opened.gags->gags().size(), staged)};
}

std::vector<Finding> look_around() {
  std::vector<Finding> findings;
  const Result<OpenedCrew> opened = open_crew();
  if (!opened) return {{"data", false, opened.error().what}};
  findings.push_back({"data", true, opened->data_folder});
  findings.push_back(gag_finding(*opened));
  findings.push_back(from("fonts", check_fonts(opened->data_folder), "all faces are there"));
  findings.push_back(from("encoder", check_encoder(), "H.264 and AAC work"));
  findings.push_back(from("disk", writable("."), "enough room here"));
  return findings;
}

}  // namespace

Result<> doctor(const CommandLine& line, Terminal&) {
  const std::vector<Finding> findings = look_around();
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  std::string text;
  bool well = true;
  for (const Finding& finding : findings) {
    well = well && finding.well;
    json.push_back({{"check", finding.check}, {"well", finding.well}, {"says", finding.says}});
    text +=
        fmt::format("{:<4} {:<11} {}\n", finding.well ? "ok" : "BAD", finding.check, finding.says);
  }
  print(line.json ? nlohmann::ordered_json{{"checks", json}}.dump(2) + "\n" : text);
  if (!well) return fix_input("something is wrong here; the lines marked BAD say what to do");
  return {};
}

}  // namespace onereel::app
