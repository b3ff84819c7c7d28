#include <fmt/format.h>

#include <algorithm>

#include "card.h"
#include "onereel/base/text.h"
#include "onereel/cutting/bundle.h"

namespace onereel::cutting {

namespace {

constexpr std::int64_t ticks_a_millisecond = Seconds::ticks_per_second / 1000;

std::string clock(Seconds at) {
  const std::int64_t all = (at.in_ticks() + ticks_a_millisecond / 2) / ticks_a_millisecond;
  return fmt::format("{:02}:{:02}:{:02}.{:03}", all / 3'600'000, all / 60'000 % 60, all / 1000 % 60,
                     all % 1000);
}

std::string minutes(Seconds at) {
  const std::int64_t tenths =
      (at.in_ticks() * 10 + Seconds::ticks_per_second / 2) / Seconds::ticks_per_second;
  return fmt::format("{}:{:02}.{}", tenths / 600, tenths / 10 % 60, tenths % 10);
}

std::string one_line(std::string_view text) {
  std::string line = valid_utf8(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return trimmed(line);
}

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char letter : one_line(text)) {
    if (letter == '&')
      safe += "&amp;";
    else if (letter == '<')
      safe += "&lt;";
    else if (letter == '>')
      safe += "&gt;";
    else
      safe += letter;
  }
  return safe;
}

// Text of a repository in Markdown: code, whatever backticks stand in it.
std::string as_code(std::string_view text) {
  const std::string line = one_line(text);
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char letter : line) {
    run = letter == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const char* gap = longest > 0 ? " " : "";
  return line.empty() ? "(empty line)" : fence + gap + line + gap + fence;
}

std::string plain_markdown(std::string_view text) {
  std::string safe;
  for (const char letter : escaped(text)) {
    if (std::string_view("\\`*_[]#|").find(letter) != std::string_view::npos) safe += '\\';
    safe += letter;
  }
  return safe;
}

struct Caption {
  Seconds from;
  Seconds to;
  std::string text;
};

std::vector<Caption> card_captions(const ShotList& shots) {
  std::vector<Caption> captions;
  FrameCount before;
  for (const Shot& shot : shots.shots) {
    const Seconds from = running_time(before);
    before += shot.length;
    if (!shot.card) continue;
    std::string text;
    for (const std::string& line : texts_of(*shot.card, shots.language)) {
      text += escaped(line) + "\n";
    }
    if (!text.empty()) captions.push_back({from, running_time(before), text});
  }
  return captions;
}

// Said where the mood changes, for three seconds at most.
std::vector<Caption> piano_captions(const BundleParts& parts) {
  std::vector<Caption> captions;
  const Seconds end = running_time(length_of(parts.shots));
  std::string mood;
  for (const PianoCue& cue : parts.piano) {
    if (cue.mood == mood || cue.mood.empty() || cue.at >= end) continue;
    mood = cue.mood;
    if (!captions.empty()) captions.back().to = std::min(captions.back().to, cue.at);
    captions.push_back(
        {cue.at, std::min(end, cue.at + Seconds::whole(3)), "[piano: " + escaped(mood) + "]\n"});
  }
  return captions;
}

std::string title_of(const ShotList& shots) {
  return shots.title.empty() ? shots.project : shots.project + ": " + shots.title;
}

std::string subject_of(const Shot& shot) {
  return shot.scene ? one_line(shot.scene->id) : "card";
}

std::string told(const Evidence& evidence) {
  return fmt::format("- {}: {}\n", as_code(fmt::format("{}:{}", evidence.path, evidence.line)),
                     as_code(evidence.text));
}

std::string credit(const Shot& shot) {
  const bool scene = shot.scene.has_value();
  const auto& evidence = scene ? shot.scene->evidence : shot.card->evidence;
  if (evidence.empty()) return {};
  const std::string name = scene ? as_code(shot.scene->id) : std::string("card");
  std::string text = fmt::format("\n### {} {}\n\n", shot.id, name);
  const std::string said = scene                     ? shot.scene->premise
                           : shot.card->text.empty() ? std::string()
                                                     : shot.card->text.front();
  if (!said.empty()) text += plain_markdown(said) + "\n\n";
  for (const Evidence& line : evidence) text += told(line);
  return text;
}

}  // namespace

