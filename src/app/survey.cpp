#include "onereel/scout/survey.h"

#include <cstdio>

#include "commands.h"
#include "onereel/papers/paper_json.h"
#include "open_crew.h"
#include "report.h"

namespace onereel::app {

void print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
}

Result<> survey(const CommandLine& line, Terminal& terminal) {
  TRY(const Commission commission, commission_of(line));
  TRY(const RepoFacts facts, scout::survey(commission.repository, terminal));
  terminal.clear();
  print(line.json ? to_json(facts) : facts_text(facts));
  return {};
}

}  // namespace onereel::app
