#include "localization/notation.hpp"

#include <array>
#include <random>
#include <set>

#include "diagnostics/catalogue.hpp"
#include "shipped.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using gaceta::localization::testing::shipped_locale;
using gaceta::localization::testing::shipped_units;

namespace {

std::string print(std::string_view tag, std::string_view role, std::string_view text) {
  const auto parsed = parse_role(role, text, *shipped_units());
  if (const auto* error = std::get_if<NotationError>(&parsed)) return "error " + std::string(error->rule);
  return shipped_locale(tag)->print(std::get<Phrase>(parsed));
}

std::string spanish(std::string_view role, std::string_view text) {
  return print("es-MX", role, text);
}
std::string english(std::string_view role, std::string_view text) {
  return print("en-US", role, text);
}

/// "rule offset+length: message (help)" as an editor reads it.
std::string complaint(const NotationError& error, diagnostics::Language language) {
  const diagnostics::Diagnostic diagnostic = diagnostics::make(error.rule, {}, error.arguments, error.help);
  return std::string(error.rule) + ' ' + std::to_string(error.offset) + '+' + std::to_string(error.length) + ": " +
         diagnostics::message(diagnostic, language) + " (" + diagnostics::help(diagnostic, language) + ')';
}

std::string fault(std::string_view role, std::string_view text,
                  diagnostics::Language language = diagnostics::Language::english) {
  const auto parsed = parse_role(role, text, *shipped_units());
  const auto* error = std::get_if<NotationError>(&parsed);
  return error == nullptr ? "none" : complaint(*error, language);
}

std::string fact(const FactFields& fields, std::string_view tag = "es-MX") {
  const auto parsed = phrase_of_fact(fields, *shipped_units());
  if (const auto* error = std::get_if<FactError>(&parsed)) {
    return std::to_string(static_cast<int>(error->field)) + ' ' +
           complaint(error->error, diagnostics::Language::english);
  }
  return shipped_locale(tag)->print(std::get<Phrase>(parsed));
}

const Phrase& phrase(std::string_view role, std::string_view text) {
  static Phrase kept;
  kept = std::get<Phrase>(parse_role(role, text, *shipped_units()));
  return kept;
}

}  // namespace

TEST_CASE("plain digits print as digits") {
  CHECK(spanish("num", "647766") == "647,766");
  CHECK(spanish("num", "65.3%") == "65.3%");
  CHECK(spanish("num", "65.30%") == "65.30%");
  CHECK(spanish("num", "1400000 pyme") == "1,400,000 pymes");
  CHECK(spanish("num", "1000000 firm") == "1,000,000 de empresas");
  CHECK(english("num", "500000 USD") == "$500,000");
  CHECK(spanish("num", "2023 year") == "2023");
  CHECK(spanish("num", "-10.3") == "\u221210.3");
}

TEST_CASE("an exponent prints in words, with the digits of the significand") {
  CHECK(spanish("num", "1.8e12 USD") == "1.8 billones de dólares");
  CHECK(english("num", "1.8e12 USD") == "$1.8 trillion");
  CHECK(spanish("num", "43.5e9 USD") == "43,500 millones de dólares");
  CHECK(english("num", "43.5e9 USD") == "$43.5 billion");
  CHECK(spanish("num", "1.4e6 pyme") == "1.4 millones de pymes");
  CHECK(spanish("num", "1.0e6 USD") == "1.0 millones de dólares");
  CHECK(english("num", "43.50e9 USD") == "$43.50 billion");
  CHECK(spanish("num", "1.234e6 firm") == "1.234 millones de empresas");
  CHECK(spanish("num", "2.3e6") == "2.3 millones");
  CHECK(spanish("num", "0.8e12 USD") == "0.8 billones de dólares");
  CHECK(spanish("num", "64e3 pyme") == "64,000 pymes");
}

