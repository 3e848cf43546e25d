#include "alignment/align.hpp"

#include <iterator>

#include "alignment/block_tree.hpp"
#include "alignment/match.hpp"

namespace gaceta::alignment {
namespace {

std::optional<BlockRef> reference_to(const Block* block) {
  return block != nullptr ? std::optional(BlockRef{block->node}) : std::nullopt;
}

std::vector<Pair> pairs_of(const std::vector<BlockPair>& found) {
  std::vector<Pair> pairs;
  pairs.reserve(found.size());
  for (const BlockPair& one : found) {
    pairs.push_back({reference_to(one.left), reference_to(one.right), pairs_of(one.children)});
  }
  return pairs;
}

}  // namespace

std::vector<Pair> align(const content::Body& a, const content::Body& b) {
  const BlockTree left = block_tree(a, nullptr);
  const BlockTree right = block_tree(b, nullptr);
  std::vector<Pair> pairs = pairs_of(match(left.blocks, right.blocks));
  std::vector<Pair> notes = pairs_of(match(left.notes, right.notes));
  pairs.insert(pairs.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
  return pairs;
}

}  // namespace gaceta::alignment
