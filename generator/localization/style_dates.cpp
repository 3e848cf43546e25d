// The sections of a house style that speak of time: dates, times.
#include "localization/style_reader.hpp"

namespace gaceta::localization {
namespace {

using enum Slot;

void pattern_of_day(StyleReader& reader, std::string_view key, Pattern& target) {
  reader.pattern(key, target, {day, d, dd, month, short_month, m, mm, year, weekday});
}

void pattern_of_range(StyleReader& reader, std::string_view key, Pattern& target) {
  reader.pattern(key, target, {day, d, month, year, end_day, end_d, end_month, end_year});
}

void read_range(StyleReader& reader, RangeStyle& style) {
  pattern_of_range(reader, "two_days_in_month", style.two_days_in_month);
  pattern_of_range(reader, "two_days_in_year", style.two_days_in_year);
  pattern_of_range(reader, "two_days", style.two_days);
  pattern_of_range(reader, "days_in_month", style.days_in_month);
  pattern_of_range(reader, "days_in_year", style.days_in_year);
  pattern_of_range(reader, "days", style.days);
  pattern_of_range(reader, "months_in_year", style.months_in_year);
  pattern_of_range(reader, "months", style.months);
  pattern_of_range(reader, "years", style.years);
  reader.pattern("parts", style.parts, {from, to});
  reader.pattern("mixed", style.mixed, {from, to});
  reader.pattern("open_day", style.open_day, {date});
  reader.pattern("open_part", style.open_part, {date});
  reader.pattern("open", style.open, {date});
}

void read_dates(StyleReader& reader, DateStyle& dates) {
  reader.numbered_texts("months", dates.months, 1, 12);
  reader.numbered_texts("short_months", dates.short_months, 1, 12);
  reader.numbered_texts("weekdays", dates.weekdays, 1, 7);
  reader.text("first_day", dates.first_day);
  pattern_of_day(reader, "long", dates.long_form);
  pattern_of_day(reader, "weekday_heading", dates.weekday_heading);
  pattern_of_day(reader, "weekday_text", dates.weekday_text);
  pattern_of_day(reader, "numeric", dates.numeric);
  pattern_of_day(reader, "medium", dates.medium);
  reader.pattern("month_year", dates.month_year, {month, short_month, mm, year});
  reader.pattern("year", dates.year, {year});
  reader.pattern("dateline", dates.dateline, {place, date});
  reader.numbered_patterns("halves", dates.halves, 1, 2, {year});
  reader.numbered_patterns("quarters", dates.quarters, 1, 4, {year});
  reader.section("range_text", [&](StyleReader& section) { read_range(section, dates.text); });
  reader.section("range_compact", [&](StyleReader& section) { read_range(section, dates.compact); });
}

void read_times(StyleReader& reader, TimeStyle& times) {
  reader.integer("clock", times.clock, 12, 24);
  reader.pattern("plain", times.plain, {hour, minute});
  reader.pattern("with_half", times.with_half, {time, half});
  reader.text("am", times.am);
  reader.text("pm", times.pm);
  reader.text("noon", times.noon);
  reader.text("midnight", times.midnight);
  reader.text("twelve_noon", times.twelve_noon);
  reader.pattern("programme", times.programme, {time});
  reader.pattern("text", times.text, {time});
  reader.pattern("with_place", times.with_place, {time, place});
  reader.pattern("slot", times.slot, {from, to});
  reader.pattern("slot_shared", times.slot_shared, {from, to, half});
  reader.pattern("range", times.range, {from, to});
  reader.pattern("range_shared", times.range_shared, {from, to, half});
}

}  // namespace

void read_date_sections(StyleReader& reader, HouseStyle& style) {
  reader.section("dates", [&](StyleReader& section) { read_dates(section, style.dates); });
  reader.section("times", [&](StyleReader& section) { read_times(section, style.times); });
}

}  // namespace gaceta::localization
