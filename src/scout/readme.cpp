#include "readme.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <optional>

#include "commands.h"
#include "manifest_readers.h"
#include "onereel/base/text.h"
#include "paths.h"

namespace onereel::scout {
namespace {

constexpr std::size_t opening_points_max = 8000;
constexpr std::size_t readme_facts_max = 400;
constexpr std::size_t install_lines_max = 40;
constexpr std::size_t field_bytes_max = 1000;

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

bool matches(std::string_view text, const re2::RE2& pattern) {
  return re2::RE2::PartialMatch(piece(text), pattern);
}

enum class LineSort : unsigned char { blank, heading, text, code };

struct Line {
  LineSort sort = LineSort::blank;
  int number = 0;
  int level = 0;         // of a heading
  std::string text;      // heading without marks; code and text as they stand
  std::string language;  // of the code block, lower-case
  bool is_item = false;  // of a list
  bool is_quote = false;
};

bool is_rule_of(std::string_view line, std::string_view marks) {
  if (line.size() < 3 || marks.find(line[0]) == std::string_view::npos) return false;
  return line.find_first_not_of(line[0]) == std::string_view::npos;
}

// Markdown and reStructuredText alike: fences, "::" blocks, indented blocks, # and underlines.
class LineReader {
 public:
  explicit LineReader(const TextFile& file)
      : lines_(file.lines()), is_rst_(extension(file.path()) == "rst") {}

  std::vector<Line> read() {
    for (at_ = 0; at_ < lines_.size(); ++at_) take(lines_[at_]);
    return std::move(out_);
  }

 private:
  void take(std::string_view raw) {
    const std::string clean = trimmed(raw);
    if (!fence_.empty()) {
      if (clean.starts_with(fence_)) {
        fence_.clear();
      } else {
        add(LineSort::code, std::string(raw));
      }
    } else if (clean.starts_with("```") || clean.starts_with("~~~")) {
      fence_ = clean.substr(0, 3);
      language_ = lower_ascii(trimmed(std::string_view(clean).substr(3)));
      language_ = language_.substr(0, language_.find_first_of(" {,"));
    } else if (clean.empty()) {
      add(LineSort::blank, "");
    } else if (is_in_block(raw)) {
      add(LineSort::code, std::string(raw));
    } else {
      take_text(raw, clean);
    }
  }

  bool is_in_block(std::string_view raw) {
    const bool indented = raw.starts_with("    ") || raw.starts_with("\t") ||
                          (block_ && (raw.starts_with("  ") || raw.starts_with("   ")));
    const bool after_blank =
        out_.empty() || out_.back().sort == LineSort::blank || out_.back().sort == LineSort::code;
    if (!indented) block_ = false;
    return indented && (block_ || (after_blank && !is_rst_ && !in_list_));
  }

  void take_text(std::string_view raw, const std::string& clean) {
    if (clean.starts_with(".. ")) {
      const bool code = clean.find("code") != std::string::npos;
      block_ = code;
      language_ =
          code ? lower_ascii(trimmed(clean.substr(std::min(clean.size(), clean.find("::") + 2))))
               : "";
      return;
    }
    const auto marks = clean.find_first_not_of('#');
    if (marks > 0 && marks <= 6 && marks != std::string::npos && clean[marks] == ' ') {
      return add_heading(static_cast<int>(marks), trimmed(clean.substr(marks)), at_);
    }
    if (at_ + 1 < lines_.size() && is_underline(trimmed(lines_[at_ + 1])) &&
        trimmed(lines_[at_ + 1]).size() >= 3 && !is_rule_of(clean, "=-~^*")) {
      add_heading(level_of(trimmed(lines_[at_ + 1])[0]), clean, at_);
      ++at_;
      return;
    }
    // A rule across the page ends what the heading above it was about.
    if (is_rule_of(clean, "=-~^*_")) return add_heading(9, "", at_);
    if (continues_field(raw)) {
      out_.back().text += " " + clean;
      return;
    }
    add(LineSort::text, clean);
    Line& line = out_.back();
    line.is_item = clean.starts_with("- ") || clean.starts_with("* ") || clean.starts_with("+ ") ||
                   (clean[0] >= '0' && clean[0] <= '9' && clean.find(". ") < 4);
    line.is_quote = clean.starts_with(">");
    in_list_ = line.is_item || (in_list_ && raw.starts_with(" "));
    if (is_rst_ && clean.ends_with("::")) {
      block_ = true;
      language_.clear();
    }
  }

