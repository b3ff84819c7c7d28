// Manifests that are read line by line or as XML: setup.cfg, setup.py, requirements, go.mod,
// pom.xml, build.gradle.

#include <re2/re2.h>

#include <algorithm>
#include <pugixml.hpp>

#include "manifest_readers.h"
#include "onereel/base/text.h"
#include "paths.h"

namespace onereel::scout {
namespace {

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

// The first group of the first match, with its line.
Stated first_match(const TextFile& file, const std::string& pattern) {
  const re2::RE2 compiled(pattern);
  re2::StringPiece found;
  if (!re2::RE2::PartialMatch(piece(file.text()), compiled, &found)) return {};
  const auto offset = static_cast<std::size_t>(found.data() - file.text().data());
  return stated_on(file, {found.data(), found.size()}, file.line_of(offset));
}

// Every first group of `pattern`, with its line.
std::vector<Stated> all_matches(const TextFile& file, std::string_view text,
                                const std::string& pattern) {
  const re2::RE2 compiled(pattern);
  std::vector<Stated> out;
  re2::StringPiece rest = piece(text);
  re2::StringPiece found;
  while (out.size() < dependencies_max && re2::RE2::FindAndConsume(&rest, compiled, &found)) {
    const auto offset = static_cast<std::size_t>(found.data() - file.text().data());
    out.push_back(stated_on(file, {found.data(), found.size()}, file.line_of(offset)));
  }
  return out;
}

// The part of setup.py between the brackets after `key=`; literal lists only.
std::string_view list_after(std::string_view text, const std::string& key) {
  const re2::RE2 pattern("(?s)\\b" + key + "\\s*=\\s*[\\[{](.*?)\\n?\\s*[\\]}]\\s*[,)]");
  re2::StringPiece found;
  if (!re2::RE2::PartialMatch(piece(text), pattern, &found)) return {};
  return {found.data(), found.size()};
}

// name='kettle', or name=NAME and NAME = 'kettle' above it.
Stated keyword_of_setup(const TextFile& file, const std::string& key) {
  const std::string literal = "\\s*=\\s*[\"']([^\"'\\n]{1,300})[\"']";
  Stated found = first_match(file, "\\b" + key + literal);
  if (!found.text.empty()) return found;
  const Stated constant =
      first_match(file, "\\b" + key + "\\s*=\\s*([A-Za-z_]\\w{0,40})\\s*[,)\\n]");
  if (constant.text.empty()) return {};
  return first_match(file, "(?m)^" + constant.text + literal);
}

// "Gson Parent" is what Maven calls the folder that holds the parts of Gson.
Stated without_parent(Stated name) {
  static const re2::RE2 parent("(?i)[ -](parent|aggregator|reactor|root)([ -]pom)?$");
  re2::RE2::Replace(&name.text, parent, "");
  return name;
}

class PomReader {
 public:
  explicit PomReader(const TextFile& file) : file_(file) {}

  std::optional<Manifest> read() {
    pugi::xml_document document;
    // Entities and DTDs are not read: parse_minimal keeps plain text and elements.
    const auto result = document.load_buffer(file_.text().data(), file_.text().size(),
                                             pugi::parse_minimal | pugi::parse_escapes);
    const pugi::xml_node project = document.child("project");
    if (!result || !project) return std::nullopt;
    Manifest manifest;
    manifest.kind = ManifestKind::maven;
    manifest.name = stated(project.child("name"));
    if (manifest.name.text.empty() || manifest.name.text.find("${") != std::string::npos) {
      manifest.name = stated(project.child("artifactId"));
    }
    if (std::string_view(project.child("packaging").text().get()) == "pom") {
      manifest.name = without_parent(manifest.name);
    }
    manifest.description = stated(project.child("description"));
    manifest.version = stated(project.child("version"));
    manifest.homepage = stated(project.child("url"));
    manifest.repository = stated(project.child("scm").child("url"));
    manifest.licence = stated(project.child("licenses").child("license").child("name"));
    manifest.lists_dependencies = true;
    for (const pugi::xml_node dependency : project.child("dependencies").children("dependency")) {
      const std::string_view scope = dependency.child("scope").text().get();
      std::vector<Stated>& into =
          scope == "test" || scope == "provided" ? manifest.others : manifest.dependencies;
      if (into.size() < dependencies_max) into.push_back(stated(dependency.child("artifactId")));
    }
    for (const pugi::xml_node module : project.child("modules").children("module")) {
      manifest.keys.push_back(Fact{.kind = FactKind::manifest,
                                   .name = "module",
                                   .message = shown_text(module.text().get()),
                                   .where = file_.evidence(line_of(module))});
    }
    manifest.has_library_entry =
        std::string_view(project.child("packaging").text().get()) != "war" &&
        file_.text().find("spring-boot-maven-plugin") == std::string_view::npos;
    return manifest;
  }

