// A translation beside its source, aligned: what the comparisons of languages look at. Borrowed for one call.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "alignment/block_tree.hpp"
#include "alignment/match.hpp"
#include "content/text_inspector.hpp"
#include "diagnostics/diagnostic.hpp"

namespace gaceta::checks {

struct Side {
  const content::InspectedText& text;
  alignment::BlockTree tree;

  const std::string& path() const { return text.loaded.text.path; }
  /// "en.md": how messages name the file.
  std::string_view file() const { return std::string_view(path()).substr(path().rfind('/') + 1); }
  /// In the text, or in the data file that the block comes from.
  diagnostics::Place place(const alignment::Block& block, const model::Span& span) const {
    return model::place(block.path.empty() ? path() : block.path, span);
  }
  diagnostics::Place place(const alignment::Block& block) const { return place(block, block.span); }
};

/// Pairs have the source on the left. They point into the trees, so this is neither copied nor moved.
struct TwoTexts {
  TwoTexts(const content::InspectedText& source_text, const content::InspectedText& translated_text)
      : source{source_text, alignment::block_tree(source_text.body, &source_text.reading)},
        translation{translated_text, alignment::block_tree(translated_text.body, &translated_text.reading)},
        blocks(alignment::match(source.tree.blocks, translation.tree.blocks)),
        notes(alignment::match(source.tree.notes, translation.tree.notes)) {}
  TwoTexts(const TwoTexts&) = delete;
  TwoTexts& operator=(const TwoTexts&) = delete;

  const Side source, translation;
  const std::vector<alignment::BlockPair> blocks, notes;
};

/// Strings of a data file that stand once for both languages: there is nothing to translate in them.
inline bool is_shared(const alignment::BlockPair& pair) {
  return pair.left != nullptr && pair.right != nullptr && !pair.left->path.empty() &&
         pair.left->path == pair.right->path && pair.left->span == pair.right->span;
}

/// "en.md:34:1", in the words of a message.
std::string location(const diagnostics::Place& place);

}  // namespace gaceta::checks