  // ":Keywords: task, queue," goes on in the indented line below it.
  bool continues_field(std::string_view raw) const {
    return is_rst_ && raw.starts_with(" ") && !out_.empty() && out_.back().sort == LineSort::text &&
           out_.back().text.starts_with(":") && out_.back().text.size() < field_bytes_max;
  }

  bool is_underline(std::string_view line) const {
    return is_rule_of(line, is_rst_ ? "=-~^*\"+#`" : "=-");
  }

  // reStructuredText gives levels in the order in which the marks appear.
  int level_of(char mark) {
    if (!is_rst_) return mark == '=' ? 1 : 2;
    const auto known = marks_.find(mark);
    if (known != std::string::npos) return static_cast<int>(known) + 1;
    marks_.push_back(mark);
    return static_cast<int>(marks_.size());
  }

  void add_heading(int level, std::string text, std::size_t index) {
    while (!text.empty() && text.back() == '#') text.pop_back();
    in_list_ = false;
    block_ = false;
    out_.push_back({LineSort::heading, static_cast<int>(index) + 1, level, trimmed(text), {}});
  }

  void add(LineSort sort, std::string text) {
    out_.push_back({sort, static_cast<int>(at_) + 1, 0, std::move(text),
                    sort == LineSort::code ? language_ : std::string()});
    if (sort == LineSort::blank && fence_.empty() && !block_) language_.clear();
  }

  const std::vector<std::string_view>& lines_;
  bool is_rst_;
  std::size_t at_ = 0;
  std::string fence_;
  std::string language_;
  std::string marks_;
  bool block_ = false;
  bool in_list_ = false;
  std::vector<Line> out_;
};

struct Paragraph {
  std::string text;  // plain
  int line = 0;
  bool is_list = false;
  bool is_aside = false;  // in a chapter of news, thanks or sponsors
};

// Lines of one paragraph that carry no words: badges, pictures, tags, link definitions.
bool is_decoration(std::string_view line) {
  static const re2::RE2 pattern(
      R"re(^(\[!\[.*|!\[.*|<[^>]*>\s*(<[^>]*>\s*)*$|\[[^\]]+\]:\s.*|\[[^\]]*\]\([^)]*\)$)re"
      R"re(|\|.*|:[\w -]+:.*|https?://\S+$|---+|<!--.*|\.\. .*))re");
  return matches(line, pattern);
}

bool is_real(const Paragraph& paragraph) {
  static const re2::RE2 openers(
      "(?i)^(\\W*)(view|note|notes|warning|update|news|table of "
      "contents|contents|this "
      "readme|please|visit|see|check out|important|available as part|"
      "attention|tip|caution|copyright|licensed?|dual-licensed|read the|join|follow|we're "
      "excited|we are "
      "excited|announc|documentation|translations?|english)\\b");
  static const re2::RE2 talk(
      "(?i)\\b(sponsors?|sponsored|sponsorship|tidelift|funding|donat\\w+|thanks to "
      "(all|our|every\\w+|the)|backers?)\\b|now available");
  const auto letters = std::count_if(paragraph.text.begin(), paragraph.text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
  });
  // "Sinatra is a DSL for ... with minimal effort:" tells what it is; "And run with:" does not.
  constexpr std::ptrdiff_t sentence_letters_least = 40;
  const bool leads_to_code = paragraph.text.ends_with(':') && letters < sentence_letters_least;
  return letters >= 12 && !paragraph.is_list && !leads_to_code && !paragraph.text.ends_with('?') &&
         paragraph.text.find(' ') != std::string::npos && !matches(paragraph.text, openers) &&
         !matches(paragraph.text, talk) && !paragraph.is_aside;
}

// Chapters that speak of something else than the project; so do the chapters inside them.
class Asides {
 public:
  void take(const Line& heading) {
    static const re2::RE2 aside(
        "(?i)(now available|announc|news|what's new|sponsor|backers|donat|funding|enterprise|table "
        "of contents|changelog)");
    const bool rule = heading.text.empty();  // ends what is above it
    if (level_ > 0 && heading.level > level_ && !rule) return;
    level_ = matches(plain_text(heading.text), aside) ? heading.level : 0;
  }
  bool inside() const { return level_ > 0; }

