// The bytes around the words of a link, found again in the source: what cmark has parsed is parsed a second time only
// to know where it stands. Offsets are into one block's content. Not part of the room's door.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gaceta::markdown {

/// A piece of a text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What follows the ']' of a link or image.
struct LinkTail {
  std::size_t end;                  ///< behind the whole link
  std::optional<Span> destination;  ///< absent where the link names a definition
};

/// The tail at `offset`, which is behind the ']': `(destination "title")`, `[label]`, or nothing.
LinkTail link_tail(std::string_view text, std::size_t offset);

/// The length of the link definitions (`[label]: destination "title"`) with which `text` begins.
std::size_t definitions_length(std::string_view text);

}  // namespace gaceta::markdown
