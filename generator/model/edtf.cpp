#include "model/edtf.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

// Day numbers follow Howard Hinnant's days_from_civil: years begin in March, so the leap day is the last day of a year
// and 400 years are one era of 146,097 days.

namespace gaceta::model {
namespace {

/// `text` as a number if it is exactly `size` ASCII digits.
std::optional<int> digits(std::string_view text, std::size_t size) {
  if (text.size() != size) return std::nullopt;
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<Date> part_of_year(int year, DatePrecision precision, int part, int parts) {
  if (part < 1 || part > parts) return std::nullopt;
  return Date{year, 0, 0, static_cast<std::uint8_t>(part), precision};
}

/// What follows the year: "H2", "Q3", "07", or EDTF's 33–36 and 40–41.
std::optional<Date> month_or_part(int year, std::string_view text) {
  if (text.starts_with('H')) return part_of_year(year, DatePrecision::half, digits(text.substr(1), 1).value_or(0), 2);
  if (text.starts_with('Q')) {
    return part_of_year(year, DatePrecision::quarter, digits(text.substr(1), 1).value_or(0), 4);
  }
  const std::optional<int> number = digits(text, 2);
  if (!number) return std::nullopt;
  if (*number >= 1 && *number <= 12) {
    return Date{year, static_cast<std::uint8_t>(*number), 0, 0, DatePrecision::month};
  }
  if (*number >= 33 && *number <= 36) return part_of_year(year, DatePrecision::quarter, *number - 32, 4);
  if (*number == 40 || *number == 41) return part_of_year(year, DatePrecision::half, *number - 39, 2);
  return std::nullopt;
}

void append_number(std::string& out, int number, int width) {
  std::array<char, 4> buffer = {'0', '0', '0', '0'};
  for (int i = width; i-- > 0; number /= 10) buffer[static_cast<std::size_t>(i)] = static_cast<char>('0' + number % 10);
  out.append(buffer.data(), static_cast<std::size_t>(width));
}

/// First and last month of a date, whatever its precision.
std::pair<int, int> months_of(const Date& date) {
  switch (date.precision) {
    case DatePrecision::year:
      return {1, 12};
    case DatePrecision::half:
      return {date.part * 6 - 5, date.part * 6};
    case DatePrecision::quarter:
      return {date.part * 3 - 2, date.part * 3};
    default:
      return {date.month, date.month};
  }
}

Date day_of(int year, int month, int day) {
  return {year, static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(day), 0, DatePrecision::day};
}

template <typename Print>
std::string printed(const DateRange& range, Print print) {
  std::string out = print(range.start);
  if (range.end) out += '/' + print(*range.end);
  if (range.open_end) out += "/..";
  return out;
}

}  // namespace

bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

std::optional<Date> parse_date(std::string_view text) {
  const std::optional<int> year = digits(text.substr(0, 4), 4);
  if (!year || *year == 0) return std::nullopt;
  if (text.size() == 4) return Date{*year, 0, 0, 0, DatePrecision::year};
  if (text.size() < 7 || text[4] != '-') return std::nullopt;
  const std::optional<Date> month = month_or_part(*year, text.substr(5, 2));
  if (!month || text.size() == 7) return month;
  if (month->precision != DatePrecision::month || text[7] != '-') return std::nullopt;
  const std::optional<int> day = digits(text.substr(8), 2);
  if (!day || *day < 1 || *day > days_in_month(*year, month->month)) return std::nullopt;
  return day_of(*year, month->month, *day);
}

std::optional<DateRange> parse_edtf(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::optional<Date> start = parse_date(text.substr(0, slash));
  if (!start) return std::nullopt;
  if (slash == std::string_view::npos) return DateRange{*start, std::nullopt, false};
  const std::string_view rest = text.substr(slash + 1);
  if (rest == "..") return DateRange{*start, std::nullopt, true};
  const std::optional<Date> end = parse_date(rest);
  if (!end || day_number(last_day(*end)) < day_number(last_day(*start))) return std::nullopt;
  if (day_number(*end) < day_number(*start)) return std::nullopt;
  return DateRange{*start, end, false};
}

std::optional<Time> parse_time(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 2) return std::nullopt;
  const std::optional<int> hour = digits(text.substr(0, colon), colon);
  const std::optional<int> minute = digits(text.substr(colon + 1), 2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return Time{static_cast<std::uint8_t>(*hour), static_cast<std::uint8_t>(*minute)};
}

std::string to_string(const Date& date) {
  std::string out;
  append_number(out, date.year, 4);
  if (date.precision == DatePrecision::half) return out + "-H" + static_cast<char>('0' + date.part);
  if (date.precision == DatePrecision::quarter) return out + "-Q" + static_cast<char>('0' + date.part);
  if (date.precision == DatePrecision::year) return out;
  out += '-';
  append_number(out, date.month, 2);
  if (date.precision == DatePrecision::month) return out;
  out += '-';
  append_number(out, date.day, 2);
  return out;
}

std::string to_edtf(const Date& date) {
  if (date.precision != DatePrecision::half && date.precision != DatePrecision::quarter) return to_string(date);
  std::string out;
  append_number(out, date.year, 4);
  out += '-';
  append_number(out, date.part + (date.precision == DatePrecision::half ? 39 : 32), 2);
  return out;
}

std::string to_string(const DateRange& range) {
  return printed(range, [](const Date& date) { return to_string(date); });
}

std::string to_edtf(const DateRange& range) {
  return printed(range, [](const Date& date) { return to_edtf(date); });
}

std::string to_string(Time time) {
  std::string out;
  append_number(out, time.hour, 2);
  out += ':';
  append_number(out, time.minute, 2);
  return out;
}

Date first_day(const Date& date) {
  if (date.precision == DatePrecision::day) return date;
  return day_of(date.year, months_of(date).first, 1);
}

Date last_day(const Date& date) {
  if (date.precision == DatePrecision::day) return date;
  const int month = months_of(date).second;
  return day_of(date.year, month, days_in_month(date.year, month));
}

Date first_day(const DateRange& range) {
  return first_day(range.start);
}

std::optional<Date> last_day(const DateRange& range) {
  if (range.open_end) return std::nullopt;
  return last_day(range.end.value_or(range.start));
}

std::int32_t day_number(const Date& date) {
  const Date first = first_day(date);
  const int year = first.month <= 2 ? first.year - 1 : first.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int month_from_march = (first.month + 9) % 12;
  const int day_of_year = (153 * month_from_march + 2) / 5 + first.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

std::optional<std::int32_t> day_count(const DateRange& range) {
  const std::optional<Date> last = last_day(range);
  if (!last) return std::nullopt;
  return day_number(*last) - day_number(range.start) + 1;
}

Weekday weekday(const Date& date) {
  // 1970-01-01 was a Thursday.
  const int offset = ((day_number(date) + 3) % 7 + 7) % 7;
  return static_cast<Weekday>(offset + 1);
}

OrderInTime order_in_time(const DateRange& range) {
  return {day_number(range.start), day_count(range).value_or(std::numeric_limits<std::int32_t>::max())};
}

bool earlier(const DateRange& a, const DateRange& b) {
  return order_in_time(a) < order_in_time(b);
}

}  // namespace gaceta::model
