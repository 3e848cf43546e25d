#include "localization/cases.hpp"

#include "catch.hpp"
#include "shipped.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using gaceta::localization::testing::shipped_locale;
using gaceta::localization::testing::source_file;
using gaceta::localization::testing::text_of;

namespace {

CaseReport run(const std::string& file) {
  const auto table = text_of(source_file("tests/localization/" + file));
  REQUIRE(table.has_value());
  return run_cases(*table, "tests/localization/" + file, shipped_locale);
}

}  // namespace

TEST_CASE("every case of the shared table prints as its editors expect") {
  const CaseReport report = run("cases.yaml");
  INFO(localization::as_text(report));
  INFO(localization::testing::as_text(report.diagnostics));
  CHECK(report.cases == 209);
  CHECK(report.cases_passed == 209);
  CHECK(report.passed());
}
