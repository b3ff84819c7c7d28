#include "project.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "onereel/base/text.h"
#include "paths.h"

namespace onereel::scout {
namespace {

constexpr std::size_t claim_points_max = 500;

std::string_view language_of_kind(ManifestKind kind) {
  switch (kind) {
    case ManifestKind::npm:
      return "JavaScript";
    case ManifestKind::python:
    case ManifestKind::requirements:
      return "Python";
    case ManifestKind::cargo:
      return "Rust";
    case ManifestKind::go:
      return "Go";
    case ManifestKind::maven:
    case ManifestKind::gradle:
      return "Java";
    case ManifestKind::gem:
      return "Ruby";
    case ManifestKind::cmake:
      break;  // says the least; any other goes first
  }
  return {};
}

std::int64_t lines_of_kind(const Papers& papers, ManifestKind kind) {
  std::int64_t lines = 0;
  for (const Language& language : papers.languages) {
    const bool script = kind == ManifestKind::npm && language.name == "TypeScript";
    if (script || language.name == language_of_kind(kind)) lines += language.lines;
  }
  return lines;
}

std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : lower_ascii(text)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out.push_back(c);
  }
  return out;
}

std::vector<std::string_view> parts_at(std::string_view text, std::string_view marks) {
  std::vector<std::string_view> parts;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto end = std::min(text.find_first_of(marks, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

// "teapot/core" as a title: the owner, also without what owners put behind a project's name.
std::vector<std::string> owner_names(const std::string& title) {
  static const re2::RE2 path("^([\\w.-]+)/[\\w.-]+$");
  static const re2::RE2 ending("(?i)([-.]?(js|rs|py|io|org|hq|dev|lang|project))$");
  std::string owner;
  if (!re2::RE2::FullMatch(title, path, &owner)) return {};
  std::string bare = owner;
  re2::RE2::Replace(&bare, ending, "");
  return {letters_of(owner), letters_of(bare)};
}

// The manifest whose name is the folder's or the README's, or its owner's.
const Manifest* namesake(const Papers& papers) {
  std::vector<std::string> wanted = owner_names(papers.readme.title.text);
  wanted.insert(wanted.begin(),
                {letters_of(papers.folder_name), letters_of(papers.readme.title.text)});
  for (const std::string& name : wanted) {
    for (const Manifest& manifest : papers.manifests) {
      if (!name.empty() && letters_of(manifest.name.text) == name) return &manifest;
    }
  }
  return nullptr;
}

// "LevelDB is a fast key-value store": what the first paragraph speaks of.
Stated subject_of(const Stated& paragraph) {
  static const re2::RE2 subject(
      "^(?:The )?([A-Z][\\w.+-]*) is (?:an?|the|often|also|commonly|currently|now)\\b");
  static const re2::RE2 pronoun("^(This|It|That|There|Here|What|He|She|Project|Repository)$");
  std::string name;
  if (!re2::RE2::PartialMatch(paragraph.text, subject, &name)) return {};
  return re2::RE2::FullMatch(name, pronoun) ? Stated{} : Stated{name, paragraph.where};
}

bool names_project(std::string_view command, const std::vector<std::string>& names) {
  constexpr std::size_t short_name = 3;  // "go" is in "mongo"
  bool first = true;
  for (const std::string_view part : parts_at(command, " /@=:'\"[]")) {
    const std::string word = letters_of(part);
    const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
      return word == name || (name.size() > short_name && word.find(name) != std::string::npos);
    });
    if (named && !first) return true;
    first = false;
  }
  return false;
}

// The first command that installs the project itself: what a README installs before it may be what
// the project needs.
Stated own_install(const Papers& papers, const std::string& project) {
  std::vector<std::string> names = {letters_of(project), letters_of(papers.folder_name),
                                    letters_of(papers.readme.title.text)};
  for (const Manifest& manifest : papers.manifests) names.push_back(letters_of(manifest.name.text));
  std::erase_if(names, [](const std::string& name) { return name.size() < 2; });
  for (const Stated& line : papers.readme.install_lines) {
    if (names_project(line.text, names)) return line;
  }
  return {};
}

Stated first_stated(std::initializer_list<Stated> candidates) {
  for (const Stated& candidate : candidates) {
    if (!candidate.text.empty()) return candidate;
  }
  return {};
}

// What another manifest of the same folder and kind adds: pyproject.toml beside setup.cfg.
Stated from_siblings(const Papers& papers, const Manifest& main, Stated Manifest::*field) {
  if (!(main.*field).text.empty()) return main.*field;
  for (const Manifest& manifest : papers.manifests) {
    if (folder_of(manifest.path) == folder_of(main.path) && manifest.kind == main.kind &&
        !(manifest.*field).text.empty()) {
      return manifest.*field;
    }
  }
  return {};
}

Stated address(Stated stated) {
  stated.text = without_scheme(stated.text);
  // A folder of a repository as it is looked at on a web site: the repository is the address.
  for (const char* inside : {"/tree/", "/blob/"}) {
    stated.text = stated.text.substr(0, stated.text.find(inside));
  }
  return stated;
}

// A title like "Project (short)" or "Project: does things" names the project before the mark.
Stated name_from_title(Stated title) {
  const auto mark = title.text.find_first_of("(:|");
  if (mark != std::string::npos && mark > 1) title.text = trimmed(title.text.substr(0, mark));
  const auto owner = title.text.rfind('/');
  const bool path = owner != std::string::npos && title.text.find(' ') == std::string::npos;
  if (path && owner + 1 < title.text.size()) title.text = title.text.substr(owner + 1);
  const auto dash = title.text.find(" - ");
  if (dash != std::string::npos && dash > 1) title.text = trimmed(title.text.substr(0, dash));
  return title;
}

}  // namespace

