// An exact decimal number, as an editor wrote it. No double anywhere: the digits that go in are the digits that come
// out. It remembers the notation (53e9 or 53000000000; 1.0e6 keeps its zero), because the notation decides how it
// prints. Not arithmetic: comparing, moving the point and rounding are all that printing needs. A plain value; any
// thread.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gaceta::model {

class Decimal {
 public:
  enum class Notation : std::uint8_t { plain, exponent };

  /// Bounds of what parse_decimal accepts: digits written, and the absolute value of the exponent.
  static constexpr std::size_t kMostDigits = 100;
  static constexpr int kLargestExponent = 100;

  Decimal() = default;  ///< 0
  explicit Decimal(std::int64_t integer);
  /// ±digits × 10^exponent. `digits` are ASCII digits; leading zeros are dropped, trailing ones stay as written.
  Decimal(bool negative, std::string_view digits, int exponent, Notation notation = Notation::plain,
          int fraction_digits_written = 0, int exponent_written = 0);

  [[nodiscard]] bool is_negative() const { return negative_; }
  [[nodiscard]] bool is_zero() const { return digits_ == "0"; }
  [[nodiscard]] bool is_integer() const;
  [[nodiscard]] Notation notation() const { return notation_; }
  /// Digits behind the point of the significand as written: 1 for 1.0e6 and for -10.3, 0 for 53e9.
  [[nodiscard]] int fraction_digits_written() const { return fraction_digits_written_; }
  /// The exponent as written: 6 for 1.0e6, 0 for plain notation.
  [[nodiscard]] int exponent_written() const { return exponent_written_; }

  /// The digits without sign, point and leading zeros; with the trailing zeros as written. "0" for zero.
  [[nodiscard]] std::string_view digits() const { return digits_; }
  /// Power of ten of the last of digits(): 5 for 1.0e6 (digits "10"), -1 for 10.3.
  [[nodiscard]] int exponent() const { return exponent_; }
  /// Power of ten of the first digit: 6 for 1.0e6, -1 for 0.5; 0 for zero.
  [[nodiscard]] int magnitude() const;
  /// Power of ten of the last digit that is not zero; 0 for zero.
  [[nodiscard]] int lowest_power() const;
  /// The integer part as digits ("0" for 0.5), and the digits behind the point down to 10^-fraction_digits (no
  /// rounding: what lies below is cut, what is missing is '0').
  [[nodiscard]] std::string integer_digits() const;
  [[nodiscard]] std::string fraction_digits(int fraction_digits) const;

  /// Without an exponent and without superfluous zeros: "53000000000", "-10.3", "0.5".
  [[nodiscard]] std::string to_plain_string() const;
  /// The value as a small integer, if it is one and fits.
  [[nodiscard]] std::optional<std::int64_t> to_integer() const;

  /// This × 10^power, exact. The notation becomes plain.
  [[nodiscard]] Decimal shifted(int power) const;
  /// Rounded half to even, to a multiple of 10^-fraction_digits (which may be negative). Never keeps a negative zero.
  [[nodiscard]] Decimal rounded(int fraction_digits) const;
  [[nodiscard]] Decimal absolute() const;
  [[nodiscard]] Decimal negated() const;

  /// By value: 1.0 equals 1, 53e9 equals 53000000000.
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }
  friend std::weak_ordering operator<=>(const Decimal& a, const Decimal& b);

 private:
  std::string digits_ = "0";
  int exponent_ = 0;
  int fraction_digits_written_ = 0;
  int exponent_written_ = 0;
  Notation notation_ = Notation::plain;
  bool negative_ = false;
};

/// Reads 647766, -10.3, 53e9, 1.8E12, −5 (U+2212 counts as '-'). No grouping, no '+', digits on both sides of a point.
/// Nothing when `text` is anything else or beyond the bounds.
std::optional<Decimal> parse_decimal(std::string_view text);

}  // namespace gaceta::model
