// Walks through one block's content in step with cmark's inline nodes, in document order, so that each node's bytes are
// known. Where the two disagree (an entity that this file does not know, a bug on either side) it finds the way back at
// the next text that both have; no place is then worse than somewhere in the same block.
// Not part of the room's door.
#pragma once

#include <cstddef>
#include <string_view>

#include "markdown/link_syntax.hpp"

namespace gaceta::markdown {

class Cursor {
 public:
  explicit Cursor(std::string_view content) : content_(content) {}

  [[nodiscard]] std::size_t offset() const { return offset_; }
  /// The byte at the cursor, or 0 at the end.
  [[nodiscard]] char peek() const { return offset_ < content_.size() ? content_[offset_] : '\0'; }

  /// Each of these moves behind what it names and says where that stood.
  Span text(std::string_view literal);         ///< with escapes and entities resolved
  Span line_break();                           ///< with the white space around it
  Span raw(std::string_view literal);          ///< byte for byte: HTML
  Span run(char delimiter, std::size_t most);  ///< up to `most` of the same byte
  Span until(char end);                        ///< up to the byte `end`, without it

  /// A code span; `inner` is what stands between the backticks, without the one space that is stripped at both ends.
  struct Code {
    Span whole;
    Span inner;
  };
  Code code();

  /// The tail of a link whose words end at the cursor, with the ']'.
  LinkTail link_end();

 private:
  [[nodiscard]] std::size_t entity(std::string_view literal, std::size_t& at) const;
  bool find_again(std::string_view literal);

  std::string_view content_;
  std::size_t offset_ = 0;
};

}  // namespace gaceta::markdown
