#include "model/decimal.hpp"

#include <random>
#include <string>

#include "catch.hpp"

using gaceta::model::Decimal;
using gaceta::model::parse_decimal;

namespace {

std::string plain(std::string_view text) {
  const auto value = parse_decimal(text);
  return value ? value->to_plain_string() : "nothing";
}

std::string rounded(std::string_view text, int fraction_digits) {
  return parse_decimal(text)->rounded(fraction_digits).to_plain_string();
}

}  // namespace

TEST_CASE("a decimal keeps every digit that a double would lose") {
  CHECK(plain("9007199254740993.25") == "9007199254740993.25");
  CHECK(plain("0.1") == "0.1");
  CHECK(plain("123456789012345678901234567890.123456789") == "123456789012345678901234567890.123456789");
  CHECK(plain("1e100").size() == 101);
}

TEST_CASE("all the notations of an editor are read") {
  CHECK(plain("647766") == "647766");
  CHECK(plain("-10.3") == "-10.3");
  CHECK(plain("\u221210.3") == "-10.3");
  CHECK(plain("53e9") == "53000000000");
  CHECK(plain("1.8E12") == "1800000000000");
  CHECK(plain("5e-3") == "0.005");
  CHECK(plain("1.50e+2") == "150");
  CHECK(plain("007") == "7");
  CHECK(plain("0") == "0");
  CHECK(plain("-0") == "0");
  CHECK(plain("0.0") == "0");
}

TEST_CASE("what is no decimal is refused") {
  for (const char* text : {"",       "-",     "+5",   "1,000", "1.000.000", ".5",  "5.",  "e5",  "1e",    "1e+",
                           "1e1000", "1e101", "0x10", "1 000", "1_000",     "NaN", "inf", "--1", "1e2e3", "12a"}) {
    INFO(text);
    CHECK_FALSE(parse_decimal(text).has_value());
  }
  CHECK(parse_decimal(std::string(100, '9')).has_value());
  CHECK_FALSE(parse_decimal(std::string(101, '9')).has_value());
}

TEST_CASE("a decimal remembers how it was written") {
  const Decimal with_exponent = *parse_decimal("1.0e6");
  CHECK(with_exponent.notation() == Decimal::Notation::exponent);
  CHECK(with_exponent.fraction_digits_written() == 1);
  CHECK(with_exponent.exponent_written() == 6);
  CHECK(with_exponent.digits() == "10");
  CHECK(with_exponent.exponent() == 5);
  CHECK(with_exponent.magnitude() == 6);
  CHECK(with_exponent.lowest_power() == 6);
  const Decimal plain_digits = *parse_decimal("65.30");
  CHECK(plain_digits.notation() == Decimal::Notation::plain);
  CHECK(plain_digits.fraction_digits_written() == 2);
  CHECK(plain_digits.to_plain_string() == "65.3");
}

TEST_CASE("decimals compare by value, not by notation") {
  CHECK(*parse_decimal("53e9") == *parse_decimal("53000000000"));
  CHECK(*parse_decimal("1.0") == Decimal(1));
  CHECK(*parse_decimal("0.5") < *parse_decimal("0.50001"));
  CHECK(*parse_decimal("-2") < *parse_decimal("-1"));
  CHECK(*parse_decimal("-1") < *parse_decimal("0"));
  CHECK(*parse_decimal("9") < *parse_decimal("10"));
  CHECK(*parse_decimal("0.09") < *parse_decimal("0.1"));
  CHECK(*parse_decimal("100") > *parse_decimal("99.999"));
}

TEST_CASE("rounding goes half to even, carries, and leaves no negative zero") {
  CHECK(rounded("2.5", 0) == "2");
  CHECK(rounded("3.5", 0) == "4");
  CHECK(rounded("2.51", 0) == "3");
  CHECK(rounded("-2.5", 0) == "-2");
  CHECK(rounded("999.96", 1) == "1000");
  CHECK(rounded("0.05", 1) == "0");
  CHECK(rounded("0.15", 1) == "0.2");
  CHECK(rounded("0.04", 1) == "0");
  CHECK(rounded("0.6", 0) == "1");
  CHECK(rounded("0.06", 0) == "0");
  CHECK(rounded("-0.04", 1) == "0");
  CHECK(rounded("1234567", -3) == "1235000");
  CHECK(rounded("400", -3) == "0");
  CHECK(rounded("1.25", 5) == "1.25");
}

TEST_CASE("moving the point is exact") {
  CHECK(parse_decimal("1.8e12")->shifted(-12).to_plain_string() == "1.8");
  CHECK(parse_decimal("43500000000")->shifted(-6).to_plain_string() == "43500");
  CHECK(parse_decimal("-5")->shifted(-3).to_plain_string() == "-0.005");
}

TEST_CASE("the parts of a decimal for printing") {
  const Decimal value = *parse_decimal("1250.5");
  CHECK(value.integer_digits() == "1250");
  CHECK(value.fraction_digits(2) == "50");
  CHECK(value.fraction_digits(0).empty());
  CHECK(parse_decimal("0.05")->integer_digits() == "0");
  CHECK(parse_decimal("0.05")->fraction_digits(3) == "050");
  CHECK(parse_decimal("5e3")->integer_digits() == "5000");
  CHECK(parse_decimal("42")->to_integer() == 42);
  CHECK(parse_decimal("-42e2")->to_integer() == -4200);
  CHECK_FALSE(parse_decimal("4.2")->to_integer().has_value());
  CHECK_FALSE(parse_decimal("1e30")->to_integer().has_value());
}

TEST_CASE("random decimals of up to thirty digits come back digit for digit") {
  std::mt19937 random(20261120);  // NOLINT: the same numbers in every run
  for (int round = 0; round < 10000; ++round) {
    std::string text = std::to_string(1 + random() % 9);
    const std::size_t size = random() % 30;
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('0' + random() % 10);
    const std::size_t point = 1 + random() % text.size();
    if (point < text.size()) {
      if (text.back() == '0') text.back() = '7';
      text.insert(point, ".");
    }
    if (random() % 2 == 0) text.insert(0, "-");
    REQUIRE(plain(text) == text);
  }
}