const Manifest* main_manifest(const Papers& papers) {
  const Manifest* best = nullptr;
  const auto says = [&](const Manifest& manifest) {
    return std::pair(manifest.kind != ManifestKind::cmake, lines_of_kind(papers, manifest.kind));
  };
  for (const Manifest& manifest : papers.manifests) {
    if (!folder_of(manifest.path).empty() || manifest.name.text.empty()) continue;
    const bool better = best == nullptr || says(manifest) > says(*best);
    if (better) best = &manifest;
  }
  if (best != nullptr) return best;
  if (const Manifest* named = namesake(papers)) return named;
  const auto at_root = std::find_if(papers.manifests.begin(), papers.manifests.end(),
                                    [](const Manifest& m) { return folder_of(m.path).empty(); });
  if (at_root != papers.manifests.end()) return &*at_root;
  return papers.manifests.size() == 1 ? &papers.manifests.front() : nullptr;
}

Project project_from(const Papers& papers) {
  Project project;
  const Readme& readme = papers.readme;
  if (const Manifest* main = main_manifest(papers)) {
    project.name = from_siblings(papers, *main, &Manifest::name);
    project.tagline = from_siblings(papers, *main, &Manifest::description);
    project.licence = from_siblings(papers, *main, &Manifest::licence);
    project.version = from_siblings(papers, *main, &Manifest::version);
    project.homepage = address(first_stated({from_siblings(papers, *main, &Manifest::homepage),
                                             from_siblings(papers, *main, &Manifest::repository)}));
  }
  const Stated subject = subject_of(readme.paragraph);
  project.name = first_stated({project.name, name_from_title(readme.title), subject});
  // The README writes the name as its people do: LevelDB, where CMake has leveldb.
  const bool own_spelling =
      main_manifest(papers) != nullptr && main_manifest(papers)->kind == ManifestKind::cmake;
  for (const Stated& spelled : {name_from_title(readme.title), subject}) {
    const bool same = letters_of(spelled.text) == letters_of(project.name.text);
    if (own_spelling && same && !spelled.text.empty()) project.name = spelled;
  }
  if (project.name.text.empty()) project.name.text = papers.folder_name;
  project.tagline = first_stated({project.tagline, readme.paragraph});
  project.install = own_install(papers, project.name.text);
  project.run = readme.run;
  if (project.homepage.text.empty()) {
    project.homepage = address(first_stated({readme.homepage, readme.clone}));
  }
  const std::string recognised = licence_of(project.licence.text);
  if (!recognised.empty()) project.licence.text = recognised;  // "Apache License, Version 2.0"
  if (!papers.licence.text.empty() &&
      (project.licence.text.empty() || project.licence.text.size() > 40)) {
    project.licence = papers.licence;
  }
  if (project.version.text.empty() && !papers.versions.empty()) {
    project.version = papers.versions.front();
  }
  return project;
}

