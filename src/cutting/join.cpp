#include <fmt/format.h>

#include <filesystem>

#include "onereel/cutting/cutting.h"
#include "onereel/media/film_writer.h"
#include "onereel/media/shot_encoder.h"
#include "onereel/vault/film_folder.h"

namespace onereel::cutting {

namespace {

constexpr std::size_t take_bytes_max = 512U << 20U;

std::vector<media::Chapter> chapters_of(const ShotList& shots) {
  std::vector<media::Chapter> chapters;
  FrameIndex at;
  int act = 0;
  for (const Shot& shot : shots.shots) {
    if (shot.act != act) {
      act = shot.act;
      const auto number = static_cast<std::size_t>(act);
      const bool named = number >= 1 && number <= shots.act_names.size();
      chapters.push_back({named ? shots.act_names[number - 1] : fmt::format("Act {}", act), at});
    }
    at = at + shot.length;
  }
  return chapters;
}

Result<std::vector<std::string>> read_takes(const ShotList& shots, const Takes& takes,
                                            const std::string& film_folder, const Look& look) {
  if (takes.takes.size() != shots.shots.size()) {
    return Error{Remedy::repair, fmt::format("{} takes for {} shots; run onereel cut again",
                                             takes.takes.size(), shots.shots.size())};
  }
  std::vector<std::string> read;
  for (std::size_t index = 0; index < takes.takes.size(); ++index) {
    const Take& take = takes.takes[index];
    auto bytes = vault::read_file_whole(film_folder + "/" + take.file, take_bytes_max);
    if (!bytes) return Error{Remedy::repair, bytes.error().what};
    TRY(const media::TakeHead head, media::read_take_head(*bytes));
    if (head.setting.width != look.width || head.setting.height != look.height) {
      return Error{
          Remedy::repair,
          fmt::format("{} is {} x {} and the film {} x {}; delete it and run again", take.file,
                      head.setting.width, head.setting.height, look.width, look.height)};
    }
    if (head.length != shots.shots[index].length) {
      return Error{
          Remedy::repair,
          fmt::format("{} has {} frames and shot {} needs {}; delete it and run again", take.file,
                      head.length.count, shots.shots[index].id, shots.shots[index].length.count)};
    }
    read.push_back(std::move(*bytes));
  }
  return read;
}

}  // namespace

Look film_look(double wear, bool preview) {
  return preview ? Look{640, 360, 0, true} : Look{1280, 720, wear, false};
}

Result<> join_film(const ShotList& shots, const Takes& takes, const std::string& film_folder,
                   const media::Sound& sound, const Look& look) {
  TRY(const auto read, read_takes(shots, takes, film_folder, look));
  media::FilmParts parts;
  parts.takes.assign(read.begin(), read.end());
  parts.sound = &sound;
  parts.chapters = chapters_of(shots);
  parts.title = shots.title.empty() ? shots.project : shots.title;
  std::error_code fault;  // if the folder cannot be made, write_film says so
  std::filesystem::create_directories(film_folder + "/bundle", fault);
  return media::write_film(parts, film_folder + "/bundle/film.mp4");
}

}  // namespace onereel::cutting
