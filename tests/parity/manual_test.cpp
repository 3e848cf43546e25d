// docs/manual/translating.md: every rule it lists exists, and none is left out; its examples are what Gaceta says.
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "catch.hpp"
#include "diagnostics/catalogue.hpp"
#include "diagnostics/report.hpp"
#include "workbench.hpp"

namespace parity {
namespace {

using namespace gaceta;

std::string manual() {
  std::ifstream in(std::string(GACETA_SOURCE_DIR) + "/docs/manual/translating.md", std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// The diagnostic as printed, without its excerpt.
std::string printed(diagnostics::Diagnostic one) {
  one.place.path = "content/tmec/2021-07-pymes/" + one.place.path;
  const auto nothing = [](std::string_view) { return std::optional<std::string>(); };
  return diagnostics::as_text({one}, nothing, diagnostics::Language::english, diagnostics::Style::plain);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

TEST_CASE("the manual lists the rules of the comparison of languages, and no other") {
  const std::string text = manual();
  std::set<std::string> listed;
  static const std::regex kRow("\n\\| (`[a-z-]+`(, `[a-z-]+`)*) \\|");
  static const std::regex kRule("`([a-z-]+)`");
  for (std::sregex_iterator row(text.begin(), text.end(), kRow), none; row != none; ++row) {
    const std::string cells = (*row)[1];
    for (std::sregex_iterator rule(cells.begin(), cells.end(), kRule); rule != none; ++rule) listed.insert((*rule)[1]);
  }
  for (const std::string& rule : listed) {
    INFO(rule);
    CHECK(diagnostics::find_rule(rule) != nullptr);
  }
  for (const diagnostics::Rule& rule : diagnostics::rules()) {
    const std::string id(rule.id);
    if (!id.ends_with("-in-one-language") && !id.starts_with("stale-translation")) continue;
    INFO(id);
    CHECK(text.find("`" + id + "`") != std::string::npos);
  }
  CHECK(listed.size() >= 30);
}

TEST_CASE("the manual's examples are what Gaceta says") {
  const Workbench bench;
  const Files clean = bench.stamped(own_bulletins().at("tmec/2021-07-pymes"));
  Files files = clean;
  files["en.md"] = replaced(files["en.md"], "{date}`2021-07-14`", "{date}`2021-07-15`");
  auto found = bench.compare(files).found;
  REQUIRE(found.size() == 1);
  INFO(printed(found[0]));
  CHECK(manual().find(printed(found[0])) != std::string::npos);

  files = clean;
  files["es.md"] = replaced(files["es.md"], "la importancia de estas empresas", "el peso de estas empresas");
  found = bench.compare(files).found;
  REQUIRE(found.size() == 1);
  found[0].help.arguments[1] = "tmec/2021-07-pymes";  // the bench has a folder of its own
  INFO(printed(found[0]));
  CHECK(manual().find(printed(found[0])) != std::string::npos);
}

}  // namespace
}  // namespace parity
