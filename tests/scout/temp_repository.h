#pragma once

// A repository on disk that lives as long as a test.

#include <git2.h>
#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "onereel/base/log.h"
#include "onereel/papers/repo_facts.h"
#include "onereel/scout/survey.h"

namespace onereel::scout {

class TempRepository {
 public:
  TempRepository() {
    std::string pattern = (std::filesystem::temp_directory_path() / "scout-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TempRepository() {
    std::error_code ignore;
    std::filesystem::remove_all(path_, ignore);
  }
  TempRepository(const TempRepository&) = delete;
  TempRepository& operator=(const TempRepository&) = delete;

  std::string path() const { return path_.string(); }
  std::filesystem::path operator/(const std::string& inside) const { return path_ / inside; }

  TempRepository& write(const std::string& inside, std::string_view text) {
    std::filesystem::create_directories((path_ / inside).parent_path());
    std::ofstream(path_ / inside, std::ios::binary) << text;
    return *this;
  }

  /// Makes it a work tree of git, without a commit.
  void make_work_tree() {
    git_libgit2_init();
    git_repository* repository = nullptr;
    git_repository_init(&repository, path().c_str(), 0);
    git_repository_free(repository);
    git_libgit2_shutdown();
  }

  /// Commits everything; the folder .git is then a repository that can be read as a bare one.
  void commit_all() {
    git_libgit2_init();
    git_repository* repository = nullptr;
    git_index* index = nullptr;
    git_tree* tree = nullptr;
    git_signature* author = nullptr;
    git_oid id;
    git_repository_init(&repository, path().c_str(), 0);
    git_repository_index(&index, repository);
    git_index_add_all(index, nullptr, GIT_INDEX_ADD_FORCE, nullptr, nullptr);
    git_index_write(index);
    git_index_write_tree(&id, index);
    git_tree_lookup(&tree, repository, &id);
    git_signature_new(&author, "A", "a@b.example", 1'700'000'000, 0);
    git_commit_create_v(&id, repository, "HEAD", author, author, nullptr, "all", tree, 0);
    git_signature_free(author);
    git_tree_free(tree);
    git_index_free(index);
    git_repository_free(repository);
    git_libgit2_shutdown();
  }

 private:
  std::filesystem::path path_;
};

inline RepoFacts surveyed(const std::string& path) {
  QuietProgress quiet;
  auto facts = survey(path, quiet);
  if (facts) return *facts;
  RepoFacts failed;
  failed.notes.push_back("error: " + facts.error().what);
  return failed;
}
inline RepoFacts surveyed(const TempRepository& repository) {
  return surveyed(repository.path());
}

/// The first fact of a kind and name; an empty fact if there is none.
inline Fact fact_of(const RepoFacts& facts, FactKind kind, std::string_view name) {
  const auto found = std::find_if(facts.facts.begin(), facts.facts.end(), [&](const Fact& fact) {
    return fact.kind == kind && fact.name == name;
  });
  return found == facts.facts.end() ? Fact{} : *found;
}

/// Names of all facts of a kind, in their order, with blanks between.
inline std::string names_of(const RepoFacts& facts, FactKind kind) {
  std::string names;
  for (const Fact& fact : facts.facts) {
    if (fact.kind == kind) names += (names.empty() ? "" : " ") + fact.name;
  }
  return names;
}

inline bool holds(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace onereel::scout
