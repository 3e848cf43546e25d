// Footnotes of a whole document: each reference finds its definition. Not part of the room's door.
#pragma once

#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "markdown/builder.hpp"

namespace gaceta::markdown {

/// Links every footnote_reference to its definition; reports what is undefined, defined twice or never used. Labels are
/// equal without regard to case.
void connect_footnotes(Builder& builder, std::string_view path, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::markdown
