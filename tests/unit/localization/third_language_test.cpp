// A language that no C++ knows: Portuguese comes from a house style, messages and nouns, all of them data.
#include "localization/cases.hpp"
#include "shipped.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using gaceta::localization::testing::source_file;
using gaceta::localization::testing::text_of;

namespace {

std::optional<std::string> portuguese_file(std::string_view name) {
  return text_of(source_file("tests/localization/" + std::string(name) + ".yaml"));
}

std::shared_ptr<const Units> portuguese_units(diagnostics::Diagnostics& diagnostics) {
  const auto nouns =
      yaml::parse("firm: {pt: {one: empresa, other: empresas, gender: f}}\n", "site.yaml", 1, diagnostics);
  return std::make_shared<const Units>(Units(read_nouns(*nouns, "site.yaml", diagnostics)));
}

}  // namespace

TEST_CASE("a third language is a matter of data") {
  diagnostics::Diagnostics diagnostics;
  const Locale locale(load_locale("pt-BR", portuguese_file, {}, portuguese_units(diagnostics), {}, diagnostics));
  INFO(testing::as_text(diagnostics));
  REQUIRE(diagnostics.empty());
  CHECK(locale.language() == "pt");
  CHECK(locale.message("test.notes", {{"n", std::int64_t{1}}}) == "1 nota");
  CHECK(locale.message("test.notes", {{"n", std::int64_t{12345}}}) == "12.345 notas");
  CHECK(Locale::own_language_name("pt") == "português");

  const auto table = portuguese_file("pt-BR-cases");
  REQUIRE(table.has_value());
  const CaseReport report = run_cases(*table, "pt-BR-cases.yaml", [&](std::string_view) { return &locale; });
  INFO(localization::as_text(report));
  INFO(testing::as_text(report.diagnostics));
  CHECK(report.cases == 21);
  CHECK(report.passed());
}