 private:
  int level_ = 0;
};

std::vector<Paragraph> paragraphs_of(const std::vector<Line>& lines) {
  static const re2::RE2 begins_block(
      "(?i)^</?(p|div|h[1-6]|hr|table|tr|td|ul|ol|li|center|details|kbd)\\b");
  static const re2::RE2 ends_block("(?i)</(p|div|h[1-6]|tr|td|li|center|kbd)>|<[hb]r ?/?>");
  static const re2::RE2 html_heading("(?i)^<h[1-6]\\b");
  std::vector<Paragraph> out;
  Asides asides;
  bool open = false;
  std::string raw;
  const auto close = [&] {
    if (open && !raw.empty()) out.back().text = plain_text(raw);
    if (!out.empty() && out.back().text.empty()) out.pop_back();
    open = false;
    raw.clear();
  };
  for (const Line& line : lines) {
    if (line.sort != LineSort::text || line.is_item) close();
    if (line.sort == LineSort::heading) asides.take(line);
    if (line.sort != LineSort::text) continue;
    if (matches(line.text, begins_block)) close();
    if (is_decoration(line.text) || matches(line.text, html_heading)) continue;
    if (!open) out.push_back({"", line.number, line.is_item, asides.inside()});
    open = true;
    std::string_view text = line.text;
    while (line.is_quote && (text.starts_with(">") || text.starts_with(" "))) text.remove_prefix(1);
    raw += (raw.empty() ? "" : " ") + std::string(text);
    if (matches(line.text, ends_block)) close();
  }
  close();
  return out;
}

std::vector<std::string> inline_code(std::string_view text) {
  static const re2::RE2 pattern("``?([^`]+)``?");
  std::vector<std::string> out;
  re2::StringPiece rest = piece(text);
  std::string found;
  while (out.size() < 20 && re2::RE2::FindAndConsume(&rest, pattern, &found)) out.push_back(found);
  return out;
}

void read_commands(const TextFile& file, const std::vector<Line>& lines, Readme& readme) {
  static const re2::RE2 usage(
      "(?i)\\b(usage|use|using|quick ?start|getting "
      "started|run|running|example|examples|try|start|demo|"
      "basics|how to)\\b");
  static const re2::RE2 building(
      "(?i)\\b(tests?|testing|build|building|benchmarks?|contribut\\w+)\\b");
  static const re2::RE2 clone(
      R"re(git clone (?:--?\S+ )*(?:git@|https?://)?([\w.-]+[/:][\w./-]+))re");
  static const re2::RE2 web("(?i)^:?(?:web|web ?site|home-? ?page) ?: +(https?://[\\w./~-]+)$");
  bool in_usage = false;
  int usage_level = 0;
  for (const Line& line : lines) {
    if (line.sort == LineSort::heading) {
      const bool begins = matches(line.text, usage) && !matches(line.text, building);
      in_usage = begins || (in_usage && line.level > usage_level);
      if (begins) usage_level = line.level;
    }
    std::vector<std::string> shown;
    if (line.sort == LineSort::code) shown.push_back(line.text);
    if (line.sort == LineSort::text) shown = inline_code(line.text);
    for (const std::string& text : shown) {
      const auto command = install_command(text);
      if (command && line.sort == LineSort::code) ++readme.installs;
      if (command && readme.install_lines.size() < install_lines_max) {
        readme.install_lines.push_back({*command, file.evidence(line.number)});
      }
    }
    if (in_usage && readme.run.text.empty()) {
      const auto command =
          line.sort == LineSort::code ? run_command(line.text, line.language) : std::nullopt;
      if (command) {
        readme.run = {*command, file.evidence(line.number)};
      }
    }
    std::string address;
    if (line.sort == LineSort::text && readme.homepage.text.empty() &&
        re2::RE2::PartialMatch(piece(line.text), web, &address)) {
      readme.homepage = {address, file.evidence(line.number)};
    }
    if (line.sort != LineSort::heading && readme.clone.text.empty() &&
        re2::RE2::PartialMatch(piece(line.text), clone, &address)) {
      std::replace(address.begin(), address.end(), ':', '/');
      readme.clone = {address, file.evidence(line.number)};
    }
  }
}

void read_opening(const std::vector<Line>& lines, Readme& readme) {
  std::size_t points = 0;
  for (const Line& line : lines) {
    if (line.sort == LineSort::code && !line.language.empty()) continue;
    for (const char32_t point : code_points(line.text)) {
      if (++points > opening_points_max) return;
      append_utf8(readme.opening, point);
    }
    readme.opening.push_back('\n');
    ++points;
  }
}

// An <h1> of HTML, for READMEs that open with a centred picture.
Stated html_title(const TextFile& file) {
  static const re2::RE2 pattern("(?is)<h1[^>]*>(.{1,300}?)</h1>");
  re2::StringPiece found;
  if (!re2::RE2::PartialMatch(piece(file.text()), pattern, &found)) return {};
  const std::string text = plain_text({found.data(), found.size()});
  if (text.empty()) return {};
  return {text,
          file.evidence(file.line_of(static_cast<std::size_t>(found.data() - file.text().data())))};
}

// The first heading of the first level, or a very first one of the second; none if it is one that
// any README has. An <h1> above it goes first.
Stated title_of(const TextFile& file, const std::vector<Line>& lines) {
  static const re2::RE2 common(
      "(?i)^(table of "
      ")?(contents?|install(ation|ing)?|usage|licen[cs]e|about|introduction|overview|features|"
      "getting started|quick ?start|documentation|requirements|prerequisites|news|what.s "
      "new|status|sponsors?|"
      "why\\b.*|toc|description|summary|index|changelog|limitations|donat(e|ions?)|funding|"
      "backers|support(ing.*)?|for enterprise|credits|thanks|contributing|faq|.*\\?)$");
  static const re2::RE2 sponsors("(?i)sponsor|backers|news|now available|what.s new");
  const Stated html = html_title(file);
  Stated title;
  for (const Line& line : lines) {
    if (line.sort != LineSort::heading) continue;
    const std::string text = plain_text(line.text);
    if (text.empty()) continue;
    const bool first = title.text.empty() && title.where.line == 1;
    title.where.line = line.number;  // seen one
    const bool titles = (first && line.level == 2) || line.level == 1;
    if (titles && !matches(text, common)) title = {text, file.evidence(line.number)};
    // "# Features" first: what follows are chapters too, and no title. Sponsors may stand above it.
    const bool above = line.level > 2 || matches(text, sponsors);
    if (!title.text.empty() || line.level == 1 || !above) break;
  }
  if (title.text.empty()) return html;
  return html.text.empty() || title.where.line < html.where.line ? title : html;
}

}  // namespace

