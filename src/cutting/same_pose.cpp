#include "same_pose.h"

#include <algorithm>

namespace onereel::cutting {

namespace {

using blocking::FigurePose;
using blocking::PaintStep;
using blocking::SetPartPose;
using blocking::Stroke;

bool same(const FigurePose& a, const FigurePose& b) {
  return a.drawing == b.drawing && a.parts == b.parts && a.hidden == b.hidden &&
         a.choices == b.choices && a.labels == b.labels;
}

bool same(const Stroke& a, const Stroke& b) {
  return a.points == b.points && a.filled == b.filled && a.width == b.width && a.grey == b.grey &&
         a.opacity == b.opacity && a.edge == b.edge;
}

bool same(const PaintStep& a, const PaintStep& b) {
  return a.figure == b.figure && a.stroke == b.stroke && a.only == b.only && a.except == b.except &&
         a.clip == b.clip && a.behind_plate == b.behind_plate;
}

bool same(const std::pair<const std::string, SetPartPose>& a,
          const std::pair<const std::string, SetPartPose>& b) {
  return a.first == b.first && a.second.angle == b.second.angle &&
         a.second.slide_x == b.second.slide_x && a.second.slide_y == b.second.slide_y &&
         a.second.choice == b.second.choice;
}

template <typename List>
bool same_list(const List& a, const List& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const auto& x, const auto& y) { return same(x, y); });
}

}  // namespace

bool same_pose(const blocking::StagePose& one, const blocking::StagePose& other) {
  return one.light == other.light && one.zoom == other.zoom && one.focus == other.focus &&
         one.attention == other.attention && same_list(one.figures, other.figures) &&
         same_list(one.strokes, other.strokes) && same_list(one.paint, other.paint) &&
         same_list(one.set_parts, other.set_parts);
}

}  // namespace onereel::cutting