TEST_CASE("a style word is the second half of an intent") {
  CHECK(spanish("num", "1250.5 USD code") == "USD\u00A01,250.50");
  CHECK(spanish("num", "1250.5 USD symbol") == "US$1,250.50");
  CHECK(spanish("num", "53e9 USD long") == "53 mil millones de dólares estadounidenses");
  CHECK(spanish("num", "53e9 USD short") == "53,000 mdd");
  CHECK(spanish("num", "53e9 USD digits") == "53,000,000,000 de dólares");
  CHECK(spanish("num", "53000000000 USD text") == "53 mil millones de dólares");
  CHECK(spanish("num", "3 country words") == "tres países");
  CHECK(english("num", "3 country words") == "three countries");
  CHECK(spanish("num", "21 words") == "veintiuno");
  CHECK(spanish("num", "-10.3% fall") == "cayó 10.3%");
  CHECK(spanish("num", "4.3% rise") == "creció 4.3%");
  CHECK(spanish("num", "95% words") == "95 por ciento");
  CHECK(spanish("num", "2.1 points") == "2.1 puntos porcentuales");
  CHECK(spanish("num", "64000 thin") == "64\u202F000");
}

TEST_CASE("ranges, qualifiers and capitals in a role") {
  CHECK(spanish("num", "7..10 firm") == "entre 7 y 10 empresas");
  CHECK(english("num", "7..10 firm") == "7 to 10 firms");
  CHECK(spanish("num", "20..25%") == "20-25%");
  CHECK(english("num", "20..25%") == "20%\u201325%");
  CHECK(english("num", "40e6..50e6 USD") == "$40 million to $50 million");
  CHECK(spanish("num", "325 firm about") == "unas 325 empresas");
  CHECK(spanish("num", "53e9 USD more-than capital") == "Más de 53 mil millones de dólares");
}

TEST_CASE("dates print as precisely as they are written") {
  CHECK(spanish("date", "2021-07-14") == "14 de julio de 2021");
  CHECK(english("date", "2021-07-14") == "July 14, 2021");
  CHECK(spanish("date", "2022-04") == "abril de 2022");
  CHECK(spanish("date", "2022") == "2022");
  CHECK(spanish("date", "2010-H2") == "segundo semestre de 2010");
  CHECK(spanish("date", "2015-10-05/2015-10-06") == "5 y 6 de octubre de 2015");
  CHECK(english("date", "2015-10-05/2015-10-06") == "October 5 and 6, 2015");
  CHECK(spanish("date", "2010-04-20/2010-04-24 compact") == "20-24 de abril de 2010");
  CHECK(english("date", "2010-04-20/2010-04-24 compact") == "April 20\u201324, 2010");
  CHECK(spanish("date", "2012/2013") == "2012-2013");
  CHECK(spanish("date", "2020/..") == "desde 2020");
  CHECK(spanish("date", "2015-10-05 weekday") == "el lunes 5 de octubre de 2015");
  CHECK(spanish("date", "2015-10-05 heading") == "Lunes, 5 de octubre de 2015");
  CHECK(spanish("date", "2022-04 heading") == "Abril de 2022");
  CHECK(spanish("date", "2021-07-14 month-year") == "julio de 2021");
  CHECK(spanish("date", "2021-07-14 year") == "2021");
  CHECK(spanish("date", "2021-07-14 medium") == "14 jul. 2021");
  CHECK(spanish("date", "2022-04 capital") == "Abril de 2022");
}

TEST_CASE("times, ordinals and countries in roles") {
  CHECK(spanish("time", "08:30") == "8:30\u00A0h");
  CHECK(english("time", "08:30") == "8:30\u00A0a.m.");
  CHECK(spanish("time", "08:30/09:00 slot") == "8:30-9:00");
  CHECK(english("time", "08:30/09:00 slot") == "8:30\u20139:00\u00A0a.m.");
  CHECK(spanish("time", "08:30/09:00") == "de 8:30 a 9:00\u00A0h");
  CHECK(spanish("ord", "2 f abbr") == "2.ª");
  CHECK(spanish("ord", "2 f") == "2.ª");
  CHECK(spanish("ord", "3 noun") == "3.er");
  CHECK(spanish("ord", "15 roman") == "XV");
  CHECK(english("ord", "15 roman") == "15th");
  CHECK(spanish("ord", "2 f word") == "segunda");
  CHECK(spanish("country", "DO") == "República Dominicana");
  CHECK(spanish("country", "DO in") == "en la República Dominicana");
  CHECK(spanish("country", "GB of") == "del Reino Unido");
  CHECK(english("country", "US the") == "the United States");
}

TEST_CASE("a site's own name for an intent is a style word") {
  const NamedFormats formats = {{"corta", IntentId::date_medium}, {"clave", IntentId::money_code}};
  const auto date = parse_role("date", "2021-07-14 corta", *shipped_units(), &formats);
  REQUIRE(std::holds_alternative<Phrase>(date));
  CHECK(std::get<Phrase>(date).intent == IntentId::date_medium);
  CHECK(std::holds_alternative<NotationError>(parse_role("date", "2021-07-14 clave", *shipped_units(), &formats)));
}

