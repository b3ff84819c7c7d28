// The only code that sees libgit2. Objects and ignore rules are read; no configuration outside the
// repository has a say, no hook, filter or helper runs, nothing is fetched.

#include <git2.h>
#include <git2/sys/repository.h>

#include <sys/stat.h>
#include <algorithm>
#include <filesystem>

#include "paths.h"
#include "tree.h"

namespace onereel::scout {
namespace {

template <typename T, void (*free_it)(T*)>
struct Freed {
  void operator()(T* held) const { free_it(held); }
};
using Repository = std::unique_ptr<git_repository, Freed<git_repository, git_repository_free>>;
using Config = std::unique_ptr<git_config, Freed<git_config, git_config_free>>;
using GitTree = std::unique_ptr<git_tree, Freed<git_tree, git_tree_free>>;
using Commit = std::unique_ptr<git_commit, Freed<git_commit, git_commit_free>>;
using Reference = std::unique_ptr<git_reference, Freed<git_reference, git_reference_free>>;
using Object = std::unique_ptr<git_object, Freed<git_object, git_object_free>>;
using Blob = std::unique_ptr<git_blob, Freed<git_blob, git_blob_free>>;
using Odb = std::unique_ptr<git_odb, Freed<git_odb, git_odb_free>>;

// Keeps libgit2 initialised while it lives.
class Session {
 public:
  Session() { git_libgit2_init(); }
  ~Session() { git_libgit2_shutdown(); }
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
};

struct Opened {
  std::shared_ptr<Session> session;
  std::shared_ptr<git_repository> repository;
};

Error owner_error(const std::string& path) {
  return fix_input(path +
                   " belongs to another user, so git will not read it. If you trust it, run: "
                   "git config --global --add safe.directory " +
                   path);
}

// After opening: only the repository's own configuration counts, so that the same tree gives the
// same facts on every machine, whatever a person ignores globally.
void forget_global_configuration(git_repository* repository) {
  git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "");
  git_config* made = nullptr;
  if (git_config_new(&made) == 0) git_repository_set_config(repository, Config(made).get());
}

bool is_plain_file_or_absent(const std::filesystem::path& path) {
  struct stat status {};
  return lstat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);
}

// A pipe in the place of one of these would hang libgit2.
bool looks_harmless(const std::filesystem::path& folder) {
  return is_plain_file_or_absent(folder / "config") && is_plain_file_or_absent(folder / "HEAD") &&
         is_plain_file_or_absent(folder / "packed-refs") &&
         is_plain_file_or_absent(folder / "index") &&
         is_plain_file_or_absent(folder / "commondir") &&
         is_plain_file_or_absent(folder / "info" / "exclude");
}

std::optional<std::string> tree_path_of(const char* root, const git_tree_entry* entry) {
  std::string path = std::string(root) + git_tree_entry_name(entry);
  if (path.size() > path_bytes_max || !is_plain_path(path)) return std::nullopt;
  return path;
}

class BareTree final : public Tree {
 public:
  BareTree(Opened opened, GitTree tree, Odb odb, std::string name)
      : opened_(std::move(opened)),
        tree_(std::move(tree)),
        odb_(std::move(odb)),
        name_(std::move(name)) {}

  Result<Listing> list(Progress& progress) override {
    Listing listing;
    if (!tree_) return listing;  // no commit yet
    TRY_DO(visit(listing, progress, tree_.get(), "", 0));
    std::sort(listing.files.begin(), listing.files.end(),
              [](const TreeFile& a, const TreeFile& b) { return a.path < b.path; });
    return listing;
  }