std::string subtitles_of(const BundleParts& parts) {
  std::vector<Caption> captions = card_captions(parts.shots);
  for (Caption& caption : piano_captions(parts)) captions.push_back(std::move(caption));
  std::stable_sort(captions.begin(), captions.end(),
                   [](const Caption& a, const Caption& b) { return a.from < b.from; });
  std::string text = "WEBVTT\n";
  for (const Caption& caption : captions) {
    text += fmt::format("\n{} --> {}\n{}", clock(caption.from), clock(caption.to), caption.text);
  }
  return text;
}

std::string credits_of(const BundleParts& parts) {
  const ShotList& shots = parts.shots;
  std::string text = fmt::format("# {}\n\n", plain_markdown(title_of(shots)));
  text += "Every joke stands in the code. Here is where.\n";
  int act = 0;
  for (const Shot& shot : shots.shots) {
    const std::string line = credit(shot);
    if (line.empty()) continue;
    if (shot.act != act) {
      act = shot.act;
      const auto index = static_cast<std::size_t>(act - 1);
      const bool named = act >= 1 && index < shots.act_names.size();
      text += fmt::format("\n## Act {}{}\n", act,
                          named ? ": " + plain_markdown(shots.act_names[index]) : "");
    }
    text += line;
  }
  text += fmt::format(
      "\n---\n\nDrawn, set and played by onereel on one machine, from drawings, cues and themes of "
      "its own. Seed {}. The picture was checked against WCAG 2.3.1 for flashes.\n",
      shots.seed);
  return text;
}

std::string budget_report_of(const BundleParts& parts) {
  const auto& shots = parts.shots.shots;
  const auto scenes = std::count_if(shots.begin(), shots.end(),
                                    [](const Shot& shot) { return shot.scene.has_value(); });
  std::string text = "SORA BUDGET REPORT\n\n";
  text += fmt::format("Film:                  {}\n", one_line(title_of(parts.shots)));
  text += fmt::format("Length:                {}\n", minutes(running_time(length_of(parts.shots))));
  text += fmt::format("Shots:                 {} ({} scenes, {} cards)\n", shots.size(), scenes,
                      static_cast<std::int64_t>(shots.size()) - scenes);
  text += fmt::format("Drawn on this machine: {}\n", shots.size());
  text += "Generated elsewhere:   0\n";
  text += "Requests sent:         0\n";
  text += fmt::format("\nSpent:                 {}\n", to_text(parts.spent));
  text += fmt::format("Held for open orders:  {}\n", to_text(Usd()));
  text +=
      "\nNothing was sent to a provider of pictures; nothing can be charged.\n\nShot by shot:\n";
  for (const Shot& shot : shots) {
    text += fmt::format("  {:<8} {:<28} drawn  {}\n", one_line(shot.id), subject_of(shot),
                        to_text(Usd()));
  }
  text += fmt::format("\nTotal spent:           {}\n", to_text(parts.spent));
  return text;
}

std::string cue_sheet_of(const BundleParts& parts) {
  std::string text = fmt::format("# Cue sheet: {}\n\n", plain_markdown(title_of(parts.shots)));
  text += "For one piano. Times are minutes, seconds and tenths.\n\n";
  text += "| at | shot | mood | theme | beats a minute | remark |\n|---|---|---|---|---|---|\n";
  for (const PianoCue& cue : parts.piano) {
    text +=
        fmt::format("| {} | {} | {} | {} | {:.0f} | {} |\n", minutes(cue.at),
                    plain_markdown(cue.shot), plain_markdown(cue.mood), plain_markdown(cue.theme),
                    cue.beats_per_minute, plain_markdown(cue.remark));
  }
  return text;
}

}  // namespace onereel::cutting
