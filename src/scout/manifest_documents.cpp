// Manifests that are trees: package.json, pyproject.toml, Cargo.toml.

#include <array>

#include "json_text.h"
#include "manifest_readers.h"
#include "onereel/base/text.h"
#include "toml_text.h"

namespace onereel::scout {
namespace {

const Document* at(const Document* node, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (node == nullptr) return nullptr;
    node = node->find(key);
  }
  return node;
}

// The scalar `key` of a map; for TOML strings of many lines the line they begin on.
Stated scalar(const TextFile& file, const Document* map, std::string_view key) {
  const Document* node = map == nullptr ? nullptr : map->find(key);
  if (node == nullptr || !node->is_scalar()) return {};
  return stated_on(file, node->scalar, node->line);
}

Stated first_stated(std::initializer_list<Stated> candidates) {
  for (const Stated& candidate : candidates) {
    if (!candidate.text.empty()) return candidate;
  }
  return {};
}

void add_keys(const TextFile& file, const Document* map, std::vector<Stated>& into) {
  if (map == nullptr || !map->is_map()) return;
  for (const auto& [key, value] : map->entries) {
    if (into.size() < dependencies_max) into.push_back(stated_on(file, key, value.line));
  }
}

void add_requirements(const TextFile& file, const Document* list, std::vector<Stated>& into) {
  if (list == nullptr || !list->is_list()) return;
  for (const Document& item : list->items) {
    const std::string name = python_name(item.scalar);
    if (!name.empty() && into.size() < dependencies_max) {
      into.push_back(stated_on(file, name, item.line));
    }
  }
}

void add_texts(const Document* list, std::vector<std::string>& into) {
  if (list == nullptr || !list->is_list()) return;
  for (const Document& item : list->items) {
    if (item.is_scalar() && into.size() < 200) into.push_back(shown_text(item.scalar));
  }
}

void add_key_facts(const TextFile& file, const Document& map,
                   std::initializer_list<std::string_view> keys, Manifest& into) {
  for (const std::string_view key : keys) {
    if (const Document* node = map.find(key)) {
      into.keys.push_back(Fact{.kind = FactKind::manifest,
                               .name = std::string(key),
                               .message = node->is_scalar() ? shown_text(node->scalar) : "",
                               .where = file.evidence(node->line)});
    }
  }
}

// "expressjs/express", "git+https://...", {url: ...}
Stated npm_repository(const TextFile& file, const Document& root) {
  const Document* node = root.find("repository");
  if (node == nullptr) return {};
  if (node->is_map()) node = node->find("url");
  if (node == nullptr || !node->is_scalar()) return {};
  std::string text = node->scalar;
  const bool is_short = text.find(':') == std::string::npos && text.find('/') != std::string::npos;
  if (is_short) text = "https://github.com/" + text;
  if (text.starts_with("github:")) text = "https://github.com/" + text.substr(7);
  return stated_on(file, text, node->line);
}

Stated npm_licence(const TextFile& file, const Document& root) {
  const Document* node = root.find("license");
  if (node != nullptr && node->is_map()) return scalar(file, node, "type");
  return scalar(file, &root, "license");
}

Stated python_url(const TextFile& file, const Document* urls,
                  std::initializer_list<std::string_view> names) {
  if (urls == nullptr || !urls->is_map()) return {};
  for (const std::string_view name : names) {
    for (const auto& [key, value] : urls->entries) {
      if (lower_ascii(key) == name && value.is_scalar()) {
        return stated_on(file, value.scalar, value.line);
      }
    }
  }
  return {};
}

void read_pep_621(const TextFile& file, const Document& project, Manifest& into) {
  into.name = scalar(file, &project, "name");
  into.description = scalar(file, &project, "description");
  into.version = scalar(file, &project, "version");
  into.licence = first_stated(
      {scalar(file, &project, "license"), scalar(file, project.find("license"), "text")});
  const Document* urls = project.find("urls");
  into.homepage = python_url(file, urls, {"homepage", "home", "home-page", "website"});
  into.repository = python_url(
      file, urls,
      {"repository", "source", "source code", "github", "code", "sources", "source-code"});
  into.lists_dependencies = true;
  add_requirements(file, project.find("dependencies"), into.dependencies);
  if (const Document* optional = project.find("optional-dependencies")) {
    for (const auto& [name, list] : optional->entries) add_requirements(file, &list, into.others);
  }
  add_texts(project.find("keywords"), into.keywords);
  add_texts(project.find("classifiers"), into.keywords);
  into.installs_command = at(&project, {"scripts"}) != nullptr ||
                          at(&project, {"gui-scripts"}) != nullptr ||
                          at(&project, {"entry-points", "console_scripts"}) != nullptr;
  into.has_library_entry = true;
}

void read_poetry(const TextFile& file, const Document& poetry, Manifest& into) {
  into.name = first_stated({into.name, scalar(file, &poetry, "name")});
  into.description = first_stated({into.description, scalar(file, &poetry, "description")});
  into.version = first_stated({into.version, scalar(file, &poetry, "version")});
  into.licence = first_stated({into.licence, scalar(file, &poetry, "license")});
  into.homepage = first_stated({into.homepage, scalar(file, &poetry, "homepage")});
  into.repository = first_stated({into.repository, scalar(file, &poetry, "repository")});
  std::vector<Stated> needed;
  add_keys(file, poetry.find("dependencies"), needed);
  for (Stated& dependency : needed) {
    if (dependency.text != "python") into.dependencies.push_back(std::move(dependency));
  }
  into.lists_dependencies = into.lists_dependencies || poetry.find("dependencies") != nullptr;
  add_keys(file, poetry.find("dev-dependencies"), into.others);
  if (const Document* groups = poetry.find("group"); groups != nullptr && groups->is_map()) {
    for (const auto& [name, group] : groups->entries) {
      add_keys(file, group.find("dependencies"), into.others);
    }
  }
  add_texts(poetry.find("keywords"), into.keywords);
  add_texts(poetry.find("classifiers"), into.keywords);
  if (poetry.find("scripts") != nullptr) into.installs_command = true;
  if (!into.name.text.empty()) into.has_library_entry = true;
}

}  // namespace