  std::optional<std::string> read(const std::string& path) override {
    if (!tree_) return std::nullopt;
    git_tree_entry* found = nullptr;
    if (git_tree_entry_bypath(&found, tree_.get(), path.c_str()) != 0) return std::nullopt;
    const std::unique_ptr<git_tree_entry, Freed<git_tree_entry, git_tree_entry_free>> entry(found);
    const auto mode = git_tree_entry_filemode(entry.get());
    if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE) return std::nullopt;
    if (bytes_of(git_tree_entry_id(entry.get())) > file_bytes_max) return std::nullopt;
    git_blob* made = nullptr;
    if (git_blob_lookup(&made, opened_.repository.get(), git_tree_entry_id(entry.get())) != 0) {
      return std::nullopt;
    }
    const Blob blob(made);
    return std::string(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                       static_cast<std::size_t>(git_blob_rawsize(blob.get())));
  }

  std::string name() const override { return name_; }

 private:
  std::int64_t bytes_of(const git_oid* id) const {
    std::size_t bytes = 0;
    git_object_t type = GIT_OBJECT_INVALID;
    if (git_odb_read_header(&bytes, &type, odb_.get(), id) != 0 || type != GIT_OBJECT_BLOB)
      return -1;
    return static_cast<std::int64_t>(bytes);
  }

  // Recursion is bounded by folder_depth_max.
  Result<> visit(Listing& listing, Progress& progress, const git_tree* tree,
                 const std::string& root, int depth) {
    if (progress.interrupted()) {
      return Error{Remedy::interrupted, "stopped while listing files", {}, {}};
    }
    const std::size_t count = git_tree_entrycount(tree);
    if (git_tree_entry_byname(tree, ".onereel-film") != nullptr) {
      ++listing.left_out["folders that hold a film"];
      return {};
    }
    for (std::size_t k = 0; k < count; ++k) {
      if (++entries_ > entries_max) {
        listing.left_out["entries past the first 200,000"] = 1;
        return {};
      }
      TRY_DO(look_at(listing, progress, git_tree_entry_byindex(tree, k), root, depth));
    }
    return {};
  }

  Result<> look_at(Listing& listing, Progress& progress, const git_tree_entry* entry,
                   const std::string& root, int depth) {
    const std::optional<std::string> path = tree_path_of(root.c_str(), entry);
    const auto mode = git_tree_entry_filemode(entry);
    if (!path) {
      ++listing.left_out["files whose names are no plain text"];
    } else if (mode == GIT_FILEMODE_LINK) {
      ++listing.left_out["links"];
    } else if (mode == GIT_FILEMODE_COMMIT) {
      ++listing.left_out["submodules"];
    } else if (mode == GIT_FILEMODE_TREE) {
      return enter(listing, progress, entry, *path, depth);
    } else {
      const std::int64_t bytes = bytes_of(git_tree_entry_id(entry));
      if (bytes < 0) ++listing.left_out["files that this clone does not hold"];
      if (bytes >= 0) listing.files.push_back({*path, bytes});
    }
    return {};
  }

  Result<> enter(Listing& listing, Progress& progress, const git_tree_entry* entry,
                 const std::string& path, int depth) {
    if (is_left_out_folder(path)) return {};
    git_tree* made = nullptr;
    if (depth >= folder_depth_max ||
        git_tree_lookup(&made, opened_.repository.get(), git_tree_entry_id(entry)) != 0) {
      ++listing.left_out["folders too deep, or damaged"];
      return {};
    }
    const GitTree inner(made);
    return visit(listing, progress, inner.get(), path + "/", depth + 1);
  }

  Opened opened_;
  GitTree tree_;
  Odb odb_;
  std::string name_;
  std::size_t entries_ = 0;
};

// The tree of HEAD; of the one branch where HEAD points to a branch that is not there (mirrors do
// that); null where nothing was ever committed.
GitTree head_tree(git_repository* repository) {
  git_object* made = nullptr;
  if (git_revparse_single(&made, repository, "HEAD^{tree}") != 0 &&
      git_revparse_single(&made, repository, "refs/heads/main^{tree}") != 0 &&
      git_revparse_single(&made, repository, "refs/heads/master^{tree}") != 0) {
    return nullptr;
  }
  return GitTree(reinterpret_cast<git_tree*>(made));
}

std::string name_of_bare(const std::filesystem::path& path) {
  std::filesystem::path folder = path.lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();
  if (folder.filename() == ".git") folder = folder.parent_path();
  std::string name = folder.filename().string();
  if (name.size() > 4 && name.ends_with(".git")) name.resize(name.size() - 4);
  return name;
}

}  // namespace

