#include "gag_words.h"

#include <algorithm>

namespace onereel::writing {

const std::vector<std::string_view>& families() {
  static const std::vector<std::string_view> words = {
      "lost",  "setup", "picture", "watch",    "state",       "value",    "lookup",
      "count", "loop",  "time",    "together", "flow",        "space",    "gate",
      "text",  "error", "age",     "learn",    "running_gag", "business", "quiet"};
  return words;
}

const std::vector<std::string_view>& moods() {
  static const std::vector<std::string_view> words = {"rag",       "hurry", "misterioso", "agitato",
                                                      "plaintive", "love",  "gallop",     "waltz"};
  return words;
}

const std::vector<std::string_view>& tints() {
  // Kodak's Sonochrome stocks.
  static const std::vector<std::string_view> words = {
      "Rose Doree",   "Peachblow", "Afterglow", "Firelight", "Candleflame", "Sunshine",
      "Verdante",     "Aquagreen", "Turquoise", "Azure",     "Nocturne",    "Purplehaze",
      "Fleur de Lis", "Amaranth",  "Caprice",   "Inferno",   "Argent"};
  return words;
}

const std::vector<std::string_view>& project_kinds() {
  static const std::vector<std::string_view> words = {
      "library", "framework",    "command-line",  "application",     "web-service",
      "game",    "data-science", "documentation", "empty-repository"};
  return words;
}

const std::vector<std::string_view>& slot_sources() {
  static const std::vector<std::string_view> words = {"evidence.name",
                                                      "evidence.name.stem",
                                                      "evidence.name.missing_letter",
                                                      "evidence.number",
                                                      "evidence.flag",
                                                      "evidence.file",
                                                      "evidence.path_or_name",
                                                      "evidence.delimiter",
                                                      "evidence.type_parameters",
                                                      "evidence.expected",
                                                      "evidence.received",
                                                      "evidence.value_or_name",
                                                      "evidence.role_or_name",
                                                      "evidence.key_or_name",
                                                      "second.name",
                                                      "remedy.name",
                                                      "count.matches",
                                                      "count.flags",
                                                      "project.name",
                                                      "repo.name",
                                                      "readme.install_line",
                                                      "metric.todo_comments",
                                                      "metric.packages",
                                                      "metric.path_stem",
                                                      "metric.value",
                                                      "packages.first",
                                                      "packages.second",
                                                      "history.merge_commits",
                                                      "history.authors"};
  return words;
}

bool is_furniture(std::string_view prop) {
  static const std::vector<std::string_view> words = {
      "table",   "long_table", "chair",    "door",      "double_door", "bench",  "desk",
      "counter", "shelf",      "cupboard", "lamp_post", "stove",       "window", "cup",
      "saucer",  "plate",      "cap",      "hat",       "scarf",       "lamp",   "hatch"};
  return std::find(words.begin(), words.end(), prop) != words.end();
}

}  // namespace onereel::writing
