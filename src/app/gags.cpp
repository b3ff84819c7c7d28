#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "open_crew.h"

namespace onereel::app {
namespace {

std::string staging_of(const writing::Gag& gag) {
  if (gag.sheets.empty()) return "not yet staged";
  std::string parts;
  for (const auto& [part, sheet] : gag.sheets) {
    if (!part.empty()) parts += (parts.empty() ? " (" : ", ") + part;
  }
  return "staged" + (parts.empty() ? "" : parts + ")");
}

bool listed(const writing::Gag& gag, const CommandLine& line) {
  return !line.staged_only || !gag.sheets.empty();
}

std::string gags_json(const writing::GagLibrary& library, const CommandLine& line) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  for (const writing::Gag& gag : library.gags()) {
    if (!listed(gag, line)) continue;
    nlohmann::ordered_json one;
    one["id"] = gag.id;
    one["role"] = gag.role;
    one["family"] = gag.family;
    one["concept"] = gag.concept_name;
    one["premise"] = gag.premise;
    one["acts"] = gag.acts;
    one["staged"] = !gag.sheets.empty();
    one["parts"] = nlohmann::ordered_json::array();
    for (const auto& [part, sheet] : gag.sheets) one["parts"].push_back(part);
    one["of_the_brief"] = gag.of_the_brief;
    out.push_back(std::move(one));
  }
  return nlohmann::ordered_json{{"gags", out}}.dump(2) + "\n";
}

std::string gags_text(const writing::GagLibrary& library, const CommandLine& line) {
  std::string out;
  int staged = 0;
  for (const writing::Gag& gag : library.gags()) {
    staged += gag.sheets.empty() ? 0 : 1;
    if (!listed(gag, line)) continue;
    out += fmt::format("{:<36} {:<11} {:<15} {}\n", gag.id, gag.role, staging_of(gag),
                       gag.concept_name);
  }
  out += fmt::format("{} written, {} staged. Play one: onereel stage ID\n", library.gags().size(),
                     staged);
  return out;
}

}  // namespace

Result<> gags(const CommandLine& line, Terminal&) {
  TRY(const OpenedCrew opened, open_crew());
  print(line.json ? gags_json(*opened.gags, line) : gags_text(*opened.gags, line));
  return {};
}

}  // namespace onereel::app
