// The everyday part of YAML, read in one pass: some twenty times quicker than the general parser, and strict. Not part
// of the room's door: only parse.cpp uses it. What it does not know for certain, it leaves alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "yaml/node.hpp"

namespace gaceta::yaml {

/// Reads `text` (valid UTF-8 without control characters but line feeds) if all of it is in the everyday part: block
/// maps and lists, flow maps and lists, scalars on one line (plain or quoted), '|' and '>' without indicators but '-',
/// and comments. Nothing is returned for anything else, and for every mistake: a duplicate key, an anchor, a tab, a
/// scalar over two lines. The caller then asks the general parser, which gives the same nodes and positions for what is
/// read here (tests compare the two), and explains the mistakes. Any thread.
std::optional<Node> read_plain_subset(std::string_view text, std::uint32_t first_line);

}  // namespace gaceta::yaml