 private:
  int line_of(pugi::xml_node node) const {
    return file_.line_of(
        static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, node.offset_debug())));
  }
  Stated stated(pugi::xml_node node) const {
    return stated_on(file_, node.text().get(), line_of(node));
  }

  const TextFile& file_;
};

bool nests_too_deep_for_xml(std::string_view text) {
  return std::count(text.begin(), text.end(), '<') > 200'000;
}

}  // namespace

std::optional<Manifest> read_setup_cfg(const TextFile& file) {
  Manifest manifest;
  manifest.kind = ManifestKind::python;
  std::string section;
  std::string key;
  int number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    const std::string clean = trimmed(line);
    if (clean.empty() || clean[0] == '#' || clean[0] == ';') continue;
    if (clean[0] == '[') {
      section = clean;
      key.clear();
      continue;
    }
    std::string value = clean;
    const auto equals = clean.find('=');
    const bool indented = line[0] == ' ' || line[0] == '\t';
    if (!indented && equals != std::string::npos) {
      key = lower_ascii(trimmed(std::string_view(clean).substr(0, equals)));
      value = trimmed(std::string_view(clean).substr(equals + 1));
    }
    const bool metadata = section == "[metadata]" && !indented;
    if (metadata && key == "name") manifest.name = stated_on(file, value, number);
    if (metadata && key == "description") manifest.description = stated_on(file, value, number);
    if (metadata && key == "url") manifest.homepage = stated_on(file, value, number);
    if (metadata && key == "license") manifest.licence = stated_on(file, value, number);
    if (metadata && key == "version" && value.find(':') == std::string::npos) {
      manifest.version = stated_on(file, value, number);
    }
    if (section == "[options]" && key == "install_requires") {
      manifest.lists_dependencies = true;
      const std::string name = python_name(value);
      if (!name.empty() && manifest.dependencies.size() < dependencies_max) {
        manifest.dependencies.push_back(stated_on(file, name, number));
      }
    }
    if (section == "[options.entry_points]" && key == "console_scripts") {
      manifest.installs_command = true;
    }
  }
  manifest.has_library_entry = !manifest.name.text.empty();
  return manifest;
}

std::optional<Manifest> read_setup_py(const TextFile& file) {
  if (file.text().find("setup(") == std::string_view::npos) return std::nullopt;
  Manifest manifest;
  manifest.kind = ManifestKind::python;
  manifest.name = keyword_of_setup(file, "name");
  manifest.description = keyword_of_setup(file, "description");
  manifest.version = keyword_of_setup(file, "version");
  manifest.homepage = keyword_of_setup(file, "url");
  manifest.licence = keyword_of_setup(file, "license");
  const std::string_view needed = list_after(file.text(), "install_requires");
  manifest.lists_dependencies = !needed.empty();
  manifest.dependencies = all_matches(file, needed, "[\"']([A-Za-z][A-Za-z0-9._-]*)");
  manifest.others = all_matches(file, list_after(file.text(), "extras_require"),
                                "[\"']([A-Za-z][A-Za-z0-9._-]*)");
  manifest.installs_command = file.text().find("console_scripts") != std::string_view::npos;
  manifest.has_library_entry = true;
  return manifest;
}

std::optional<Manifest> read_requirements(const TextFile& file) {
  Manifest manifest;
  manifest.kind = ManifestKind::requirements;
  const bool runtime = file_name(file.path()) == "requirements.txt" && !in_tests(file.path());
  int number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    const std::string name = python_name(line);
    if (name.empty() || name[0] == '-') continue;
    std::vector<Stated>& into = runtime ? manifest.dependencies : manifest.others;
    if (into.size() < dependencies_max) into.push_back(stated_on(file, name, number));
  }
  manifest.lists_dependencies = runtime;
  return manifest;
}

