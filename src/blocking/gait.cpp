#include "gait.h"

#include <algorithm>
#include <cmath>

namespace onereel::blocking {
namespace {

/// The last step, onto the mark, is shorter and quicker.
int closing_step(int poses_a_step) {
  return std::max(4, static_cast<int>(std::lround(poses_a_step * 0.85)));
}

const std::vector<GaitKey> walking_stance{{0, 20},    {.17, 0}, {.62, 0},
                                          {.82, -12}, {1, -28}, {1.22, -46}};
const std::vector<GaitKey> gentle_stance{{0, 22},    {.17, 0}, {.62, 0},
                                         {.82, -12}, {1, -28}, {1.22, -46}};

const std::vector<Gait>& gaits() {
  static const std::vector<Gait> tables{
      {"walk",
       6,
       104,
       -11,
       4,
       .5,
       1.22,
       34,
       8,
       30,
       .22,
       false,
       walking_stance,
       {{.25, .16}, {.5, .46}, {.78, .84}, {1, 1}},
       {{.25, 13}, {.5, 15}, {.8, 11}, {1, 0}},
       {{0, -46}, {.25, -50}, {.5, -20}, {.8, 18}, {1, 20}},
       {{.2, -5}, {.5, 3}, {.75, 8}},
       {{.2, 3}, {.75, -2}}},
      {"gentleman",
       8,
       84,
       -8,
       -2,
       .5,
       1.22,
       20,
       6,
       22,
       .25,
       false,
       gentle_stance,
       {{.25, .16}, {.5, .46}, {.78, .9}, {1, 1}},
       {{.25, 12}, {.5, 14}, {.8, 15}, {1, 0}},
       {{0, -46}, {.25, -50}, {.5, -10}, {.8, 24}, {1, 22}},
       {{.2, -4}, {.5, 3}, {.75, 7}},
       {{.2, 2}, {.75, -2}}},
      {"run",
       4,
       170,
       -8,
       30,
       .14,
       .55,
       58,
       78,
       92,
       0,
       false,
       {{0, 8}, {.2, 0}, {.36, -16}, {.55, -52}},
       {{.2, .10}, {.45, .40}, {.7, .86}, {.88, 1.03}, {1, 1}},
       {{.2, 52}, {.45, 50}, {.7, 40}, {.88, 16}, {1, 0}},
       {{0, -55}, {.2, -85}, {.45, -45}, {.7, 14}, {.88, 24}, {1, 8}},
       {{.25, -12}, {.5, 2}, {.75, 24}},
       {{.25, 4}, {.75, -4}}},
      {"sneak",
       14,
       72,
       -30,
       16,
       .5,
       1.2,
       0,
       70,
       70,
       0,
       true,
       {{0, -18}, {.14, 0}, {.9, 0}, {1.08, -24}, {1.2, -38}},
       {{.28, .40}, {.62, .50}, {.88, .97}, {1, 1}},
       {{.28, 44}, {.62, 50}, {.88, 14}, {1, 0}},
       {{0, -38}, {.28, -30}, {.62, -8}, {.88, -24}, {1, -18}},
       {{.16, -8}, {.5, 4}, {.8, 6}},
       {{.2, 4}, {.75, -3}}},
      {"march",
       6,
       90,
       -5,
       -4,
       .5,
       1.22,
       40,
       4,
       10,
       .2,
       false,
       walking_stance,
       {{.25, .16}, {.5, .5}, {.78, .9}, {1, 1}},
       {{.25, 20}, {.5, 34}, {.8, 20}, {1, 0}},
       {{0, -46}, {.25, -40}, {.5, -10}, {.8, 14}, {1, 20}},
       {{.2, -4}, {.5, 3}, {.75, 6}},
       {{.2, 2}, {.75, -2}}},
      {"back",
       8,
       60,
       -12,
       6,
       .5,
       1.22,
       14,
       20,
       30,
       .1,
       false,
       {{0, -24}, {.2, 0}, {.7, 0}, {.9, 8}, {1.22, 14}},
       {{.25, .16}, {.5, .5}, {.78, .9}, {1, 1}},
       {{.25, 12}, {.5, 18}, {.8, 10}, {1, 0}},
       {{0, 14}, {.25, 4}, {.5, -10}, {.8, -24}, {1, -24}},
       {{.2, -4}, {.5, 3}, {.75, 5}},
       {{.2, 3}, {.75, -2}}},
  };
  return tables;
}

}  // namespace

const Gait* gait_named(std::string_view name) {
  if (name == "gent") name = "gentleman";
  for (const Gait& gait : gaits()) {
    if (gait.name == name) return &gait;
  }
  return nullptr;
}

std::vector<std::string_view> gait_names() {
  std::vector<std::string_view> names;
  for (const Gait& gait : gaits()) names.push_back(gait.name);
  return names;
}

int steps_for(const Gait& gait, double distance, double leg_scale) {
  const double step = gait.step * std::max(leg_scale, 0.05);
  return std::clamp(static_cast<int>(std::lround(std::abs(distance) / step)), 1, 200);
}

int poses_for(int steps, int poses_a_step) {
  return steps * poses_a_step + closing_step(poses_a_step);
}

}  // namespace onereel::blocking
