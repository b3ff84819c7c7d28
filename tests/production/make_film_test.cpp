#include "onereel/production/make_film.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

#include "evidence.h"
#include "onereel/base/log.h"
#include "onereel/drawing/art_kit.h"
#include "onereel/writing/gag_library.h"
#include "temporary_folder.h"

using namespace onereel;
namespace fs = std::filesystem;

namespace {

const std::string toy = ONEREEL_SOURCE_DIR "/tests/toy/ide-recorder";

/// Presses Ctrl-C when the first shot is in the can.
class Interrupter final : public Progress {
 public:
  void step(std::string_view step, long done, long) override {
    if (step == "4/6 Shoot" && done > 0) pressed_ = true;
  }
  void debug(std::string_view) override {}
  bool interrupted() const override { return pressed_; }

 private:
  std::atomic<bool> pressed_ = false;
};

/// A studio with all that a film needs, and a folder for it.
struct Studio {
  explicit Studio(Progress& progress)
      : kit(*drawing::ArtKit::open(ONEREEL_DATA_DIR)),
        gags(*writing::GagLibrary::open(ONEREEL_DATA_DIR)),
        crew{gags, *kit, ONEREEL_DATA_DIR, "test", 2, progress} {
    commission.repository = toy;
    commission.film_folder = folder.file("film");
    commission.preview = true;
  }

  std::string read(const std::string& name) const {
    std::ifstream file(folder.file("film/" + name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }
  void append(const std::string& name, const std::string& text) const {
    std::ofstream(folder.file("film/" + name), std::ios::app) << text;
  }
  long takes() const {
    std::error_code none;
    long count = 0;
    for (const auto& entry : fs::directory_iterator(folder.file("film/takes"), none)) {
      count += entry.path().extension() == ".take" ? 1 : 0;
    }
    return count;
  }

  TemporaryFolder folder;
  std::shared_ptr<drawing::ArtKit> kit;
  writing::GagLibrary gags;
  Commission commission;
  Crew crew;
};

}  // namespace

TEST_CASE("evidence that the repository does not hold stops the cut and says where") {
  Screenplay screenplay;
  Scene scene;
  scene.id = "edge-on";
  scene.evidence = {{"README.md", 1, "this line was never there"}};
  screenplay.acts = {{.name = "Tools", .length = Seconds::whole(25), .entries = {{{}, scene}}}};

  const auto checked = check_evidence(screenplay, toy);

  REQUIRE(!checked);
  CHECK(checked.error().what.starts_with("edge-on cites README.md:1"));
}

TEST_CASE("a plan is ninety seconds long and leaves no trace") {
  QuietProgress quiet;
  Studio studio(quiet);

  const auto planned = make_film(studio.commission, studio.crew, Until::shot_list);

  REQUIRE(planned);
  CHECK(length_of(*planned->shots).count == 2160);
  CHECK(planned->shots->act_names.size() == 5);
  CHECK(!fs::exists(studio.commission.film_folder));
}

TEST_CASE("a screenplay that a person has edited is continued from and never written over") {
  QuietProgress quiet;
  Studio studio(quiet);
  REQUIRE(write_screenplay(studio.commission, studio.crew, false));
  studio.append("screenplay.yaml", "# seen by a person\n");
  const std::string edited = studio.read("screenplay.yaml");

  const auto again = write_screenplay(studio.commission, studio.crew, false);
  const auto planned = make_film(studio.commission, studio.crew, Until::shot_list);

  REQUIRE(!again);
  CHECK(again.error().remedy == Remedy::fix_input);
  REQUIRE(planned);
  CHECK(planned->continued_from_edit);
  CHECK(studio.read("screenplay.yaml") == edited);
}

TEST_CASE("writing anew by force keeps what the person had edited beside it") {
  QuietProgress quiet;
  Studio studio(quiet);
  REQUIRE(write_screenplay(studio.commission, studio.crew, false));
  const std::string ours = studio.read("screenplay.yaml");
  studio.append("screenplay.yaml", "# seen by a person\n");
  const std::string edited = studio.read("screenplay.yaml");

  REQUIRE(write_screenplay(studio.commission, studio.crew, true));

  CHECK(studio.read("screenplay.yaml") == ours);
  CHECK(studio.read("screenplay.yaml.1") == edited);
}

TEST_CASE("an interrupted film keeps the shots that are finished") {
  Interrupter interrupter;
  Studio studio(interrupter);

  const auto stopped = make_film(studio.commission, studio.crew, Until::film);

  REQUIRE(!stopped);
  CHECK(stopped.error().remedy == Remedy::interrupted);
  CHECK(studio.takes() >= 1);
  CHECK(fs::exists(studio.folder.file("film/screenplay.yaml")));
  CHECK(!fs::exists(studio.folder.file("film/bundle/film.mp4")));
}
