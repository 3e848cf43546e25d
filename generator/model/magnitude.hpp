// An amount of a million or more in a text: what is compared between the languages while they are in memory together.
#pragma once

#include <string>

#include "model/decimal.hpp"
#include "model/span.hpp"

namespace gaceta::model {

struct Magnitude {
  Decimal value;
  std::string unit;      ///< currency code, or empty
  Span span;             ///< of the words; of the role
  std::string from;      ///< anchor of the paragraph
  bool by_hand = false;  ///< written in words and digits, not in a role
};

}  // namespace gaceta::model
