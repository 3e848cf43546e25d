// Diagnostics as text that can be read again by the same program: for what a build remembers. Not for people or other
// programs; those get the report.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace gaceta::diagnostics {

/// One line of JSON, without the end of the line.
std::string as_record(const Diagnostics& diagnostics);

/// Nothing if `record` is not one, or names a rule or help that the catalogue does not have.
std::optional<Diagnostics> from_record(std::string_view record);

}  // namespace gaceta::diagnostics
