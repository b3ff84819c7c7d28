#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "onereel/blocking/resolve.h"

using namespace onereel;
using namespace onereel::blocking;

namespace {

const FigurePose& figure(const StagePose& stage, const std::string& id) {
  return *std::find_if(stage.figures.begin(), stage.figures.end(),
                       [&](const FigurePose& candidate) { return candidate.id == id; });
}

Point point_of(const FigurePose& figure, const std::string& part, const std::string& point) {
  const int index = figure.drawing->part_index(part);
  return figure.parts[static_cast<std::size_t>(index)].apply(*figure.drawing->point(point));
}

double apart(Point a, Point b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// The farthest the near palm is from the handle of the can over the whole of a sheet.
double worst_miss(const Blocking& gag, int from) {
  double worst = 0;
  for (int pose = from; pose < gag.poses(); ++pose) {
    const StagePose stage = gag.pose(pose);
    worst =
        std::max(worst, apart(point_of(figure(stage, "apprentice"), "hand_near", "hand_near-tip"),
                              point_of(figure(stage, "can"), "body", "grip")));
  }
  return worst;
}

Result<Blocking> blocking_of(const std::string& yaml, drawing::ArtKit& kit) {
  TRY(const Document document, read_yaml(yaml, "gag.yaml"));
  TRY(const CueSheet sheet, read_cue_sheet("gag", document));
  return resolve(sheet, kit, {});
}

}  // namespace

TEST_CASE("the hand stays on the handle, however far the path of the thing goes") {
  auto kit = drawing::ArtKit::open(std::string(ONEREEL_SOURCE_DIR) + "/data");
  const auto gag = blocking_of(
      "set: kitchen\ncast: {apprentice: {at: 300}}\n"
      "props: {can: {is: milk_can, held: near@apprentice}, table: {at: 640}}\n"
      "poses:\n  high: {grip: [180, 420, -40], chest: -10}\n  low: {grip: [120, 20, 60]}\n"
      "cues:\n  - {id: a, who: apprentice, do: pose, is: high, at: 2}\n"
      "  - {id: b, who: apprentice, do: pose, is: low, at: a+6}\n"
      "  - {id: c, who: apprentice, do: take, at: b+6}\n"
      "  - {id: d, who: apprentice, do: go, to: 520, at: c+12}\n"
      "  - {id: e, who: apprentice, do: turn, at: d+9}\n"
      "  - {id: f, who: apprentice, do: slip, at: e+4}\n",
      **kit);
  REQUIRE_MESSAGE(gag, (gag ? "" : gag.error().what));
  CHECK(worst_miss(*gag, 8) < 0.5);
}

TEST_CASE("what is in a hand comes along with it") {
  auto kit = drawing::ArtKit::open(std::string(ONEREEL_SOURCE_DIR) + "/data");
  const auto gag = blocking_of(
      "set: kitchen\ncast: {apprentice: {at: 300}}\n"
      "props: {can: {is: milk_can, held: near@apprentice}}\n"
      "cues:\n  - {who: apprentice, do: go, to: 620, at: 2}\n",
      **kit);
  REQUIRE(gag);
  CHECK(worst_miss(*gag, 0) < 1e-6);
}
