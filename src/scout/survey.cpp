#include "onereel/scout/survey.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>

#include "extract.h"
#include "grammar.h"
#include "imports.h"
#include "metrics.h"
#include "onereel/base/text.h"
#include "paths.h"
#include "project.h"
#include "tree.h"

namespace onereel::scout {
namespace {

// A text of the tree, or why it is not read. The one gate for survey() and line_at().
struct ReadText {
  std::unique_ptr<TextFile> file;
  const char* why_not = nullptr;
};

ReadText read_text(Tree& tree, const std::string& path) {
  if (is_secret_name(path)) return {nullptr, "files that may hold secrets, seen but not read"};
  const std::optional<std::string> bytes = tree.read(path);
  if (!bytes) return {nullptr, "files that could not be read"};
  if (is_binary(*bytes)) return {nullptr, "binary files"};
  return {std::make_unique<TextFile>(path, *bytes), nullptr};
}

bool is_readme_name(std::string_view path) {
  const std::string name = lower_ascii(file_name(path));
  return name == "readme" || name == "readme.md" || name == "readme.rst" || name == "readme.txt" ||
         name == "readme.markdown" || name == "readme.mdx" || name == "readme.adoc" ||
         name == "readme.org";
}

bool is_licence_name(std::string_view path) {
  const std::string name = lower_ascii(file_name(path));
  return folder_of(path).empty() && (name.starts_with("license") || name.starts_with("licence") ||
                                     name.starts_with("copying") || name.starts_with("unlicense"));
}

// Files beside the manifests that may name what an import needs.
bool may_name_dependencies(std::string_view path) {
  const std::string name = lower_ascii(file_name(path));
  return is_manifest_name(path) || name == "tox.ini" || name == "noxfile.py" ||
         name.starts_with("environment.y") || name == "dockerfile" ||
         name.starts_with("tsconfig") || name.starts_with("vite.config") ||
         name.starts_with("webpack.config") || name == "conda.yaml" || name == "meta.yaml";
}

class Surveyor {
 public:
  Surveyor(Tree& tree, Progress& progress) : tree_(tree), progress_(progress) {}

  Result<RepoFacts> run() {
    TRY(Listing listing, tree_.list(progress_));
    left_out_ = listing.left_out;
    keep_interesting(listing);
    papers_.folder_name = tree_.name();
    TRY_DO(read_all());
    return put_together(listing);
  }

 private:
  void keep_interesting(const Listing& listing) {
    std::set<std::string> sheets;  // what style sheets are compiled from
    for (const TreeFile& file : listing.files) {
      const std::string ending = extension(file.path);
      if (ending == "scss" || ending == "sass" || ending == "less") sheets.insert(stem(file.path));
    }
    for (const TreeFile& file : listing.files) {
      const bool compiled = file.path.ends_with(".css") && sheets.contains(stem(file.path));
      if (compiled || is_generated_name(file.path)) {
        ++left_out_["generated files"];
      } else {
        files_.push_back(file);
        paths_.push_back(file.path);
      }
    }
  }

  static std::string stem(std::string_view path) {
    const std::string_view name = file_name(path);
    return std::string(name.substr(0, name.find_last_of('.')));
  }

  // Programs before their tests, so that a limit cuts the tests first.
  Result<> read_all() {
    std::vector<const TreeFile*> order;
    for (const TreeFile& file : files_) order.push_back(&file);
    std::stable_partition(order.begin(), order.end(),
                          [](const TreeFile* file) { return !in_tests(file->path); });
    long done = 0;
    for (const TreeFile* file : order) {
      if (progress_.interrupted()) {
        return Error{Remedy::interrupted, "stopped while reading the repository", {}, {}};
      }
      progress_.step("read the repository", ++done, static_cast<long>(order.size()));
      read_one(*file);
    }
    return {};
  }

  void read_one(const TreeFile& listed) {
    Fact path_fact{.kind = FactKind::file_path,
                   .name = listed.path,
                   .where = {listed.path, 1, ""},
                   .in_tests = in_tests(listed.path)};
    if (listed.bytes > file_bytes_max) {
      ++left_out_["files over 1 MiB"];
    } else if (total_bytes_ + listed.bytes > total_bytes_max) {
      ++left_out_["files past the first 64 MiB"];
    } else {
      total_bytes_ += listed.bytes;
      const ReadText read = read_text(tree_, listed.path);
      if (read.why_not != nullptr) ++left_out_[read.why_not];
      if (read.file) {
        path_fact.where = read.file->evidence(read.file->telling_line());
        take_text(*read.file, path_fact.in_tests);
      }
    }
    take_kind(path_fact);
    findings_.add(std::move(path_fact));
  }

