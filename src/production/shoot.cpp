// One of the two places with threads. Workers take the next shot from a counter; each opens its own
// camera, so that nothing is shared but the art kit and the film folder. A take's name is the hash
// of all it is made from: whether it is there already is the whole of resuming.

#include "shoot.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "onereel/blocking/resolve.h"
#include "onereel/cutting/flash_gate.h"
#include "onereel/papers/paper_json.h"
#include "onereel/vault/content_hash.h"
#include "onereel/writing/gag_library.h"

namespace onereel {
namespace {

namespace fs = std::filesystem;

struct Order {
  const Shot* shot = nullptr;
  Take take;
};

// Everything a take depends on: the program (its drawings are hashed into it by `data`), the look,
// the shot and its cue sheet.
std::string inputs_of(const Shot& shot, const cutting::Look& look, const Crew& crew,
                      const std::string& data) {
  ShotList one;
  one.shots = {shot};
  one.language = look.language;
  one.project = look.project;
  one.shots.front().id.clear();
  std::string text = fmt::format("{}\n{}\n{}x{} wear {} preview {}\n{}", crew.program, data,
                                 look.width, look.height, look.wear, look.preview, to_json(one));
  if (shot.scene) {
    const blocking::CueSheet* sheet = crew.gags.sheet(shot.scene->id, shot.scene->part);
    if (sheet != nullptr) text += write_yaml(sheet->document);
  }
  return vault::content_hash(text);
}

// Hash of the drawings, card grounds and fonts: all of the data folder that a picture can show.
std::string drawn_data_hash(const std::string& data_folder) {
  std::set<std::string> files;
  for (const char* part : {"puppets", "props", "sets", "frames", "cards", "fonts"}) {
    std::error_code fault;
    for (const auto& entry : fs::recursive_directory_iterator(
             data_folder + "/" + part, fs::directory_options::follow_directory_symlink, fault)) {
      if (entry.is_regular_file()) files.insert(entry.path().string());
    }
  }
  std::string all;
  for (const std::string& file : files) all += vault::file_hash(file);
  return vault::content_hash(all);
}

Result<> take_one(const Order& order, const cutting::Look& look, const vault::FilmFolder& folder,
                  Crew& crew) {
  const Shot& shot = *order.shot;
  std::optional<blocking::Blocking> blocked;
  if (shot.scene) {
    const blocking::CueSheet* sheet = crew.gags.sheet(shot.scene->id, shot.scene->part);
    if (sheet == nullptr) {
      return fix_input(fmt::format("shot {}: '{}' is not staged; take another from onereel gags",
                                   shot.id, shot.scene->id));
    }
    TRY(blocking::Blocking resolved,
        blocking::resolve(*sheet, crew.kit,
                          {.slots = shot.scene->slots,
                           .seed = shot.seed,
                           .optional_cues_kept = shot.optional_cues_kept}));
    blocked.emplace(std::move(resolved));
  }
  TRY(cutting::ShotCamera camera, cutting::ShotCamera::open(shot, blocked ? &*blocked : nullptr,
                                                            crew.kit, crew.data_folder, look));
  return cutting::take_shot(camera, shot.length, look, folder.file(order.take.file), crew.progress);
}

// What the workers share.
struct Floor {
  const std::vector<Order>& orders;
  const cutting::Look& look;
  const vault::FilmFolder& folder;
  Crew& crew;
  long frames_total = 0;
  std::atomic<std::size_t> next{0};
  std::mutex mutex = {};
  long frames_done = 0;
  std::size_t failed_at = SIZE_MAX;
  std::optional<Error> failure = {};

  void fail(std::size_t at, const Error& error) {
    const std::scoped_lock lock(mutex);
    if (at >= failed_at) return;  // the first shot's error is told, whichever thread was quicker
    failed_at = at;
    failure = error;
  }
  bool failed() {
    const std::scoped_lock lock(mutex);
    return failure.has_value();
  }
  void finished(const Shot& shot) {
    const std::scoped_lock lock(mutex);
    frames_done += static_cast<long>(shot.length.count);
    crew.progress.step("4/6 Shoot", frames_done, frames_total);
  }
};

void work(Floor& floor) {
  while (!floor.failed()) {
    const std::size_t at = floor.next++;
    if (at >= floor.orders.size()) return;
    const Order& order = floor.orders[at];
    if (!order.take.reused) {
      const Result<> taken = take_one(order, floor.look, floor.folder, floor.crew);
      if (!taken) return floor.fail(at, taken.error());
    }
    floor.finished(*order.shot);
  }
}

}  // namespace

Result<Takes> shoot(const ShotList& shots, const cutting::Look& look, vault::FilmFolder& folder,
                    Crew& crew) {
  const std::string data = drawn_data_hash(crew.data_folder);
  std::vector<Order> orders;
  for (const Shot& shot : shots.shots) {
    Order order;
    order.shot = &shot;
    order.take.shot = shot.id;
    order.take.length = shot.length;
    order.take.inputs = inputs_of(shot, look, crew, data);
    order.take.file = fmt::format("takes/{}.take", order.take.inputs.substr(0, 24));
    order.take.reused =
        folder.has(order.take.file) && folder.has(cutting::light_file(order.take.file));
    orders.push_back(std::move(order));
  }
  std::error_code fault;
  fs::create_directories(folder.file("takes"), fault);
  Floor floor{.orders = orders,
              .look = look,
              .folder = folder,
              .crew = crew,
              .frames_total = static_cast<long>(length_of(shots).count)};
  crew.progress.step("4/6 Shoot", 0, floor.frames_total);
  {
    std::vector<std::jthread> workers;
    for (int k = 0; k < std::max(1, crew.threads); ++k) workers.emplace_back([&] { work(floor); });
  }
  if (floor.failure) return *floor.failure;
  Takes takes;
  for (Order& order : orders) takes.takes.push_back(std::move(order.take));
  return takes;
}

void forget_other_takes(const Takes& used, const vault::FilmFolder& folder) {
  std::set<std::string> kept;
  for (const Take& take : used.takes) {
    kept.insert(fs::path(take.file).filename().string());
    kept.insert(fs::path(cutting::light_file(take.file)).filename().string());
  }
  std::error_code fault;
  for (const auto& entry : fs::directory_iterator(folder.file("takes"), fault)) {
    std::error_code ignored;  // a take that stays costs disk, not truth
    if (kept.count(entry.path().filename().string()) == 0) fs::remove(entry.path(), ignored);
  }
}

}  // namespace onereel
