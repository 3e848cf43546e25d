// A list is the number of its pairs and the pairs; a pair is its two nodes, each 0 or one more than its index, and the
// list of its children. Blocks come first, then notes.
#include "alignment/pairing.hpp"

#include <algorithm>
#include <iterator>

#include "text/varint.hpp"

namespace gaceta::alignment {
namespace {

using markdown::kNone;

bool is_in_a_document(const Block* block) {
  return block != nullptr && block->node != kNone;
}

bool is_packed(const BlockPair& pair) {
  return is_in_a_document(pair.left) || is_in_a_document(pair.right);
}

void append_node(std::string& out, const Block* block) {
  text::append_varint(out, is_in_a_document(block) ? std::uint64_t{block->node} + 1 : 0);
}

void append(std::string& out, const std::vector<BlockPair>& pairs) {
  text::append_varint(out, static_cast<std::uint64_t>(std::count_if(pairs.begin(), pairs.end(), is_packed)));
  for (const BlockPair& pair : pairs) {
    if (!is_packed(pair)) continue;
    append_node(out, pair.left);
    append_node(out, pair.right);
    append(out, pair.children);
  }
}

class Reader {
 public:
  Reader(std::string_view bytes, Left left) : at_(bytes.data()), end_(at_ + bytes.size()), left_(left) {}

  std::vector<Pair> list() {
    std::vector<Pair> pairs(std::min(text::take_varint(at_, end_), static_cast<std::uint64_t>(end_ - at_)));
    for (Pair& pair : pairs) {
      (left_ == Left::left ? pair.left : pair.right) = node();
      (left_ == Left::left ? pair.right : pair.left) = node();
      pair.children = list();
    }
    if (left_ == Left::right) restore_order(pairs);
    return pairs;
  }

 private:
  std::optional<BlockRef> node() {
    const std::uint64_t value = text::take_varint(at_, end_);
    if (value == 0) return std::nullopt;
    return BlockRef{static_cast<markdown::Index>(value - 1)};
  }

  /// Of several blocks without partner in one place, those of the left text come first.
  static void restore_order(std::vector<Pair>& pairs) {
    const auto is_pair = [](const Pair& pair) { return pair.left && pair.right; };
    for (auto begin = pairs.begin(); begin != pairs.end();) {
      const auto end = std::find_if(begin, pairs.end(), is_pair);
      std::stable_partition(begin, end, [](const Pair& pair) { return pair.left.has_value(); });
      begin = std::find_if_not(end, pairs.end(), is_pair);
    }
  }

  const char* at_;
  const char* end_;
  Left left_;
};

}  // namespace

std::string pack(const std::vector<BlockPair>& blocks, const std::vector<BlockPair>& notes) {
  std::string out;
  append(out, blocks);
  append(out, notes);
  return out;
}

std::vector<Pair> unpack(std::string_view packed, Left left) {
  Reader reader(packed, left);
  std::vector<Pair> pairs = reader.list();
  std::vector<Pair> notes = reader.list();
  pairs.insert(pairs.end(), std::make_move_iterator(notes.begin()), std::make_move_iterator(notes.end()));
  return pairs;
}

}  // namespace gaceta::alignment
