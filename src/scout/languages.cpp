#include "languages.h"

#include <algorithm>
#include <array>
#include <string>

#include "onereel/base/text.h"
#include "paths.h"

namespace onereel::scout {
namespace {

struct Row {
  std::string_view ends;  ///< extensions, or whole names with a leading '=', blanks between
  LanguageOf language;
};

constexpr LanguageOf source(std::string_view name, Parses parses = Parses::none) {
  return {name, LanguageSort::source, parses};
}
constexpr LanguageOf prose(std::string_view name) {
  return {name, LanguageSort::prose};
}

constexpr std::array rows{
    Row{"py pyw pyi =sconstruct", source("Python", Parses::python)},
    Row{"js mjs cjs jsx", source("JavaScript", Parses::javascript)},
    Row{"ts mts cts", source("TypeScript", Parses::typescript)},
    Row{"tsx", source("TypeScript", Parses::tsx)},
    Row{"go", source("Go", Parses::go)},
    Row{"rs", source("Rust", Parses::rust)},
    Row{"java", source("Java", Parses::java)},
    Row{"c h", source("C")},
    Row{"cc cpp cxx hpp hh hxx inl ipp", source("C++")},
    Row{"cs", source("C#")},
    Row{"rb rake gemspec =rakefile =gemfile", source("Ruby")},
    Row{"php", source("PHP")},
    Row{"swift", source("Swift")},
    Row{"kt kts", source("Kotlin")},
    Row{"scala sbt", source("Scala")},
    Row{"m mm", source("Objective-C")},
    Row{"dart", source("Dart")},
    Row{"ex exs", source("Elixir")},
    Row{"erl hrl", source("Erlang")},
    Row{"hs lhs", source("Haskell")},
    Row{"ml mli", source("OCaml")},
    Row{"fs fsx", source("F#")},
    Row{"clj cljs cljc", source("Clojure")},
    Row{"lua", source("Lua")},
    Row{"pl pm", source("Perl")},
    Row{"r", source("R")},
    Row{"jl", source("Julia")},
    Row{"zig", source("Zig")},
    Row{"nim", source("Nim")},
    Row{"cr", source("Crystal")},
    Row{"v sv vhd vhdl", source("Verilog")},
    Row{"asm s", source("Assembly")},
    Row{"f f90 f95 for", source("Fortran")},
    Row{"pas pp", source("Pascal")},
    Row{"lisp el cl scm rkt", source("Lisp")},
    Row{"vim", source("Vim script")},
    Row{"sh bash zsh fish ksh", source("Shell")},
    Row{"ps1 psm1", source("PowerShell")},
    Row{"bat cmd", source("Batch")},
    Row{"sql", source("SQL")},
    Row{"groovy gradle", source("Groovy")},
    Row{"sol", source("Solidity")},
    Row{"ipynb", source("Jupyter Notebook")},
    Row{"css", source("CSS")},
    Row{"scss sass", source("SCSS")},
    Row{"less", source("Less")},
    Row{"vue", source("Vue")},
    Row{"svelte", source("Svelte")},
    Row{"glsl vert frag hlsl wgsl", source("GLSL")},
    Row{"nix", source("Nix")},
    Row{"tf", source("HCL")},
    Row{"cmake =cmakelists.txt", source("CMake")},
    Row{"mk =makefile =gnumakefile", source("Makefile")},
    Row{"=dockerfile =containerfile", source("Dockerfile")},
    Row{"md markdown mdx", prose("Markdown")},
    Row{"rst", prose("reStructuredText")},
    Row{"adoc asciidoc", prose("AsciiDoc")},
    Row{"txt", prose("Text")},
};

bool holds_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const auto blank = words.find(' ');
    if (words.substr(0, blank) == word) return true;
    words = blank == std::string_view::npos ? std::string_view() : words.substr(blank + 1);
  }
  return false;
}

}  // namespace

LanguageOf language_of(std::string_view path) {
  const std::string whole = "=" + lower_ascii(file_name(path));
  const std::string ending = extension(path);
  const auto named = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row& row) { return holds_word(row.ends, whole); });
  if (named != rows.end()) return named->language;
  if (ending.empty()) return {};
  const auto ended = std::find_if(rows.begin(), rows.end(),
                                  [&](const Row& row) { return holds_word(row.ends, ending); });
  return ended == rows.end() ? LanguageOf{} : ended->language;
}

std::string_view well_known_name(std::string_view lower_name) {
  if (lower_name.ends_with(".blade.php")) return "blade.php";
  const auto dot = lower_name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0) return lower_name;
  return lower_name.substr(dot + 1);
}

}  // namespace onereel::scout
