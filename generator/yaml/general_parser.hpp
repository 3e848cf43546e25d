// All of YAML that Gaceta takes, through yaml-cpp, and the explanations of what is wrong. Not part of the room's door:
// only parse.cpp uses it (and the tests that compare it with the everyday subset).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "yaml/node.hpp"

namespace gaceta::yaml {

/// As yaml::parse, for a text without a byte-order mark. Any thread.
std::optional<Node> parse_general(std::string_view text, std::string_view path, std::uint32_t first_line,
                                  diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::yaml
