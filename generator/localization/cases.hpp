// A house-style table as a test: each case names an intent, an input and the text expected per locale. The format is
// that of tests/localization/cases.yaml; the command `gaceta format --cases FILE` runs it. Invisible characters are
// spelled out
// (<nbsp>, <en-dash>, …) in the table and in the report. Pure but for the locales that the caller gives.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/catalogue.hpp"
#include "diagnostics/diagnostic.hpp"
#include "localization/invisible.hpp"
#include "localization/locale.hpp"
#include "localization/notation.hpp"

namespace gaceta::localization {

/// The locale called `tag`, or null if there is none. Called from one thread; the locale stays alive during the run.
using LocaleProvider = std::function<const Locale*(std::string_view tag)>;

struct CaseResult {
  enum class Outcome : std::uint8_t { expected, accepted, different };
  std::string id;
  std::string intent;
  std::string locale;
  std::uint32_t line = 0;  ///< of the case in the file
  std::string expected;
  std::vector<std::string> accept;
  std::string got;
  Outcome outcome = Outcome::different;
};

struct CaseReport {
  std::size_t cases = 0;
  std::size_t cases_passed = 0;  ///< cases of which every locale passed
  std::vector<CaseResult> results;
  diagnostics::Diagnostics diagnostics;  ///< of the table itself: syntax, unknown intents, wrong inputs

  [[nodiscard]] bool passed() const { return cases == cases_passed && !diagnostics::has_errors(diagnostics); }
};

CaseReport run_cases(std::string_view table, std::string_view path, const LocaleProvider& locales);

/// Every difference with the text expected and the text got, then one line of totals. Not the table's own diagnostics.
std::string as_text(const CaseReport& report, diagnostics::Language language = diagnostics::Language::english);

/// One value for the command line: `input` is YAML as in a case ("{value: 53e9, unit: USD}") or a bare scalar ("53e9
/// USD" is a role's notation, "2021-07-14" a date). Diagnostics have the path "INPUT".
std::variant<std::string, diagnostics::Diagnostics> format_one(const Locale& locale, std::string_view intent,
                                                               std::string_view input);

}  // namespace gaceta::localization
