// The edge to CLI11. The brief's own words keep working: --repo-path, --dry-run, --real, --budget,
// --quality, --monthly-budget. The last four belong to paid cameras, which come later: they are
// refused with a reason, never ignored.

#include "command_line.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

namespace onereel::app {
namespace {

constexpr const char* summary =
    "onereel: turns a source repository into a 90-second silent slapstick comedy about that very "
    "code.\nFree, offline, the same film every time.";

constexpr const char* footer =
    "\nFirst:     onereel make .\n"
    "Then edit: NAME.onereel/screenplay.yaml, and run the same command again.\n"
    "Exit codes: 0 done, 2 usage or input, 3 budget, 4 provider, 5 money in doubt, 6 damaged "
    "state, "
    "130 interrupted.";

// Flags that only paid cameras know.
struct PaidFlags {
  bool real = false;
  std::string camera, budget, quality, monthly_budget;

  std::string first_used() const {
    if (real) return "--real";
    if (!camera.empty()) return "--camera";
    if (!budget.empty()) return "--budget";
    if (!quality.empty()) return "--quality";
    if (!monthly_budget.empty()) return "--monthly-budget";
    return {};
  }
};

void add_repository(CLI::App& command, CommandLine& line) {
  command
      .add_option("repository,--repo-path", line.repository,
                  "the repository: a work tree, a bare repository or a plain folder")
      ->type_name("REPO");
  command.add_option("--out", line.film_folder, "the film's folder (default ./NAME.onereel)")
      ->type_name("DIR");
  command.add_option("--seed", line.seed, "another number, another cut (default: from the name)");
  command.add_option("--without", line.without_gags, "a gag never to be cast; may be repeated")
      ->type_name("GAG");
  command.add_option("--language", line.language, "of the cards: en or de")
      ->check(CLI::IsMember({"en", "de"}));
}

void add_look(CLI::App& command, CommandLine& line) {
  command.add_option("--wear", line.wear, "0 a new print .. 1 a much-travelled one")
      ->check(CLI::Range(0.0, 1.0));
  command.add_flag("--preview", line.preview, "640x360 without wear, in seconds");
}

void add_paid(CLI::App& command, PaidFlags& paid) {
  command.add_flag("--real", paid.real, "take shots with a paid camera (comes later)");
  command.add_option("--camera", paid.camera, "which paid camera (comes later)");
  command.add_option("--budget", paid.budget, "prompt token budget (comes with paid cameras)");
  command.add_option("--quality", paid.quality, "low or high (comes with paid cameras)");
  command.add_option("--monthly-budget", paid.monthly_budget,
                     "spending limit in USD (comes with paid cameras)");
}

void add_stage(CLI::App& command, CommandLine& line) {
  command
      .add_option("gag", line.gag, "id of a gag, opening, ending, quiet moment or the Bug's form")
      ->required();
  command.add_option("--part", line.part, "the Bug: plant, worse or button");
  command.add_option("--file", line.gag_file, "play this gag file instead of the library's");
  command.add_option("--out", line.film_folder, "where the pictures go (default: here)");
  command.add_option("--every", line.every, "a cell of the contact sheet every N poses")
      ->check(CLI::Range(1, 48));
  command.add_option("--keep", line.optional_cues_kept, "play only the first N optional cues");
  command.add_flag("--full", line.full_size, "1280x720 instead of 640x360");
  command.add_flag("--no-clip", line.no_clip, "only the contact sheet");
  command.add_flag("--loop", line.loop, "an animated WebP as well");
}

struct Declared {
  CLI::App app{summary, "onereel"};
  CommandLine line;
  PaidFlags paid;
  std::vector<std::string> slots;
  std::map<CLI::App*, Command> commands;

  Declared() {
    app.require_subcommand(1);
    app.set_version_flag("--version", "onereel " ONEREEL_VERSION);
    app.footer(footer);
    CLI::App* make = add("make", Command::make, "the whole way: repository to finished film");
    add_repository(*make, line);
    add_look(*make, line);
    add_paid(*make, paid);
    make->add_flag("--dry-run", line.dry_run, "plan only: every shot with length and cost");
    CLI::App* survey = add("survey", Command::survey, "what stands in the repository");
    add_repository(*survey, line);
    CLI::App* write = add("write", Command::write, "the screenplay, a file you may edit");
    add_repository(*write, line);
    write->add_flag("--force", line.force, "over an edited screenplay; keeps a copy");
    CLI::App* plan = add("plan", Command::plan, "every shot with length, camera and cost");
    add_repository(*plan, line);
    add_paid(*plan, paid);
    CLI::App* cut = add("cut", Command::cut, "finish the film in a folder from its screenplay");
    cut->add_option("film", line.film_folder, "the film's folder")->required()->type_name("FILM");
    add_look(*cut, line);
    CLI::App* gags = add("gags", Command::gags, "every gag, and whether it is staged");
    gags->add_flag("--staged", line.staged_only, "only those that can be cast");
    CLI::App* stage = add("stage", Command::stage, "play one gag alone: contact sheet and clip");
    add_stage(*stage, line);
    stage->add_option("--slot", slots, "label=text painted on a prop; may be repeated");
    add("doctor", Command::doctor, "what is wrong here, and the mend");
  }

  CLI::App* add(const char* name, Command command, const char* about) {
    CLI::App* made = app.add_subcommand(name, about);
    made->add_flag("--json", line.json, "one JSON object on stdout; progress on stderr");
    made->add_flag("--quiet", line.quiet, "no progress");
    commands[made] = command;
    return made;
  }
};

Result<CommandLine> checked(Declared& declared) {
  CommandLine line = declared.line;
  for (const CLI::App* used : declared.app.get_subcommands()) {
    line.command = declared.commands.at(const_cast<CLI::App*>(used));
  }
  const std::string paid = declared.paid.first_used();
  if (!paid.empty()) {
    return fix_input(fmt::format(
        "{} is for paid cameras, which come later; without it the film is drawn here, for nothing",
        paid));
  }
  for (const std::string& slot : declared.slots) {
    const std::size_t equals = slot.find('=');
    if (equals == std::string::npos || equals == 0) {
      return fix_input(fmt::format("--slot wants label=text, not '{}'", slot));
    }
    line.slots[slot.substr(0, equals)] = slot.substr(equals + 1);
  }
  return line;
}

}  // namespace

Exit exit_for(const Error& error) {
  switch (error.remedy) {
    case Remedy::top_up:
      return Exit::budget;
    case Remedy::rewrite:
    case Remedy::give_up:
      return Exit::provider;
    case Remedy::ask_provider:
      return Exit::doubt;
    case Remedy::repair:
      return Exit::damaged;
    case Remedy::interrupted:
      return Exit::interrupted;
    case Remedy::fix_input:
    case Remedy::wait:
      return Exit::usage;
  }
  return Exit::usage;
}

Result<Parsed> parse_command_line(const std::vector<std::string>& arguments) {
  Declared declared;
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
  try {
    declared.app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    const auto used = declared.app.get_subcommands();
    return Parsed{{}, Printed{used.empty() ? declared.app.help() : used.front()->help()}};
  } catch (const CLI::CallForVersion&) {
    return Parsed{{}, Printed{"onereel " ONEREEL_VERSION "\n"}};
  } catch (const std::exception& fault) {
    return fix_input(fmt::format("{} (see: onereel --help)", fault.what()));
  }
  TRY(CommandLine line, checked(declared));
  return Parsed{std::move(line), {}};
}

}  // namespace onereel::app
