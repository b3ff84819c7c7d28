#pragma once

// The plates of a set: rastered, dithered, blurred, laid over each other; and kept so until a part
// of them moves.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "brush.h"
#include "lighting.h"
#include "onereel/blocking/stage_pose.h"
#include "paper.h"

namespace onereel::theatre {

class Scenery {
 public:
  Scenery(const drawing::Drawing& set, const blocking::StageSetting& setting,
          const Lighting& lighting, Lettering& lettering, int width, int height);

  /// Turns, slides and swaps the set's parts; rasters again what that changed.
  void stand(const std::map<std::string, blocking::SetPartPose>& parts);

  int plates() const { return static_cast<int>(plates_.size()); }
  int acting() const { return acting_; }
  /// -1: there is no such plate.
  int plate_index(const std::string& id) const;
  double depth(int plate) const { return set_.plates[static_cast<std::size_t>(plate)].depth; }

  /// Plates from <= k < to as one glass. Kept; the reference holds until the next call.
  const Glass& between(int from, int to);
  /// Changes whenever what lies behind the acting plane changes.
  int version() const { return version_; }

 private:
  /// Where a plate differs from how it was drawn, and by what. What is painted in a patch depends
  /// on the patch alone, so that a pose looks the same whatever came before it.
  struct Patch {
    PixelBox box;  ///< around the moved parts, as drawn and as they stand
    std::vector<std::size_t> parts;
    std::vector<Matrix> maps;
    std::vector<std::string> choices;
    bool operator==(const Patch&) const = default;
  };
  struct PlateState {
    CutGroup art;
    Sheet sheet;
    double sigma = 0;  ///< of the blur, in pixels
    int reach = 0;     ///< how far the blur carries
    Sheet rest;        ///< as drawn; kept once something has moved
    std::vector<Patch> patches;
  };
  struct Fold {
    Glass glass;
    PixelBox stale;
  };
  struct PartPlace {  // where a part's art is
    int plate = -1;
    Bounds bounds;  // of what moves with it, in rest coordinates
  };
  using Choices = std::map<std::string, std::string>;

  void note_parts(const CutGroup& group, int plate);
  /// Where what moves inside `box` can show, and what must be painted for that.
  PixelBox shown(const PlateState& plate, const PixelBox& box) const;
  PixelBox painted(const PlateState& plate, const PixelBox& box) const;
  void raster(int plate, const PixelBox& box);
  void restore(int plate, const PixelBox& box);
  void note_change(int plate, const PixelBox& box);
  std::vector<std::vector<Patch>> patches_now() const;
  void add_patch(std::vector<Patch>& patches, Patch patch, const PlateState& plate) const;
  bool choice_differs(std::size_t part) const;
  std::string choice_now(std::size_t part) const;
  std::vector<Matrix> maps_of(const std::map<std::string, blocking::SetPartPose>& parts) const;
  void refold(int from, int to, Fold& fold);

  const drawing::Drawing& set_;
  std::map<std::string, std::string> labels_;
  Lettering& lettering_;
  Hand hand_;
  int width_;
  int height_;
  double scale_;
  int acting_ = 0;
  int version_ = 0;
  Canvas canvas_;
  Plane fibre_;
  DitherTile dither_;
  std::vector<PlateState> plates_;
  std::vector<PartPlace> places_;  // one a part of the set
  std::vector<Matrix> maps_;       // as the parts stand now
  std::vector<Matrix> rest_maps_;
  Choices choices_;
  std::map<std::pair<int, int>, Fold> folds_;
};

}  // namespace onereel::theatre
