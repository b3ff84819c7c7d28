// Folders on disk, read through file descriptors so that nothing can be swapped for a link between
// looking and opening.

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "paths.h"
#include "tree.h"

namespace onereel::scout {
namespace {

constexpr const char* film_marker = ".onereel-film";

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  ~FileDescriptor() {
    if (number_ >= 0) close(number_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  FileDescriptor(FileDescriptor&& other) noexcept : number_(other.number_) { other.number_ = -1; }
  FileDescriptor& operator=(FileDescriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }

  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }
  int release() {
    const int number = number_;
    number_ = -1;
    return number;
  }

 private:
  int number_;
};

constexpr int open_folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
constexpr int open_file_flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

// The names in an open folder, sorted by bytes; fewer than `most`.
std::vector<std::string> names_in(int folder, std::size_t most) {
  std::vector<std::string> names;
  FileDescriptor copy(openat(folder, ".", open_folder_flags));
  if (!copy.is_open()) return names;
  DIR* stream = fdopendir(copy.number());
  if (stream == nullptr) return names;
  copy.release();  // closedir closes it
  while (const dirent* entry = readdir(stream)) {
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    if (names.size() == most) break;
    names.emplace_back(name);
  }
  closedir(stream);
  std::sort(names.begin(), names.end());
  return names;
}

std::string read_up_to(int file, std::size_t most) {
  std::string bytes(most, '\0');
  std::size_t filled = 0;
  while (filled < most) {
    const ssize_t got = ::read(file, bytes.data() + filled, most - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

class FolderTree final : public Tree {
 public:
  FolderTree(FileDescriptor root, std::string name, Ignored ignored)
      : root_(std::move(root)), name_(std::move(name)), ignored_(std::move(ignored)) {}

  Result<Listing> list(Progress& progress) override {
    Walk walk{.progress = progress};
    if (fstat(root_.number(), &walk.root_status) != 0) return fix_input("the folder is gone");
    TRY_DO(visit(walk, root_.number(), "", 0));
    std::sort(walk.listing.files.begin(), walk.listing.files.end(),
              [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; });
    return std::move(walk.listing);
  }

  std::optional<std::string> read(const std::string& path) override {
    const FileDescriptor file = open_beneath(path);
    struct stat status {};
    if (!file.is_open() || fstat(file.number(), &status) != 0 || !S_ISREG(status.st_mode) ||
        status.st_size > file_bytes_max) {
      return std::nullopt;
    }
    return read_up_to(file.number(), static_cast<std::size_t>(file_bytes_max));
  }

  std::string name() const override { return name_; }

 private:
  struct Walk {
    Progress& progress;
    Listing listing = {};
    struct stat root_status = {};
    std::size_t entries = 0;
  };

  // Recursion is bounded by folder_depth_max; one descriptor is open for each level.
  Result<> visit(Walk& walk, int folder, const std::string& path, int depth) {
    if (walk.progress.interrupted()) {
      return Error{Remedy::interrupted, "stopped while listing files", {}, {}};
    }
    const std::vector<std::string> names = names_in(folder, entries_max);
    if (std::binary_search(names.begin(), names.end(), film_marker)) {
      ++walk.listing.left_out["folders that hold a film"];
      return {};
    }
    if (ignored_ && has_odd_ignore_file(folder)) {
      ++walk.listing.left_out["folders whose .gitignore is no plain file"];
      return {};
    }
    for (const std::string& name : names) {
      if (++walk.entries > entries_max) {
        walk.listing.left_out["entries past the first 200,000"] = 1;
        return {};
      }
      TRY_DO(look_at(walk, folder, path.empty() ? name : path + "/" + name, depth));
    }
    return {};
  }

  Result<> look_at(Walk& walk, int folder, const std::string& path, int depth) {
    LeftOut& left_out = walk.listing.left_out;
    const std::string name(file_name(path));
    struct stat status {};
    if (fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) return {};
    if (S_ISLNK(status.st_mode)) {
      ++left_out["links"];
    } else if (S_ISDIR(status.st_mode)) {
      return enter(walk, folder, path, status, depth);
    } else if (!S_ISREG(status.st_mode)) {
      ++left_out["pipes, sockets and devices"];
    } else if (!is_plain_path(path) || path.size() > path_bytes_max) {
      ++left_out["files whose names are no plain text"];
    } else if (!ignored_ || !ignored_(path, false)) {
      walk.listing.files.push_back({path, static_cast<std::int64_t>(status.st_size)});
    }
    return {};
  }

  Result<> enter(Walk& walk, int folder, const std::string& path, const struct stat& status,
                 int depth) {
    LeftOut& left_out = walk.listing.left_out;
    if (is_left_out_folder(path) || (ignored_ && ignored_(path, true))) return {};
    if (status.st_dev != walk.root_status.st_dev) {
      ++left_out["folders on another file system"];
      return {};
    }
    if (depth >= folder_depth_max || path.size() > path_bytes_max || !is_plain_path(path)) {
      ++left_out["folders too deep or with names that are no plain text"];
      return {};
    }
    const FileDescriptor inner(
        openat(folder, std::string(file_name(path)).c_str(), open_folder_flags));
    if (!inner.is_open()) {
      ++left_out["folders that cannot be read"];
      return {};
    }
    return visit(walk, inner.number(), path, depth + 1);
  }

  // libgit2 opens .gitignore files by their names: a pipe there would hang it.
  static bool has_odd_ignore_file(int folder) {
    struct stat status {};
    if (fstatat(folder, ".gitignore", &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
    return !S_ISREG(status.st_mode) || status.st_size > file_bytes_max;
  }

  FileDescriptor open_beneath(const std::string& path) const {
    FileDescriptor folder(openat(root_.number(), ".", open_folder_flags));
    const auto parts = parts_of(path);
    for (std::size_t k = 0; k < parts.size() && folder.is_open(); ++k) {
      const std::string part(parts[k]);
      if (part.empty() || part == "." || part == "..") return FileDescriptor(-1);
      const bool last = k + 1 == parts.size();
      FileDescriptor next(
          openat(folder.number(), part.c_str(), last ? open_file_flags : open_folder_flags));
      if (last) return next;
      folder = std::move(next);
    }
    return FileDescriptor(-1);
  }

  FileDescriptor root_;
  std::string name_;
  Ignored ignored_;
};

}  // namespace

Result<std::unique_ptr<Tree>> open_folder(const std::string& path, Ignored ignored) {
  FileDescriptor root(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root.is_open()) return fix_input(path + " cannot be read: check its permissions");
  std::string trimmed_path = path;
  while (trimmed_path.size() > 1 && trimmed_path.back() == '/') trimmed_path.pop_back();
  return std::unique_ptr<Tree>(std::make_unique<FolderTree>(
      std::move(root), std::string(file_name(trimmed_path)), std::move(ignored)));
}

}  // namespace onereel::scout
