#include "onereel/theatre/theatre.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "company.h"
#include "edges.h"
#include "lettering.h"
#include "lighting.h"
#include "look_scenes.h"

using namespace onereel;
using namespace onereel::theatre;

namespace {

constexpr Size small{320, 240};

struct Stock {
  std::shared_ptr<drawing::ArtKit> kit = drawing::ArtKit::open(ONEREEL_DATA_DIR).value();
  std::shared_ptr<media::FontBook> fonts =
      media::FontBook::open(media::font_folders(ONEREEL_DATA_DIR)).value();

  House house(const blocking::StageSetting& setting) const {
    return House::open(setting, *kit, *fonts, small).value();
  }
  LookScene kitchen() const { return look_scenes(*kit).front(); }
};

float largest_difference(const media::GreyPicture& one, const media::GreyPicture& other) {
  float largest = 0;
  for (std::size_t k = 0; k < one.values.size(); ++k) {
    largest = std::max(largest, std::abs(one.values[k] - other.values[k]));
  }
  return largest;
}

float mean(const media::GreyPicture& picture) {
  double sum = 0;
  for (const float v : picture.values) sum += v;
  return static_cast<float>(sum / static_cast<double>(picture.values.size()));
}

float at(const media::GreyPicture& picture, double x, double y) {
  const auto column = static_cast<int>(x * picture.width / 1280);
  const auto row = static_cast<int>(y * picture.width / 1280);
  return picture.values[static_cast<std::size_t>(row) * picture.width + column];
}

}  // namespace

TEST_CASE("a pose gives the same picture whatever was painted before it") {
  const Stock stock;
  const LookScene scene = stock.kitchen();
  blocking::StagePose moved = scene.pose;
  moved.set_parts["clock_pendulum"] = {20, 0, 0, ""};
  moved.set_parts["cupboard_left"] = {0, 0, 0, "open"};
  moved.set_parts["window"] = {0, 0, -40, ""};
  moved.zoom = 1.06;
  moved.light = 0.5;
  House house = stock.house(scene.setting);
  const media::GreyPicture first = house.paint(scene.pose);
  house.paint(moved);

  CHECK(largest_difference(house.paint(scene.pose), first) < 1e-6F);
}

TEST_CASE("ink is black, the lamp behind is bright, and the mask is closed") {
  const Stock stock;
  const LookScene scene = stock.kitchen();
  const media::GreyPicture picture = stock.house(scene.setting).paint(scene.pose);

  CHECK(at(picture, 873, 707) < 0.1F);  // her coat
  CHECK(at(picture, 640, 560) > 0.6F);  // the wall behind the pouring
  CHECK(at(picture, 3, 3) < 0.05F);
}

TEST_CASE("a set part that swings changes the picture where it is, and nowhere else") {
  const Stock stock;
  const LookScene scene = stock.kitchen();
  blocking::StagePose moved = scene.pose;
  moved.set_parts["window"] = {0, 0, -60, ""};
  House house = stock.house(scene.setting);
  const media::GreyPicture still = house.paint(scene.pose);
  const media::GreyPicture open = house.paint(moved);

  CHECK(largest_difference(still, open) > 0.1F);
  CHECK(std::abs(at(still, 1150, 900) - at(open, 1150, 900)) < 0.004F);
  CHECK(largest_difference(stock.house(scene.setting).paint(moved), open) < 1e-5F);
}

TEST_CASE("less light makes a darker picture, and no light a black one") {
  const Stock stock;
  LookScene scene = stock.kitchen();
  House house = stock.house(scene.setting);
  const float lit = mean(house.paint(scene.pose));
  scene.pose.light = 0.4;
  const float dusk = mean(house.paint(scene.pose));
  scene.pose.light = 0;

  CHECK(dusk < lit * 0.8F);
  CHECK(mean(house.paint(scene.pose)) < 1e-6F);
}

TEST_CASE("a zoom moves the near more than the far") {
  const Stock stock;
  LookScene scene = stock.kitchen();
  scene.pose.paint.clear();
  House house = stock.house(scene.setting);
  const media::GreyPicture whole = house.paint(scene.pose);
  scene.pose.zoom = 1.16;
  const media::GreyPicture near = house.paint(scene.pose);

  CHECK(largest_difference(whole, near) > 0.2F);
  CHECK(mean(near) == doctest::Approx(mean(whole)).epsilon(0.2));
}

TEST_CASE("a figure behind a plate is hidden by it") {
  const Stock stock;
  LookScene scene = stock.kitchen();
  for (auto& step : scene.pose.paint) step.behind_plate = "plate_1_far_garden";
  scene.pose.set_parts.clear();
  const media::GreyPicture behind = stock.house(scene.setting).paint(scene.pose);

  CHECK(at(behind, 720, 668) > 0.2F);
}