Result<std::unique_ptr<Tree>> open_bare(const std::string& path) {
  const std::filesystem::path folder(path);
  std::error_code ignore;
  if (!std::filesystem::is_regular_file(folder / "HEAD", ignore) ||
      !std::filesystem::is_directory(folder / "objects", ignore) ||
      !std::filesystem::is_directory(folder / "refs", ignore) || !looks_harmless(folder)) {
    return std::unique_ptr<Tree>();
  }
  auto session = std::make_shared<Session>();
  git_repository* made = nullptr;
  const int code =
      git_repository_open_ext(&made, path.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr);
  if (code == GIT_EOWNER) return owner_error(path);
  if (code != 0) {
    return fix_input(path + " is a git repository that cannot be read here (" +
                     (git_error_last() != nullptr ? git_error_last()->message : "unknown") +
                     "): give the folder of a checked-out work tree instead");
  }
  Opened opened{session, {made, [session](git_repository* held) { git_repository_free(held); }}};
  forget_global_configuration(made);
  git_odb* odb = nullptr;
  if (git_repository_odb(&odb, made) != 0) {
    return fix_input(path + " has no readable objects: clone it again");
  }
  GitTree tree = head_tree(made);
  return std::unique_ptr<Tree>(std::make_unique<BareTree>(std::move(opened), std::move(tree),
                                                          Odb(odb), name_of_bare(folder)));
}

Result<Ignored> ignore_rules(const std::string& path, std::vector<std::string>& remarks) {
  auto session = std::make_shared<Session>();
  git_buf found = GIT_BUF_INIT;
  if (git_repository_discover(&found, path.c_str(), 0, nullptr) != 0) {
    return Ignored();
  }
  const std::string git_folder(found.ptr, found.size);
  git_buf_dispose(&found);
  git_repository* made = nullptr;
  const int code = looks_harmless(git_folder)
                       ? git_repository_open_ext(&made, path.c_str(), 0, nullptr)
                       : GIT_ERROR;
  if (code == GIT_EOWNER) return owner_error(path);
  const char* work_tree = code == 0 ? git_repository_workdir(made) : nullptr;
  if (work_tree == nullptr) {
    git_repository_free(made);
    remarks.emplace_back("The git repository cannot be read, so .gitignore files have no effect");
    return Ignored();
  }
  std::shared_ptr<git_repository> repository(
      made, [session](git_repository* held) { git_repository_free(held); });
  forget_global_configuration(made);
  std::error_code failed;
  std::string prefix =
      std::filesystem::relative(std::filesystem::canonical(path, failed),
                                std::filesystem::canonical(work_tree, failed), failed)
          .generic_string();
  prefix = prefix == "." || failed ? std::string() : prefix + "/";
  int all_ignored = 0;
  if (!prefix.empty() && git_ignore_path_is_ignored(&all_ignored, made, prefix.c_str()) == 0 &&
      all_ignored == 1) {
    remarks.emplace_back("git ignores this very folder, so .gitignore files have no effect");
    return Ignored();  // asked for by name, it is meant
  }
  return Ignored([repository, prefix](const std::string& inside, bool folder) {
    int ignored = 0;
    const std::string asked = prefix + inside + (folder ? "/" : "");
    return git_ignore_path_is_ignored(&ignored, repository.get(), asked.c_str()) == 0 &&
           ignored == 1;
  });
}

Result<std::unique_ptr<Tree>> open_tree(const std::string& path,
                                        std::vector<std::string>& remarks) {
  std::error_code failed;
  const std::filesystem::path real = std::filesystem::canonical(path, failed);
  if (path.empty() || failed || !std::filesystem::exists(real, failed)) {
    return fix_input("Repository not found: " + path +
                     ". Give the absolute path of a folder, e.g. --repo-path \"$PWD\"");
  }
  if (!std::filesystem::is_directory(real, failed)) {
    return fix_input("Repository not found: " + path +
                     " is a file. Give the folder it is in "
                     "with --repo-path");
  }
  TRY(auto bare, open_bare(real.string()));
  if (bare) return bare;
  TRY(Ignored ignored, ignore_rules(real.string(), remarks));
  return open_folder(real.string(), std::move(ignored));
}

}  // namespace onereel::scout