std::optional<Manifest> read_package_json(const TextFile& file) {
  const std::optional<Document> read = read_json_text(file.text());
  if (!read || !read->is_map()) return std::nullopt;
  const Document& root = *read;
  Manifest manifest;
  manifest.kind = ManifestKind::npm;
  manifest.name = scalar(file, &root, "name");
  manifest.description = scalar(file, &root, "description");
  manifest.version = scalar(file, &root, "version");
  manifest.homepage = scalar(file, &root, "homepage");
  manifest.repository = npm_repository(file, root);
  manifest.licence = npm_licence(file, root);
  manifest.lists_dependencies = true;
  add_keys(file, root.find("dependencies"), manifest.dependencies);
  for (const std::string_view key :
       {"devDependencies", "peerDependencies", "optionalDependencies"}) {
    add_keys(file, root.find(key), manifest.others);
  }
  add_texts(root.find("keywords"), manifest.keywords);
  add_key_facts(file, root,
                {"workspaces", "resolutions", "overrides", "peerDependencies", "bin", "main",
                 "exports", "engines", "type"},
                manifest);
  manifest.installs_command = root.find("bin") != nullptr;
  const bool is_private = root.text_or("private", "false") == "true";
  manifest.has_library_entry =
      root.find("main") != nullptr || root.find("exports") != nullptr ||
      root.find("module") != nullptr ||
      (!is_private && !manifest.installs_command && !manifest.name.text.empty());
  return manifest;
}

std::optional<Manifest> read_pyproject(const TextFile& file) {
  const std::optional<Document> root = read_toml_text(file.text());
  if (!root) return std::nullopt;
  Manifest manifest;
  manifest.kind = ManifestKind::python;
  if (const Document* project = root->find("project"); project != nullptr && project->is_map()) {
    read_pep_621(file, *project, manifest);
  }
  if (const Document* poetry = at(&*root, {"tool", "poetry"});
      poetry != nullptr && poetry->is_map()) {
    read_poetry(file, *poetry, manifest);
  }
  if (const Document* groups = root->find("dependency-groups");
      groups != nullptr && groups->is_map()) {
    for (const auto& [name, list] : groups->entries) add_requirements(file, &list, manifest.others);
  }
  add_requirements(file, at(&*root, {"build-system", "requires"}), manifest.others);
  return manifest;
}

std::optional<Manifest> read_cargo(const TextFile& file) {
  const std::optional<Document> root = read_toml_text(file.text());
  if (!root) return std::nullopt;
  Manifest manifest;
  manifest.kind = ManifestKind::cargo;
  const Document* package = root->find("package");
  manifest.name = scalar(file, package, "name");
  manifest.description = scalar(file, package, "description");
  manifest.version = scalar(file, package, "version");
  manifest.homepage = scalar(file, package, "homepage");
  manifest.repository = scalar(file, package, "repository");
  manifest.licence = scalar(file, package, "license");
  manifest.lists_dependencies = package != nullptr;
  add_keys(file, root->find("dependencies"), manifest.dependencies);
  for (const std::string_view key : {"dev-dependencies", "build-dependencies"}) {
    add_keys(file, root->find(key), manifest.others);
  }
  add_keys(file, at(&*root, {"workspace", "dependencies"}), manifest.others);
  if (package != nullptr) {
    add_texts(package->find("keywords"), manifest.keywords);
    add_texts(package->find("categories"), manifest.keywords);
  }
  add_key_facts(file, *root, {"workspace", "patch", "replace", "features"}, manifest);
  manifest.installs_command = root->find("bin") != nullptr;
  manifest.has_library_entry = root->find("lib") != nullptr;
  return manifest;
}

}  // namespace onereel::scout
