// Folders of bulletins usually begin with the date: 2023-09-21-ustr-pymes, 2022-05-dialogo, 2010-mipymes. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/edtf.hpp"

namespace gaceta::starter {

/// A folder's name in its two parts. The view points into the name it was made from.
struct DatedName {
  std::optional<model::Date> date;  ///< year, month or day
  std::string_view words;           ///< behind the date; all of the name if there is no date, or nothing but the date
};

/// Years from 1800 to 2199 count: a name may begin with another number.
DatedName split_name(std::string_view name);

/// How the names of folders begin.
enum class DateHabit { none, year, month, day };

/// What most of `names` do; of equally many, what says more of the date, but a day. Nothing if there are no names.
std::optional<DateHabit> habit_of(const std::vector<std::string>& names);

/// `words` with as much of `date` before it as `habit` says; `date` has a day.
std::string dated(std::string_view words, const model::Date& date, DateHabit habit);

}  // namespace gaceta::starter
