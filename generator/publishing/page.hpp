// A file that was put, and what publishing found out about it. Values only; the bytes of the path belong to whoever
// made it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "publishing/hash.hpp"

namespace gaceta::publishing {

struct Page {
  /// What stood in its place before.
  enum class Before : std::uint8_t {
    nothing,
    published,  ///< a file of the last build, edited or not
    respelled,  ///< a file of the last build whose name differs, which only a case-insensitive disk calls the same
    foreign,    ///< a file, link or else that the last build did not write
    directory,
  };
  enum class Fate : std::uint8_t { unchanged, staged };

  std::string_view path;
  Hash hash;
  std::uint64_t size = 0;        ///< bytes
  std::int64_t modified_ns = 0;  ///< of the file in place or staged
  Before before = Before::nothing;
  Fate fate = Fate::unchanged;
};

using Pages = std::vector<Page>;

}  // namespace gaceta::publishing
