#include "model/decimal.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

// A value is ±digits × 10^exponent with the digits as text. Everything here moves the point or cuts the text; nothing
// is ever converted to binary. Comparison looks at the sign, then at the power of the first digit, then at the digits.

namespace gaceta::model {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view without_trailing_zeros(std::string_view digits) {
  const std::size_t last = digits.find_last_not_of('0');
  return last == std::string_view::npos ? digits.substr(0, 0) : digits.substr(0, last + 1);
}

/// Adds one to the last digit of `digits`, carrying; may grow by one digit in front.
void increment(std::string& digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      return;
    }
    digits[i] = '0';
  }
  digits.insert(digits.begin(), '1');
}

/// Whether cutting `cut` off behind `kept` must round the size up: above one half, or one half and `kept` is odd.
bool rounds_up(std::string_view kept, std::string_view cut, bool cut_starts_below_the_point) {
  if (cut_starts_below_the_point || cut.empty()) return false;
  if (cut.front() != '5') return cut.front() > '5';
  if (!without_trailing_zeros(cut.substr(1)).empty()) return true;
  return !kept.empty() && (kept.back() - '0') % 2 == 1;
}

std::string_view without_sign(std::string_view text, bool& negative) {
  constexpr std::string_view kMinus = "\u2212";
  negative = text.starts_with('-') || text.starts_with(kMinus);
  if (text.starts_with('-')) return text.substr(1);
  return negative ? text.substr(kMinus.size()) : text;
}

/// The exponent behind 'e' or 'E'; nothing when it is not a number within the bounds.
std::optional<int> read_exponent(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  if (!all_digits(text) || text.size() > 3) return std::nullopt;
  int exponent = 0;
  for (const char c : text) exponent = exponent * 10 + (c - '0');
  if (exponent > Decimal::kLargestExponent) return std::nullopt;
  return negative ? -exponent : exponent;
}

}  // namespace

Decimal::Decimal(std::int64_t integer) {
  negative_ = integer < 0;
  digits_ = std::to_string(integer);
  if (negative_) digits_.erase(0, 1);
}

Decimal::Decimal(bool negative, std::string_view digits, int exponent, Notation notation, int fraction_digits_written,
                 int exponent_written)
    : exponent_(exponent),
      fraction_digits_written_(fraction_digits_written),
      exponent_written_(exponent_written),
      notation_(notation) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == std::string_view::npos) {
    exponent_ = 0;
    return;
  }
  digits_ = digits.substr(first);
  negative_ = negative;
}

bool Decimal::is_integer() const {
  return lowest_power() >= 0;
}

int Decimal::magnitude() const {
  return is_zero() ? 0 : exponent_ + static_cast<int>(digits_.size()) - 1;
}

int Decimal::lowest_power() const {
  if (is_zero()) return 0;
  return exponent_ + static_cast<int>(digits_.size() - without_trailing_zeros(digits_).size());
}

std::string Decimal::integer_digits() const {
  const int size = static_cast<int>(digits_.size());
  if (is_zero() || size + exponent_ <= 0) return "0";
  if (exponent_ >= 0) return digits_ + std::string(static_cast<std::size_t>(exponent_), '0');
  return digits_.substr(0, static_cast<std::size_t>(size + exponent_));
}

std::string Decimal::fraction_digits(int fraction_digits) const {
  std::string fraction;
  if (exponent_ < 0 && !is_zero()) {
    const auto below = static_cast<std::size_t>(-exponent_);
    fraction = digits_.size() >= below ? digits_.substr(digits_.size() - below)
                                       : std::string(below - digits_.size(), '0') + digits_;
  }
  fraction.resize(static_cast<std::size_t>(std::max(fraction_digits, 0)), '0');
  return fraction;
}

std::string Decimal::to_plain_string() const {
  std::string out = negative_ ? "-" : "";
  out += integer_digits();
  const int below = -lowest_power();
  if (below > 0) out += '.' + fraction_digits(below);
  return out;
}

std::optional<std::int64_t> Decimal::to_integer() const {
  if (!is_integer() || magnitude() > std::numeric_limits<std::int64_t>::digits10 - 1) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : integer_digits()) value = value * 10 + (c - '0');
  return negative_ ? -value : value;
}

Decimal Decimal::shifted(int power) const {
  return {negative_, digits_, exponent_ + power};
}

Decimal Decimal::absolute() const {
  Decimal result = *this;
  result.negative_ = false;
  return result;
}

Decimal Decimal::negated() const {
  Decimal result = *this;
  result.negative_ = !negative_ && !is_zero();
  return result;
}

Decimal Decimal::rounded(int fraction_digits) const {
  if (exponent_ >= -fraction_digits) return *this;
  const int cut_size = -fraction_digits - exponent_;
  const int size = static_cast<int>(digits_.size());
  const auto kept_size = static_cast<std::size_t>(std::max(size - cut_size, 0));
  std::string kept = digits_.substr(0, kept_size);
  if (rounds_up(kept, std::string_view(digits_).substr(kept_size), cut_size > size)) increment(kept);
  return {negative_, kept, -fraction_digits};
}

std::weak_ordering operator<=>(const Decimal& a, const Decimal& b) {
  const int sign_a = a.is_zero() ? 0 : (a.negative_ ? -1 : 1);
  const int sign_b = b.is_zero() ? 0 : (b.negative_ ? -1 : 1);
  if (sign_a != sign_b) return sign_a < sign_b ? std::weak_ordering::less : std::weak_ordering::greater;
  if (sign_a == 0) return std::weak_ordering::equivalent;
  std::weak_ordering sizes = a.magnitude() <=> b.magnitude();
  if (sizes == 0) {
    const int order = without_trailing_zeros(a.digits_).compare(without_trailing_zeros(b.digits_));
    sizes = order <=> 0;
  }
  if (sign_a > 0) return sizes;
  return 0 <=> sizes;
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  bool negative = false;
  std::string_view rest = without_sign(text, negative);
  int exponent = 0;
  const std::size_t mark = rest.find_first_of("eE");
  const bool has_exponent = mark != std::string_view::npos;
  if (has_exponent) {
    const std::optional<int> read = read_exponent(rest.substr(mark + 1));
    if (!read) return std::nullopt;
    exponent = *read;
    rest = rest.substr(0, mark);
  }
  const std::size_t point = rest.find('.');
  const std::string_view integer = rest.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
  if (!all_digits(integer) || (point != std::string_view::npos && !all_digits(fraction))) return std::nullopt;
  if (integer.size() + fraction.size() > Decimal::kMostDigits) return std::nullopt;
  const int written = static_cast<int>(fraction.size());
  return Decimal(negative, std::string(integer).append(fraction), exponent - written,
                 has_exponent ? Decimal::Notation::exponent : Decimal::Notation::plain, written, exponent);
}

}  // namespace gaceta::model
