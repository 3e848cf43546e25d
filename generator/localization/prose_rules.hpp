// What a language's prose looks like to the checks of checks/: which words are scales, months, names before a number,
// leftovers. Data read from locales/prose.<language>.yaml, so that another language is another file. Not a house style:
// nothing here decides how anything prints. A plain value, immutable once loaded; any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "localization/house_style.hpp"

namespace gaceta::localization {

/// The order of 14/07/21.
enum class NumericDate : std::uint8_t { day_month_year, month_day_year, year_month_day };

/// Named as the keys of the file; docs/manual/prose-checks.md explains each.
struct ProseRules {
  std::map<std::string, std::string> scales;        ///< word → power of ten
  std::map<std::string, std::string> number_words;  ///< word → number
  std::string of;
  std::vector<std::string> goes_on;
  std::vector<std::string> percent, points;
  std::vector<std::string> counted;
  std::vector<std::string> everyday;
  std::map<std::string, std::string> currencies;  ///< short name → code: dollars → USD
  std::vector<std::string> before_identifiers, identifier_joiners;
  std::vector<std::string> dates;  ///< patterns of {day}, {month}, {year} and literal words or signs
  std::map<std::string, std::string> months;
  std::vector<std::string> day_endings, day_joiners;
  NumericDate numeric_date = NumericDate::day_month_year;
  std::vector<std::string> before_times, after_times;
  std::string apostrophe = "’";
  std::vector<std::string> leftovers, leftovers_with_colon, leftovers_in_brackets;
  std::string placeholder;  ///< a leftover unless it numbers something, as XXX does
};

/// The rules of `language`. A language without a file has none: its prose is then checked for signs only. Mistakes of
/// the file are reported.
ProseRules load_prose_rules(std::string_view language, const LocaleFiles& files, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::localization
