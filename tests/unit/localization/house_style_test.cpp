#include "localization/house_style.hpp"

#include <map>

#include "shipped.hpp"
#include "yaml/parse.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using diagnostics::Diagnostics;

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

LocaleFiles from(const Files& files) {
  return [&files](std::string_view name) -> std::optional<std::string> {
    const auto found = files.find(name);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  };
}

/// "path:line:column message (help)" of each mistake.
std::vector<std::string> complaints(const Diagnostics& diagnostics) {
  std::vector<std::string> lines;
  for (const diagnostics::Diagnostic& one : diagnostics) {
    lines.push_back(one.place.path + ':' + std::to_string(one.place.line) + ':' + std::to_string(one.place.column) +
                    ' ' + diagnostics::message(one, diagnostics::Language::english) + " (" +
                    diagnostics::help(one, diagnostics::Language::english) + ')');
  }
  return lines;
}

std::vector<std::string> complaints_about(const std::string& text) {
  const Files files = {{"xx", text}};
  Diagnostics diagnostics;
  load_house_style("xx", from(files), nullptr, "", diagnostics);
  return complaints(diagnostics);
}

using Lines = std::vector<std::string>;

constexpr std::array<std::string_view, 6> kShipped = {"es-MX", "es-UY", "es-ES", "es-419", "en-US", "en-CA"};

}  // namespace

TEST_CASE("every house style that ships is free of mistakes and complete") {
  for (const std::string_view tag : kShipped) {
    INFO(tag);
    const HouseStyle& style = testing::shipped_locale(tag)->data().style;
    CHECK(style.dates.months.size() == 12);
    CHECK(style.dates.short_months.size() == 12);
    CHECK(style.dates.weekdays.size() == 7);
    CHECK(style.dates.quarters.size() == 4);
    CHECK(style.places.countries.size() > 240);
    CHECK(style.currencies.size() > 40);
    CHECK(style.qualifiers.size() == 6);
    CHECK_FALSE(style.lists.conjunction.two.empty());
    CHECK_FALSE(style.typography.open.empty());
    CHECK(style.scales.contains(6));
  }
}

TEST_CASE("a file says only what differs from those that it extends") {
  const Files files = {{"base", "numbers: {decimal: '.', group: ','}\ndates: {months: {1: enero, 9: septiembre}}\n"},
                       {"more", "numbers: {minus: <minus>}\n"},
                       {"xx", "extends: [base, more]\nnumbers: {group: <nnbsp>}\ndates: {months: {9: setiembre}}\n"}};
  Diagnostics diagnostics;
  const auto style = load_house_style("xx", from(files), nullptr, "", diagnostics);
  CHECK(complaints(diagnostics).empty());
  REQUIRE(style.has_value());
  CHECK(style->numbers.decimal == ".");
  CHECK(style->numbers.group == "\u202F");
  CHECK(style->numbers.minus == "\u2212");
  CHECK(style->dates.months.at(1) == "enero");
  CHECK(style->dates.months.at(9) == "setiembre");
}

TEST_CASE("a locale without a file has no style, and loading it is an error at its place") {
  Diagnostics diagnostics;
  CHECK_FALSE(load_house_style("xx-XX", testing::shipped_file, nullptr, "", diagnostics).has_value());
  CHECK(load_locale("xx-XX", testing::shipped_file, {}, nullptr, {"content/site.yaml", 5, 9, 5}, diagnostics) ==
        nullptr);
  CHECK(complaints(diagnostics) == Lines{"content/site.yaml:5:9 there is no house style for the locale 'xx-XX' ()"});
}

TEST_CASE("unknown keys are reported at their place, with the nearest that exists") {
  CHECK(complaints_about("numbers:\n  decimla: ','\n") ==
        Lines{"locales/xx.yaml:2:3 no key is called 'decimla' here (did you mean 'decimal'?)"});
  CHECK(complaints_about("date: {}\n") ==
        Lines{"locales/xx.yaml:1:1 no key is called 'date' here (did you mean 'dates'?)"});
}

TEST_CASE("wrong types and values out of range are reported at their place") {
  CHECK(complaints_about("numbers: {decimal: [a]}\n") ==
        Lines{"locales/xx.yaml:1:20 expected a text, found a list ()"});
  CHECK(complaints_about("numbers: {group_from: 2}\n") ==
        Lines{"locales/xx.yaml:1:23 '2' is not a whole number from 4 to 100 ()"});
  CHECK(complaints_about("dates: {months: {13: x}}\n") ==
        Lines{"locales/xx.yaml:1:18 '13' is not a whole number from 1 to 12 ()"});
  CHECK(complaints_about("numbers: {plural: some}\n").size() == 1);
  CHECK(complaints_about("scales: {6: 5}\n").size() == 1);
}

TEST_CASE("a pattern with a slot that means nothing there is refused, with the slots that do") {
  CHECK(
      complaints_about("percent: {symbol: '{n}%'}\n") ==
      Lines{
          "locales/xx.yaml:1:19 the slot '{n}' means nothing in this pattern, or its brace is not closed (use one of: "
          "{number})"});
  CHECK(complaints_about("percent: {symbol: '{number%'}\n").size() == 1);
}

TEST_CASE("a file cannot extend what does not exist, nor itself") {
  CHECK(complaints_about("extends: nowhere\n") == Lines{"locales/xx.yaml:1:10 the house style 'nowhere' cannot be "
                                                        "extended: it does not exist, or it extends this one "
                                                        "()"});
  CHECK(complaints_about("extends: xx\n").size() == 1);
}

TEST_CASE("a site overrides single keys, and its mistakes are located in site.yaml") {
  Diagnostics diagnostics;
  const auto own =
      yaml::parse("dates: {months: {9: septiembre}}\npercent: {symbol: '{number}<nbsp>%'}\nmoney: {colour: x}\n",
                  "content/site.yaml", 20, diagnostics);
  REQUIRE(own.has_value());
  const LocaleOverrides overrides{&*own, nullptr, "content/site.yaml"};
  const Locale locale(
      load_locale("es-UY", testing::shipped_file, overrides, testing::shipped_units(), {}, diagnostics));
  CHECK(complaints(diagnostics).size() == 1);
  CHECK(diagnostics.front().place == diagnostics::Place{"content/site.yaml", 22, 9, 6});
  CHECK(locale.print(IntentId::date_long, *model::parse_edtf("2023-09-21")) == "21 de septiembre de 2023");
}

TEST_CASE("number words that cannot be read are an error of the site") {
  Diagnostics diagnostics;
  const auto own = yaml::parse("number_words: {rules: 'no rules at all ]['}\n", "content/site.yaml", 1, diagnostics);
  REQUIRE(own.has_value());
  load_house_style("es-MX", testing::shipped_file, &*own, "content/site.yaml", diagnostics);
  CHECK(complaints(diagnostics) == Lines{"content/site.yaml:1:23 the rules for number words cannot be read, or a rule "
                                         "set that the style names is missing ()"});
}
