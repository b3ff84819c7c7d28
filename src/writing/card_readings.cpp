#include "card_readings.h"

namespace onereel::writing {

const std::vector<Reading>& readings() {
  using K = FactKind;
  static const std::vector<Reading> table = {
      {"limit",
       {K::message},
       From::message,
       "(?i)\\b(?:up to|at most|maximum (?:of )?|no more than|limited to|limit of) (\\d{1,6})\\b",
       2},
      {"limit",
       {K::constant},
       From::line,
       "^(?:\\w+ )*MAX_[A-Z_]+\\s*(?::[^=]*)?=\\s*(\\d{1,3})\\b",
       2,
       100},
      {"retries",
       {K::constant, K::function, K::method},
       From::line,
       "(?i)\\b(?:max_?)?retr(?:y|ies)\\w*\\s*(?::\\s*\\w+\\s*)?[:=]\\s*(\\d{1,2})\\b",
       2},
      {"port",
       {K::constant, K::function, K::method},
       From::line,
       "(?i)\\b(?:default_?)?port\\s*(?::\\s*\\w+\\s*)?=\\s*(\\d{2,5})\\b",
       80},
      {"status",
       {K::error_raised, K::message, K::constant},
       From::line,
       "(?i)(?:\\babort\\(|\\bstatus(?:_?code)?\\s*[:=(]+\\s*|\\bHTTP_?)([3-5]\\d\\d)\\b"},
      {"remedy",
       {K::message},
       From::message,
       // An order, not "cannot use --safe".
       "(?:^|[.;:!?(] ?|\\b(?:[Pp]lease|or|and|instead,?|should|try to) )"
       "(?:[Uu]se|[Ss]et|[Cc]onsider|[Tt]ry|[Ii]nstall) (?:using )?(?:the )?[`'\"]?(--[a-z][\\w-]+|"
       "[a-z]\\w*_\\w+|[a-zA-Z]\\w*\\(\\)|[A-Z][a-z]+[A-Z]\\w+)"},
      {"file",
       {K::message},
       From::message,
       // Not the member of an object (response.json, app.json.loads()).
       "(?:^|[^\\w.-])([\\w-]{2,20}\\.(?:toml|ya?ml|json|ini|cfg|conf|lock|txt|md))"
       "(?:[^\\w.(\\[]|$|\\.\\W|\\.$)"},
      {"key", {K::message}, From::message, "(?i)\\bkey ['\"`]([a-z_]{2,14})['\"`]"},
      {"env",
       {},
       From::line,
       "(?:environ(?:\\.get)?[\\[(]\\s*['\"]|getenv\\(\\s*['\"]|process\\.env\\.|env::var\\(\\s*\"|"
       "ENV\\[['\"])([A-Z][A-Z0-9_]{2,60})\\b"},
      {"tool",
       {K::readme},
       From::message,
       "(?i:\\brequires?:?) ((?:Python|Node(?:\\.js)?|Go|Rust|Ruby|Java|PHP|CMake) [\\d.]+\\+?)"},
      {"encoding",
       {K::message, K::constant},
       From::line,
       "(?i)\\b(utf-?8|utf-?16|latin-?1|iso-8859-1|shift_jis|windows-125\\d)\\b"},
      {"old",
       {K::message},
       From::message,
       "(?:['\"`](\\w+(?:\\.\\w+)*)(?:\\(\\))?['\"`](?: \\w+){0,3}|(\\w+(?:_\\w+)+)|(\\w+)\\(\\)) "
       "is "
       "deprecated.{0,40}\\b[Uu]se "},
      {"new",
       {K::message},
       From::message,
       "is deprecated.{0,40}\\b[Uu]se (?:the )?(?:['\"`](\\w+(?:\\.\\w+)*)|(\\w+(?:[_.]\\w+)+)|"
       "(\\w+)\\(\\))"},
      {"host", {}, From::line, "\\b((?:127\\.0\\.0\\.1|localhost):\\d{2,5})\\b"},
      {"seed", {K::constant}, From::line, "(?i)\\b(?:\\w+_)?seed\\s*=\\s*(\\d{1,6})\\b", 0},
      {"depth",
       {K::constant},
       From::line,
       "(?i)\\bmax_?(?:recursion_?|nesting_?)?(?:depth|nesting)\\w*\\s*(?::[^=]*)?=\\s*(\\d{1,4})"
       "\\b",
       3,
       100},
      {"utc", {K::constant, K::type}, From::line, "\\b(UTC|utc)\\b"},
      {"nothing_searched",
       {K::message},
       From::message,
       "(?i)(no files were searched|nothing (?:was )?(?:searched|to search|matched|selected)|"
       "no (?:files|tests) (?:were )?(?:searched|found|collected|matched|selected))"},
      {"assembly",
       {K::readme},
       From::message,
       "(?i)\\b((?:build(?:ing)?|install(?:ing)?|compil(?:e|ing)) (?:it )?from source)\\b"},
      {"queue", {K::type}, From::line, "\\b(?:class|struct|type)\\s+(\\w{2,12}Queue)\\b"}};
  return table;
}

}  // namespace onereel::writing
