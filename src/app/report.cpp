#include "report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "onereel/papers/paper_json.h"

namespace onereel::app {
namespace {

using Json = nlohmann::ordered_json;

long count_of(const RepoFacts& facts, FactKind kind) {
  return std::count_if(facts.facts.begin(), facts.facts.end(),
                       [kind](const Fact& fact) { return fact.kind == kind && !fact.in_tests; });
}

std::string plural(long count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string concepts(const RepoFacts& facts) {
  return fmt::format("{}, {}, {}, {}", plural(count_of(facts, FactKind::type), "type", "types"),
                     plural(count_of(facts, FactKind::function) + count_of(facts, FactKind::method),
                            "function", "functions"),
                     plural(count_of(facts, FactKind::error_declared), "error type", "error types"),
                     plural(count_of(facts, FactKind::message), "message", "messages"));
}

std::vector<std::string> gags_cast(const Reel& reel) {
  std::vector<std::string> cast;
  if (!reel.screenplay) return cast;
  for (const Act& act : reel.screenplay->acts) {
    for (const Entry& entry : act.entries) {
      if (entry.scene && entry.scene->kind == SceneKind::gag) cast.push_back(entry.scene->id);
    }
  }
  return cast;
}

std::string seconds_text(std::chrono::milliseconds took) {
  return fmt::format("{:.1f} s", static_cast<double>(took.count()) / 1000.0);
}

std::string clock_text(FrameCount at) {
  const auto tenths = running_time(at).in_ticks() * 10 / Seconds::ticks_per_second;
  return fmt::format("{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
}

std::string what_plays(const Shot& shot) {
  if (shot.card) {
    std::string text = shot.card->text.empty() ? "" : shot.card->text.front();
    return fmt::format("card ({}): {}", word_of(shot.card->kind), text);
  }
  if (!shot.scene) return "black";
  const std::string part = shot.scene->part.empty() ? "" : " (" + shot.scene->part + ")";
  return fmt::format("{}: {}{}", word_of(shot.scene->kind), shot.scene->id, part);
}

std::string film_line(const Commission& commission, const Film& film) {
  std::int64_t bytes = 0;
  for (const BundleFile& file : film.bundle) {
    if (file.path == film.film_file) bytes = file.bytes;
  }
  const std::string path = commission.film_folder + "/" + film.film_file;
  return fmt::format(
      "{} ({}x{}, {:.0f} s, {}): open it in any player or browser, e.g. xdg-open {}\n", path,
      film.width, film.height, film.length.approximate(), size_text(bytes), path);
}

}  // namespace

std::string size_text(std::int64_t bytes) {
  if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 500) / 1000);
  return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

std::string summary_text(const Commission& commission, const Reel& reel,
                         std::chrono::milliseconds took) {
  std::string out = fmt::format("Repository:         {}\n", commission.repository);
  if (reel.facts) out += fmt::format("Concepts extracted: {}\n", concepts(*reel.facts));
  if (reel.pitches) {
    const auto staged = std::count_if(reel.pitches->pitches.begin(), reel.pitches->pitches.end(),
                                      [](const Pitch& pitch) { return pitch.staged; });
    out += fmt::format(
        "Metaphors mapped:   {}, {} of them staged\n",
        plural(static_cast<long>(reel.pitches->pitches.size()), "gag earned", "gags earned"),
        staged);
  }
  if (reel.screenplay) {
    out += fmt::format("Film:               {} in \"{}\" ({}, seed {})\n", reel.screenplay->project,
                       reel.screenplay->title, reel.screenplay->kind, reel.screenplay->seed);
    out += fmt::format("Gags cast:          {}\n", fmt::join(gags_cast(reel), ", "));
  }
  out += "Prompt tokens:      0 (every shot is drawn here; prompts come with paid cameras)\n";
  out += fmt::format("Cost:               {}\n", to_text(reel.film ? reel.film->cost : Usd()));
  if (reel.film) {
    out += fmt::format("Sound:              {:.1f} LUFS, peak {:.1f} dBTP\n",
                       reel.film->loudness_lufs, reel.film->true_peak_dbtp);
  }
  if (reel.takes) {
    const auto reused = std::count_if(reel.takes->takes.begin(), reel.takes->takes.end(),
                                      [](const Take& take) { return take.reused; });
    out += fmt::format("Shots:              {}, {} of them kept from before\n",
                       reel.takes->takes.size(), reused);
  }
  out += fmt::format("Time:               {}\n", seconds_text(took));
  for (const std::string& remark : reel.remarks)
    out += fmt::format("Note:               {}\n", remark);
  if (reel.film) out += film_line(commission, *reel.film);
  return out;
}

std::string summary_json(const Commission& commission, const Reel& reel,
                         std::chrono::milliseconds took) {
  Json out;
  out["repository"] = commission.repository;
  out["film_folder"] = commission.film_folder;
  out["cost_micro_usd"] = reel.film ? reel.film->cost.in_micros() : 0;
  out["prompt_tokens"] = 0;
  out["milliseconds"] = took.count();
  out["gags"] = gags_cast(reel);
  out["remarks"] = reel.remarks;
  out["continued_from_edit"] = reel.continued_from_edit;
  if (reel.screenplay) out["screenplay"] = Json::parse(to_json(*reel.screenplay));
  if (reel.shots) out["shot_list"] = Json::parse(to_json(*reel.shots));
  if (reel.film) out["film"] = Json::parse(to_json(*reel.film));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string plan_text(const ShotList& shots) {
  std::string out = fmt::format("{:<6} {:>7} {:>6}  {:<7} {:>6}  {}\n", "shot", "from", "long",
                                "camera", "cost", "what");
  FrameCount from;
  for (const Shot& shot : shots.shots) {
    out += fmt::format("{:<6} {:>7} {:>5.1f}s  {:<7} {:>6}  {}\n", shot.id, clock_text(from),
                       running_time(shot.length).approximate(), "drawn", "$0.00", what_plays(shot));
    from += shot.length;
  }
  out +=
      fmt::format("{} shots, {:.1f} s, {} (this month: no ledger yet; nothing here is ever paid)\n",
                  shots.shots.size(), running_time(from).approximate(), to_text(Usd()));
  return out;
}

std::string facts_text(const RepoFacts& facts) {
  const Project& project = facts.project;
  std::string out;
  const auto stated = [&out](std::string_view label, const Stated& fact) {
    if (fact.text.empty()) return;
    out += fmt::format("{:<10} {}   ({}:{})\n", label, fact.text, fact.where.path, fact.where.line);
  };
  stated("name", project.name);
  stated("tagline", project.tagline);
  stated("install", project.install);
  stated("run", project.run);
  stated("homepage", project.homepage);
  stated("licence", project.licence);
  stated("version", project.version);
  for (const Language& language : facts.languages) {
    out += fmt::format("{:<10} {}, {} lines\n", language.name,
                       plural(language.files, "file", "files"), language.lines);
  }
  std::map<std::string, long> kinds;
  for (const Fact& fact : facts.facts) ++kinds[std::string(word_of(fact.kind))];
  out += "facts     ";
  for (const auto& [kind, count] : kinds) out += fmt::format(" {} {}", count, kind);
  out += "\n";
  for (const std::string& note : facts.notes) out += "note       " + note + "\n";
  if (facts.empty) out += "Nothing is there yet: the film will be about that.\n";
  return out;
}

std::string error_json(const Error& error) {
  static constexpr const char* words[] = {"fix_input",    "rewrite", "top_up", "wait",
                                          "ask_provider", "give_up", "repair", "interrupted"};
  const Json out = {
      {"error", {{"what", error.what}, {"remedy", words[static_cast<std::size_t>(error.remedy)]}}}};
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace onereel::app
