// The style words of roles: what may follow a value, and which intent each word means. Internal to the room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "localization/notation.hpp"

namespace gaceta::localization {

/// Which style words a value may have.
enum class Group : std::uint8_t { plain, percent, points, money, count, year, date, time, ordinal, country };

/// The word that makes the first letter a capital, whatever the value.
inline constexpr std::string_view kCapital = "capital";

/// The words that `group` knows, for suggestions.
std::vector<std::string> style_words(Group group, const NamedFormats* formats);
/// What `word` means after a value of `group`; the site's own names come after the built-in ones.
std::optional<IntentId> style_intent(Group group, std::string_view word, const NamedFormats* formats);
/// The nearest of `words`, or all of them.
diagnostics::Help suggestion(std::string_view typed, const std::vector<std::string>& words);

}  // namespace gaceta::localization
