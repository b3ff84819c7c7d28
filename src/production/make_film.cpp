// Every step of the house, in order. Nothing else in the program knows this order.

#include "onereel/production/make_film.h"

#include <fmt/format.h>

#include <future>

#include "evidence.h"
#include "onereel/base/log.h"
#include "onereel/cutting/bundle.h"
#include "onereel/cutting/cutting.h"
#include "onereel/cutting/poster.h"
#include "onereel/papers/paper_json.h"
#include "onereel/score/score.h"
#include "onereel/scout/survey.h"
#include "onereel/vault/film_folder.h"
#include "onereel/writing/gag_library.h"
#include "onereel/writing/write.h"
#include "shoot.h"

namespace onereel {
namespace {

constexpr const char* screenplay_file = "screenplay.yaml";

Result<> stop_if_interrupted(const Crew& crew) {
  if (!crew.progress.interrupted()) return {};
  return Error{Remedy::interrupted,
               "interrupted; what is finished is kept. Run the same command again to go on"};
}

Result<Screenplay> edited_screenplay(const vault::FilmFolder& folder, Reel& reel) {
  reel.continued_from_edit = true;
  reel.remarks.push_back(fmt::format("goes on from the edited {}", folder.file(screenplay_file)));
  TRY(const std::string text, folder.read_file(screenplay_file));
  return writing::screenplay_from_yaml(text, folder.file(screenplay_file));
}

// The screenplay that counts: a person's, if one was edited; ours otherwise, written to the folder.
Result<Screenplay> settle_screenplay(const Screenplay& ours, vault::FilmFolder& folder,
                                     Reel& reel) {
  if (folder.edited_by_person(screenplay_file)) return edited_screenplay(folder, reel);
  TRY_DO(folder.write_file(screenplay_file, writing::screenplay_to_yaml(ours)));
  return ours;
}

Result<> survey_and_write(const Commission& commission, vault::FilmFolder* folder, Crew& crew,
                          Until until, Reel& reel) {
  crew.progress.step("1/6 Survey", 0, 1);
  TRY(reel.facts, scout::survey(commission.repository, crew.progress));
  if (until == Until::facts) return {};
  TRY_DO(stop_if_interrupted(crew));
  crew.progress.step("2/6 Write", 0, 1);
  TRY(reel.pitches, writing::pitch(*reel.facts, crew.gags, crew.data_folder, commission));
  TRY(const Screenplay ours,
      writing::write(*reel.pitches, crew.gags, crew.kit, crew.data_folder, commission));
  if (folder == nullptr) {
    reel.screenplay = ours;
    return {};
  }
  TRY_DO(folder->write_file("repo_facts.json", to_json(*reel.facts)));
  TRY_DO(folder->write_file("pitches.json", to_json(*reel.pitches)));
  TRY_DO(folder->write_file("commission.json", to_json(commission)));
  TRY(reel.screenplay, settle_screenplay(ours, *folder, reel));
  return {};
}

Result<> plan_shots(const Crew& crew, Reel& reel) {
  crew.progress.step("3/6 Plan", 0, 1);
  TRY(reel.shots, writing::direct(*reel.screenplay, crew.gags, crew.kit));
  for (const writing::LintFinding& finding :
       writing::lint(*reel.screenplay, *reel.shots, crew.gags)) {
    reel.remarks.push_back(fmt::format("{}: {}", finding.where, finding.what));
  }
  return {};
}

struct Music {
  score::Score score;
  media::Sound sound;
  media::Loudness loudness;
};

Result<Music> play(const ShotList& shots, const std::string& data_folder) {
  Music music;
  TRY(music.score, score::compose(shots, data_folder));
  TRY(music.sound, score::perform(music.score));
  music.loudness = media::measure_loudness(music.sound);
  return music;
}

std::vector<cutting::PianoCue> piano_cues(const score::Score& music) {
  std::vector<cutting::PianoCue> cues;
  for (const score::MusicCue& cue : music.cue_sheet) {
    cues.push_back({cue.at, cue.shot, cue.mood, cue.theme, cue.beats_per_minute, cue.remark});
  }
  return cues;
}

Result<Film> bundle(const Reel& reel, const Music& music, const cutting::Look& look,
                    const std::string& film_folder, Crew& crew) {
  const ShotList& shots = *reel.shots;
  const media::Loudness& loudness = music.loudness;
  Film film;
  film.film_file = "bundle/film.mp4";
  film.length = running_time(length_of(shots));
  film.width = look.width;
  film.height = look.height;
  film.loudness_lufs = loudness.integrated_lufs;
  film.true_peak_dbtp = loudness.true_peak_dbtp;
  const std::vector<cutting::PianoCue> piano = piano_cues(music.score);
  TRY_DO(cutting::write_poster(shots, film_folder, crew.data_folder, crew.kit));
  TRY(film.bundle,
      cutting::write_bundle({.shots = shots, .piano = piano, .takes = &*reel.takes}, film_folder));
  return film;
}

Result<> photograph_and_cut(const Commission& commission, vault::FilmFolder& folder, Crew& crew,
                            Reel& reel) {
  cutting::Look look = cutting::film_look(commission.wear, commission.preview);
  look.language = reel.shots->language;
  look.project = reel.shots->project;
  TRY_DO(folder.write_file("shotlist.json", to_json(*reel.shots)));
  TRY_DO(stop_if_interrupted(crew));
  // The pianist plays while the camera turns: with two cores that is half of his time.
  auto playing =
      std::async(std::launch::async, [&] { return play(*reel.shots, crew.data_folder); });
  auto shot = shoot(*reel.shots, look, folder, crew);
  auto played = playing.get();
  TRY(reel.takes, std::move(shot));
  TRY_DO(folder.write_file("takes.json", to_json(*reel.takes)));
  crew.progress.step("5/6 Score", 0, 1);
  TRY(const Music music, std::move(played));
  TRY_DO(folder.write_file("score.mid", score::to_midi(music.score)));
  TRY_DO(stop_if_interrupted(crew));
  crew.progress.step("6/6 Cut", 0, 1);
  TRY_DO(cutting::join_film(*reel.shots, *reel.takes, folder.path(), music.sound, look));
  TRY(reel.film, bundle(reel, music, look, folder.path(), crew));
  TRY_DO(folder.write_file("film.json", to_json(*reel.film)));
  forget_other_takes(*reel.takes, folder);
  crew.progress.step("6/6 Cut", 1, 1);
  return {};
}

}  // namespace

Result<Reel> make_film(const Commission& commission, Crew& crew, Until until) {
  Reel reel;
  if (until != Until::film) {
    // A plan leaves no trace; an edited screenplay is planned as it is.
    TRY_DO(survey_and_write(commission, nullptr, crew, until, reel));
    const Result<vault::FilmFolder> there =
        vault::FilmFolder::open_existing(commission.film_folder);
    if (there && there->edited_by_person(screenplay_file)) {
      TRY(reel.screenplay, edited_screenplay(*there, reel));
    }
    if (until == Until::shot_list) TRY_DO(plan_shots(crew, reel));
    return reel;
  }
  TRY(vault::FilmFolder folder, vault::FilmFolder::open(commission.film_folder));
  TRY_DO(survey_and_write(commission, &folder, crew, until, reel));
  TRY_DO(check_evidence(*reel.screenplay, commission.repository));
  TRY_DO(plan_shots(crew, reel));
  TRY_DO(photograph_and_cut(commission, folder, crew, reel));
  return reel;
}

Result<Reel> write_screenplay(const Commission& commission, Crew& crew, bool force) {
  TRY(vault::FilmFolder folder, vault::FilmFolder::open(commission.film_folder));
  Reel reel;
  const bool edited = folder.edited_by_person(screenplay_file);
  if (edited && !force) {
    return fix_input(fmt::format(
        "{} has been edited; onereel make goes on from it. To write it anew all the same: onereel "
        "write --force (a copy is kept)",
        folder.file(screenplay_file)));
  }
  TRY_DO(survey_and_write(commission, nullptr, crew, Until::screenplay, reel));
  if (edited) {
    TRY(const std::string copy, folder.keep_copy(screenplay_file));
    reel.remarks.push_back(fmt::format("the edited screenplay is kept as {}", folder.file(copy)));
  }
  TRY_DO(folder.write_file(screenplay_file, writing::screenplay_to_yaml(*reel.screenplay)));
  TRY_DO(folder.write_file("repo_facts.json", to_json(*reel.facts)));
  TRY_DO(folder.write_file("pitches.json", to_json(*reel.pitches)));
  TRY_DO(folder.write_file("commission.json", to_json(commission)));
  TRY_DO(plan_shots(crew, reel));
  return reel;
}

Result<Reel> cut_film(const std::string& film_folder, const Commission& options, Crew& crew) {
  TRY(vault::FilmFolder folder, vault::FilmFolder::open_existing(film_folder));
  TRY(const std::string asked, folder.read_file("commission.json"));
  TRY(Commission commission, commission_from_json(asked));
  commission.film_folder = film_folder;
  commission.wear = options.wear;
  commission.preview = options.preview;
  Reel reel;
  TRY(const std::string text, folder.read_file(screenplay_file));
  TRY(reel.screenplay, writing::screenplay_from_yaml(text, folder.file(screenplay_file)));
  reel.continued_from_edit = folder.edited_by_person(screenplay_file);
  TRY_DO(check_evidence(*reel.screenplay, commission.repository));
  TRY_DO(plan_shots(crew, reel));
  TRY_DO(photograph_and_cut(commission, folder, crew, reel));
  return reel;
}

}  // namespace onereel
