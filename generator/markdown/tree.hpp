// What cmark's C functions answer, as C++ values. Not part of the room's door.
#pragma once

#include <cmark-gfm.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace gaceta::markdown {

inline std::string_view view(const char* text) {
  return text != nullptr ? std::string_view(text) : std::string_view();
}

/// A line as cmark counts, from 1, as an index.
inline std::size_t index_of(int line) {
  return line > 0 ? static_cast<std::size_t>(line) - 1 : 0;
}

/// The byte of its first line at which `node` begins, from 1.
inline std::uint32_t column_of(cmark_node* node) {
  return static_cast<std::uint32_t>(std::max(cmark_node_get_start_column(node), 1));
}

}  // namespace gaceta::markdown
