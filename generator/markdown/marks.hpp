// A line of braces before a block: {#anchor word key="value"}. Not part of the room's door.
#pragma once

#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "markdown/document.hpp"
#include "markdown/parse.hpp"

namespace gaceta::markdown {

/// Whether `line` is nothing but one group of braces.
bool is_mark_line(std::string_view line);

/// Adds what `line`, a mark line whose first byte stands at `start`, says to `marks`. Mistakes are reported.
void read_marks(std::string_view line, Position start, std::string_view path, const Options& options, Marks& marks,
                diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::markdown
