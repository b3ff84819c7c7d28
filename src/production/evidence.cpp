#include "evidence.h"

#include <fmt/format.h>

#include "onereel/scout/survey.h"

namespace onereel {
namespace {

Result<> check(const std::vector<Evidence>& cited, const std::string& repository,
               const std::string& by) {
  for (const Evidence& evidence : cited) {
    TRY(const std::string now, scout::line_at(repository, evidence.path, evidence.line));
    if (now != evidence.text) {
      return fix_input(fmt::format(
          "{} cites {}:{} as '{}', but there it says '{}'. Mend screenplay.yaml, or write it anew: "
          "onereel write --force",
          by, evidence.path, evidence.line, evidence.text, now));
    }
  }
  return {};
}

}  // namespace

Result<> check_evidence(const Screenplay& screenplay, const std::string& repository) {
  for (const Act& act : screenplay.acts) {
    for (const Entry& entry : act.entries) {
      if (entry.scene) TRY_DO(check(entry.scene->evidence, repository, entry.scene->id));
      if (entry.card) TRY_DO(check(entry.card->evidence, repository, "a card in " + act.name));
    }
  }
  return {};
}

}  // namespace onereel
