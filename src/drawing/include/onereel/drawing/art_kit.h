#pragma once

// All drawings of the program, read once each from data/puppets, data/props, data/sets, ...

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/result.h"
#include "onereel/drawing/drawing.h"

namespace onereel::drawing {

/// Reads one SVG text in the subset of docs/art_kit.md.
/// @error fix_input  no XML, an element or path command outside the subset, a bad number, two
/// things
///                   with one id, a part pinned to nothing; says the file and what stands there.
Result<Drawing> read_drawing(std::string_view svg, const std::string& name);

/// Reads key poses (data/puppets/poses/NAME.json) into `drawing`.
/// @error fix_input  no JSON, or a part, angle or choice that `drawing` does not have.
Result<> read_key_poses(std::string_view json, Drawing& drawing);

/// No drawing of ours is near these limits; a hostile one stops here.
inline constexpr std::size_t drawing_bytes_max = 4U << 20U;
inline constexpr int drawing_depth_max = 32;
inline constexpr int drawing_elements_max = 20'000;
inline constexpr int drawing_steps_max = 400'000;
inline constexpr double drawing_number_max = 1e6;

/// Reads and keeps drawings. A drawing is read once and never changes afterwards.
///
/// Threads: may be shared; look-ups lock.
class ArtKit {
 public:
  /// @param data_folder  the folder with puppets/, props/, sets/, cards/, frames/.
  /// @error fix_input  one of these is not there.
  static Result<std::shared_ptr<ArtKit>> open(const std::string& data_folder);
  ~ArtKit();

  /// @error fix_input  there is no such drawing; names the nearest one.
  Result<const Drawing*> puppet(std::string_view name);  ///< with its key poses
  Result<const Drawing*> prop(std::string_view name);
  Result<const Drawing*> set(std::string_view name);
  Result<const Drawing*> card(std::string_view name);   ///< "title_16x9"
  Result<const Drawing*> frame(std::string_view name);  ///< "proscenium_16x9", "wipes/iris"
  std::vector<std::string> prop_names() const;
  std::vector<std::string> puppet_names() const;
  std::vector<std::string> set_names() const;
  std::vector<std::string> card_names() const;
  std::vector<std::string> frame_names() const;

 private:
  struct Shelf;
  explicit ArtKit(std::unique_ptr<Shelf> shelf);
  std::unique_ptr<Shelf> shelf_;
};

}  // namespace onereel::drawing
