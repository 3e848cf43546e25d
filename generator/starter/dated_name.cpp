#include "starter/dated_name.hpp"

#include <algorithm>
#include <array>

namespace gaceta::starter {
namespace {

using model::Date;
using model::DatePrecision;

constexpr std::size_t kDay = 10, kMonth = 7, kYear = 4;  // bytes of an ISO date

std::optional<Date> date_of(std::string_view text, DatePrecision precision) {
  const auto date = model::parse_date(text);
  if (!date || date->precision != precision || date->year < 1800 || date->year >= 2200) return std::nullopt;
  return date;
}

DateHabit habit_of(std::string_view name) {
  const auto date = split_name(name).date;
  if (!date) return DateHabit::none;
  if (date->precision == DatePrecision::day) return DateHabit::day;
  return date->precision == DatePrecision::month ? DateHabit::month : DateHabit::year;
}

}  // namespace

DatedName split_name(std::string_view name) {
  for (const auto& [size, precision] : {std::pair{kDay, DatePrecision::day}, std::pair{kMonth, DatePrecision::month},
                                        std::pair{kYear, DatePrecision::year}}) {
    if (name.size() < size || (name.size() > size && name[size] != '-')) continue;
    const auto date = date_of(name.substr(0, size), precision);
    if (!date) continue;
    const bool has_words = name.size() > size + 1;
    return {date, has_words ? name.substr(size + 1) : name};
  }
  return {std::nullopt, name};
}

std::optional<DateHabit> habit_of(const std::vector<std::string>& names) {
  if (names.empty()) return std::nullopt;
  constexpr std::array kInOrder = {DateHabit::month, DateHabit::day, DateHabit::year, DateHabit::none};
  const auto count = [&](DateHabit habit) {
    return std::count_if(names.begin(), names.end(), [&](const std::string& name) { return habit_of(name) == habit; });
  };
  return *std::max_element(kInOrder.begin(), kInOrder.end(),
                           [&](DateHabit a, DateHabit b) { return count(a) < count(b); });
}

std::string dated(std::string_view words, const Date& date, DateHabit habit) {
  if (habit == DateHabit::none) return std::string(words);
  const std::size_t size = habit == DateHabit::day ? kDay : habit == DateHabit::month ? kMonth : kYear;
  return model::to_string(date).substr(0, size) + "-" + std::string(words);
}

}  // namespace gaceta::starter
