#pragma once

// No film leaves this house that flashes: checked against WCAG 2.3.1 and ITU-R BT.1702 on every
// frame, as it was handed to the encoder or as it is decoded. "Checked against", never "certified".

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "onereel/base/frames.h"
#include "onereel/base/result.h"
#include "onereel/media/picture.h"
#include "onereel/papers/shot_list.h"
#include "onereel/papers/takes.h"

namespace onereel::cutting {

struct FlashFinding {
  FrameIndex from;
  FrameIndex to;
  std::string what;  ///< "more than three flashes in a second (5)"
  bool operator==(const FlashFinding&) const = default;
};

/// A frame as the gate sees it: the mean Y', Cb and Cr of 48 x 27 cells, in 256ths, row by row.
/// Coarse enough that grain and the encoder say nothing, and fine enough for the area rule.
struct CellMeans {
  static constexpr int columns = 48;
  static constexpr int rows = 27;
  static constexpr std::size_t cells = static_cast<std::size_t>(columns) * rows;
  static constexpr std::size_t bytes = 3 * cells * 2;  ///< as append_means writes them
  std::array<std::uint16_t, cells> luma{};
  std::array<std::uint16_t, cells> blue{};
  std::array<std::uint16_t, cells> red{};
};
CellMeans cell_means(const media::YuvPicture& picture);
/// Little-endian, luma first.
void append_means(std::string& bytes, const CellMeans& means);
/// `bytes` holds at least CellMeans::bytes.
CellMeans read_means(std::string_view bytes);

/// Watches a film frame by frame. A flash is a pair of opposing changes of at least a tenth of full
/// relative luminance, the darker below .80, or of saturated red, over more than a quarter of the
/// picture or of any part a third as wide and high. More than three in any second fail; so do two
/// to three a second for more than four seconds.
class FlashGate {
 public:
  FlashGate();
  ~FlashGate();
  FlashGate(FlashGate&&) noexcept;
  FlashGate& operator=(FlashGate&&) noexcept;

  /// Frames in their order, at 24 a second, all of one size.
  void watch(const media::YuvPicture& picture);
  void watch(const CellMeans& means);
  /// What fails, by time; empty is good. At most 20.
  std::vector<FlashFinding> findings() const;
  /// Most transitions (two make a flash) seen in any second, for reports.
  int transitions_max() const;

 private:
  struct Watch;
  std::unique_ptr<Watch> watch_;
};

struct FlashReport {
  std::vector<FlashFinding> findings;
  int transitions_max = 0;
  FrameCount frames;
};

/// Watches takes in their order by what take_shot wrote beside them: decoding the film again would
/// cost a tenth of making it.
/// @error repair  a take's light is missing or of another length.
Result<FlashReport> watch_takes(const Takes& takes, const std::string& film_folder);
/// Where that lies: beside the take.
std::string light_file(const std::string& take_file);

/// Watches a finished film by decoding it.
/// @error repair  the film cannot be read.
Result<FlashReport> watch_for_flashes(const std::string& film);

/// Nothing if the film is good.
/// @error fix_input  names the shot, the frames and what flashes there.
Result<> refuse_flashes(const FlashReport& report, const ShotList& shots);

}  // namespace onereel::cutting
