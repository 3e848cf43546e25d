// Which block of a text says the same as which block of its translation. Decided by structure and by what no language
// changes (references, facts, figures, dates, labels, names, length, how words begin), never by what words mean; so it
// holds for any two languages. A block that only one text has stays alone, and the others keep their partners. Not a
// check: it judges nothing. Pure functions; any thread.
#pragma once

#include <optional>
#include <vector>

#include "content/body.hpp"
#include "markdown/document.hpp"

namespace gaceta::alignment {

/// A block of a body: a node of its document.
struct BlockRef {
  markdown::Index node = markdown::kNone;

  friend bool operator==(const BlockRef&, const BlockRef&) = default;
};

/// Two blocks that belong together, or one that has no partner: at least one side is there. `children` pairs what the
/// two hold (items of a list, rows of a table, blocks of a quotation, of an item or of a note, behind its first
/// paragraph); empty for blocks that hold none and for a block that is alone.
struct Pair {
  std::optional<BlockRef> left, right;
  std::vector<Pair> children;
};

/// Every block at the top level of `a` and of `b` exactly once, in the order of both texts: blocks first, then notes. A
/// block without partner stands behind the one that it follows in its own text; of several in one place, those of `a`
/// come first.
std::vector<Pair> align(const content::Body& a, const content::Body& b);

}  // namespace gaceta::alignment
