#include "onereel/base/must.h"
#include "onereel/drawing/drawing.h"

namespace onereel::drawing {

namespace {

// Parents may stand after their children in painting order, so each map is worked out on demand.
class Carrier {
 public:
  Carrier(const Drawing& drawing, const Angles& angles, const Slides& slides)
      : drawing_(drawing),
        angles_(angles),
        slides_(slides),
        maps_(drawing.parts.size()),
        done_(drawing.parts.size(), false) {}

  std::vector<Matrix> all() {
    for (std::size_t k = 0; k < drawing_.parts.size(); ++k) carry(k);
    return std::move(maps_);
  }

 private:
  Matrix own(const Part& part) const {
    Matrix map;
    if (const auto angle = angles_.find(part.name); angle != angles_.end() && angle->second != 0) {
      map = Matrix::rotation_about(part.pin, part.clockwise ? angle->second : -angle->second);
    }
    if (const auto slide = slides_.find(part.name); slide != slides_.end()) {
      map = map.then(Matrix::translation(slide->second.x, slide->second.y));
    }
    return map;
  }
  // Depth is bounded: read_drawing refuses a part that hangs on itself.
  const Matrix& carry(std::size_t k) {
    if (done_[k]) return maps_[k];
    const Part& part = drawing_.parts[k];
    maps_[k] = own(part);
    const int parent = part.parent.empty() ? -1 : drawing_.part_index(part.parent);
    if (parent >= 0) maps_[k] = maps_[k].then(carry(static_cast<std::size_t>(parent)));
    done_[k] = true;
    return maps_[k];
  }

  const Drawing& drawing_;
  const Angles& angles_;
  const Slides& slides_;
  std::vector<Matrix> maps_;
  std::vector<bool> done_;
};

}  // namespace

const Part* Drawing::part(std::string_view part_name) const {
  const int index = part_index(part_name);
  return index < 0 ? nullptr : &parts[static_cast<std::size_t>(index)];
}

int Drawing::part_index(std::string_view part_name) const {
  for (std::size_t k = 0; k < parts.size(); ++k) {
    if (parts[k].name == part_name) return static_cast<int>(k);
  }
  return -1;
}

std::optional<Point> Drawing::point(std::string_view id) const {
  const auto found = points.find(std::string(id));
  return found == points.end() ? std::nullopt : std::optional(found->second);
}

const Sign* Drawing::sign(std::string_view id) const {
  for (const Sign& sign : signs) {
    if (sign.id == id) return &sign;
  }
  return nullptr;
}

std::vector<Matrix> part_matrices(const Drawing& drawing, const Angles& angles,
                                  const Slides& slides) {
  return Carrier(drawing, angles, slides).all();
}

}  // namespace onereel::drawing
