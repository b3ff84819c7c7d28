#include "project_kind.h"

#include <algorithm>
#include <map>

#include "onereel/base/text.h"
#include "pattern.h"

namespace onereel::writing {
namespace {

const std::map<std::string, std::string>& kind_of_errand() {
  static const std::map<std::string, std::string> kinds = {{"empty", "empty-repository"},
                                                           {"documentation-only", "documentation"},
                                                           {"sample-application", "application"},
                                                           {"web-framework", "framework"},
                                                           {"test-framework", "framework"},
                                                           {"http-server", "web-service"},
                                                           {"web-application", "web-service"},
                                                           {"search-tool", "command-line"},
                                                           {"chooser", "command-line"},
                                                           {"data-filter", "command-line"},
                                                           {"viewer", "command-line"},
                                                           {"command-line", "command-line"},
                                                           {"terminal-shell", "command-line"},
                                                           {"formatter", "command-line"},
                                                           {"package-manager", "command-line"},
                                                           {"backup-sync", "command-line"},
                                                           {"build-tool", "command-line"},
                                                           {"editor-ide", "application"},
                                                           {"mobile-app", "application"},
                                                           {"chat-bot", "application"},
                                                           {"screen-recorder", "application"},
                                                           {"graphics-game", "game"},
                                                           {"machine-learning", "data-science"},
                                                           {"data-frame", "data-science"},
                                                           {"database", "web-service"},
                                                           {"general-library", "library"}};
  return kinds;
}

}  // namespace

std::string project_kind(const RepoFacts& facts, const std::string& errand,
                         const std::vector<Earned>& earned) {
  if (facts.empty || errand == "empty") return "empty-repository";
  const auto by_errand = kind_of_errand().find(errand);
  if (errand == "documentation-only") return "documentation";
  std::map<std::string, double> points;
  for (const Earned& opening : earned) {
    if (opening.gag->role != "opening") continue;
    double best = 0;
    for (const Match& match : opening.matches) best = std::max(best, match.weight);
    points[opening.gag->kind] = std::max(points[opening.gag->kind], best);
  }
  // What a project says of itself first weighs most.
  static const Pattern framework = known_pattern("\\b(micro)?-?framework\\b");
  static const Pattern library = known_pattern("\\b(librar(y|ies)|toolkit|sdk|bindings)\\b");
  static const Pattern command = known_pattern("\\b(command[- ]line|cli)\\b");
  const std::string claim = lower_ascii(facts.claim.substr(0, 200));
  if (by_errand != kind_of_errand().end()) points[by_errand->second] += 5;
  if (framework.found_in(claim)) points["framework"] += 6;
  if (library.found_in(claim)) points["library"] += 6;
  if (command.found_in(claim)) points["command-line"] += 4;
  if (facts.installs_command) points["command-line"] += 4;
  if (facts.has_library_entry) points["library"] += 4;
  points.erase("empty-repository");
  std::string best = facts.installs_command ? "command-line" : "library";
  for (const auto& [kind, sum] : points) {
    if (sum > points[best]) best = kind;
  }
  return best;
}

std::vector<std::string> kinds_that_stand_in(const std::string& kind) {
  if (kind == "web-service" || kind == "game" || kind == "data-science") {
    return {kind, "application", "library", "command-line", "framework"};
  }
  if (kind == "documentation") return {kind, "library", "command-line", "application"};
  if (kind == "empty-repository") return {kind};
  std::vector<std::string> order = {kind};
  for (const char* other : {"library", "command-line", "framework", "application"}) {
    if (other != kind) order.emplace_back(other);
  }
  return order;
}

}  // namespace onereel::writing
