#include "scenery.h"

#include <algorithm>
#include <cmath>

#include "onereel/base/must.h"

namespace onereel::theatre {

namespace {

constexpr float dither = 1.2F / 255;
constexpr float lamp_fibre = .020F;
constexpr float tissue_fibre = .013F;
// Plates with a label are lit up, those without are dulled: blanks at full value glare.
constexpr double lettered_plate = 1.18;
constexpr double blank_plate = .66;
constexpr double set_letter_grey = .02;

struct DitherPlace {
  const DitherTile& tile;
  int x;
  int y;
  int plate;
};

// One row of Cairo's pixels as grey, dithered, and coverage.
void take_sheet_row(const std::uint32_t* from, const DitherPlace& place, int count, float* grey,
                    float* coverage) {
  for (int done = 0; done < count;) {
    const int run = std::min(count - done, DitherTile::count_max);
    const float* noise = place.tile.row(place.x + done, place.y, place.plate);
    for (int k = 0; k < run; ++k) {
      const auto alpha = static_cast<int>(from[done + k] >> 24U);
      const auto green = static_cast<int>(from[done + k] >> 8U & 255U);
      coverage[done + k] = static_cast<float>(alpha) / 255.0F;
      grey[done + k] = static_cast<float>(green) / 255.0F + (alpha != 0 ? dither * noise[k] : 0.0F);
    }
    done += run;
  }
}

using PartPoses = std::map<std::string, blocking::SetPartPose>;

Cutting set_cutting(const drawing::Drawing& set, const blocking::StageSetting& setting) {
  Cutting cutting;
  cutting.left_out = setting.hidden;
  cutting.plate_light = [&set, &setting](int sign) {
    const auto text = setting.labels.find(set.signs[static_cast<std::size_t>(sign)].id);
    const bool lettered = text != setting.labels.end() && !text->second.empty();
    return lettered ? lettered_plate : blank_plate;
  };
  return cutting;
}

}  // namespace

Scenery::Scenery(const drawing::Drawing& set, const blocking::StageSetting& setting,
                 const Lighting& lighting, Lettering& lettering, int width, int height)
    : set_(set),
      labels_(setting.labels),
      lettering_(lettering),
      hand_{set_letter_grey, lighting.label_stroke},
      width_(width),
      height_(height),
      scale_(width / set.view.width),
      canvas_(width, height),
      fibre_(fibre_map(width, height, scale_)),
      places_(set.parts.size()) {
  const Cutting cutting = set_cutting(set, setting);
  acting_ = static_cast<int>(set.plates.size());
  for (std::size_t k = 0; k < set.plates.size(); ++k) {
    const drawing::Plate& plate = set.plates[k];
    if (plate.acting) acting_ = static_cast<int>(k);
    PlateState state;
    state.art = cut_out(plate.art, cutting);
    state.sheet = {{width, height}, {width, height}};
    state.sigma = plate.blur * scale_;
    state.reach = static_cast<int>(std::ceil(state.sigma * 3)) + 1;
    plates_.push_back(std::move(state));
    note_parts(plates_.back().art, static_cast<int>(k));
  }
  maps_ = maps_of({});
  rest_maps_ = maps_;
  for (int k = 0; k < plates(); ++k) raster(k, fibre_.all());
}

int Scenery::plate_index(const std::string& id) const {
  for (std::size_t k = 0; k < set_.plates.size(); ++k) {
    if (set_.plates[k].id == id) return static_cast<int>(k);
  }
  return -1;
}

void Scenery::note_parts(const CutGroup& group, int plate) {
  if (group.part >= 0) {
    places_[static_cast<std::size_t>(group.part)] = {plate, own_bounds(group)};
  }
  for (const CutGroup& child : group.groups) note_parts(child, plate);
}

std::vector<Matrix> Scenery::maps_of(const PartPoses& parts) const {
  drawing::Angles angles;
  drawing::Slides slides;
  for (const auto& [name, pose] : parts) {
    const drawing::Part* part = set_.part(name);
    if (part == nullptr) continue;
    angles[name] = pose.angle;
    // A strip that slides for ever repeats after its period.
    const bool endless = part->period > 0;
    slides[name] = {endless ? std::fmod(pose.slide_x, part->period) : pose.slide_x, pose.slide_y};
  }
  return drawing::part_matrices(set_, angles, slides);
}

std::string Scenery::choice_now(std::size_t part) const {
  const auto found = choices_.find(set_.parts[part].name);
  return found == choices_.end() ? set_.parts[part].shown_choice : found->second;
}

bool Scenery::choice_differs(std::size_t part) const {
  // A part inside a swapped drawing comes and goes with it.
  for (int up = static_cast<int>(part); up >= 0;) {
    const auto k = static_cast<std::size_t>(up);
    if (choice_now(k) != set_.parts[k].shown_choice) return true;
    up = set_.parts[k].parent.empty() ? -1 : set_.part_index(set_.parts[k].parent);
  }
  return false;
}

PixelBox Scenery::shown(const PlateState& plate, const PixelBox& box) const {
  return grown(box, plate.reach, width_, height_);
}
PixelBox Scenery::painted(const PlateState& plate, const PixelBox& box) const {
  return grown(box, 2 * plate.reach, width_, height_);
}

// Patches that would see each other's paint become one.
void Scenery::add_patch(std::vector<Patch>& patches, Patch patch, const PlateState& plate) const {
  for (std::size_t k = 0; k < patches.size();) {
    if (!meet(painted(plate, patches[k].box), painted(plate, patch.box))) {
      ++k;
      continue;
    }
    Patch& other = patches[k];
    patch.box = united(patch.box, other.box);
    patch.parts.insert(patch.parts.begin(), other.parts.begin(), other.parts.end());
    patch.maps.insert(patch.maps.begin(), other.maps.begin(), other.maps.end());
    patch.choices.insert(patch.choices.begin(), other.choices.begin(), other.choices.end());
    patches.erase(patches.begin() + static_cast<std::ptrdiff_t>(k));
    k = 0;
  }
  patches.push_back(std::move(patch));
}

std::vector<std::vector<Scenery::Patch>> Scenery::patches_now() const {
  std::vector<std::vector<Patch>> patches(plates_.size());
  const Brush brush(canvas_.context(), Matrix::scaling(scale_, scale_), lettering_, hand_,
                    fibre_.all());
  for (std::size_t k = 0; k < maps_.size(); ++k) {
    if (places_[k].plate < 0 || (maps_[k] == rest_maps_[k] && !choice_differs(k))) continue;
    Bounds reach = places_[k].bounds.mapped(maps_[k]);
    reach.take(places_[k].bounds.mapped(rest_maps_[k]));
    const PixelBox box = brush.pixels_of(reach);
    if (box.empty()) continue;
    const auto plate = static_cast<std::size_t>(places_[k].plate);
    add_patch(patches[plate], {box, {k}, {maps_[k]}, {choice_now(k)}}, plates_[plate]);
  }
  return patches;
}

void Scenery::stand(const PartPoses& parts) {
  maps_ = maps_of(parts);
  choices_.clear();
  for (const auto& [name, pose] : parts) {
    if (!pose.choice.empty()) choices_[name] = pose.choice;
  }
  std::vector<std::vector<Patch>> patches = patches_now();
  for (std::size_t k = 0; k < patches.size(); ++k) {
    std::vector<Patch>& before = plates_[k].patches;
    const auto is_in = [](const std::vector<Patch>& list, const Patch& patch) {
      return std::find(list.begin(), list.end(), patch) != list.end();
    };
    if (!patches[k].empty() && plates_[k].rest.grey.values.empty()) {
      plates_[k].rest = plates_[k].sheet;
    }
    for (const Patch& patch : before) {
      if (!is_in(patches[k], patch)) restore(static_cast<int>(k), patch.box);
    }
    for (const Patch& patch : patches[k]) {
      if (!is_in(before, patch)) raster(static_cast<int>(k), patch.box);
    }
    before = std::move(patches[k]);
  }
}

void Scenery::note_change(int plate, const PixelBox& box) {
  if (plate < acting_) ++version_;
  for (auto& [range, fold] : folds_) {
    if (range.first <= plate && plate < range.second) fold.stale = united(fold.stale, box);
  }
}

void Scenery::restore(int plate, const PixelBox& box) {
  PlateState& state = plates_[static_cast<std::size_t>(plate)];
  const PixelBox area = shown(state, box);
  copy_box(state.rest.grey, area, state.sheet.grey, area.left, area.top);
  copy_box(state.rest.coverage, area, state.sheet.coverage, area.left, area.top);
  note_change(plate, area);
}

void Scenery::raster(int plate, const PixelBox& box) {
  PlateState& state = plates_[static_cast<std::size_t>(plate)];
  const PixelBox area = painted(state, box);
  canvas_.clear_and_clip(area);
  const Brush brush(canvas_.context(), Matrix::scaling(scale_, scale_), lettering_, hand_, area);
  brush.paint(state.art, {&set_, &maps_, nullptr, &choices_, &labels_});
  const FigurePixels pixels = canvas_.pixels();
  // A sheet of this area alone: the blur must see its neighbourhood unblurred.
  Sheet fresh{{area.right - area.left, area.bottom - area.top},
              {area.right - area.left, area.bottom - area.top}};
  for (int y = area.top; y < area.bottom; ++y) {
    const std::uint32_t* from =
        pixels.words + static_cast<std::ptrdiff_t>(y) * pixels.stride + area.left;
    take_sheet_row(from, {dither_, area.left, y, plate}, fresh.grey.width,
                   fresh.grey.row(y - area.top), fresh.coverage.row(y - area.top));
  }
  const PixelBox seen = shown(state, box);
  const PixelBox inside{seen.left - area.left, seen.top - area.top, seen.right - area.left,
                        seen.bottom - area.top};
  blur(fresh.grey, state.sigma, inside);
  blur(fresh.coverage, state.sigma, inside);
  copy_box(fresh.grey, inside, state.sheet.grey, seen.left, seen.top);
  copy_box(fresh.coverage, inside, state.sheet.coverage, seen.left, seen.top);
  note_change(plate, seen);
}

const Glass& Scenery::between(int from, int to) {
  must(0 <= from && from <= to && to <= plates(), "a run of plates lies within the set");
  const auto [entry, fresh] = folds_.try_emplace({from, to});
  Fold& fold = entry->second;
  if (fresh) {
    fold.glass.b = Plane(width_, height_);
    if (from > 0) fold.glass.a = Plane(width_, height_);
    fold.stale = fibre_.all();
  }
  if (!fold.stale.empty()) refold(from, to, fold);
  return fold.glass;
}

void Scenery::refold(int from, int to, Fold& fold) {
  for (int y = fold.stale.top; y < fold.stale.bottom; ++y) {
    const int count = fold.stale.right - fold.stale.left;
    std::fill_n(fold.glass.b.row(y) + fold.stale.left, count, 0.0F);
    if (!fold.glass.a.values.empty())
      std::fill_n(fold.glass.a.row(y) + fold.stale.left, count, 1.0F);
  }
  for (int k = from; k < to; ++k) {
    if (k == acting_) continue;
    const bool multiplies = set_.plates[static_cast<std::size_t>(k)].multiplies;
    Paper paper;
    if (k == 0 || multiplies) {
      paper = {&fibre_, {173 * k, 311 * k}, k == 0 ? lamp_fibre : tissue_fibre};
    }
    lay_over(fold.glass, plates_[static_cast<std::size_t>(k)].sheet, multiplies, paper, fold.stale);
  }
  note_spans(fold.glass, fold.stale.top, fold.stale.bottom);
  fold.stale = {};
}

}  // namespace onereel::theatre
