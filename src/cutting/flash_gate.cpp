#include "onereel/cutting/flash_gate.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <numeric>

#include "onereel/media/film_reader.h"
#include "onereel/vault/film_folder.h"

namespace onereel::cutting {

namespace {

constexpr int columns = CellMeans::columns;
constexpr int rows = CellMeans::rows;
constexpr std::size_t cells = CellMeans::cells;

constexpr double luminance_swing = .10;
constexpr double darker_below = .80;
constexpr double red_swing = 20;        // of R - G - B, times 320
constexpr double red_saturation = .80;  // R / (R + G + B)
constexpr double area = .25;
constexpr int frames_a_second = static_cast<int>(film_rate.numerator);
constexpr int transitions_allowed = 6;   // three flashes
constexpr int extended_transitions = 4;  // two flashes
constexpr int extended_frames = 4 * frames_a_second;
constexpr int together_frames = 3;  // changes this close are one change of the picture
constexpr std::size_t findings_max = 20;
constexpr std::size_t light_bytes_max = 512U << 20U;

struct Light {
  double luminance = 0;
  double red = 0;
  bool saturated = false;
};

double linear(double code) {
  const double c = std::clamp(code, 0.0, 1.0);
  return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4);
}

struct Linear {
  std::array<double, 1024> of{};
  Linear() {
    for (std::size_t step = 0; step < of.size(); ++step) {
      of[step] = linear(static_cast<double>(step) / 1023);
    }
  }
  double at(double code) const {
    return of[static_cast<std::size_t>(std::lround(std::clamp(code, 0.0, 1.0) * 1023))];
  }
};

// Where a cell of one plane lies: its first pixel, of `length` pixels in `count` cells.
int edge_of(int cell, int length, int count) {
  return cell * length / count;
}

void add_row(const std::uint8_t* from, int count, std::uint32_t* __restrict sums) {
  for (int x = 0; x < count; ++x) sums[x] += from[x];
}

// The mean of each cell in 256ths.
void take_means(const std::vector<std::uint8_t>& plane, int width, int height,
                std::array<std::uint16_t, cells>& means) {
  std::vector<std::uint32_t> sums(static_cast<std::size_t>(width));
  for (int row = 0; row < rows; ++row) {
    const int top = edge_of(row, height, rows);
    const int bottom = edge_of(row + 1, height, rows);
    std::fill(sums.begin(), sums.end(), 0U);
    for (int y = top; y < bottom; ++y) {
      add_row(plane.data() + static_cast<std::ptrdiff_t>(y) * width, width, sums.data());
    }
    for (int column = 0; column < columns; ++column) {
      const int left = edge_of(column, width, columns);
      const int right = edge_of(column + 1, width, columns);
      const auto sum = std::accumulate(sums.begin() + left, sums.begin() + right, 0U);
      const auto area_of = static_cast<unsigned>(std::max(1, (right - left) * (bottom - top)));
      means[static_cast<std::size_t>(row * columns + column)] =
          static_cast<std::uint16_t>((256U * sum + area_of / 2) / area_of);
    }
  }
}

Light light_of(const CellMeans& means, std::size_t cell, const Linear& linear_of) {
  const double y = (means.luma[cell] / 256.0 - 16) / 219;
  const double cb = (means.blue[cell] / 256.0 - 128) / 224;
  const double cr = (means.red[cell] / 256.0 - 128) / 224;
  const double r = linear_of.at(y + 1.5748 * cr);
  const double g = linear_of.at(y - .187324 * cb - .468124 * cr);
  const double b = linear_of.at(y + 1.8556 * cb);
  const double sum = r + g + b;
  return {.2126 * r + .7152 * g + .0722 * b, std::max(0.0, r - g - b) * 320,
          sum > .01 && r / sum >= red_saturation};
}

// Follows one value of one cell: a transition is complete once the value has moved by the swing
// from its last turning point.
struct Swing {
  double low = 0;  // since the last turn
  double high = 0;
  bool saturated_low = false;
  bool saturated_high = false;
  int last = 0;  // direction of the last complete transition