TEST_CASE("what cannot be read is reported at its place, with what to write instead") {
  CHECK(fault("num", "") == "empty-value-role 0+0: this role needs a value ()");
  CHECK(fault("num", "647,766") == "bad-number 0+7: '647,766' is not a number (write it as 647766)");
  CHECK(fault("num", "65,3%") == "bad-number 0+4: '65,3' is not a number (write it as 65.3)");
  CHECK(fault("num", "many firm") ==
        "bad-number 0+4: 'many' is not a number (write digits without grouping and with a decimal point, as in 1250.5, "
        "or "
        "an exponent, as in 53e9)");
  CHECK(fault("num", "10..7 firm") == "reversed-range 0+5: the range '10..7' ends before it begins ()");
  CHECK(fault("num", "53e9 USF") == "unknown-unit 5+3: no unit is called 'USF' (did you mean 'USD'?)");
  CHECK(fault("num", "8 zanahorias") ==
        "unknown-unit 2+10: no unit is called 'zanahorias' (declare the noun below 'units' in site.yaml)");
  CHECK(fault("num", "53e9 USD cod") ==
        "unknown-style 9+3: 'cod' is not a style that fits here (did you mean 'code'?)");
  CHECK(fault("num", "53e9 USD code name") == "style-twice 14+4: 'name' says again what 'code' has already said ()");
  CHECK(fault("num", "7..10 firm words") ==
        "unknown-style 11+5: 'words' is not a style that fits here (use one of: text, digits)");
  CHECK(fault("date", "14/07/2021") == "bad-date 0+10: '14/07/2021' is not a date (did you mean '2021-07-14'?)");
  CHECK(fault("date", "7.14.2021") == "bad-date 0+9: '7.14.2021' is not a date (did you mean '2021-07-14'?)");
  CHECK(
      fault("date", "03/04/2021").starts_with("bad-date 0+10: '03/04/2021' is not a date (write dates as 2021-07-14"));
  CHECK(fault("date", "14/2021").starts_with("bad-date 0+2: '14' is not a date"));
  CHECK(fault("date", "2021-02-30").starts_with("impossible-date 0+10: '2021-02-30' is not a date that exists"));
  CHECK(fault("date", "2021-03-01/2021-02-30").starts_with("impossible-date 11+10: "));
  CHECK(fault("date", "2021-07-14/2021-07-13").starts_with("reversed-range 0+21: "));
  CHECK(fault("date", "2021-07-14 lon") ==
        "unknown-style 11+3: 'lon' is not a style that fits here (did you mean 'long'?)");
  CHECK(fault("time", "8.30") ==
        "bad-time 0+4: '8.30' is not a time of day (write times as 08:30, and ranges as 08:30/09:00)");
  CHECK(fault("time", "09:00/08:30").starts_with("reversed-range 0+11: "));
  CHECK(fault("ord", "0 f").starts_with("bad-ordinal 0+1: '0' is not an ordinal"));
  CHECK(fault("country", "XX") == "unknown-country 0+2: 'XX' is not a country code of ISO 3166-1 ()");
}

TEST_CASE("the same complaints in Spanish") {
  constexpr auto kSpanish = diagnostics::Language::spanish;
  CHECK(fault("num", "647,766", kSpanish) == "bad-number 0+7: «647,766» no es un número (escríbalo como 647766)");
  CHECK(fault("date", "2021-02-30", kSpanish)
            .starts_with("impossible-date 0+10: «2021-02-30» no es una fecha que exista"));
  CHECK(fault("num", "8 zanahorias", kSpanish) ==
        "unknown-unit 2+10: ninguna unidad se llama «zanahorias» (declare el sustantivo en la sección «units» de "
        "site.yaml)");
}