std::optional<Manifest> read_go_mod(const TextFile& file) {
  Manifest manifest;
  manifest.kind = ManifestKind::go;
  const Stated module = first_match(file, "(?m)^module\\s+\"?([^\\s\"]+)");
  if (module.text.empty()) return std::nullopt;
  std::string_view name = module.text;
  const auto slash = name.find_last_of('/');
  const std::string_view last = slash == std::string_view::npos ? name : name.substr(slash + 1);
  const bool is_major = last.size() >= 2 && last[0] == 'v' &&
                        last.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (is_major && slash != std::string_view::npos) name = name.substr(0, slash);
  manifest.name = {std::string(file_name(name)), module.where};
  if (name.find('.') < name.find('/')) manifest.repository = {std::string(name), module.where};
  manifest.lists_dependencies = true;
  bool required = false;
  int number = 0;
  for (const std::string_view line : file.lines()) {
    ++number;
    const std::string clean = trimmed(line);
    const bool single = clean.starts_with("require ") && !clean.ends_with("(");
    if (clean.starts_with("require (")) required = true;
    if (clean == ")") required = false;
    if (clean.starts_with("replace ")) {
      manifest.keys.push_back(Fact{.kind = FactKind::manifest,
                                   .name = "replace",
                                   .message = shown_text(clean.substr(8)),
                                   .where = file.evidence(number)});
    }
    const std::string entry = single ? trimmed(std::string_view(clean).substr(8)) : clean;
    if ((!required && !single) || entry.empty() || entry[0] == '/' ||
        entry.starts_with("require")) {
      continue;
    }
    const bool indirect = entry.find("// indirect") != std::string::npos;
    std::vector<Stated>& into = indirect ? manifest.others : manifest.dependencies;
    if (into.size() < dependencies_max) {
      into.push_back(stated_on(file, entry.substr(0, entry.find(' ')), number));
    }
  }
  return manifest;
}

std::optional<Manifest> read_gemspec(const TextFile& file) {
  const auto field = [&](const std::string& name) {
    return first_match(file, "(?m)^\\s*\\w+\\." + name + "\\s*=\\s*[\"']([^\"'\\n#]{1,300})[\"']");
  };
  Manifest manifest;
  manifest.kind = ManifestKind::gem;
  manifest.name = field("name");
  if (manifest.name.text.empty()) {
    manifest.name = first_match(file, "Gem::Specification\\.new\\(?\\s*[\"']([\\w.-]+)[\"']");
  }
  manifest.description = field("summary");
  if (manifest.description.text.empty()) manifest.description = field("description");
  manifest.homepage = field("homepage");
  manifest.licence = field("license");
  manifest.version = field("version");
  manifest.lists_dependencies = true;
  manifest.dependencies =
      all_matches(file, file.text(), "\\.add_(?:runtime_)?dependency[ (]\\s*[\"']([\\w.-]+)[\"']");
  manifest.others =
      all_matches(file, file.text(), "\\.add_development_dependency[ (]\\s*[\"']([\\w.-]+)[\"']");
  manifest.installs_command = file.text().find(".executables") != std::string_view::npos;
  manifest.has_library_entry = true;
  return manifest;
}

// project(kettle VERSION 1.2 DESCRIPTION "..." HOMEPAGE_URL "..."); what it needs is not looked
// for.
std::optional<Manifest> read_cmake(const TextFile& file) {
  const std::string project = "(?im)^\\s*project\\s*\\(\\s*\"?([A-Za-z][\\w.+-]*)";
  Manifest manifest;
  manifest.kind = ManifestKind::cmake;
  manifest.name = first_match(file, project);
  if (manifest.name.text.empty()) return std::nullopt;
  const auto field = [&](const char* name, const char* value) {
    return first_match(file,
                       "(?ims)^\\s*project\\s*\\([^()]*?\\b" + std::string(name) + "\\s+" + value);
  };
  manifest.version = field("VERSION", "(\\d[\\w.]*)");
  manifest.description = field("DESCRIPTION", "\"([^\"]{1,300})\"");
  manifest.homepage = field("HOMEPAGE_URL", "\"([^\"\\s]{1,300})\"");
  manifest.has_library_entry = file.text().find("add_library(") != std::string_view::npos;
  return manifest;
}

std::optional<Manifest> read_pom(const TextFile& file) {
  if (nests_too_deep_for_xml(file.text())) return std::nullopt;
  return PomReader(file).read();
}

std::optional<Manifest> read_gradle(const TextFile& file) {
  Manifest manifest;
  manifest.kind = ManifestKind::gradle;
  manifest.description = first_match(file, "(?m)^\\s*description\\s*=?\\s*[\"']([^\"'\\n]+)");
  manifest.version = first_match(file, "(?m)^version\\s*=?\\s*[\"']([^\"'\\n]+)");
  manifest.dependencies = all_matches(
      file, file.text(),
      "(?m)^\\s*(?:implementation|api|compile|runtimeOnly)[ (]+[\"'][^\"':\\n]+:([^\"':\\n]+)");
  manifest.others = all_matches(
      file, file.text(),
      "(?m)^\\s*test(?:Implementation|Compile|RuntimeOnly)[ (]+[\"'][^\"':\\n]+:([^\"':\\n]+)");
  manifest.lists_dependencies = !manifest.dependencies.empty();
  return manifest;
}

}  // namespace onereel::scout
