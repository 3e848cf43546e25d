// A file that was put, and what publishing found out about it. Values only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "publishing/hash.hpp"

namespace gaceta::publishing {

struct Page {
  /// What stood in its place before.
  enum class Before {
    nothing,
    published,  ///< a file of the last build, edited or not
    respelled,  ///< a file of the last build whose name differs, which only a case-insensitive disk calls the same
    foreign,    ///< a file, link or else that the last build did not write
    directory,
  };
  enum class Fate { unchanged, staged };

  std::string path;
  Hash hash;
  std::uint64_t size = 0;        ///< bytes
  std::int64_t modified_ns = 0;  ///< of the file in place or staged
  Before before = Before::nothing;
  Fate fate = Fate::unchanged;
};

using Pages = std::vector<Page>;

}  // namespace gaceta::publishing
