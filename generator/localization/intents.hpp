// The table of intents: every way in which Gaceta prints a value. Roles, facts, blocks, table columns, template filters
// and the command line all name their intents from here, and nothing prints a value by another path.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gaceta::localization {

enum class IntentId : std::uint8_t {
#define INTENT(id, name, kind, summary) id,
#include "localization/intents.inc"
#undef INTENT
};

/// Which alternative of Value an intent prints.
enum class ValueKind : std::uint8_t { number, date, time, ordinal, country, list, words };

struct Intent {
  IntentId id;
  std::string_view name;  ///< "money/text"
  ValueKind kind;
  std::string_view summary;  ///< English, with an example; for the manual and --help
};

/// All intents, in the order of IntentId.
std::span<const Intent> intents();
const Intent& intent(IntentId id);
std::optional<IntentId> find_intent(std::string_view name);
/// The names, for suggestions.
std::vector<std::string_view> intent_names();
/// The role whose notation (notation.hpp) a value of that kind is written in; empty for words and lists, which no role
/// has.
std::string_view role_of(ValueKind kind);

}  // namespace gaceta::localization
