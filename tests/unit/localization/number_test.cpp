// Figures as the house styles print them; the bytes are pinned, so that no other version of ICU can change them.
#include <algorithm>
#include <random>
#include <string>

#include "shipped.hpp"

using namespace gaceta;
using namespace gaceta::localization;
using gaceta::localization::testing::shipped_locale;
using model::Decimal;
using model::parse_decimal;

namespace {

Number usd(std::string_view value) {
  return {*parse_decimal(value), {}, {UnitKind::currency, "USD"}, {}, {}};
}

std::string print(std::string_view tag, IntentId intent, const Value& value, const Options& options = {}) {
  return shipped_locale(tag)->print(intent, value, options);
}

void erase_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
}

/// What a reader would type back from a printed number.
std::string read_back(std::string text, const NumberStyle& style) {
  erase_all(text, style.group);
  const std::size_t point = text.find(style.decimal);
  if (point != std::string::npos) text.replace(point, style.decimal.size(), ".");
  if (text.starts_with(style.minus)) text.replace(0, style.minus.size(), "-");
  return text;
}

std::string random_decimal(std::mt19937& random) {
  std::string text = std::to_string(1 + random() % 9);
  const std::size_t size = random() % 30;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('0' + random() % 10);
  const std::size_t point = 1 + random() % text.size();
  if (point < text.size()) {
    if (text.back() == '0') text.back() = '3';
    text.insert(point, ".");
  }
  return random() % 2 == 0 ? "-" + text : text;
}

}  // namespace

TEST_CASE("random decimals of up to thirty digits are printed and read back digit for digit") {
  std::mt19937 random(20261120);  // NOLINT: the same numbers in every run
  for (int round = 0; round < 10000; ++round) {
    const std::string text = random_decimal(random);
    const std::string_view tag = round % 2 == 0 ? "es-UY" : "en-US";
    const std::string printed = print(tag, IntentId::decimal_plain, Number{*parse_decimal(text), {}, {}, {}, {}});
    INFO(text << " printed as " << printed);
    REQUIRE(read_back(printed, shipped_locale(tag)->data().style.numbers) == text);
  }
}

TEST_CASE("the bytes of figures do not depend on a library") {
  const Number number{*parse_decimal("-1234567.5"), {}, {UnitKind::percent, ""}, {}, {}};
  CHECK(print("es-MX", IntentId::decimal_plain, number) ==
        "\xE2\x88\x92"
        "1,234,567.5");
  CHECK(print("es-UY", IntentId::percent_symbol, number) ==
        "\xE2\x88\x92"
        "1.234.567,5\xC2\xA0%");
  CHECK(print("es-ES", IntentId::integer_rae_space, Number{Decimal(64000), {}, {}, {}, {}}) ==
        "64\xE2\x80\xAF"
        "000");
  CHECK(print("en-US", IntentId::money_code, usd("1250.5")) ==
        "USD\xC2\xA0"
        "1,250.50");
  CHECK(print("es-MX", IntentId::money_text, usd("2e12")) == "2 billones de d\xC3\xB3lares");
  CHECK(print("es-419", IntentId::money_text, usd("1.8e12")) == "1.8 billones de d\xC3\xB3lares");
}

TEST_CASE("digits between the editor and the page survive where a double would lose them") {
  CHECK(print("en-US", IntentId::decimal_plain, Number{*parse_decimal("9007199254740993.25"), {}, {}, {}, {}}) ==
        "9,007,199,254,740,993.25");
  CHECK(print("en-US", IntentId::decimal_plain, Number{*parse_decimal("0.1"), {}, {}, {}, {}}) == "0.1");
  CHECK(print("en-US", IntentId::money_name, usd("0.125")) == "$0.125");
}

TEST_CASE("rounding that was asked for is the same in every language") {
  Options options;
  options.max_fraction_digits = 1;
  CHECK(print("es-UY", IntentId::money_text, usd("59960000000"), options) == "60.000 millones de dólares");
  CHECK(print("en-US", IntentId::money_text, usd("59960000000"), options) == "$60 billion");
  CHECK(print("es-MX", IntentId::money_text, usd("-999960000000"), options) == "\u22121 billón de dólares");
}

TEST_CASE("rounding that nobody asked for carries into the next word too") {
  CHECK(print("en-US", IntentId::money_text, usd("999999999")) == "$1 billion");
  CHECK(print("es-MX", IntentId::money_text, usd("999999999999")) == "1 billón de dólares");
}

TEST_CASE("a currency that the house style does not know is called by its code") {
  const Number dirhams{*parse_decimal("2.5e6"), {}, {UnitKind::currency, "AED"}, {}, {}};
  CHECK(print("es-MX", IntentId::money_text, dirhams) == "2.5 millones de AED");
  CHECK(print("en-US", IntentId::money_text, dirhams) == "2.5 million AED");
  CHECK(print("en-US", IntentId::money_symbol, dirhams) == "AED\u00A02,500,000");
}

TEST_CASE("a text map without the locale's language falls back to what it has") {
  Number share{Decimal(95), {}, {UnitKind::percent, ""}, {}, {}};
  share.whole = TextMap("firms");
  CHECK(print("en-US", IntentId::percent_of, share) == "95% of firms");
  share.whole = TextMap();
  share.whole.set("es", "las empresas");
  CHECK(print("en-US", IntentId::percent_of, share) == "95% of las empresas");
}

TEST_CASE("a phrase that begins a sentence begins with a capital") {
  Number number = usd("53e9");
  number.qualifier = Qualifier::more_than;
  Options options;
  options.capital = true;
  CHECK(print("es-MX", IntentId::money_text, number, options) == "Más de 53 mil millones de dólares");
  CHECK(print("en-US", IntentId::money_text, number, options) == "More than $53 billion");
}
