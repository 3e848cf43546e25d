// Choosing a scale word: 53e9 is "53 mil millones", "53.000 millones" or "53 billion". Internal to the room.
#pragma once

#include <map>
#include <optional>

#include "localization/house_style.hpp"
#include "localization/value.hpp"

namespace gaceta::localization {

/// A value as it will be printed: `number`, with at least `least_fraction` digits behind the point, then `word`.
struct Scaled {
  model::Decimal number;
  int least_fraction = 0;
  int power = 0;
  const ScaleWord* word = nullptr;  ///< null: no scale word

  [[nodiscard]] int fraction() const;  ///< digits behind the point as printed
  /// The number is left out: 'mil millones'.
  [[nodiscard]] bool drops_number() const;
};

/// `cut`: more decimals than the house style prints are rounded away. `keep`: a number that would need them goes
/// without a scale word.
enum class Decimals : std::uint8_t { cut, keep };

Scaled scaled(const model::Decimal& value, const std::map<int, ScaleWord>& scales, const Options& options,
              int max_decimals, Decimals decimals);

/// The same, with the words that have a short form, for narrow tables.
Scaled scaled_short(const model::Decimal& value, const std::map<int, ScaleWord>& scales, const Options& options,
                    int max_decimals);

/// `value` without a scale word, rounded and padded as `options` say.
Scaled unscaled(const model::Decimal& value, const Options& options);

}  // namespace gaceta::localization
