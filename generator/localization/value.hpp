// What a role, a fact, a cell or a template says: one typed value, in no language yet. Which words it becomes is
// decided by an intent (intents.hpp) and a locale (locale.hpp). Plain values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "localization/intents.hpp"
#include "model/decimal.hpp"
#include "model/edtf.hpp"

namespace gaceta::localization {

/// A text that may differ by language: pairs of language ("es") and text; the language "" stands for all others.
class TextMap {
 public:
  TextMap() = default;
  TextMap(std::string text) { texts_.emplace_back(std::string(), std::move(text)); }  // NOLINT: one text is a text map
  TextMap(const char* text) : TextMap(std::string(text)) {}                           // NOLINT

  void set(std::string language, std::string text) { texts_.emplace_back(std::move(language), std::move(text)); }
  /// The text in `language`, else the one for all, else the first; empty when there is none.
  [[nodiscard]] std::string_view in(std::string_view language) const;
  [[nodiscard]] bool empty() const { return texts_.empty(); }

  friend bool operator==(const TextMap&, const TextMap&) = default;

 private:
  std::vector<std::pair<std::string, std::string>> texts_;
};

enum class UnitKind : std::uint8_t { none, percent, points, currency, noun, year, date };

/// `id` is the ISO 4217 code of a currency or the id of a countable noun; else empty.
struct Unit {
  UnitKind kind = UnitKind::none;
  std::string id;

  friend bool operator==(const Unit&, const Unit&) = default;
};

enum class Qualifier : std::uint8_t { exact, more_than, nearly, about, up_to, at_least, less_than };

enum class Gender : std::uint8_t { masculine, feminine };

struct Number {
  model::Decimal value;
  std::optional<model::Decimal> to;  ///< the upper end of a range
  Unit unit;
  Qualifier qualifier = Qualifier::exact;
  TextMap whole;  ///< of what a percentage is a part; for percent/of
};

struct TimeRange {
  model::Time start;
  std::optional<model::Time> end;
};

struct Ordinal {
  std::int64_t number = 1;
  Gender gender = Gender::masculine;
  bool before_noun = false;  ///< 1.er, 3.er; a noun below implies it
  TextMap noun;
};

enum class Preposition : std::uint8_t { none, in, of, to, from };

struct Country {
  std::string code;  ///< ISO 3166-1 alpha-2
  Preposition preposition = Preposition::none;
};

struct TextList {
  std::vector<TextMap> items;
};

/// Text to be dressed: quoted, asked, put between dashes; the number or symbol of an instrument. Which fields count
/// depends on the intent: see intents.hpp.
struct Words {
  TextMap text;    ///< the main text, article, symbol, term id
  TextMap second;  ///< what stands inside or behind it: inner quotation, aside, attribution
  TextMap third;   ///< after a parenthesis
  std::optional<std::int64_t> number;
};

using Value = std::variant<Number, model::DateRange, TimeRange, Ordinal, Country, TextList, Words>;

enum class Scale : std::uint8_t { automatic = 0, thousand = 3, million = 6, billion = 9, trillion = 12 };

/// How digits are kept. `significand`: whatever the author wrote, trailing zeros included.
enum class Digits : std::uint8_t { usual, significand };

struct Options {
  std::optional<int> fraction_digits;      ///< exactly so many, with zeros
  std::optional<int> max_fraction_digits;  ///< at most so many, rounded, carrying into the next scale word
  Scale scale = Scale::automatic;          ///< forced scale word
  bool in_digits = false;                  ///< no scale word: 3,000,000
  Digits digits = Digits::usual;
  bool capital = false;  ///< first letter upper case, for the start of a sentence
  TextMap place;         ///< date/dateline, time/with-place
};

/// A value with the way it is to be printed: what a role in a text amounts to.
struct Phrase {
  Value value;
  IntentId intent = IntentId::integer_grouped;
  Options options = {};
};

}  // namespace gaceta::localization
