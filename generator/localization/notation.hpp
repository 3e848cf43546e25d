// The notation of inline roles and of facts: from what an editor typed to a Phrase. Reads num, date, time, ord and
// country; fact, term and lang belong to others. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "localization/units.hpp"
#include "localization/value.hpp"

namespace gaceta::localization {

/// What is wrong with a role's text: a rule of the catalogue and the smallest part of the text that is wrong (bytes).
struct NotationError {
  std::string_view rule;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::vector<std::string> arguments;
  diagnostics::Help help = {};
};

/// The site's own names for intents (`formats:` of site.yaml), usable as style words.
using NamedFormats = std::map<std::string, IntentId, std::less<>>;

/// Whether `role` is one that parse_role reads.
bool is_value_role(std::string_view role);

/// The text of a role: "1.8e12 USD", "2015-10-05/2015-10-06 compact", "2 f abbr". `role` must be a value role.
std::variant<Phrase, NotationError> parse_role(std::string_view role, std::string_view text, const Units& units,
                                               const NamedFormats* formats = nullptr);

/// A fact as bulletin.yaml declares it; `style` is what follows the fact's id in the role ("bare", "words", …).
struct FactFields {
  std::string_view value;
  std::string_view unit;
  std::string_view qualifier;
  std::string_view style;
};

enum class FactField : std::uint8_t { value, unit, qualifier, style };

/// Offsets count inside the field that is wrong.
struct FactError {
  FactField field = FactField::value;
  NotationError error;
};

std::variant<Phrase, FactError> phrase_of_fact(const FactFields& fact, const Units& units,
                                               const NamedFormats* formats = nullptr);

/// 'more-than', 'nearly', 'about', 'up-to', 'at-least', 'less-than'; an empty word is exact.
std::optional<Qualifier> parse_qualifier(std::string_view word);

}  // namespace gaceta::localization