  void take_kind(const Fact& path_fact) {
    const std::string lower = lower_ascii(file_name(path_fact.name));
    const std::string kind(well_known_name(lower));
    if (!kinds_.insert(kind).second) return;
    Fact fact = path_fact;
    fact.kind = FactKind::file_kind;
    fact.name = kind;
    findings_.add(std::move(fact));
  }

  void take_text(const TextFile& file, bool tests) {
    const std::string& path = file.path();
    if (is_manifest_name(path) && !tests) {
      if (auto manifest = read_manifest(file)) papers_.manifests.push_back(std::move(*manifest));
    }
    if (may_name_dependencies(path)) manifest_words_ += lower_ascii(file.text()) + "\n";
    if (is_readme_name(path)) take_readme(file);
    if (is_licence_name(path) && papers_.licence.text.empty()) {
      const std::string licence = licence_of(file.text());
      if (!licence.empty()) papers_.licence = {licence, file.evidence(1)};
    }
    const LanguageOf language = language_of(path);
    metrics_.take(file, language, tests, findings_);
    if (language.parses == Parses::none) return;
    if (file.says_generated()) {
      ++left_out_["generated files"];
    } else if (file.has_endless_line() || file.nests_too_deep()) {
      ++left_out_["files packed on endless lines or nested too deep, counted but not parsed"];
    } else {
      parse(file, language.parses, tests);
    }
  }

  void parse(const TextFile& file, Parses language, bool tests) {
    Grammar& grammar = grammars_.of(language);
    const auto parsed = grammar.parse(file.text());
    if (!parsed) {
      ++left_out_["files that would take too long to parse"];
      return;
    }
    extract(file, language, *parsed, grammar.matches(*parsed), tests, findings_);
  }

  // The one nearest to the root; at the root Markdown before others.
  void take_readme(const TextFile& file) {
    const auto rank = [](const std::string& path) {
      const std::string lower = lower_ascii(file_name(path));
      return parts_of(path).size() * 10 + (lower == "readme.md" ? 0U : lower == "readme" ? 2U : 1U);
    };
    const std::string_view folder = folder_of(file.path());
    if (!folder.empty() && folder != "docs" && folder != ".github" && folder != "doc") return;
    if (!readme_path_.empty() && rank(readme_path_) <= rank(file.path())) return;
    std::string target = trimmed(file.text());
    const bool is_only_a_path = file.lines().size() == 1 && target.size() < 200 &&
                                target.find(' ') == std::string::npos &&
                                std::binary_search(paths_.begin(), paths_.end(), target);
    readme_path_ = file.path();
    if (!is_only_a_path) {
      papers_.readme = read_readme(file);
      return;
    }
    const ReadText read = read_text(tree_, target);
    if (read.file) papers_.readme = read_readme(*read.file);
  }

  Result<RepoFacts> put_together(const Listing& listing) {
    std::stable_sort(papers_.manifests.begin(), papers_.manifests.end(),
                     [](const Manifest& a, const Manifest& b) {
                       const auto depth = [](const Manifest& m) { return parts_of(m.path).size(); };
                       return std::pair(depth(a), a.path) < std::pair(depth(b), b.path);
                     });
    papers_.languages = metrics_.languages();
    papers_.versions = findings_.versions;
    // pot/version.py speaks for the pot, pot/v1/version.py for what the pot once was.
    std::stable_sort(papers_.versions.begin(), papers_.versions.end(),
                     [](const Stated& a, const Stated& b) {
                       return parts_of(a.where.path).size() < parts_of(b.where.path).size();
                     });
    RepoFacts facts;
    facts.project = project_from(papers_);
    facts.languages = papers_.languages;
    facts.claim = claim_from(papers_);
    facts.readme = papers_.readme.opening;
    facts.paths = paths_;
    add_manifest_facts(facts);
    for (Fact& fact : papers_.readme.facts) findings_.add(std::move(fact));
    for (Fact& fact :
         missing_imports(findings_.imports, {paths_, papers_.manifests, manifest_words_})) {
      findings_.add(std::move(fact));
    }
    facts.counts = metrics_.counts(papers_, paths_, findings_);
    facts.empty = metrics_.is_empty() && papers_.manifests.empty();
    facts.facts = sorted_facts();
    add_notes(listing, facts);
    return facts;
  }

