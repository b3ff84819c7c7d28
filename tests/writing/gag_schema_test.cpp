// data/schema/gag.schema.json says for editors what the reader of gag files asks for.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "onereel/writing/gag_library.h"
#include "word_data.h"

using namespace onereel;
using namespace onereel::writing;

namespace {

nlohmann::json scalar_json(const Document& node) {
  const auto whole = node.integer();
  if (!node.quoted && whole) return *whole;
  const auto number = node.number();
  if (!node.quoted && number) return *number;
  const auto truth = node.boolean();
  if (!node.quoted && truth) return *truth;
  return node.scalar;
}

nlohmann::json json_of(const Document& node) {
  if (node.is_scalar()) return scalar_json(node);
  if (node.is_null()) return nullptr;
  nlohmann::json made = node.is_list() ? nlohmann::json::array() : nlohmann::json::object();
  for (const Document& item : node.items) made.push_back(json_of(item));
  for (const auto& [key, value] : node.entries) made[key] = json_of(value);
  return made;
}

std::unique_ptr<const valijson::Schema> read_schema() {
  std::ifstream file(data_folder + "/schema/gag.schema.json");
  const nlohmann::json text = nlohmann::json::parse(file);
  auto schema = std::make_unique<valijson::Schema>();
  valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(text), *schema);
  return schema;
}

// "passes", or all that is wrong.
std::string verdict(const Document& gag) {
  static const auto schema = read_schema();
  valijson::Validator validator;
  valijson::ValidationResults results;
  const nlohmann::json json = json_of(gag);
  const valijson::adapters::NlohmannJsonAdapter adapter(json);
  if (validator.validate(*schema, adapter, &results)) return "passes";
  std::string all;
  for (const auto& error : results) {
    for (const std::string& step : error.context) all += step;
    all += ": " + error.description + "\n";
  }
  return all;
}

// The files of a folder that do not pass, with what is wrong.
std::string refused_in(const std::string& folder) {
  std::set<std::string> paths;
  for (const auto& entry : std::filesystem::directory_iterator(data_folder + folder)) {
    paths.insert(entry.path().string());
  }
  std::string refused;
  for (const std::string& path : paths) {
    const auto gag = read_yaml_file(path);
    const std::string said = gag ? verdict(*gag) : gag.error().what;
    if (said != "passes") refused += path + "\n" + said;
  }
  return refused;
}

const std::string beginning =
    "id: late-tea\nfamily: time\nconcept: lateness\n"
    "earned_by: [{kind: constant, weight: 5, name: 'LATE'}]\n"
    "false_friends: []\nslots: {}\nact: [III]\npremise: Tea is late.\nset: kitchen\n"
    "cast: [apprentice]\nprops: [cup]\nmood: waltz\nseconds: {min: 6, best: 8, max: 10}\n"
    "beats: [{beat: plant, share: 1, action: 'He waits.'}]\n";

std::string schema_says(const std::string& rest) {
  return verdict(*read_yaml(beginning + rest, "late-tea.yaml"));
}

std::string reader_says(const std::string& rest) {
  const auto read = read_gag(beginning + rest, "late-tea.yaml");
  return read ? "passes" : read.error().what;
}

bool holds(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every gag and every opening and ending that we ship is as the schema says") {
  CHECK(refused_in("/gags") == "");
  CHECK(refused_in("/business") == "");
}

TEST_CASE("a good gag passes the schema and the reader") {
  CHECK(schema_says("tint: Azure\n") == "passes");
  CHECK(reader_says("tint: Azure\n") == "passes");
}

TEST_CASE("a word that is none of its list is refused by both, and the reader names the near one") {
  CHECK(holds(schema_says("tint: Azur\n"), "tint"));
  CHECK(holds(reader_says("tint: Azur\n"), "late-tea.yaml:15"));
  CHECK(holds(reader_says("tint: Azur\n"), "did you mean 'Azure'?"));
}

TEST_CASE("a field that there is not is refused by both, and the reader says which line") {
  CHECK(holds(schema_says("tint: Azure\nplot: thin\n"), "plot"));
  CHECK(holds(reader_says("tint: Azure\nplot: thin\n"), "late-tea.yaml:16"));
}

TEST_CASE("a field that is missing is refused by both, by its name") {
  CHECK(holds(schema_says("avoid: no speech\n"), "tint"));
  CHECK(holds(reader_says("avoid: no speech\n"), "'tint'"));
}