std::string plain_text(std::string_view markup) {
  struct Step {
    re2::RE2 pattern;
    const char* by;
  };
  static const std::array<Step, 20> steps{{
      {re2::RE2(R"re(<!--.*?-->)re"), ""},
      {re2::RE2(R"re(\[!\[[^\]]*\]\([^)]*\)\]\([^)]*\))re"), ""},  // a badge that is a link
      {re2::RE2(R"re(!\[[^\]]*\]\([^)]*\))re"), ""},
      {re2::RE2(R"re(!\[[^\]]*\]\[[^\]]*\])re"), ""},
      {re2::RE2(R"re(\[([^\]]+)\]\([^)]*\))re"), "\\1"},
      {re2::RE2(R"re(\[([^\]]+)\]\[[^\]]*\])re"), "\\1"},
      {re2::RE2(R"re(\[([^\]]+)\])re"), "\\1"},
      {re2::RE2(R"re(`([^`<]+?)\s*<[^`>]+>`__?)re"), "\\1"},  // reStructuredText link
      {re2::RE2(R"re(\|[^|\s]+\|)re"), ""},
      {re2::RE2(R"re(:\w+:`([^`]+)`)re"), "\\1"},
      {re2::RE2(R"re(<(https?://[^>]+)>)re"), "\\1"},
      {re2::RE2(R"re(</?[A-Za-z][^>]*>)re"), ""},
      {re2::RE2(R"re(\*\*|__|``?|~~)re"), ""},
      {re2::RE2(R"re((^|[\s(])[*_]([^*_]+)[*_]([\s).,;:!?]|$))re"), "\\1\\2\\3"},
      {re2::RE2(R"re(&nbsp;)re"), " "},
      {re2::RE2(R"re(&amp;)re"), "&"},
      {re2::RE2(R"re(&lt;)re"), "<"},
      {re2::RE2(R"re(&gt;)re"), ">"},
      {re2::RE2(R"re([\x{1F000}-\x{1FAFF}\x{2600}-\x{27BF}\x{FE0F}\x{200D}])re"), ""},
      {re2::RE2(R"re(\s+)re"), " "},
  }};
  std::string text(markup);
  for (const Step& step : steps) re2::RE2::GlobalReplace(&text, step.pattern, step.by);
  return shown_text(trimmed(text));
}

