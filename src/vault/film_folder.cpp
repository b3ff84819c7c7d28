// A film folder is claimed by its marker and locked by flock(2) on it, so that the lock goes with
// the process, however it ends. Hashes of written papers lie in .written/<name>.

#include "onereel/vault/film_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "onereel/vault/content_hash.h"

namespace onereel::vault {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view marker_text =
    "This folder is a film made by onereel. Delete the whole folder to be rid of it.\n";

std::string hash_name(std::string_view name) {
  std::string flat(name);
  for (char& c : flat) {
    if (c == '/') c = '_';
  }
  return ".written/" + flat;
}

Error system_error(std::string_view doing, const std::string& path) {
  return fix_input(fmt::format("cannot {} {}: {}", doing, path, std::strerror(errno)));
}

Result<> write_all(int file, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return system_error("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
  if (::fsync(file) != 0) return system_error("flush", path);
  return {};
}

bool is_empty_folder(const std::string& path) {
  std::error_code fault;
  return fs::is_directory(path, fault) && fs::is_empty(path, fault) && !fault;
}

}  // namespace

Result<> write_file_whole(const std::string& path, std::string_view bytes) {
  std::error_code fault;
  const fs::path parent = fs::path(path).parent_path();
  if (!parent.empty()) fs::create_directories(parent, fault);
  const std::string aside = path + ".part";
  const int flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW;
  const int file = ::open(aside.c_str(), flags, 0644);
  if (file < 0) return system_error("write", aside);
  const Result<> written = write_all(file, bytes, aside);
  ::close(file);
  if (!written) {
    ::unlink(aside.c_str());
    return written.error();
  }
  if (::rename(aside.c_str(), path.c_str()) != 0) return system_error("rename to", path);
  return {};
}

Result<std::string> read_file_whole(const std::string& path, std::size_t bytes_max) {
  std::error_code fault;
  const auto size = fs::file_size(path, fault);
  if (fault) return fix_input(fmt::format("cannot read {}: {}", path, fault.message()));
  if (size > bytes_max) {
    return fix_input(fmt::format("{} is larger than {} MiB", path, bytes_max >> 20U));
  }
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file) return fix_input(fmt::format("cannot read {}", path));
  return bytes;
}

Result<FilmFolder> FilmFolder::open(const std::string& path) {
  std::error_code fault;
  const std::string marker = path + "/" + std::string(film_marker);
  if (!fs::exists(marker, fault)) {
    if (fs::exists(path, fault) && !is_empty_folder(path)) {
      return fix_input(fmt::format(
          "{} is there already and is no film of onereel; name another folder with --out", path));
    }
    fs::create_directories(path, fault);
    if (fault) return fix_input(fmt::format("cannot make {}: {}", path, fault.message()));
    TRY_DO(write_file_whole(path + "/.gitignore", "*\n"));
    TRY_DO(write_file_whole(marker, marker_text));
  }
  return held(path);
}

Result<FilmFolder> FilmFolder::open_existing(const std::string& path) {
  std::error_code fault;
  if (!fs::exists(path + "/" + std::string(film_marker), fault)) {
    return fix_input(fmt::format("there is no film in {}; make one with: onereel make", path));
  }
  return held(path);
}

Result<FilmFolder> FilmFolder::held(std::string path) {
  const std::string marker = path + "/" + std::string(film_marker);
  const int lock = ::open(marker.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (lock < 0) return system_error("open", marker);
  if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock);
    return Error{Remedy::wait,
                 fmt::format("another onereel is at work in {}; wait for it or use --out", path)};
  }
  return FilmFolder(std::move(path), lock);
}

FilmFolder::~FilmFolder() {
  if (lock_ >= 0) ::close(lock_);
}

FilmFolder::FilmFolder(FilmFolder&& other) noexcept
    : path_(std::move(other.path_)), lock_(std::exchange(other.lock_, -1)) {}

FilmFolder& FilmFolder::operator=(FilmFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(lock_, other.lock_);
  return *this;
}

std::string FilmFolder::file(std::string_view name) const {
  return path_ + "/" + std::string(name);
}

bool FilmFolder::has(std::string_view name) const {
  std::error_code fault;
  return fs::is_regular_file(file(name), fault);
}

Result<> FilmFolder::write_file(std::string_view name, std::string_view bytes) {
  // The hash goes first: dying between the two makes our own file look edited, which loses nothing.
  TRY_DO(write_file_whole(file(hash_name(name)), content_hash(bytes) + "\n"));
  return write_file_whole(file(name), bytes);
}

Result<std::string> FilmFolder::read_file(std::string_view name) const {
  return read_file_whole(file(name));
}

bool FilmFolder::edited_by_person(std::string_view name) const {
  if (!has(name)) return false;
  const Result<std::string> noted = read_file(hash_name(name));
  return !noted || *noted != file_hash(file(name)) + "\n";
}

Result<std::string> FilmFolder::keep_copy(std::string_view name) const {
  for (int k = 1; k < 10'000; ++k) {
    const std::string copy = fmt::format("{}.{}", name, k);
    std::error_code fault;
    if (fs::copy_file(file(name), file(copy), fs::copy_options::none, fault)) return copy;
    if (fault != std::errc::file_exists) {
      return fix_input(fmt::format("cannot copy {}: {}", file(name), fault.message()));
    }
  }
  return fix_input(fmt::format("there are 9,999 copies of {} already", file(name)));
}

}  // namespace onereel::vault