TEST_CASE("figures painted in pieces share a group with what comes between") {
  const blocking::PaintStep hero{0, -1, {}, {}, {}, {}};
  const blocking::PaintStep can{1, -1, {}, {}, {}, {}};
  const blocking::PaintStep table{2, -1, {}, {}, {}, {}};

  CHECK(groups_of({&table, &hero, &can, &hero}).size() == 2);
  CHECK(groups_of({&table, &hero, &can, &hero}).at(1).size() == 3);
  CHECK(groups_of({&hero, &can, &table}).size() == 3);
  CHECK(groups_of({}).empty());
}

TEST_CASE("a figure behind a plate that is not there stands on the acting plane") {
  const Stock stock;
  LookScene scene = stock.kitchen();
  House house = stock.house(scene.setting);
  const media::GreyPicture right = house.paint(scene.pose);
  for (auto& step : scene.pose.paint) step.behind_plate = "plate_99";

  CHECK(largest_difference(house.paint(scene.pose), right) == 0);
}

TEST_CASE("a stroke with an edge is light with a black line round it") {
  const Stock stock;
  LookScene scene = stock.kitchen();
  scene.pose.paint.clear();
  scene.pose.strokes = {{{{500, 500}, {700, 500}}, false, 16, 1, 1, 10}};
  scene.pose.paint.push_back({-1, 0, {}, {}, {}, {}});
  const media::GreyPicture picture = stock.house(scene.setting).paint(scene.pose);

  CHECK(at(picture, 600, 500) > 0.7F);
  CHECK(at(picture, 600, 513) < 0.3F);
}

TEST_CASE("a painted step is kept inside its clip") {
  const Stock stock;
  LookScene scene = stock.kitchen();
  scene.pose.paint.clear();
  scene.pose.strokes = {{{{500, 520}, {700, 520}}, false, 60, 0, 1, 0}};
  scene.pose.paint.push_back({-1, 0, {}, {}, Box{500, 400, 100, 300}, {}});
  const media::GreyPicture picture = stock.house(scene.setting).paint(scene.pose);

  CHECK(at(picture, 560, 520) < 0.1F);
  CHECK(at(picture, 660, 520) > 0.4F);
}

TEST_CASE("labels are narrowed first and made smaller after") {
  const Stock stock;
  Lettering lettering(*stock.fonts);
  drawing::Sign sign;
  sign.box = {0, 0, 100, 40};
  const double roomy = lettering.label(sign, "ICE")->em;
  const double narrowed = lettering.label(sign, "Sinks")->em;
  const double shrunk = lettering.label(sign, "Replacements")->em;

  CHECK(roomy == doctest::Approx(36));
  CHECK(narrowed == doctest::Approx(36));
  CHECK(shrunk < 24);
  CHECK(lettering.label(sign, "") == nullptr);
}

TEST_CASE("the field of the scissors is small, smooth and strong as asked") {
  const Point p = cut_aside({100, 50}, 1);
  const Point next = cut_aside({100.1, 50}, 1);

  CHECK(std::hypot(p.x - 100, p.y - 50) < 2);
  CHECK(std::hypot(next.x - p.x, next.y - p.y) < 0.2);
  CHECK(cut_aside({100, 50}, 0) == Point{100, 50});
}

TEST_CASE("edges are split in runs, and a closed outline stays closed") {
  using Kind = drawing::PathStep::Kind;
  const auto cut = cut_edges({{Kind::move, {0, 0}, {}, {}},
                              {Kind::line, {100, 0}, {}, {}},
                              {Kind::line, {100, 50}, {}, {}},
                              {Kind::close, {0, 0}, {}, {}}},
                             1, .3, 26);

  CHECK(cut.size() == 1 + 3 + 1 + 4 + 1);
  CHECK(cut.back().to == cut.front().to);
}

TEST_CASE("exposure brings the acting area to its key unless the lights would burn out") {
  Lighting lighting;
  CHECK(exposure(Plane(100, 80, 0.72F), lighting) == doctest::Approx(1.02 / 0.72));
  lighting.white_min = 0.5;
  CHECK(exposure(Plane(100, 80, 0.6F), lighting) == doctest::Approx(1.2));
}

TEST_CASE("the tone curve rises from black and keeps white below one") {
  const std::vector<float> table = tone_table(1, Lighting{});

  CHECK(table.front() == 0);
  CHECK(table.back() <= 1);
  CHECK(table.back() > 0.9F);
  CHECK(std::is_sorted(table.begin() + 200, table.end()));
}

TEST_CASE("the light map is brightest near what is looked at") {
  const Plane map = light_map(320, 240, {300, 500});

  CHECK(map.row(120)[110] > map.row(120)[310]);
  CHECK(map.row(1)[1] < 0.9F);
}

TEST_CASE("a set, or a size, that is not there is refused") {
  const Stock stock;
  blocking::StageSetting setting;
  setting.set = "kitchn";

  CHECK(House::open(setting, *stock.kit, *stock.fonts, small).error().what.find("kitchen") !=
        std::string::npos);
  setting.set = "kitchen";
  CHECK(!House::open(setting, *stock.kit, *stock.fonts, Size{10, 10}));
}