TEST_CASE("a fact prints its value with its qualifier, and bare without") {
  CHECK(fact({"53e9", "USD", "more-than", ""}) == "más de 53 mil millones de dólares");
  CHECK(fact({"53e9", "USD", "more-than", ""}, "en-US") == "more than $53 billion");
  CHECK(fact({"53e9", "USD", "more-than", "bare"}) == "53 mil millones de dólares");
  CHECK(fact({"53e9", "USD", "more-than", "bare code"}) == "USD\u00A053,000,000,000");
  CHECK(fact({"95", "percent", "nearly", ""}) == "casi el 95%");
  CHECK(fact({"-10.3", "percent", "", "fall"}) == "cayó 10.3%");
  CHECK(fact({"8", "firm", "", "words"}) == "ocho empresas");
  CHECK(fact({"206773", "pyme", "about", ""}) == "unas 206,773 pymes");
  CHECK(fact({"2010", "year", "", ""}) == "2010");
  CHECK(fact({"2012/2013", "year", "", ""}) == "2012-2013");
  CHECK(fact({"2021-07-14", "date", "", "medium"}) == "14 jul. 2021");
  CHECK(fact({"7..10", "firm", "", ""}) == "entre 7 y 10 empresas");
}

TEST_CASE("a fact's mistake names the field that is wrong") {
  CHECK(fact({"53,000", "USD", "", ""}) == "0 bad-number 0+6: '53,000' is not a number (write it as 53000)");
  CHECK(fact({"53e9", "UDS", "", ""}) == "1 unknown-unit 0+3: no unit is called 'UDS' (did you mean 'USD'?)");
  CHECK(fact({"53e9", "USD", "more_than", ""}) ==
        "2 unknown-qualifier 0+9: no qualifier is called 'more_than' (did you mean 'more-than'?)");
  CHECK(fact({"53e9", "USD", "", "bare cod"}) ==
        "3 unknown-style 5+3: 'cod' is not a style that fits here (did you mean 'code'?)");
}

TEST_CASE("the machine's value is exact and in ISO form, in an element that HTML allows for it") {
  CHECK(machine_value(phrase("num", "1.80e12 USD")) == "1800000000000");
  CHECK(machine_value(phrase("num", "-10.3%")) == "-10.3");
  CHECK(machine_value(phrase("num", "7..10 firm")) == "7..10");
  CHECK(machine_value(phrase("date", "2021-07-14")) == "2021-07-14");
  CHECK(machine_value(phrase("date", "2010-H2")) == "2010-41");
  CHECK(machine_value(phrase("time", "8:30")) == "08:30");
  CHECK(machine_value(phrase("country", "DO in")) == "DO");
  CHECK(machine_value(phrase("ord", "2 f")) == "2");
  CHECK(kind_of_element(phrase("date", "2021-07")) == ElementKind::time);
  CHECK(kind_of_element(phrase("date", "2010-H2")) == ElementKind::data);
  CHECK(kind_of_element(phrase("date", "2012/2013")) == ElementKind::data);
  CHECK(kind_of_element(phrase("time", "08:30")) == ElementKind::time);
  CHECK(kind_of_element(phrase("num", "5")) == ElementKind::data);
}

TEST_CASE("whatever an editor types is printed or refused inside the text, never worse") {
  constexpr std::array<std::string_view, 34> kParts = {
      "5",   "53e9",  "1.0e6", "-10.3", "%",       "..",   "/",       " ",    "USD",   "firm", "words", "2021",
      "-07", "-14",   "-H2",   "08:30", "slot",    "DO",   "in",      "f",    "roman", "e",    ".",     "\u2212",
      "año", "about", "text",  "short", "capital", "year", "9e99999", "e100", "long",  "\t"};
  constexpr std::array<std::string_view, 5> kRoles = {"num", "date", "time", "ord", "country"};
  std::mt19937 random(7);  // NOLINT: the same texts in every run
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t i = random() % 7; i-- > 0;) text += kParts[random() % kParts.size()];
    const auto parsed = parse_role(kRoles[random() % kRoles.size()], text, *shipped_units());
    if (const auto* error = std::get_if<NotationError>(&parsed)) {
      REQUIRE(error->offset + error->length <= text.size());
      REQUIRE_FALSE(complaint(*error, diagnostics::Language::spanish).empty());
    } else {
      REQUIRE_FALSE(shipped_locale("es-UY")->print(std::get<Phrase>(parsed)).empty());
    }
  }
}

TEST_CASE("every intent has its own name and is found by it") {
  std::set<std::string_view> names;
  for (const Intent& one : intents()) {
    CHECK(names.insert(one.name).second);
    CHECK(find_intent(one.name) == one.id);
    CHECK_FALSE(one.summary.empty());
  }
  CHECK_FALSE(find_intent("money/txt").has_value());
}
