#include <chrono>

#include "commands.h"
#include "onereel/production/make_film.h"
#include "open_crew.h"
#include "report.h"

namespace onereel::app {

Result<> plan(const CommandLine& line, Terminal& terminal) {
  const auto began = std::chrono::steady_clock::now();
  TRY(const OpenedCrew opened, open_crew());
  Crew crew = opened.crew(terminal);
  TRY(const Commission commission, commission_of(line));
  TRY(const Reel reel, make_film(commission, crew, Until::shot_list));
  terminal.clear();
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - began);
  if (line.json) {
    print(summary_json(commission, reel, took));
    return {};
  }
  print(plan_text(*reel.shots));
  print(summary_text(commission, reel, took));
  return {};
}

}  // namespace onereel::app