  void start(double value, bool saturated) {
    low = high = value;
    saturated_low = saturated_high = saturated;
    last = 0;
  }
  // +1, -1 or 0.
  template <typename Counts>
  int follow(double value, bool saturated, Counts counts) {
    if (value < low) {
      low = value;
      saturated_low = saturated;
    }
    if (value > high) {
      high = value;
      saturated_high = saturated;
    }
    int direction = 0;
    if (last <= 0 && counts(low, value, saturated_low || saturated)) direction = 1;
    if (last >= 0 && counts(value, high, saturated_high || saturated)) direction = -1;
    if (direction != 0) {
      last = direction;
      low = high = value;
      saturated_low = saturated_high = saturated;
    }
    return direction;
  }
};

// A part of the picture, as cells: columns [left, right), rows [top, bottom).
struct Field {
  int left;
  int top;
  int right;
  int bottom;
};

std::vector<Field> fields() {
  std::vector<Field> found{{0, 0, columns, rows}};
  const int width = columns / 3;
  const int height = rows / 3;
  for (int top = 0; top + height <= rows; top += height / 3) {
    for (int left = 0; left + width <= columns; left += width / 4) {
      found.push_back({left, top, left + width, top + height});
    }
  }
  return found;
}

// The transitions of one field.
struct FieldWatch {
  Field field;
  int last = 0;
  std::deque<std::int64_t> recent;  // frames of transitions within the last second
  int extended = 0;                 // frames with two flashes a second, of the last five seconds
  std::deque<bool> extended_frames_seen;
};

using Directions = std::array<std::int8_t, cells>;

template <typename Holds>
int count_in(const Field& field, Holds holds) {
  int count = 0;
  for (int row = field.top; row < field.bottom; ++row) {
    for (int column = field.left; column < field.right; ++column) {
      count += holds(static_cast<std::size_t>(row * columns + column)) ? 1 : 0;
    }
  }
  return count;
}

// One kind of flash: of luminance or of saturated red. Two things count in a field: changes of the
// field together, and cells that each turn again and again. What only moves turns a cell there and
// back once, and as many cells the one way as the other; it is neither.
struct Kind {
  std::string name;
  std::vector<Swing> swings = std::vector<Swing>(cells);
  std::deque<Directions> second;                     // the changes of the last second
  std::vector<int> turns = std::vector<int>(cells);  // of each cell within that second
  std::vector<FieldWatch> watches;

  explicit Kind(std::string called) : name(std::move(called)) {
    for (const Field& field : fields()) watches.push_back({field, 0, {}, 0, {}});
  }

  void add(const Directions& now) {
    second.push_back(now);
    const bool full = second.size() > static_cast<std::size_t>(frames_a_second);
    for (std::size_t cell = 0; cell < cells; ++cell) {
      turns[cell] += now[cell] != 0 ? 1 : 0;
      if (full) turns[cell] -= second.front()[cell] != 0 ? 1 : 0;
    }
    if (full) second.pop_front();
  }

  // Cells of the field that changed that way just now.
  int moved(const Field& field, int direction) const {
    const auto just_now = std::min<std::size_t>(together_frames, second.size());
    return count_in(field, [&](std::size_t cell) {
      return std::any_of(second.end() - static_cast<std::ptrdiff_t>(just_now), second.end(),
                         [&](const Directions& d) { return d[cell] == direction; });
    });
  }

  // The most turns that more than a quarter of the field has made within the second.
  int turns_of(const Field& field) const {
    const double needed = area * (field.right - field.left) * (field.bottom - field.top);
    int most = 0;
    while (count_in(field, [&](std::size_t cell) { return turns[cell] > most; }) > needed) ++most;
    return most;
  }

  bool at_rest() const {
    return std::all_of(turns.begin(), turns.end(), [](int t) { return t == 0; }) &&
           std::all_of(watches.begin(), watches.end(),
                       [](const FieldWatch& w) { return w.recent.empty() && w.extended == 0; });
  }
};

// "shot 3-09 (milk-will-not-pour)", what is on the screen at a frame.
std::string shot_at(const ShotList& shots, FrameIndex frame) {
  FrameIndex end;
  for (const Shot& shot : shots.shots) {
    end = end + shot.length;
    if (frame < end) {
      return fmt::format("shot {} ({})", shot.id, shot.scene ? shot.scene->id : "a card");
    }
  }
  return "its last shot";
}

}  // namespace

struct FlashGate::Watch {
  Linear linear_of;
  std::int64_t frame = 0;
  Kind luminance{"flashes"};
  Kind red{"flashes of saturated red"};
  std::vector<FlashFinding> found;
  int most = 0;

  void note(const std::string& what) {
    const FrameIndex now{frame};
    const std::int64_t a_second_ago = std::max<std::int64_t>(0, frame - frames_a_second);
    if (!found.empty() && found.back().what == what &&
        found.back().to.index >= now.index - frames_a_second) {
      found.back().to = now;
    } else if (found.size() < findings_max) {
      found.push_back({{a_second_ago}, now, what});
    }
  }

  void judge(Kind& kind, FieldWatch& watch) {
    const Field& f = watch.field;
    const double needed = area * (f.right - f.left) * (f.bottom - f.top);
    for (const int direction : {1, -1}) {
      if (watch.last == direction) continue;
      const int moved = kind.moved(f, direction);
      if (moved > needed && moved > 2 * kind.moved(f, -direction)) {
        watch.recent.push_back(frame);
        watch.last = direction;
        break;
      }
    }
    while (!watch.recent.empty() && watch.recent.front() <= frame - frames_a_second) {
      watch.recent.pop_front();
    }
    const int count = std::max(static_cast<int>(watch.recent.size()), kind.turns_of(f));
    most = std::max(most, count);
    if (count > transitions_allowed) note("more than three " + kind.name + " in a second");
    watch.extended_frames_seen.push_back(count >= extended_transitions);
    watch.extended += count >= extended_transitions ? 1 : 0;
    if (watch.extended_frames_seen.size() > std::size_t{5} * frames_a_second) {
      watch.extended -= watch.extended_frames_seen.front() ? 1 : 0;
      watch.extended_frames_seen.pop_front();
    }
    if (watch.extended > extended_frames) {
      note("two or more " + kind.name + " a second for more than four seconds");
    }
  }

