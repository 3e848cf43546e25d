// The pairing of two lists of blocks at least cost: a pair costs the more the less its blocks agree, a block alone
// costs 1. Pure; any thread.
#pragma once

#include <vector>

#include "alignment/block_tree.hpp"

namespace gaceta::alignment {

/// Blocks of two trees that belong together; one may be null, never both. Points into the trees.
struct BlockPair {
  const Block* left = nullptr;
  const Block* right = nullptr;
  std::vector<BlockPair> children;
};

/// Pairs two lists and what their blocks hold. Time grows with length × differences, never beyond a fixed bound per
/// list.
std::vector<BlockPair> match(const std::vector<Block>& left, const std::vector<Block>& right);

/// What it costs to say that two blocks belong together: 0 when everything agrees; above 2 when they cannot.
float cost(const Block& left, const Block& right);

/// Calls `visit` for each pair, parents first.
template <typename Visit>
void for_each_pair(const std::vector<BlockPair>& pairs, const Visit& visit) {
  for (const BlockPair& pair : pairs) {
    visit(pair);
    for_each_pair(pair.children, visit);
  }
}

}  // namespace gaceta::alignment
