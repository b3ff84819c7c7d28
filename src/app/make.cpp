#include <fmt/format.h>

#include <chrono>

#include "commands.h"
#include "onereel/production/make_film.h"
#include "open_crew.h"
#include "report.h"

namespace onereel::app {
namespace {

std::string where_written(const CommandLine& line, const Commission& commission) {
  if (line.command != Command::write) return {};
  return fmt::format("{0}/screenplay.yaml: edit it as you like; onereel make goes on from there\n",
                     commission.film_folder);
}

Result<Reel> walk(const CommandLine& line, Commission& commission, Crew& crew) {
  if (line.command == Command::cut) {
    commission.film_folder = line.film_folder;
    commission.wear = line.preview ? 0.0 : line.wear;
    commission.preview = line.preview;
    return cut_film(line.film_folder, commission, crew);
  }
  TRY(commission, commission_of(line));
  if (line.command == Command::write) return write_screenplay(commission, crew, line.force);
  return make_film(commission, crew, line.dry_run ? Until::shot_list : Until::film);
}

}  // namespace

Result<> make(const CommandLine& line, Terminal& terminal) {
  const auto began = std::chrono::steady_clock::now();
  TRY(const OpenedCrew opened, open_crew());
  Crew crew = opened.crew(terminal);
  Commission commission;
  TRY(const Reel reel, walk(line, commission, crew));
  terminal.clear();
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - began);
  if (line.json) {
    print(summary_json(commission, reel, took));
    return {};
  }
  if (line.dry_run && reel.shots) print(plan_text(*reel.shots));
  print(summary_text(commission, reel, took));
  if (line.dry_run) print("Dry run:            PASSED; nothing was drawn and nothing was sent\n");
  print(where_written(line, commission));
  return {};
}

}  // namespace onereel::app