  void add_manifest_facts(RepoFacts& facts) {
    const Manifest* main = main_manifest(papers_);
    std::set<std::string> dependencies;
    for (const Manifest& manifest : papers_.manifests) {
      for (const Fact& key : manifest.keys) findings_.add(key);
      for (const auto* list : {&manifest.dependencies, &manifest.others}) {
        for (const Stated& dependency : *list) {
          findings_.add(
              Fact{.kind = FactKind::manifest, .name = dependency.text, .where = dependency.where});
        }
      }
      const bool speaks = main != nullptr &&
                          (&manifest == main || folder_of(manifest.path) == folder_of(main->path));
      if (!speaks) continue;
      for (const Stated& dependency : manifest.dependencies) dependencies.insert(dependency.text);
      for (const std::string& word : manifest.keywords) facts.keywords.push_back(word);
      facts.installs_command = facts.installs_command || manifest.installs_command;
      facts.has_library_entry = facts.has_library_entry || manifest.has_library_entry;
    }
    for (const Stated& line : papers_.readme.keywords_line) facts.keywords.push_back(line.text);
    facts.dependencies.assign(dependencies.begin(), dependencies.end());
    if (main != nullptr) add_entries_by_path(*main, facts);
  }

  // Cargo and Go say by file names what they build.
  void add_entries_by_path(const Manifest& main, RepoFacts& facts) const {
    const std::string folder(folder_of(main.path));
    const std::string base = folder.empty() ? "" : folder + "/";
    const auto has = [&](const std::string& path) {
      return std::binary_search(paths_.begin(), paths_.end(), base + path);
    };
    if (main.kind == ManifestKind::cargo) {
      facts.installs_command = facts.installs_command || has("src/main.rs");
      facts.has_library_entry = facts.has_library_entry || has("src/lib.rs");
    }
    if (main.kind != ManifestKind::go) return;
    bool command = has("main.go");
    bool library = false;
    for (const std::string& path : paths_) {
      if (!path.ends_with(".go") || in_tests(path)) continue;
      command = command || (path.starts_with(base + "cmd/") && path.ends_with("/main.go"));
      library = library || (folder_of(path) == folder && path != base + "main.go");
    }
    facts.installs_command = facts.installs_command || command;
    facts.has_library_entry = facts.has_library_entry || (library && !has("main.go"));
  }

  std::vector<Fact> sorted_facts() {
    const auto key = [](const Fact& fact) {
      return std::tie(fact.where.path, fact.where.line, fact.kind, fact.name, fact.message);
    };
    std::sort(findings_.facts.begin(), findings_.facts.end(),
              [&](const Fact& a, const Fact& b) { return key(a) < key(b); });
    const auto last = std::unique(findings_.facts.begin(), findings_.facts.end(),
                                  [&](const Fact& a, const Fact& b) { return key(a) == key(b); });
    findings_.facts.erase(last, findings_.facts.end());
    return std::move(findings_.facts);
  }

  void add_notes(const Listing& listing, RepoFacts& facts) const {
    facts.notes = listing.remarks;
    for (const auto& [reason, count] : left_out_) {
      facts.notes.push_back(std::to_string(count) + " " + reason);
    }
    if (findings_.too_many_facts) {
      facts.notes.push_back("more than " + std::to_string(facts_max) + " facts, the rest left out");
    }
  }

  Tree& tree_;
  Progress& progress_;
  std::vector<TreeFile> files_;
  std::vector<std::string> paths_;
  LeftOut left_out_;
  std::int64_t total_bytes_ = 0;
  Papers papers_;
  std::string readme_path_;
  std::string manifest_words_;
  Findings findings_;
  Metrics metrics_;
  Grammars grammars_;
  std::set<std::string> kinds_;
};

}  // namespace

Result<RepoFacts> survey(const std::string& repository, Progress& progress) {
  std::vector<std::string> remarks;
  TRY(auto tree, open_tree(repository, remarks));
  TRY(RepoFacts facts, Surveyor(*tree, progress).run());
  facts.notes.insert(facts.notes.begin(), remarks.begin(), remarks.end());
  progress.debug("scout: " + std::to_string(facts.paths.size()) + " files, " +
                 std::to_string(facts.facts.size()) + " facts");
  return facts;
}

Result<std::string> line_at(const std::string& repository, const std::string& path, int line) {
  std::vector<std::string> remarks;
  TRY(auto tree, open_tree(repository, remarks));
  const ReadText read = read_text(*tree, path);
  return read.file && line > 0 ? read.file->evidence(line).text : std::string();
}

}  // namespace onereel::scout
