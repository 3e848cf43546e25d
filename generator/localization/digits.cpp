// Digits with the house style's signs: grouping, decimal sign, minus. Text in, text out; no binary numbers, no ICU.
#include <algorithm>

#include "localization/printer.hpp"

namespace gaceta::localization {
namespace {

constexpr std::size_t kGroup = 3;

void append_grouped(std::string& out, std::string_view digits, std::string_view sign, int group_from) {
  if (sign.empty() || digits.size() < static_cast<std::size_t>(group_from)) {
    out += digits;
    return;
  }
  std::size_t head = digits.size() % kGroup;
  if (head == 0) head = kGroup;
  out += digits.substr(0, head);
  for (std::size_t i = head; i < digits.size(); i += kGroup) {
    out += sign;
    out += digits.substr(i, kGroup);
  }
}

}  // namespace

void append_digits(std::string& out, const NumberStyle& style, const model::Decimal& value, int least_fraction,
                   Grouping grouping) {
  if (value.is_negative()) out += style.minus;
  const std::string integer = value.integer_digits();
  switch (grouping) {
    case Grouping::usual:
      append_grouped(out, integer, style.group, style.group_from);
      break;
    case Grouping::thin:
      append_grouped(out, integer, style.thin_group, style.thin_group_from);
      break;
    case Grouping::none:
      out += integer;
      break;
  }
  const int fraction = std::max(least_fraction, -value.lowest_power());
  if (fraction <= 0) return;
  out += style.decimal;
  out += value.fraction_digits(fraction);
}

bool is_singular(PluralRule rule, const model::Decimal& value, int fraction_digits) {
  const model::Decimal size = value.absolute();
  if (rule == PluralRule::below_two) return size < model::Decimal(2);
  return fraction_digits == 0 && size == model::Decimal(1);
}

}  // namespace gaceta::localization
