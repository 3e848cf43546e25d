// A pairing as a string of bytes: found when the languages of a bulletin are compared, put aside with the translation,
// and taken up again for the page that shows both. Only for the process that made it: the form is no promise.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "alignment/align.hpp"
#include "alignment/match.hpp"

namespace gaceta::alignment {

/// Of what match() found: the blocks of two documents. Strings of data files are left out.
std::string pack(const std::vector<BlockPair>& blocks, const std::vector<BlockPair>& notes);

/// Which side of the packed pairs becomes the left one.
enum class Left { left, right };

/// The pairs that pack() has packed, in the order that align() promises.
std::vector<Pair> unpack(std::string_view packed, Left left);

}  // namespace gaceta::alignment
