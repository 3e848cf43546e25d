// A body as the comparison of languages needs it: a small tree of blocks, each with its words on one line and with what
// no language changes. Made from a body when two texts are compared, and dropped with it: nothing of it is kept for the
// edition. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "alignment/word_beginnings.hpp"
#include "content/body.hpp"
#include "markdown/document.hpp"
#include "model/span.hpp"

namespace gaceta::alignment {

/// Something in a text that a translation must say too.
enum class TokenKind : std::uint8_t {
  reference,  ///< the target, as written
  fact,       ///< its id
  figure,     ///< number with unit, ordinal, time: '53000000000 USD'
  date,       ///< EDTF
  country,    ///< ISO code
  note,       ///< the label of the note that is called
  picture,    ///< the file
  option,     ///< of a directive: its key
  mark,       ///< a word or key of the line of braces before a block
  // Only evidence of which blocks belong together: a translator may say it otherwise.
  term,
  link,
  code,
};

constexpr bool must_be_equal(TokenKind kind) {
  return kind < TokenKind::term;
}

struct Token {
  TokenKind kind;
  std::string value;
  model::Span span;
};

enum class BlockKind : std::uint8_t {
  heading,
  paragraph,
  picture,
  list,
  item,  ///< with its first paragraph
  quote,
  code,
  table,
  row,
  directive,
  string,  ///< of a directive's data file
  rule,
  note,  ///< with its first paragraph
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;     ///< heading
  bool is_ordered = false;    ///< list
  std::uint32_t columns = 0;  ///< row; table: of its header
  markdown::Index node = markdown::kNone;
  model::Span span;
  std::string path;    ///< of the data file, for strings; else empty: the text itself
  std::string anchor;  ///< its own, or the nearest one around it
  std::string name;    ///< directive: its name; note: its label; list, paragraph: number or anchor that its author gave
  std::string source;  ///< its Markdown on one line, white space collapsed; without what its children hold
  std::string prose;   ///< of that, only the words that are to be translated
  std::uint32_t words = 0;  ///< with its children
  std::vector<Token> tokens;
  std::vector<std::uint32_t> neutral;  ///< hashes of the tokens, sorted, with those of the children
  WordBeginnings beginnings;           ///< of its words and its children's
  std::vector<Block> children;
};

struct BlockTree {
  std::vector<Block> blocks;  ///< top level, in the order of the text
  std::vector<Block> notes;   ///< in the order of their definitions
};

/// The tree of `body`. With `reading`, figures are compared by what they mean (53e9 is 53000000000) and strings of data
/// files are part of the tree; without it figures are only evidence.
BlockTree block_tree(const content::Body& body, const content::Reading* reading);

/// Calls `visit` for each block of a list, parents first.
template <typename Blocks, typename Visit>
void for_each_block(Blocks& blocks, const Visit& visit) {
  for (auto& block : blocks) {
    visit(block);
    for_each_block(block.children, visit);
  }
}

}  // namespace gaceta::alignment
