// A number as somebody typed it, read with the signs of a locale. Internal to the checks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "localization/house_style.hpp"

namespace gaceta::checks {

enum class NumberSigns : std::uint8_t {
  house,     ///< as the locale writes it, or without any sign
  foreign,   ///< certainly as another locale writes it
  doubtful,  ///< 1.234 where the point is decimal: foreign if it counts things
  other,     ///< no number: a version, a list, an address
};

struct TypedNumber {
  std::string value;        ///< plain digits with '.'; in the doubtful case as the house reads it
  std::string other_value;  ///< doubtful: as the other locale reads it
  NumberSigns signs = NumberSigns::house;
  bool is_grouped = false;
  bool is_mixed = false;  ///< its signs alone show what is foreign, whatever stands around
};

TypedNumber read_typed_number(std::string_view text, const localization::NumberStyle& style);

/// `value` × 10^`scale` in the notation of roles, with an exponent that prints in words: 43500, 6 gives 43.5e9.
std::string in_exponents(std::string_view value, int scale);

}  // namespace gaceta::checks
