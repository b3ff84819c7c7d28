#include "card_facts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

#include "card_readings.h"
#include "onereel/base/text.h"
#include "pattern.h"
#include "phrases.h"
#include "slot_filler.h"
#include "taglines.h"

namespace onereel::writing {
namespace {

bool is_in(const std::vector<FactKind>& kinds, FactKind kind) {
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Facts that cards may speak from, the most public and central first.
std::vector<const Fact*> voices(const RepoFacts& facts) {
  std::vector<const Fact*> list;
  for (const Fact& fact : facts.facts) {
    if (!fact.in_tests) list.push_back(&fact);
  }
  const auto depth = [](const Fact* fact) {
    return std::count(fact->where.path.begin(), fact->where.path.end(), '/');
  };
  std::stable_sort(list.begin(), list.end(), [&](const Fact* a, const Fact* b) {
    if (a->is_public != b->is_public) return a->is_public;
    return depth(a) < depth(b);
  });
  return list;
}

class SlotFinder {
 public:
  SlotFinder(const RepoFacts& facts, const Lexicon& lexicon)
      : facts_(facts), lexicon_(lexicon), voices_(voices(facts)) {}

  CardSlots slots;

  void project(const Stated& stated, const char* slot) {
    if (!stated.text.empty()) put(slot, stated.text, stated.where);
  }

  void stated() {
    const Project& project_facts = facts_.project;
    project(project_facts.name, "name");
    project(project_facts.install, "install");
    project(project_facts.run, "run");
    project(project_facts.homepage, "address");
    tagline();
    static const Pattern major_minor = known_pattern("^v?(\\d+\\.\\d+)");
    const auto version = major_minor.all_in(project_facts.version.text, 1);
    if (!version.empty()) put("version", version[0], project_facts.version.where);
  }

  // Of the manifest's line and the README's first paragraph (both are in the claim) the first that
  // can be made short without a lie.
  void tagline() {
    constexpr std::size_t known_by = 40;
    std::vector<Stated> sources = {facts_.project.tagline};
    for (const Fact& fact : facts_.facts) {
      const bool paragraph = fact.kind == FactKind::readme && fact.name == "paragraph";
      if (paragraph && facts_.claim.find(fact.message.substr(0, known_by)) != std::string::npos) {
        sources.push_back({fact.message, fact.where});
      }
    }
    for (const Stated& source : sources) {
      const std::string text = short_tagline(source.text);
      if (text.empty()) continue;
      put("tagline", text, source.where);
      return;
    }
  }

  // Counts of the scout; the place is the fact that shows it best, else where the name stands.
  void counts() {
    for (const auto& [name, value] : facts_.counts) {
      const Evidence* where = &facts_.project.name.where;
      for (const Fact* fact : voices_) {
        if (fact->kind == FactKind::metric && fact->name == name) where = &fact->where;
      }
      put(name, std::to_string(value), *where);
    }
    put_count_of(FactKind::error_declared, "errors");
    put_count_of(FactKind::flag, "flags");
    const auto lines = facts_.counts.find("source_lines");
    if (lines != facts_.counts.end()) {
      put("lines", std::to_string(lines->second), facts_.project.name.where);
    }
    dependencies();
    languages();
  }

  void readings_from_lines() {
    for (const Reading& reading : readings()) {
      if (slots.texts.count(reading.slot) != 0) continue;
      const Pattern pattern = known_pattern(reading.pattern);
      for (const Fact* fact : voices_) {
        if (is_in(reading.kinds, fact->kind) && take(reading, pattern, *fact)) break;
      }
    }
    // "Use X instead of Y": old and new must be of one line.
    const bool apart = slots.texts.count("old") != 0 && slots.texts.count("new") != 0 &&
                       !(slots.evidence["old"] == slots.evidence["new"]);
    if (apart) slots.texts.erase("old");
    if (const std::string* host = slots.find("host"))
      put("loopback", *host, slots.evidence["host"]);
    returned_nothing();
    experimental();
    timeout();
    guarded_import();
    ordered_pair();
    quote();
  }

  // The file that refuses most, and the thing its messages share.
  void refusals() {
    std::map<std::string, std::vector<const Fact*>> by_file;
    for (const Fact& fact : facts_.facts) {
      if (fact.kind == FactKind::error_raised && !fact.in_tests)
        by_file[fact.where.path].push_back(&fact);
    }
    const std::vector<const Fact*>* most = nullptr;
    for (const auto& [path, raised] : by_file) {
      if (most == nullptr || raised.size() > most->size()) most = &raised;
    }
    if (most == nullptr) return;
    put("raises", std::to_string(most->size()), most->front()->where);
    object_of(most->front()->where.path);
    declared_and_raised();
  }

 private:
  void put(const std::string& slot, const std::string& text, const Evidence& where) {
    if (lexicon_.names_a_person(text)) return;
    slots.texts[slot] = text;
    slots.evidence[slot] = where;
  }

  bool take(const Reading& reading, const Pattern& pattern, const Fact& fact) {
    static const Pattern comment = known_pattern("^(//|/\\*|\\*|#|--|<!--)");
    const std::string& text = reading.from == From::message ? fact.message : fact.where.text;
    // What code does not do, it may still talk about.
    const bool aside = reading.from == From::line && fact.kind != FactKind::readme;
    if (aside && comment.found_in(text)) return false;
    const auto found = pattern.all_in(text, 1);
    if (found.empty()) return false;
    const double number = std::strtod(found[0].c_str(), nullptr);
    const bool is_number = found[0].find_first_not_of("0123456789") == std::string::npos;
    if (is_number && (number < reading.least || number > reading.most)) return false;
    if (lexicon_.names_a_person(fact.where.text)) return false;
    // A paragraph begins on the line that is shown, and may say it further down.
    const bool shown = fact.where.text.find(found[0]) != std::string::npos;
    if (fact.kind == FactKind::readme && !shown) return false;
    put(reading.slot, found[0], fact.where);
    return true;
  }

  void put_count_of(FactKind kind, const char* slot) {
    std::set<std::string> names;
    const Fact* first = nullptr;
    for (const Fact* fact : voices_) {
      if (fact->kind != kind) continue;
      if (first == nullptr) first = fact;
      names.insert(fact->name);
    }
    if (first != nullptr) put(slot, std::to_string(names.size()), first->where);
  }

  void dependencies() {
    slots.texts.erase("dependencies");
    const auto lists = std::find_if(facts_.facts.begin(), facts_.facts.end(), [](const Fact& fact) {
      static const Pattern section = known_pattern("(?i)dependenc|^require");
      const bool indirect = fact.where.text.find("// indirect") != std::string::npos;
      return fact.kind == FactKind::manifest && section.found_in(fact.where.text) && !indirect;
    });
    if (lists == facts_.facts.end() && facts_.dependencies.empty()) return;
    const Evidence& where = lists == facts_.facts.end() ? facts_.project.name.where : lists->where;
    put("dependencies", std::to_string(facts_.dependencies.size()), where);
  }

  void languages() {
    std::int64_t all = 0;
    for (const Language& language : facts_.languages) all += language.lines;
    const auto many = std::count_if(facts_.languages.begin(), facts_.languages.end(),
                                    [all](const Language& l) { return l.lines * 20 > all; });
    if (facts_.languages.empty()) return;
    put("languages", std::to_string(many), facts_.project.name.where);
    put("language", facts_.languages.front().name, facts_.project.name.where);
  }

  // "The view returned None": somebody says that it comes back. "err is nil", "must not return
  // None" do not.
  void returned_nothing() {
    static const Pattern said = known_pattern(
        "(?:^|[^\\w-])(?i:return(?:ed|s|ing)) ['\"`]?(None|null|nil|undefined|NULL)(?:$|[^\\w])");
    static const Pattern denied = known_pattern(
        "(?i)(?:\\b(?:not|never|cannot|nothing|nobody|without|avoid|instead of)|n't)\\b[^.;]{0,30}"
        "return(?:ed|s|ing) ['\"`]?(?:None|null|nil|undefined)");
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::message) continue;
      const auto value = said.all_in(fact->message, 1);
      if (value.empty() || denied.found_in(fact->message)) continue;
      if (lexicon_.names_a_person(fact->where.text)) continue;
      put("value", value[0], fact->where);
      return;
    }
  }

