#include "slot_filler.h"

#include <algorithm>
#include <set>

#include "onereel/base/text.h"
#include "phrases.h"

namespace onereel::writing {
namespace {

constexpr std::size_t project_words_max = 100'000;

std::string first_of(const Pattern& pattern, std::string_view text) {
  const auto found = pattern.all_in(text, 1);
  return found.empty() ? std::string() : found[0];
}

// A number that the line shows, rather one that something is set to or limited by.
std::string number_of(const Fact& fact) {
  static const Pattern set =
      known_pattern("(?:[:=(,]|\\bto|\\bof|\\bmost|\\bthan)\\s*(\\d{1,7})\\b");
  static const Pattern any = known_pattern("(?:^|[^\\w.])(\\d{1,7})(?:$|[^\\w.])");
  for (const Pattern* pattern : {&set, &any}) {
    std::string found = first_of(*pattern, fact.message);
    if (found.empty()) found = first_of(*pattern, fact.where.text);
    if (!found.empty()) return found;
  }
  return {};
}

// The module's own name: kettle of @tea/kettle/lid, cobra of github.com/spf13/cobra/v2, events of
// node:events; of a type that is imported its own, Mock of org.mockito.Mock.
std::string module_of(const std::string& name) {
  static const Pattern of_type = known_pattern("^\\w+(?:(?:\\.|::)\\w+)*(?:\\.|::)([A-Z]\\w+)$");
  static const Pattern of_node = known_pattern("^node:([\\w-]+)");
  for (const Pattern* pattern : {&of_type, &of_node}) {
    std::string found = first_of(*pattern, name);
    if (!found.empty()) return found;
  }
  static const Pattern of_host =
      known_pattern("^[\\w-]+\\.[a-z]+/(?:.*?/)?([\\w-]{2,})(?:/v\\d+)?$");
  const std::string last = first_of(of_host, name);
  if (!last.empty()) return last;
  // com.example.kettle: the last package, not "com".
  static const Pattern of_domain =
      known_pattern("^(?:org|com|net|io|edu|dev|de|fr)\\.(?:\\w+\\.)*?(\\w+)$");
  const std::string package = first_of(of_domain, name);
  if (!package.empty()) return package;
  const std::size_t from = name.starts_with("@") ? name.find('/') + 1 : 0;
  return name.substr(from, name.find_first_of("./:", from) - from);
}

}  // namespace

std::string painted_name(const Fact& fact) {
  using K = FactKind;
  if (fact.kind == K::import || fact.kind == K::import_missing) return module_of(fact.name);
  if (fact.kind == K::file_kind) return fact.where.path;
  // A message is raised by some error, but is not called by its name; the rest has none.
  const bool nameless = fact.kind == K::message || fact.kind == K::readme || fact.kind == K::metric;
  return nameless ? std::string() : fact.name;
}

MilkName milk_name(const std::string& name, const Lexicon& lexicon) {
  const auto letters = lexicon.letters_that_complete(name);
  if (!letters.empty()) {
    const bool capitals =
        lower_ascii(name) != name && name.size() > 1 &&
        std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    std::string letter(1, letters.front());
    return {name, capitals ? capitalised(letter) : letter};
  }
  if (name.size() < 2) return {name, {}};
  return {name.substr(0, name.size() - 1), name.substr(name.size() - 1)};
}

SlotFiller::SlotFiller(const RepoFacts& facts, const Wordbook& words)
    : facts_(facts), words_(words) {
  project_.name = facts.project.name.text;
  for (const Fact& fact : facts.facts) {
    if (project_.words.size() > project_words_max) break;
    for (const NameWord& word : words.naming.split(fact.name)) {
      project_.words.insert(lower_ascii(word.text));
    }
  }
}

std::string SlotFiller::label(const std::string& identifier, int letters_max) const {
  return words_.naming.label(identifier, letters_max, words_.lexicon, project_);
}

MilkName SlotFiller::milk_of(const Fact& fact, int letters_max) const {
  const std::string name = painted_name(fact);
  std::string fitting = label(name, letters_max + 1);
  // The last letter goes to the Bug, so it must be a plain one, and one byte.
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (fitting.size() < 3 || !plain(fitting.back())) return {};
  MilkName milk = milk_name(fitting, words_.lexicon);
  if (static_cast<int>(milk.stem.size()) > letters_max) {
    milk = {fitting.substr(0, fitting.size() - 1), fitting.substr(fitting.size() - 1)};
  }
  return milk;
}

std::string SlotFiller::from_line(const std::string& source, const Fact& fact) const {
  const std::string& line = fact.where.text;
  if (source == "evidence.number") return number_of(fact);
  if (source == "evidence.flag") {
    static const Pattern flag = known_pattern("(--[a-z][\\w-]+)");
    return fact.kind == FactKind::flag ? fact.name : first_of(flag, line);
  }
  if (source == "evidence.delimiter") {
    static const Pattern delimiter = known_pattern("['\"`]([\\[\\](){}<>])['\"`]");
    return first_of(delimiter, line);
  }
  if (source == "evidence.type_parameters") {
    static const Pattern parameters =
        known_pattern("[<\\[]\\s*([A-Z]\\w?(?:, ?[A-Z]\\w?)*)\\s*[>\\],:]");
    return first_of(parameters, line);
  }
  static const Pattern expected = known_pattern(
      "(?i)\\b(?:(?:expected|must be|should be|requires?)(?: an?| the)?|not an?)(?: valid)? "
      "['\"`]?([a-z]\\w+)");
  static const Pattern received =
      known_pattern("(?i)\\b(?:got|received|but was)(?: an?| the)? ['\"`]?([a-z]\\w+)");
  const std::string& said = fact.message.empty() ? line : fact.message;
  if (source == "evidence.expected") return first_of(expected, said);
  if (source == "evidence.received") return first_of(received, said);
  if (source == "evidence.value_or_name") {
    static const Pattern nothing = known_pattern("\\b(None|null|nil|undefined|NULL|nullptr)\\b");
    const std::string found = first_of(nothing, fact.message);
    return found.empty() ? first_of(nothing, line) : found;
  }
  if (source == "evidence.role_or_name") {
    static const Pattern role = known_pattern("(?i)\\b(root|admin|owner|sudo|superuser)\\b");
    return first_of(role, line);
  }
  if (source == "evidence.key_or_name") {
    static const Pattern key = known_pattern("['\"]([A-Za-z_]\\w{1,20})['\"]\\s*\\]");
    return first_of(key, line);
  }
  if (source == "remedy.name") {
    static const Pattern remedy = known_pattern(
        "\\b(?:[Uu]se|[Ss]et|[Cc]onsider|[Tt]ry|[Ii]nstall) (?:the "
        ")?[`'\"]?(--[a-z][\\w-]+|\\w*_\\w+)");
    return first_of(remedy, said);
  }
  return {};
}

std::string SlotFiller::from_counts(const std::string& source) const {
  const auto count = [this](const char* name) {
    const auto found = facts_.counts.find(name);
    return found == facts_.counts.end() ? std::string() : std::to_string(found->second);
  };
  if (source == "count.flags") return count("flags");
  if (source == "metric.todo_comments") return count("todos");
  if (source == "metric.packages") return count("packages");
  return {};
}

std::string SlotFiller::from_evidence(const Slot& slot,
                                      const std::vector<const Fact*>& evidence) const {
  const Fact& best = *evidence.front();
  const std::string& source = slot.from;
  if (source == "evidence.file") return label(best.where.path, slot.letters_max);
  if (source == "evidence.path_or_name") {
    static const Pattern path = known_pattern(
        "['\"`( "
        "]((?:[\\w.-]+/"
        ")*[\\w-]+\\.(?:toml|ya?ml|json|ini|cfg|conf|lock|txt|md|py|js|rs|go|c|h))\\b");
    std::string found = first_of(path, best.where.text);
    if (best.kind == FactKind::file_path) found = best.where.path;
    for (const std::string& shown : {found, painted_name(best), best.where.path}) {
      const std::string painted = label(shown, slot.letters_max);
      if (!painted.empty()) return painted;
    }
  }
  if (source == "second.name") {
    for (std::size_t k = 1; k < evidence.size(); ++k) {
      const std::string second = label(painted_name(*evidence[k]), slot.letters_max);
      if (!second.empty() && second != label(painted_name(best), slot.letters_max)) return second;
    }
    return {};
  }
  std::string shown;
  for (const Fact* fact : evidence) {
    if (shown.empty()) shown = from_line(source, *fact);
  }
  static const Pattern as_it_stands = known_pattern("number|flag|delimiter|type_parameters");
  if (!shown.empty() && as_it_stands.found_in(source)) return shown;
  if (!shown.empty()) return label(shown, slot.letters_max);
  const bool or_name = source == "evidence.name" || source.ends_with("_or_name");
  if (!or_name) return {};
  for (const Fact* fact : evidence) {
    const std::string painted = label(painted_name(*fact), slot.letters_max);
    if (!painted.empty()) return painted;
  }
  return {};
}

std::string SlotFiller::value(const Slot& slot, const std::vector<const Fact*>& evidence,
                              std::size_t matches) const {
  const Project& project = facts_.project;
  if (slot.from == "project.name" || slot.from == "repo.name") {
    return label(project.name.text, slot.letters_max);
  }
  if (slot.from == "readme.install_line") {
    const bool fits =
        length_in_points(project.install.text) <= static_cast<std::size_t>(slot.letters_max);
    return fits && !project.install.text.empty() ? project.install.text
                                                 : label(project.name.text, slot.letters_max);
  }
  if (slot.from == "count.matches") return std::to_string(matches);
  const std::string counted = from_counts(slot.from);
  if (!counted.empty()) return counted;
  if (evidence.empty()) return {};
  if (slot.from == "evidence.name.stem") return milk_of(*evidence.front(), slot.letters_max).stem;
  if (slot.from == "evidence.name.missing_letter") {
    const auto stem = milk_of(*evidence.front(), 10);
    return stem.letter;
  }
  return from_evidence(slot, evidence);
}

std::map<std::string, std::string> SlotFiller::fill(const Gag& gag,
                                                    const std::vector<const Fact*>& evidence,
                                                    std::size_t matches) const {
  std::map<std::string, std::string> filled;
  std::set<std::string> painted;
  bool milk_is_own = false;
  for (const auto& [name, slot] : gag.slots) {
    std::string text = value(slot, evidence, matches);
    const bool fits = length_in_points(text) <= static_cast<std::size_t>(slot.letters_max);
    if (text.empty() || !fits || words_.lexicon.forbidden(text)) text = slot.otherwise;
    // The same name twice in one picture says less than the gag's own word.
    const bool twice = slot.from.starts_with("evidence.") && !painted.insert(text).second;
    if (twice) text = slot.otherwise;
    if (text == "project.name") text = label(facts_.project.name.text, slot.letters_max);
    milk_is_own = milk_is_own || (slot.from == "evidence.name.stem" && text == slot.otherwise);
    filled[name] = std::move(text);
  }
  // Stem and letter are one word: where the can has its own, so has the Bug.
  for (const auto& [name, slot] : gag.slots) {
    if (milk_is_own && slot.from == "evidence.name.missing_letter") filled[name] = slot.otherwise;
  }
  return filled;
}

}  // namespace onereel::writing
