// Dates as ISO 8601-2 (EDTF) says them: with the precision that is known and none that is invented. A subset: years
// 0001 to 9999, months, days, quarters and half-years, intervals with both ends or open at the end. Proleptic
// Gregorian; no time zone, no clock. Plain values; any thread.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace gaceta::model {

enum class DatePrecision : std::uint8_t { year, half, quarter, month, day };

/// `month` and `day` are 0 unless the precision says that they are known; `part` is the half (1–2) or quarter (1–4).
struct Date {
  int year = 1;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  std::uint8_t part = 0;
  DatePrecision precision = DatePrecision::year;

  friend auto operator<=>(const Date&, const Date&) = default;
};

/// A date, or an interval when it has an end or is open. `end` is not before `start`.
struct DateRange {
  Date start;
  std::optional<Date> end;
  bool open_end = false;

  [[nodiscard]] bool is_single() const { return !end && !open_end; }
  friend auto operator<=>(const DateRange&, const DateRange&) = default;
};

struct Time {
  std::uint8_t hour = 0;
  std::uint8_t minute = 0;

  friend auto operator<=>(const Time&, const Time&) = default;
};

/// 1 is Monday, 7 is Sunday (ISO 8601).
enum class Weekday : std::uint8_t { monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday };

/// 2021, 2021-07, 2021-07-14, 2010-H2 (or 2010-41), 2015-Q3 (or 2015-35). Impossible dates give nothing.
std::optional<Date> parse_date(std::string_view text);
/// The same, and a/b with a not after b, and a/.. (open).
std::optional<DateRange> parse_edtf(std::string_view text);
/// "08:30", "8:30", 00:00 to 23:59.
std::optional<Time> parse_time(std::string_view text);

/// 2021-07-14, 2021-07, 2021, 2010-H2, 2015-Q3; a/b; a/.. — what parse_edtf reads back.
std::string to_string(const Date& date);
std::string to_string(const DateRange& range);
/// "08:30".
std::string to_string(Time time);
/// Strict EDTF: half-years as 40/41, quarters as 33 to 36.
std::string to_edtf(const Date& date);
std::string to_edtf(const DateRange& range);

bool is_leap_year(int year);
int days_in_month(int year, int month);

/// The first and last day that a date stands for, with day precision. An open range has no last day.
Date first_day(const Date& date);
Date last_day(const Date& date);
Date first_day(const DateRange& range);
std::optional<Date> last_day(const DateRange& range);

/// Days since 1970-01-01 of a date's first day; may be negative.
std::int32_t day_number(const Date& date);
/// Days from the first day to the last, both counted: 1 for a day, 366 for 2020. Nothing for an open range.
std::optional<std::int32_t> day_count(const DateRange& range);
/// Of a date's first day.
Weekday weekday(const Date& date);

/// For lists in order of time: by first day, then the shorter one first; an open range is the longest.
using OrderInTime = std::pair<std::int32_t, std::int32_t>;  ///< number of the first day, days
OrderInTime order_in_time(const DateRange& range);
bool earlier(const DateRange& a, const DateRange& b);

}  // namespace gaceta::model