  // What the project says of itself, not of a part of it.
  void experimental() {
    std::string name;
    for (const char letter : facts_.project.name.text) {
      const bool plain = std::isalnum(static_cast<unsigned char>(letter)) != 0;
      name += plain ? std::string(1, letter) : std::string(".");
    }
    const Pattern itself = known_pattern(
        "(?i)\\b(?:this (?:project|library|crate|package|software|program|tool|repository|module|"
        "framework|engine)|" +
        (name.empty() ? "this" : name) +
        ") is (?:still |currently |an? |in |highly |very ){0,3}(experimental|alpha|beta)\\b");
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::readme && fact->kind != FactKind::manifest) continue;
      const auto found = itself.all_in(fact->where.text, 1);
      if (found.empty()) continue;
      put("experimental", found[0], fact->where);
      return;
    }
  }

  void timeout() {
    static const Pattern with_unit = known_pattern(
        "(?i)timeout_?(?:in_?)?(seconds|secs?|ms|millis|minutes)\\w*\\s*(?::[^=]*)?=\\s*(?:\\d{1,4}"
        ")\\b");
    static const Pattern number = known_pattern("=\\s*(\\d{1,4})\\b");
    for (const Fact* fact : voices_) {
      const auto unit = with_unit.all_in(fact->where.text, 1);
      if (unit.empty()) continue;
      const auto value = number.all_in(fact->where.text, 1);
      if (value.empty() || std::atoi(value[0].c_str()) < 2) continue;
      put("timeout", value[0], fact->where);
      const char first = static_cast<char>(unit[0][0] | 0x20);
      const bool milli =
          lower_ascii(unit[0]).starts_with("ms") || lower_ascii(unit[0]).starts_with("mil");
      put("timeout_unit",
          first == 's' ? "seconds"
          : milli      ? "milliseconds"
                       : "minutes",
          fact->where);
      return;
    }
  }

  void guarded_import() {
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::import_missing) continue;
      const std::string module = painted_name(*fact);
      if (module.empty()) continue;
      put("import", module, fact->where);
      return;
    }
  }

  // in ("app", "application"), = ["wsgi", "app"]: in braces, or as arguments of a call, the order
  // may mean nothing.
  void ordered_pair() {
    static const Pattern pair = known_pattern(
        "(?:\\bin|[^=!<>]=|\\breturn)\\s*[(\\[]\\s*[\"'](\\w{2,14}[\"'],\\s*[\"']\\w{2,14})[\"']"
        "\\s*[)\\]]");
    static const Pattern of_export = known_pattern("__all__|features");
    for (const Fact* fact : voices_) {
      const auto found = pair.all_in(fact->where.text, 1);
      const bool code = fact->kind != FactKind::manifest && fact->kind != FactKind::readme;
      if (found.empty() || !code || of_export.found_in(fact->where.text)) continue;
      const auto first_end = found[0].find_first_of("\"'");
      const auto second = found[0].find_last_of("\"'");
      if (found[0].substr(0, first_end) == found[0].substr(second + 1)) continue;
      put("first", found[0].substr(0, first_end), fact->where);
      put("second", found[0].substr(second + 1), fact->where);
      return;
    }
  }

  // A message that stands on its own as speech.
  void quote() {
    static const Pattern speech = known_pattern("^[A-Za-z][a-z']+( [a-z']+){1,3}[.!]?$");
    static const Pattern dull = known_pattern(
        "(?i)\\b(error|invalid|exception|debug|usage|default|argument|type|assert)\\b");
    // "err is nil" is code with spaces in it; no door says that.
    static const Pattern code = known_pattern(
        "(?i)\\b(errs?|nil|null|none|nan|eof|ok|args?|argv|argc|ctx|conn|fd|int|str|bool|bytes|"
        "struct|func|fn|impl|enum|const|var|ptr|cfg|config|init|async|await|json|yaml|toml|http|"
        "url|"
        "uri|api|len|idx|src|dst|dir|tmp|env|param|params|kwargs|dict|stdin|stdout|stderr|utf)\\b");
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::message || !fact->is_public) continue;
      if (!speech.found_in(fact->message) || dull.found_in(fact->message)) continue;
      if (code.found_in(fact->message)) continue;
      std::string text = fact->message;
      while (text.back() == '.' || text.back() == '!') text.pop_back();
      put("quote", capitalised(text), fact->where);
      return;
    }
  }

  void object_of(const std::string& path) {
    static const Pattern word = known_pattern("[a-z]{3,14}");
    static const Pattern common = known_pattern(
        "^(not|must|found|could|should|cannot|invalid|expected|error|failed|this|that|with|from|"
        "have|has|only|more|than|does|been|into|when|your|given|same|least|most|after|before|first|"
        "set|get|use|used|find|take|such|like|well|back|true|false|none|null)$");
    std::map<std::string, std::set<std::string>> messages_with;
    std::set<std::string> messages;
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::message || fact->where.path != path) continue;
      messages.insert(fact->message);
      for (const std::string& token : word.all_in(lower_ascii(fact->message), 60)) {
        if (!common.found_in(token) && lexicon_.noun(token))
          messages_with[token].insert(fact->message);
      }
    }
    const std::pair<const std::string, std::set<std::string>>* best = nullptr;
    for (const auto& entry : messages_with) {
      if (best == nullptr || entry.second.size() > best->second.size()) best = &entry;
    }
    if (best == nullptr || best->second.size() < 3 || best->second.size() * 4 < messages.size())
      return;
    put("object", best->first, place_of(best->first, path));
  }

  // The first message of the file whose line holds the word, else where the refusals begin.
  Evidence place_of(const std::string& word, const std::string& path) {
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::message || fact->where.path != path) continue;
      if (lower_ascii(fact->where.text).find(word) != std::string::npos) return fact->where;
    }
    return slots.evidence["raises"];
  }

  void declared_and_raised() {
    std::map<std::string, int> raised;
    for (const Fact* fact : voices_) {
      if (fact->kind == FactKind::error_raised) ++raised[fact->name];
    }
    const Fact* best = nullptr;
    for (const Fact* fact : voices_) {
      if (fact->kind != FactKind::error_declared || raised.count(fact->name) == 0) continue;
      if (best == nullptr || raised[fact->name] > raised[best->name]) best = fact;
    }
    if (best != nullptr) put("error", best->name, best->where);
  }

  const RepoFacts& facts_;
  const Lexicon& lexicon_;
  std::vector<const Fact*> voices_;
};