  void judge(Kind& kind, const Directions& now) {
    kind.add(now);
    if (kind.at_rest()) return;
    for (FieldWatch& watch : kind.watches) judge(kind, watch);
  }
};

FlashGate::FlashGate() : watch_(std::make_unique<Watch>()) {}
FlashGate::~FlashGate() = default;
FlashGate::FlashGate(FlashGate&&) noexcept = default;
FlashGate& FlashGate::operator=(FlashGate&&) noexcept = default;

CellMeans cell_means(const media::YuvPicture& picture) {
  CellMeans means;
  take_means(picture.luma, picture.width, picture.height, means.luma);
  take_means(picture.blue, picture.width / 2, picture.height / 2, means.blue);
  take_means(picture.red, picture.width / 2, picture.height / 2, means.red);
  return means;
}

void append_means(std::string& bytes, const CellMeans& means) {
  for (const auto* plane : {&means.luma, &means.blue, &means.red}) {
    for (const std::uint16_t mean : *plane) {
      bytes += static_cast<char>(mean & 0xffU);
      bytes += static_cast<char>(mean >> 8U);
    }
  }
}

CellMeans read_means(std::string_view bytes) {
  must(bytes.size() >= CellMeans::bytes, "a frame's means are whole");
  CellMeans means;
  std::size_t at = 0;
  for (auto* plane : {&means.luma, &means.blue, &means.red}) {
    for (std::uint16_t& mean : *plane) {
      mean = static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[at]) |
                                        static_cast<unsigned char>(bytes[at + 1]) << 8U);
      at += 2;
    }
  }
  return means;
}

void FlashGate::watch(const media::YuvPicture& picture) {
  watch(cell_means(picture));
}

void FlashGate::watch(const CellMeans& means) {
  Watch& w = *watch_;
  Directions luminance{};
  Directions red{};
  const auto light_counts = [](double dark, double light, bool) {
    return light - dark >= luminance_swing && dark < darker_below;
  };
  const auto red_counts = [](double low, double high, bool saturated) {
    return saturated && high - low > red_swing;
  };
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const auto cell = static_cast<std::size_t>(row * columns + column);
      const Light light = light_of(means, cell, w.linear_of);
      if (w.frame == 0) {
        w.luminance.swings[cell].start(light.luminance, false);
        w.red.swings[cell].start(light.red, light.saturated);
        continue;
      }
      luminance[cell] = static_cast<std::int8_t>(
          w.luminance.swings[cell].follow(light.luminance, false, light_counts));
      red[cell] = static_cast<std::int8_t>(
          w.red.swings[cell].follow(light.red, light.saturated, red_counts));
    }
  }
  w.judge(w.luminance, luminance);
  w.judge(w.red, red);
  ++w.frame;
}

std::vector<FlashFinding> FlashGate::findings() const {
  return watch_->found;
}

int FlashGate::transitions_max() const {
  return watch_->most;
}

Result<FlashReport> watch_for_flashes(const std::string& film) {
  FlashGate gate;
  const auto shown = media::view_film(film, [&](FrameIndex, const media::YuvPicture& picture) {
    gate.watch(picture);
    return true;
  });
  if (!shown) return shown.error();
  return FlashReport{gate.findings(), gate.transitions_max(), *shown};
}

Result<FlashReport> watch_takes(const Takes& takes, const std::string& film_folder) {
  FlashGate gate;
  FrameCount watched;
  for (const Take& take : takes.takes) {
    const std::string file = film_folder + "/" + light_file(take.file);
    const std::size_t wanted = static_cast<std::size_t>(take.length.count) * CellMeans::bytes;
    auto light = vault::read_file_whole(file, light_bytes_max);
    if (!light || light->size() != wanted) {
      return Error{Remedy::repair, fmt::format("{} is not what {} needs; delete that take and run "
                                               "again",
                                               file, take.file)};
    }
    for (std::size_t at = 0; at < wanted; at += CellMeans::bytes) {
      gate.watch(read_means(std::string_view(*light).substr(at, CellMeans::bytes)));
    }
    watched = watched + take.length;
  }
  return FlashReport{gate.findings(), gate.transitions_max(), watched};
}

std::string light_file(const std::string& take_file) {
  return take_file + ".light";
}

Result<> refuse_flashes(const FlashReport& report, const ShotList& shots) {
  if (report.findings.empty()) return {};
  const FlashFinding& first = report.findings.front();
  return fix_input(fmt::format(
      "the film flashes in {}: {} (frames {} to {}; {} such places). No bundle is made. Leave the "
      "gag out with --without, or take the shot out of screenplay.yaml",
      shot_at(shots, first.to), first.what, first.from.index, first.to.index,
      report.findings.size()));
}

}  // namespace onereel::cutting