Readme read_readme(const TextFile& file) {
  static const re2::RE2 keywords("(?i)^:?keywords:\\s*(.+)$");
  const std::vector<Line> lines = LineReader(file).read();
  Readme readme;
  readme.title = title_of(file, lines);
  for (const Line& line : lines) {
    std::string found;
    if (line.sort == LineSort::text && re2::RE2::PartialMatch(piece(line.text), keywords, &found)) {
      readme.keywords_line.push_back({plain_text(found), file.evidence(line.number)});
    }
    if (line.sort != LineSort::heading) continue;
    const std::string text = plain_text(line.text);
    if (line.level == 2) ++readme.headings;
    if (readme.facts.size() < readme_facts_max && !text.empty()) {
      readme.facts.push_back(Fact{.kind = FactKind::readme,
                                  .name = "heading",
                                  .message = text,
                                  .where = file.evidence(line.number)});
    }
  }
  for (const Paragraph& paragraph : paragraphs_of(lines)) {
    if (readme.paragraph.text.empty() && is_real(paragraph)) {
      readme.paragraph = {paragraph.text, file.evidence(paragraph.line)};
    }
    if (readme.facts.size() < readme_facts_max) {
      readme.facts.push_back(Fact{.kind = FactKind::readme,
                                  .name = "paragraph",
                                  .message = paragraph.text,
                                  .where = file.evidence(paragraph.line)});
    }
  }
  read_commands(file, lines, readme);
  if (!readme.install_lines.empty()) readme.install = readme.install_lines.front();
  read_opening(lines, readme);
  return readme;
}

}  // namespace onereel::scout
