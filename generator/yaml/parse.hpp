// From YAML text to a Node: the only door to yaml-cpp. One document per text; no tags; anchors and aliases within
// bounds. Not a validator of shapes: that is fields.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "yaml/node.hpp"

namespace gaceta::yaml {

/// Parses `text` (valid UTF-8), which begins at line `first_line` of `path`: 1 for a whole file, 2 for front matter.
/// An empty text is a null node. Every mistake is an error in `diagnostics`; syntax errors, and whatever would make the
/// value too deep or too large, give no node; after a duplicate key the first value stays and parsing goes on.
/// Throws nothing; any thread.
std::optional<Node> parse(std::string_view text, std::string_view path, std::uint32_t first_line,
                          diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::yaml
