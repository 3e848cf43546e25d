// The input of a case ("{value: 53e9, unit: USD}") as a value with options. Internal to the room.
#pragma once

#include <optional>
#include <string_view>

#include "localization/units.hpp"
#include "localization/value.hpp"
#include "yaml/node.hpp"

namespace gaceta::localization {

/// The phrase that `input` means for `intent` in `language` (lists may differ by language: items_es, items_en). Nothing
/// when something in it is wrong; that is reported at its place.
std::optional<Phrase> read_case_input(const yaml::Node& input, IntentId intent, std::string_view language,
                                      const Units& units, std::string_view path, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::localization
