#include "localization/cases.hpp"

#include <set>

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

TEST_CASE("every case of the second table prints as the authorities say") {
  const CaseReport report = run("more-cases.yaml");
  INFO(localization::as_text(report));
  INFO(localization::testing::as_text(report.diagnostics));
  CHECK(report.cases >= 150);
  CHECK(report.passed());
}

TEST_CASE("both tables together use every intent of the shared vocabulary") {
  std::set<std::string> used;
  for (const char* file : {"cases.yaml", "more-cases.yaml"}) {
    for (const CaseResult& result : run(file).results) used.insert(result.intent);
  }
  for (const std::string_view name : intent_names()) {
    INFO(name);
    CHECK(used.contains(std::string(name)));
  }
}

TEST_CASE("a difference is reported with what was expected, what is accepted and what was got") {
  constexpr std::string_view kTable =
      "cases:\n"
      "  - id: a-1\n"
      "    intent: percent/symbol\n"
      "    input: {value: 95}\n"
      "    expect: {es-MX: '95<nbsp>%', es-UY: '95<nbsp>%'}\n"
      "    accept: {es-MX: ['95 %']}\n"
      "  - id: a-2\n"
      "    intent: money/text\n"
      "    input: {value: 53e9, unit: USD}\n"
      "    expect: {en-US: $53bn}\n"
      "    accept: {en-US: [$53 billion]}\n";
  const CaseReport report = run_cases(kTable, "table.yaml", shipped_locale);
  CHECK_FALSE(report.passed());
  CHECK(report.cases == 2);
  CHECK(report.cases_passed == 1);
  REQUIRE(report.results.size() == 3);
  CHECK(report.results[0].line == 2);
  CHECK(report.results[0].outcome == CaseResult::Outcome::different);
  CHECK(report.results[1].outcome == CaseResult::Outcome::expected);
  CHECK(report.results[2].outcome == CaseResult::Outcome::accepted);
  CHECK(as_text(report) ==
        "a-1  percent/symbol  es-MX\n"
        "  expected  95<nbsp>%\n"
        "  accepted  95 %\n"
        "  got       95%\n"
        "1 of 2 cases, 2 of 3 texts\n");
  CHECK(as_text(report, diagnostics::Language::spanish).ends_with("1 de 2 casos, 2 de 3 textos\n"));
}

TEST_CASE("a no-break space may stand for the plain one between a figure and its word") {
  constexpr std::string_view kTable =
      "cases: [{id: a, intent: money/code, input: {value: 5, unit: USD}, expect: {en-US: 'USD 5'}}]\n";
  CHECK(run_cases(kTable, "table.yaml", shipped_locale).passed());
}

TEST_CASE("mistakes of a table are located") {
  constexpr std::string_view kTable =
      "cases:\n"
      "  - {id: a, intent: money/txt, input: {value: 5}, expect: {en-US: x}}\n"
      "  - {id: a, intent: money/text, input: {value: 5,000, unit: USD}, expect: {en-US: x}}\n"
      "  - {id: b, intent: money/text, input: {valeu: 5, unit: USX}, expect: {en-US: x}}\n"
      "  - {id: c, intent: date/long, input: {date: 2021-02-30}, expect: {en-US: x, xx-XX: x}}\n"
      "  - {id: d, intent: country/name, input: {code: XX}, expect: {en-US: x}}\n";
  const CaseReport report = run_cases(kTable, "table.yaml", shipped_locale);
  std::vector<std::string> found;
  for (const diagnostics::Diagnostic& one : report.diagnostics) {
    found.push_back(std::to_string(one.place.line) + ' ' + std::string(one.id));
  }
  CHECK_FALSE(report.passed());
  CHECK(found == std::vector<std::string>{"2 unknown-intent", "3 unknown-key", "4 unknown-key", "4 unknown-unit",
                                          "5 bad-date", "5 case-without-locale", "6 unknown-country"});
}

TEST_CASE("one value is printed for the command line") {
  const Locale& locale = *shipped_locale("es-MX");
  const auto text = [&](std::string_view intent, std::string_view input) {
    const auto printed = format_one(locale, intent, input);
    if (const auto* good = std::get_if<std::string>(&printed)) return *good;
    return std::string(std::get<diagnostics::Diagnostics>(printed).front().id);
  };
  CHECK(text("money/text", "{value: 53e9, unit: USD}") == "53 mil millones de dólares");
  CHECK(text("money/text", "53e9 USD") == "53 mil millones de dólares");
  CHECK(text("date/long", "2021-07-14") == "14 de julio de 2021");
  CHECK(text("time-range/slot", "08:30/09:00") == "8:30-9:00");
  CHECK(text("ordinal/word", "2 f") == "segunda");
  CHECK(text("country/in-sentence", "DO in") == "en la República Dominicana");
  CHECK(text("quote/outer", "Original") == "“Original”");
  CHECK(text("list/and", "[comercio, inversión]") == "comercio e inversión");
  CHECK(text("money/txt", "5") == "unknown-intent");
  CHECK(text("date/long", "tomorrow") == "bad-date");
  CHECK(text("money/text", "{value: x}") == "bad-number");
}

TEST_CASE("invisible characters are spelled out and back") {
  CHECK(spelled_out("5\u00A0% a\u202Fb\u2009c\u2013d\u2014e\u2212f\u2011g") ==
        "5<nbsp>% a<nnbsp>b<thinsp>c<en-dash>d<em-dash>e<minus>f<nb-hyphen>g");
  CHECK(unspelled("5<nbsp>% <i>a</i>") == "5\u00A0% <i>a</i>");
  CHECK(unspelled(spelled_out("1\u00A0–\u202F2")) == "1\u00A0–\u202F2");
}
