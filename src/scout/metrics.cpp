#include "metrics.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <set>

#include "onereel/base/text.h"
#include "paths.h"
#include "scout_texts.h"

namespace onereel::scout {
namespace {

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

bool is_word_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// A note of work to do: one of the marks, behind the sign of a comment.
bool is_note(std::string_view line) {
  for (const std::string_view mark : lines_of(texts::note_marks_txt)) {
    const auto at = line.find(mark);
    if (at == std::string_view::npos) continue;
    static const re2::RE2 comment(R"re((#|//|/\*|^\s*\*|--|;|<!--|%|"))re");
    const auto end = at + mark.size();
    const bool alone = end >= line.size() || !is_word_letter(line[end]);
    const bool begins = at == 0 || !is_word_letter(line[at - 1]);
    if (alone && begins && re2::RE2::PartialMatch(piece(line.substr(0, at)), comment)) return true;
  }
  return false;
}

bool is_deprecation(std::string_view line) {
  if (line.find("eprecated") == std::string_view::npos) return false;
  static const re2::RE2 pattern(R"re(^\s*(//|\*|/\*\*?)\s*(@deprecated\b|Deprecated:))re");
  return re2::RE2::PartialMatch(piece(line), pattern);
}

std::int64_t count_paths(const std::vector<std::string>& paths, const char* pattern) {
  const re2::RE2 compiled(pattern);
  return std::count_if(paths.begin(), paths.end(), [&](const std::string& path) {
    return re2::RE2::PartialMatch(path, compiled);
  });
}

// Distinct names of facts outside tests; remembers the first place.
void count_kind(FactKind kind, const char* name, Findings& findings) {
  std::set<std::string_view> seen;
  const Fact* first = nullptr;
  for (const Fact& fact : findings.facts) {
    if (fact.kind != kind || fact.in_tests) continue;
    seen.insert(fact.name);
    const bool earlier = first == nullptr || std::tie(fact.where.path, fact.where.line) <
                                                 std::tie(first->where.path, first->where.line);
    if (earlier) first = &fact;
  }
  if (first == nullptr) return;
  findings.count(name, static_cast<std::int64_t>(seen.size()));
  findings.first_places.try_emplace(name, first->where);
}

// Packages of the kind of manifest that most folders have.
std::int64_t count_packages(const std::vector<Manifest>& manifests) {
  std::map<ManifestKind, std::set<std::string>> folders;
  for (const Manifest& manifest : manifests) {
    if (!manifest.name.text.empty()) {
      folders[manifest.kind].insert(std::string(folder_of(manifest.path)));
    }
  }
  std::size_t most = 0;
  for (const auto& [kind, held] : folders) most = std::max(most, held.size());
  return static_cast<std::int64_t>(most);
}

void count_paths_of_kinds(const std::vector<std::string>& paths, Findings& findings) {
  findings.count(
      "migrations",
      count_paths(paths,
                  R"re((?i)(^|/)(db/migrate|migrations?|alembic/versions|flyway)/[^/]*\d{2,})re"
                  R"re([^/]*\.\w+$|/V\d+__\w+\.sql$)re"));
  findings.count(
      "translations",
      count_paths(paths,
                  R"re((?i)(^|/)(locales?|i18n|translations|lang|po|LC_MESSAGES)/([a-z]{2})re"
                  R"re(([_-]\w{2,4})?/)?[\w.-]*\.(po|json|ya?ml|properties)$)re"));
  findings.count("doc_pages", count_paths(paths, R"re((?i)^docs?/.*\.(md|rst|adoc|mdx|txt)$)re"));
  findings.count("examples", count_paths(paths, R"re((?i)(^|/)_?examples?/.*\w$)re"));
}

}  // namespace

void Metrics::take(const TextFile& file, const LanguageOf& language, bool tests,
                   Findings& findings) {
  const auto lines = static_cast<std::int64_t>(file.lines().size());
  if (language.sort == LanguageSort::prose) {
    prose_lines_ += lines;
    prose_words_lines_ +=
        std::count_if(file.lines().begin(), file.lines().end(),
                      [](std::string_view line) { return !trimmed(line).empty(); });
  }
  if (language.sort != LanguageSort::source || file.has_endless_line()) return;
  ++any_source_files_;
  if (tests || file.says_generated()) return;
  ++source_files_;
  source_lines_ += lines;
  Language& held = by_language_[std::string(language.name)];
  held.name = language.name;
  ++held.files;
  held.lines += lines;
  findings.measure("longest", lines, file.evidence(1));
  int number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    if (is_note(line)) findings.count_at("todos", file.evidence(number));
    if (is_deprecation(line)) findings.count_at("deprecations", file.evidence(number));
  }
}

std::vector<Language> Metrics::languages() const {
  std::vector<Language> out;
  for (const auto& [name, language] : by_language_) out.push_back(language);
  std::stable_sort(out.begin(), out.end(),
                   [](const Language& a, const Language& b) { return a.lines > b.lines; });
  return out;
}

std::map<std::string, std::int64_t> Metrics::counts(const Papers& papers,
                                                    const std::vector<std::string>& paths,
                                                    Findings& findings) const {
  count_kind(FactKind::error_declared, "errors", findings);
  count_kind(FactKind::flag, "flags", findings);
  count_paths_of_kinds(paths, findings);
  const Manifest* main = main_manifest(papers);
  if (main != nullptr && main->lists_dependencies) {
    findings.count("dependencies", static_cast<std::int64_t>(main->dependencies.size()));
  }
  findings.count("packages", count_packages(papers.manifests));
  std::map<std::string, std::int64_t> counts(findings.counts.begin(), findings.counts.end());
  for (const auto& [name, measured] : findings.greatest) counts[name] = measured.value;
  counts["files"] = static_cast<std::int64_t>(paths.size());
  counts["source_files"] = source_files_;
  counts["source_lines"] = source_lines_;
  counts["lines"] = source_lines_;
  counts["prose_lines"] = prose_lines_;
  const std::int64_t all_lines = source_lines_ + prose_lines_;
  counts["source_share"] = all_lines == 0 ? 0 : source_lines_ * 100 / all_lines;
  counts["headings"] = papers.readme.headings;
  counts["installs"] = papers.readme.installs;
  counts["languages"] =
      std::count_if(by_language_.begin(), by_language_.end(),
                    [&](const auto& held) { return held.second.lines * 20 > source_lines_; });
  // The names that rules of gags use for the same numbers.
  constexpr std::array<std::pair<const char*, const char*>, 3> also{
      {{"todos", "todo_comments"}, {"longest", "largest_file_lines"}, {"catches", "empty_catch"}}};
  for (const auto& [name, other] : also) {
    if (const auto held = counts.find(name); held != counts.end()) counts[other] = held->second;
  }
  const auto add_fact = [&](const std::string& name, const Evidence& where) {
    findings.add(Fact{.kind = FactKind::metric,
                      .name = name,
                      .message = std::to_string(counts[name]),
                      .where = where});
    for (const auto& [known, other] : also) {
      if (name != known) continue;
      findings.add(Fact{.kind = FactKind::metric,
                        .name = other,
                        .message = std::to_string(counts[name]),
                        .where = where});
    }
  };
  for (const auto& [name, measured] : findings.greatest) add_fact(name, measured.where);
  for (const auto& [name, where] : findings.first_places) add_fact(name, where);
  const auto named = std::find_if(papers.manifests.begin(), papers.manifests.end(),
                                  [](const Manifest& m) { return !m.name.text.empty(); });
  if (counts["packages"] > 1) add_fact("packages", named->name.where);
  return counts;
}

}  // namespace onereel::scout
