#include "imports.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "onereel/base/text.h"
#include "paths.h"
#include "scout_texts.h"

namespace onereel::scout {
namespace {

using Words = std::set<std::string, std::less<>>;

Words words_of_lines(std::string_view text) {
  Words words;
  for (const std::string_view line : lines_of(text)) words.emplace(line);
  return words;
}

// Names that come with the tools, or whose package has quite another name: never called missing.
const Words& always_there() {
  static const Words words{"setuptools",
                           "pkg_resources",
                           "pip",
                           "wheel",
                           "distutils",
                           "pytest",
                           "_pytest",
                           "nose",
                           "mock",
                           "six",
                           "attr",
                           "attrs",
                           "yaml",
                           "PIL",
                           "cv2",
                           "bs4",
                           "sklearn",
                           "skimage",
                           "dateutil",
                           "dotenv",
                           "git",
                           "google",
                           "azure",
                           "zope",
                           "gi",
                           "OpenSSL",
                           "Crypto",
                           "serial",
                           "usb",
                           "win32api",
                           "win32con",
                           "pythoncom",
                           "jwt",
                           "magic",
                           "docx",
                           "pptx",
                           "fitz",
                           "MySQLdb",
                           "psycopg2",
                           "ruamel",
                           "Xlib",
                           "wx",
                           "cairo",
                           "dbus",
                           "lxml",
                           "markdown",
                           "slugify",
                           "nacl",
                           "typing_extensions",
                           "numpy",
                           "jinja2",
                           "werkzeug",
                           "sphinx",
                           "docutils",
                           "IPython",
                           "cython",
                           "Cython",
                           "bpy",
                           "idaapi",
                           "pywintypes",
                           "apt",
                           "rpm",
                           "hypothesis"};
  return words;
}

// Every part of every path, with and without extension.
Words parts_of_paths(const std::vector<std::string>& paths) {
  Words parts;
  for (const std::string& path : paths) {
    for (const std::string_view part : parts_of(path)) {
      parts.emplace(part);
      parts.emplace(part.substr(0, part.find('.')));
    }
  }
  return parts;
}

class Judge {
 public:
  explicit Judge(const Surroundings& around)
      : around_(around),
        parts_(parts_of_paths(around.paths)),
        python_(words_of_lines(texts::python_stdlib_txt)),
        node_(words_of_lines(texts::node_builtins_txt)) {
    for (const Manifest& manifest : around.manifests) {
      if (!manifest.lists_dependencies) continue;
      lists_python_ = lists_python_ || manifest.kind == ManifestKind::python ||
                      manifest.kind == ManifestKind::requirements;
      lists_npm_ = lists_npm_ || manifest.kind == ManifestKind::npm;
    }
  }

  bool is_missing(const ImportSite& site) const {
    if (site.guarded) return true;
    if (site.in_tests) return false;
    if (site.language == Parses::python) return lists_python_ && is_missing_python(site.module);
    const bool script = site.language == Parses::javascript ||
                        site.language == Parses::typescript || site.language == Parses::tsx;
    return script && lists_npm_ && is_missing_npm(site.module);
  }

 private:
  bool is_missing_python(std::string_view module) const {
    const std::string_view top = module.substr(0, module.find('.'));
    return !top.empty() && top[0] != '_' && !python_.contains(top) &&
           !always_there().contains(top) && !parts_.contains(top) && !is_in_manifests(top);
  }

  bool is_missing_npm(std::string_view module) const {
    if (module.find(':') != std::string_view::npos) return false;  // node:fs, virtual:x
    const bool odd = module.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_./@") !=
                     std::string_view::npos;
    if (odd || module.starts_with("@/") || module.starts_with("~")) return false;
    auto end = module.find('/');
    if (module[0] == '@' && end != std::string_view::npos) end = module.find('/', end + 1);
    const std::string_view package = module.substr(0, end);
    const std::string_view first = module.substr(0, module.find('/'));
    return !node_.contains(first) && !parts_.contains(package) && !parts_.contains(first) &&
           !is_in_manifests(package);
  }

  // Anywhere in a text that may name it: better to miss one than to claim one.
  bool is_in_manifests(std::string_view name) const {
    const std::string lower = lower_ascii(name);
    std::string dashed = lower;
    std::replace(dashed.begin(), dashed.end(), '_', '-');
    const std::string& words = around_.manifest_words;
    return holds_word(words, lower) || holds_word(words, dashed);
  }

  static bool holds_word(std::string_view text, std::string_view word) {
    const auto is_letter = [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const bool begins = at == 0 || !is_letter(text[at - 1]);
      const auto end = at + word.size();
      if (begins && (end >= text.size() || !is_letter(text[end]))) return true;
    }
    return false;
  }

  const Surroundings& around_;
  Words parts_;
  Words python_;
  Words node_;
  bool lists_python_ = false;
  bool lists_npm_ = false;
};

}  // namespace

std::vector<Fact> missing_imports(const std::vector<ImportSite>& sites,
                                  const Surroundings& around) {
  std::vector<Fact> facts;
  const Judge judge(around);
  std::map<std::tuple<Parses, std::string, bool, bool>, bool> judged;
  for (const ImportSite& site : sites) {
    const auto [held, fresh] =
        judged.try_emplace({site.language, site.module, site.guarded, site.in_tests}, false);
    if (fresh) held->second = judge.is_missing(site);
    if (!held->second) continue;
    facts.push_back(Fact{.kind = FactKind::import_missing,
                         .name = site.module,
                         .where = site.where,
                         .in_tests = site.in_tests});
  }
  return facts;
}

}  // namespace onereel::scout