std::string claim_from(const Papers& papers) {
  const Manifest* main = main_manifest(papers);
  std::string all;
  const auto add = [&all](const std::string& part) {
    if (part.empty()) return;
    if (!all.empty()) all += all.ends_with('.') || all.ends_with('!') ? " " : ". ";
    all += part;
  };
  if (main != nullptr) add(from_siblings(papers, *main, &Manifest::description).text);
  add(papers.readme.title.text);
  add(papers.readme.paragraph.text);
  std::string claim;
  std::size_t points = 0;
  for (const char32_t point : code_points(all)) {
    if (++points > claim_points_max) break;
    append_utf8(claim, point);
  }
  return claim;
}

std::string licence_of(std::string_view text) {
  std::string words;
  for (const char c : lower_ascii(text.substr(0, 20'000))) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) words.push_back(c);
    if (blank && !words.empty() && words.back() != ' ') words.push_back(' ');
  }
  const auto says = [&words](std::string_view phrase) {
    return words.find(phrase) != std::string::npos;
  };
  // The named ones say so at their head; a text may mention others further down.
  const auto opens = [&words](std::string_view phrase) {
    return words.substr(0, 400).find(phrase) != std::string::npos;
  };
  if (opens("apache license") && says("version 2.0")) return "Apache-2.0";
  if (opens("gnu affero general public license")) return "AGPL-3.0";
  if (opens("gnu lesser general public license")) {
    return opens("version 2.1") ? "LGPL-2.1" : "LGPL-3.0";
  }
  if (opens("gnu general public license")) return opens("version 3") ? "GPL-3.0" : "GPL-2.0";
  if (opens("mozilla public license") && says("2.0")) return "MPL-2.0";
  if (says("permission is hereby granted, free of charge")) return "MIT";
  if (says("permission to use, copy, modify, and/or distribute this software")) return "ISC";
  if (says("redistribution and use in source and binary forms")) {
    return says("neither the name") ? "BSD-3-Clause" : "BSD-2-Clause";
  }
  if (says("free and unencumbered software released into the public domain")) return "Unlicense";
  if (says("creative commons zero") || says("cc0 1.0")) return "CC0-1.0";
  if (says("eclipse public license")) return "EPL-2.0";
  return {};
}

std::string without_scheme(std::string_view address) {
  std::string out(address);
  for (const std::string_view start :
       {"git+", "scm:git:", "https://", "http://", "git://", "ssh://", "git@"}) {
    if (out.starts_with(start)) out = out.substr(start.size());
  }
  if (out.starts_with("git@")) out = out.substr(4);
  if (const auto hash = out.find('#'); hash != std::string::npos) out.resize(hash);
  if (out.ends_with(".git")) out.resize(out.size() - 4);
  while (out.ends_with("/")) out.pop_back();
  const auto colon = out.find(':');
  const bool is_ssh = colon != std::string::npos && out.find('/') > colon &&
                      colon + 1 < out.size() && !(out[colon + 1] >= '0' && out[colon + 1] <= '9');
  if (is_ssh) out[colon] = '/';
  return out.find(' ') == std::string::npos ? out : std::string();
}

}  // namespace onereel::scout
