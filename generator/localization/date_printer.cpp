// Dates and times of day, in patterns of the house style. No ICU: the bytes are the patterns'.

#include "localization/printer.hpp"

namespace gaceta::localization {
namespace {

using model::Date;
using model::DatePrecision;
using model::DateRange;
using model::Time;

// ---- one date

/// The parts of a date as texts; views of the style, and digits of its own.
struct DateTexts {
  std::string day, d, dd, m, mm, year;
  std::string_view month, short_month, weekday;
};

template <typename Map>
std::string_view entry(const Map& map, int key) {
  const auto found = map.find(key);
  return found == map.end() ? std::string_view() : std::string_view(found->second);
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

DateTexts texts_of(const DateStyle& style, const Date& date) {
  const Date day = model::first_day(date);
  DateTexts texts;
  texts.d = std::to_string(day.day);
  texts.day = day.day == 1 && !style.first_day.empty() ? style.first_day : texts.d;
  texts.dd = two_digits(day.day);
  texts.m = std::to_string(day.month);
  texts.mm = two_digits(day.month);
  texts.year = std::to_string(day.year);
  texts.month = entry(style.months, day.month);
  texts.short_month = entry(style.short_months, day.month);
  texts.weekday = entry(style.weekdays, static_cast<int>(model::weekday(day)));
  return texts;
}

std::string filled(const Pattern& pattern, const DateTexts& texts) {
  return pattern.filled({{Slot::day, texts.day},
                         {Slot::d, texts.d},
                         {Slot::dd, texts.dd},
                         {Slot::m, texts.m},
                         {Slot::mm, texts.mm},
                         {Slot::month, texts.month},
                         {Slot::short_month, texts.short_month},
                         {Slot::year, texts.year},
                         {Slot::weekday, texts.weekday}});
}

std::string part_of_year(const std::map<int, Pattern>& patterns, const Date& date) {
  const auto found = patterns.find(date.part);
  return found == patterns.end() ? std::string() : found->second.filled({{Slot::year, std::to_string(date.year)}});
}

/// `date` in `day_pattern` if its day is known, else as precisely as it is known.
std::string printed(const DateStyle& style, const Date& date, const Pattern& day_pattern) {
  switch (date.precision) {
    case DatePrecision::day:
      return filled(day_pattern, texts_of(style, date));
    case DatePrecision::month:
      return filled(style.month_year, texts_of(style, date));
    case DatePrecision::quarter:
      return part_of_year(style.quarters, date);
    case DatePrecision::half:
      return part_of_year(style.halves, date);
    default:
      return filled(style.year, texts_of(style, date));
  }
}

std::string printed(const DateStyle& style, const Date& date) {
  return printed(style, date, style.long_form);
}

// ---- intervals

bool is_part(const Date& date) {
  return date.precision == DatePrecision::half || date.precision == DatePrecision::quarter;
}

std::string from_to(const Pattern& pattern, const DateStyle& style, const DateRange& range) {
  const std::string from = printed(style, range.start);
  const std::string to = printed(style, *range.end);
  return pattern.filled({{Slot::from, from}, {Slot::to, to}});
}

std::string both_ends(const Pattern& pattern, const DateStyle& style, const DateRange& range) {
  const DateTexts from = texts_of(style, range.start);
  const DateTexts to = texts_of(style, *range.end);
  return pattern.filled({{Slot::day, from.day},
                         {Slot::d, from.d},
                         {Slot::month, from.month},
                         {Slot::year, from.year},
                         {Slot::end_day, to.day},
                         {Slot::end_d, to.d},
                         {Slot::end_month, to.month},
                         {Slot::end_year, to.year}});
}

const Pattern& days_pattern(const RangeStyle& style, const Date& start, const Date& end) {
  const bool two_days = model::day_number(end) - model::day_number(start) == 1;
  if (start.year != end.year) return two_days ? style.two_days : style.days;
  if (start.month != end.month) return two_days ? style.two_days_in_year : style.days_in_year;
  return two_days ? style.two_days_in_month : style.days_in_month;
}

std::string interval(const DateStyle& style, const RangeStyle& ranges, const DateRange& range) {
  const Date& start = range.start;
  const Date& end = *range.end;
  if (is_part(start) && is_part(end)) return from_to(ranges.parts, style, range);
  if (start.precision != end.precision) return from_to(ranges.mixed, style, range);
  if (start.precision == DatePrecision::year) return both_ends(ranges.years, style, range);
  if (start.precision == DatePrecision::day) return both_ends(days_pattern(ranges, start, end), style, range);
  return both_ends(start.year == end.year ? ranges.months_in_year : ranges.months, style, range);
}

std::string open_interval(const DateStyle& style, const RangeStyle& ranges, const Date& start) {
  const std::string date = printed(style, start);
  const Pattern& pattern = start.precision == DatePrecision::day ? ranges.open_day
                           : is_part(start)                      ? ranges.open_part
                                                                 : ranges.open;
  return pattern.filled({{Slot::date, date}});
}

std::string range_text(const DateStyle& style, const RangeStyle& ranges, const DateRange& range) {
  if (range.open_end) return open_interval(style, ranges, range.start);
  if (!range.end || *range.end == range.start) return printed(style, range.start);
  return interval(style, ranges, range);
}

// ---- times of day

/// How one time prints: `bare` without a.m., `half` alone; a named time (noon) is all in `bare`.
struct TimeTexts {
  std::string bare;
  std::string_view half;
};

TimeTexts twelve_hours(const TimeStyle& style, Time time) {
  if (time.minute == 0 && time.hour == 12) {
    if (!style.noon.empty()) return {style.noon, {}};
    if (!style.twelve_noon.empty()) return {style.twelve_noon, {}};
  }
  if (time.minute == 0 && time.hour == 0 && !style.midnight.empty()) return {style.midnight, {}};
  const int hour = time.hour % 12 == 0 ? 12 : time.hour % 12;
  return {style.plain.filled({{Slot::hour, std::to_string(hour)}, {Slot::minute, two_digits(time.minute)}}),
          time.hour < 12 ? style.am : style.pm};
}

TimeTexts time_texts(const TimeStyle& style, Time time) {
  if (style.clock == 12) return twelve_hours(style, time);
  return {style.plain.filled({{Slot::hour, std::to_string(time.hour)}, {Slot::minute, two_digits(time.minute)}}), {}};
}

std::string whole(const TimeStyle& style, const TimeTexts& texts) {
  if (texts.half.empty()) return texts.bare;
  return style.with_half.filled({{Slot::time, texts.bare}, {Slot::half, texts.half}});
}

std::string one_time(const TimeStyle& style, Time time, const Pattern& pattern) {
  return pattern.filled({{Slot::time, whole(style, time_texts(style, time))}});
}

std::string two_times(const TimeStyle& style, const TimeRange& range, const Pattern& apart, const Pattern& shared) {
  const TimeTexts from = time_texts(style, range.start);
  const TimeTexts to = time_texts(style, *range.end);
  if (!from.half.empty() && from.half == to.half) {
    return shared.filled({{Slot::from, from.bare}, {Slot::to, to.bare}, {Slot::half, to.half}});
  }
  return apart.filled({{Slot::from, whole(style, from)}, {Slot::to, whole(style, to)}});
}

}  // namespace

void append_date(std::string& out, const Printer& printer, IntentId intent, const DateRange& range,
                 const Options& options) {
  const DateStyle& style = printer.style().dates;
  const auto with = [&](const Pattern& pattern) { return printed(style, range.start, pattern); };
  const auto capital = [&](std::string text) { return with_capital(text, printer.data.tag); };
  if (!range.is_single() &&
      (intent == IntentId::date_range_compact || intent == IntentId::date_medium || intent == IntentId::date_numeric)) {
    out += range_text(style, style.compact, range);
    return;
  }
  if (!range.is_single() && intent != IntentId::date_year && intent != IntentId::date_dateline) {
    out += range_text(style, style.text, range);
    return;
  }
  switch (intent) {
    case IntentId::date_weekday_heading:
      out += capital(with(style.weekday_heading));
      return;
    case IntentId::date_weekday_text:
      out += with(style.weekday_text);
      return;
    case IntentId::date_numeric:
      out += with(style.numeric);
      return;
    case IntentId::date_medium:
      out += with(style.medium);
      return;
    case IntentId::date_month_year:
      out += with(style.month_year);
      return;
    case IntentId::date_month_year_heading:
      out += capital(with(style.month_year));
      return;
    case IntentId::date_year:
      out += filled(style.year, texts_of(style, range.start));
      return;
    case IntentId::date_dateline:
      out += style.dateline.filled(
          {{Slot::place, printer.text(options.place)}, {Slot::date, range_text(style, style.text, range)}});
      return;
    default:
      out += with(style.long_form);
  }
}

void append_time(std::string& out, const Printer& printer, IntentId intent, const TimeRange& range,
                 const Options& options) {
  const TimeStyle& style = printer.style().times;
  const bool single = !range.end || *range.end == range.start;
  switch (intent) {
    case IntentId::time_range_slot:
    case IntentId::time_range_open:
    case IntentId::time_programme:
      out += single ? one_time(style, range.start, style.programme)
                    : two_times(style, range, style.slot, style.slot_shared);
      return;
    case IntentId::time_text_12h:
      out += whole(style, twelve_hours(style, range.start));
      return;
    case IntentId::time_with_place:
      out += contracted(printer.style().places,
                        style.with_place.filled({{Slot::time, one_time(style, range.start, style.text)},
                                                 {Slot::place, printer.text(options.place)}}));
      return;
    default:
      out +=
          single ? one_time(style, range.start, style.text) : two_times(style, range, style.range, style.range_shared);
  }
}

}  // namespace gaceta::localization