// "... can no longer be called ... after the first request": what is forbidden, and who came first.
void no_change_after_the_first(const RepoFacts& facts, const Errand& errand, const Errands& errands,
                               const std::string& language, CardSlots& slots) {
  static const Pattern message = known_pattern(
      "(?i)(?:no longer|cannot|can't|already|not allowed).{0,120}\\bfirst (request|user|client)");
  for (const Fact& fact : facts.facts) {
    if (fact.kind != FactKind::message || fact.in_tests) continue;
    const auto who = message.all_in(fact.message, 1);
    if (who.empty()) continue;
    std::string caller = errands.speaks(errand.id, lower_ascii(who[0]), language);
    std::string change = errands.speaks(errand.id, "setup", language);
    if (caller.empty() || change.empty()) return;
    // German nouns are given with their article, which the card does not take.
    for (std::string* noun : {&caller, &change}) {
      if (language == "de") *noun = noun->substr(noun->find(' ') + 1);
    }
    slots.texts["caller"] = caller;
    slots.texts["change"] = change;
    slots.evidence["caller"] = slots.evidence["change"] = fact.where;
    return;
  }
}

}  // namespace

CardSlots card_slots(const RepoFacts& facts, const Errand& errand, const Errands& errands,
                     const Lexicon& lexicon, const std::string& language) {
  SlotFinder finder(facts, lexicon);
  finder.counts();
  finder.stated();
  finder.readings_from_lines();
  finder.refusals();
  no_change_after_the_first(facts, errand, errands, language, finder.slots);
  return std::move(finder.slots);
}

}  // namespace onereel::writing
