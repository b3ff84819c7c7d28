#include "onereel/production/stage_gag.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.h"
#include "open_crew.h"

namespace onereel::app {

Result<> stage(const CommandLine& line, Terminal& terminal) {
  TRY(const OpenedCrew opened, open_crew());
  Crew crew = opened.crew(terminal);
  const StageOrder order{.gag = line.gag,
                         .part = line.part,
                         .file = line.gag_file,
                         .slots = line.slots,
                         .folder = line.film_folder.empty() ? "." : line.film_folder,
                         .preview = !line.full_size,
                         .every = line.every,
                         .optional_cues_kept = line.optional_cues_kept,
                         .clip = !line.no_clip,
                         .loop = line.loop};
  TRY(const Staged staged, stage_gag(order, crew));
  terminal.clear();
  if (line.json) {
    const nlohmann::ordered_json out = {{"contact_sheet", staged.contact_sheet},
                                        {"clip", staged.clip},
                                        {"loop", staged.loop},
                                        {"poses", staged.poses},
                                        {"flash_transitions", staged.flash_transitions},
                                        {"flashes", staged.flashes}};
    print(out.dump(2) + "\n");
    return {};
  }
  print(staged.exposure_sheet);
  print(fmt::format("{} poses = {:.1f} s\n{}\n{}{}", staged.poses, staged.poses / 12.0,
                    staged.contact_sheet, staged.clip, staged.clip.empty() ? "" : "\n"));
  if (!staged.loop.empty()) print(staged.loop + "\n");
  if (!staged.clip.empty()) {
    print(fmt::format("light: at most {} turns in a second (6 are allowed){}{}\n",
                      staged.flash_transitions,
                      staged.flashes.empty() ? "" : "; REFUSED: ", staged.flashes));
  }
  return {};
}

}  // namespace onereel::app
