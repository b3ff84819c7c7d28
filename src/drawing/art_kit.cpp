#include "onereel/drawing/art_kit.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <sstream>

#include "onereel/base/document.h"

namespace onereel::drawing {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t drawings_max = 5000;

// The drawings of one folder: their names, and those read so far.
struct Drawer {
  std::string folder;
  std::string kind;  // "prop", for messages
  std::vector<std::string> names;
  std::map<std::string, std::unique_ptr<const Drawing>, std::less<>> read;
};

Result<std::string> text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return fix_input(fmt::format("{}: cannot be read", path));
  return std::move(text).str();
}

void add_names(const fs::path& folder, const std::string& prefix, std::vector<std::string>& names) {
  std::error_code fault;
  for (fs::directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
    if (it->path().extension() != ".svg" || names.size() == drawings_max) continue;
    names.push_back(prefix + it->path().stem().string());
  }
  std::sort(names.begin(), names.end());  // directories have no order of their own
}

Result<Drawer> open_drawer(const std::string& data_folder, const std::string& sub,
                           const std::string& kind) {
  Drawer drawer;
  drawer.folder = data_folder + "/" + sub;
  drawer.kind = kind;
  add_names(drawer.folder, "", drawer.names);
  if (kind == "frame") add_names(drawer.folder + "/wipes", "wipes/", drawer.names);
  if (drawer.names.empty()) {
    return fix_input(
        fmt::format("{}: no drawings there; is this onereel's data folder?", drawer.folder));
  }
  return drawer;
}

Result<Drawing> read_file(const Drawer& drawer, const std::string& name) {
  TRY(const std::string svg, text_of(fmt::format("{}/{}.svg", drawer.folder, name)));
  TRY(Drawing drawing, read_drawing(svg, name));
  const std::string poses = fmt::format("{}/poses/{}.json", drawer.folder, name);
  std::error_code fault;
  if (drawer.kind == "puppet" && fs::exists(poses, fault)) {
    TRY(const std::string json, text_of(poses));
    TRY_DO(read_key_poses(json, drawing));
  }
  return drawing;
}

}  // namespace

struct ArtKit::Shelf {
  std::mutex lock;
  Drawer puppets;
  Drawer props;
  Drawer sets;
  Drawer cards;
  Drawer frames;

  Result<const Drawing*> look_up(Drawer& drawer, std::string_view name) {
    const std::lock_guard held(lock);
    if (const auto found = drawer.read.find(name); found != drawer.read.end()) {
      return found->second.get();
    }
    // Only names that were listed are opened, so no name leads out of the folder.
    if (!std::binary_search(drawer.names.begin(), drawer.names.end(), name)) {
      const std::vector<std::string_view> names(drawer.names.begin(), drawer.names.end());
      const std::string near = nearest(name, names);
      return fix_input(fmt::format("there is no {} '{}'{}", drawer.kind, name,
                                   near.empty() ? fmt::format("; see {}", drawer.folder)
                                                : fmt::format("; did you mean '{}'?", near)));
    }
    TRY(Drawing drawing, read_file(drawer, std::string(name)));
    auto kept = std::make_unique<const Drawing>(std::move(drawing));
    const Drawing* result = kept.get();
    drawer.read.emplace(name, std::move(kept));
    return result;
  }
};

ArtKit::ArtKit(std::unique_ptr<Shelf> shelf) : shelf_(std::move(shelf)) {}
ArtKit::~ArtKit() = default;

Result<std::shared_ptr<ArtKit>> ArtKit::open(const std::string& data_folder) {
  auto shelf = std::make_unique<Shelf>();
  TRY(shelf->puppets, open_drawer(data_folder, "puppets", "puppet"));
  TRY(shelf->props, open_drawer(data_folder, "props", "prop"));
  TRY(shelf->sets, open_drawer(data_folder, "sets", "set"));
  TRY(shelf->cards, open_drawer(data_folder, "cards", "card"));
  TRY(shelf->frames, open_drawer(data_folder, "frames", "frame"));
  return std::shared_ptr<ArtKit>(new ArtKit(std::move(shelf)));
}

Result<const Drawing*> ArtKit::puppet(std::string_view name) {
  return shelf_->look_up(shelf_->puppets, name);
}
Result<const Drawing*> ArtKit::prop(std::string_view name) {
  return shelf_->look_up(shelf_->props, name);
}
Result<const Drawing*> ArtKit::set(std::string_view name) {
  return shelf_->look_up(shelf_->sets, name);
}
Result<const Drawing*> ArtKit::card(std::string_view name) {
  return shelf_->look_up(shelf_->cards, name);
}
Result<const Drawing*> ArtKit::frame(std::string_view name) {
  return shelf_->look_up(shelf_->frames, name);
}
std::vector<std::string> ArtKit::prop_names() const {
  return shelf_->props.names;
}
std::vector<std::string> ArtKit::puppet_names() const {
  return shelf_->puppets.names;
}
std::vector<std::string> ArtKit::set_names() const {
  return shelf_->sets.names;
}
std::vector<std::string> ArtKit::card_names() const {
  return shelf_->cards.names;
}
std::vector<std::string> ArtKit::frame_names() const {
  return shelf_->frames.names;
}

}  // namespace onereel::drawing
