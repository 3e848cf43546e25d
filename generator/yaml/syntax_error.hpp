// What yaml-cpp's terse complaint means for somebody who edits the file: the rule, the place, the advice.
// Not part of the room's door: only parse.cpp uses it.
#pragma once

#include <yaml-cpp/exceptions.h>

#include "diagnostics/diagnostic.hpp"
#include "yaml/tree_builder.hpp"

namespace gaceta::yaml {

/// The diagnostic for `exception`, which ended the parsing of `source` when `builder` had got that far.
diagnostics::Diagnostic explain(const YAML::ParserException& exception, const Source& source,
                                const TreeBuilder& builder);

}  // namespace gaceta::yaml
