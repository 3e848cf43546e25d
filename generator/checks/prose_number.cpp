#include "checks/prose_number.hpp"

#include <algorithm>
#include <vector>

namespace gaceta::checks {
namespace {

/// 1 234 567 in its parts, with the signs between them.
struct Parts {
  std::vector<std::string_view> digits;
  std::vector<std::string_view> signs;
};

Parts split(std::string_view text) {
  Parts parts;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto end = static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_digit) - text.begin());
    parts.digits.push_back(text.substr(at, end - at));
    at = end;
    while (at < text.size() && !is_digit(text[at])) ++at;
    if (at > end) parts.signs.push_back(text.substr(end, at - end));
  }
  return parts;
}

std::string joined(const Parts& parts, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to; ++i) out += parts.digits[i];
  return out;
}

/// Whether the parts up to `end` are a group of one to three digits and then groups of three.
bool are_groups(const Parts& parts, std::size_t end) {
  if (parts.digits.front().size() > 3 || (end > 1 && parts.digits.front().front() == '0')) return false;
  return std::all_of(parts.digits.begin() + 1, parts.digits.begin() + static_cast<std::ptrdiff_t>(end),
                     [](std::string_view digits) { return digits.size() == 3; });
}

bool all_equal(const Parts& parts, std::size_t end) {
  return std::all_of(parts.signs.begin(), parts.signs.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](std::string_view sign) { return sign == parts.signs.front(); });
}

bool is_group_sign(std::string_view sign, const localization::NumberStyle& style) {
  return sign == style.group || sign == style.thin_group;
}

TypedNumber read_one_sign(const Parts& parts, const localization::NumberStyle& style) {
  const std::string_view sign = parts.signs.front();
  const std::string whole = joined(parts, 0, 2);
  const std::string with_point = std::string(parts.digits[0]) + "." + std::string(parts.digits[1]);
  const bool could_group = are_groups(parts, 2);
  if (sign == style.decimal) {
    if (could_group) return {with_point, whole, NumberSigns::doubtful, false, false};
    return {with_point, "", NumberSigns::house, false, false};
  }
  if (could_group) {
    const bool is_house = is_group_sign(sign, style);
    return {whole, "", is_house ? NumberSigns::house : NumberSigns::foreign, true, !is_house};
  }
  if (sign != "." && sign != ",") return {"", "", NumberSigns::other, false, false};
  return {with_point, "", NumberSigns::foreign, false, false};
}

}  // namespace

TypedNumber read_typed_number(std::string_view text, const localization::NumberStyle& style) {
  const Parts parts = split(text);
  const std::size_t count = parts.digits.size();
  if (count == 1) return {std::string(text), "", NumberSigns::house, false, false};
  if (count == 2) return read_one_sign(parts, style);
  if (all_equal(parts, count - 1)) {
    if (!are_groups(parts, count)) return {"", "", NumberSigns::other, false, false};
    const bool is_house = is_group_sign(parts.signs.front(), style);
    return {joined(parts, 0, count), "", is_house ? NumberSigns::house : NumberSigns::foreign, true, true};
  }
  if (!all_equal(parts, count - 2) || !are_groups(parts, count - 1)) return {"", "", NumberSigns::other, false, false};
  const std::string value = joined(parts, 0, count - 1) + "." + std::string(parts.digits.back());
  const bool is_house = is_group_sign(parts.signs.front(), style) && parts.signs.back() == style.decimal;
  return {value, "", is_house ? NumberSigns::house : NumberSigns::foreign, true, true};
}

std::string in_exponents(std::string_view value, int scale) {
  const std::size_t point = std::min(value.find('.'), value.size());
  std::string whole(value.substr(0, point));
  std::string fraction(value.substr(std::min(point + 1, value.size())));
  while (whole.size() > 3) {
    fraction.insert(0, whole.substr(whole.size() - 3));
    whole.resize(whole.size() - 3);
    scale += 3;
    while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  }
  return whole + (fraction.empty() ? "" : "." + fraction) + "e" + std::to_string(scale);
}

}  // namespace gaceta::checks
