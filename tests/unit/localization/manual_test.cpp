// The manual's promises: every example of values.md prints as the page says, every key of a house style is explained.
#include <set>

#include "localization/invisible.hpp"
#include "shipped.hpp"
#include "text/utf8.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using gaceta::localization::testing::shipped_locale;
using gaceta::localization::testing::source_file;
using gaceta::localization::testing::text_of;

namespace {

struct Example {
  std::string role, text, spanish, english;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t at = 1; at < line.size();) {
    const std::size_t bar = std::min(line.find('|', at), line.size());
    cells.emplace_back(text::trimmed(std::string_view(line).substr(at, bar - at)));
    at = bar + 1;
  }
  return cells;
}

/// The rows whose first cell is a role in a double code span.
std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> examples;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("| ``{")) continue;
    const std::vector<std::string> cells = cells_of(line);
    REQUIRE(cells.size() == 3);
    const std::string& code = cells[0];
    const std::size_t close = code.find('}');
    const std::size_t tick = code.find('`', close + 2);
    examples.push_back({code.substr(3, close - 3), code.substr(close + 2, tick - close - 2), cells[1], cells[2]});
  }
  return examples;
}

std::string with_plain_spaces(std::string text) {
  for (const std::string_view space : {"\u00A0", "\u202F"}) {
    for (std::size_t at = text.find(space); at != std::string::npos; at = text.find(space)) {
      text.replace(at, space.size(), " ");
    }
  }
  return text;
}

std::string printed(std::string_view tag, const Example& example) {
  const auto phrase = parse_role(example.role, example.text, *testing::shipped_units());
  if (const auto* error = std::get_if<NotationError>(&phrase)) return std::string(error->rule);
  return with_plain_spaces(shipped_locale(tag)->print(std::get<Phrase>(phrase)));
}

std::string page(const std::string& name) {
  const auto text = text_of(source_file("docs/manual/" + name));
  REQUIRE(text.has_value());
  return *text;
}

/// Keys whose entries are names (months, countries, terms …), not keys of the format.
bool holds_names(std::string_view key) {
  static const std::set<std::string_view> kNames = {
      "scales",   "currencies", "months",          "short_months", "weekdays", "halves",
      "quarters", "countries",  "languages",       "contractions", "cities",   "series",
      "terms",    "statuses",   "series_prefixes", "masculine",    "feminine", "before_noun"};
  return kNames.contains(key);
}

void collect_keys(const yaml::Node& node, std::string_view parent, std::set<std::string>& keys) {
  for (const yaml::Entry& entry : node.entries()) {
    const std::string key(entry.key.scalar());
    const bool is_name = holds_names(parent);
    if (!is_name) keys.insert(key);
    const bool section_of_terms = key == "terms" && parent.empty();
    collect_keys(entry.value, is_name || section_of_terms ? "entry" : std::string_view(key), keys);
  }
}

}  // namespace

TEST_CASE("every example of the page for editors prints as the page says") {
  const std::vector<Example> examples = examples_of(page("values.md"));
  CHECK(examples.size() > 70);
  for (const Example& example : examples) {
    INFO('{' << example.role << "}`" << example.text << '`');
    CHECK(printed("es-MX", example) == example.spanish);
    CHECK(printed("en-US", example) == example.english);
  }
}

TEST_CASE("the page for editors names every intent") {
  const std::string text = page("values.md");
  for (const Intent& one : intents()) {
    INFO(one.name);
    CHECK(text.find('`' + std::string(one.name) + '`') != std::string::npos);
  }
}

TEST_CASE("the manual explains every key and every slot that a house style may have") {
  const std::string text = page("house-style.md");
  std::set<std::string> keys;
  for (const char* file : {"es", "en", "es-MX", "es-UY", "es-ES", "es-419", "en-US", "en-CA", "es-currencies",
                           "en-currencies", "es-countries", "en-countries", "es-terms", "en-terms"}) {
    diagnostics::Diagnostics diagnostics;
    const auto node = yaml::parse(*testing::shipped_file(file), file, 1, diagnostics);
    REQUIRE(node.has_value());
    collect_keys(*node, "", keys);
  }
  CHECK(keys.size() > 100);
  for (const std::string& key : keys) {
    INFO(key);
    CHECK(text.find('`' + key + '`') != std::string::npos);
  }
#define SLOT(name)                                        \
  {                                                       \
    INFO("{" #name "}");                                  \
    CHECK(text.find("{" #name "}") != std::string::npos); \
  }
#include "localization/slots.inc"
#undef SLOT
}
