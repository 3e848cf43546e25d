// Memory for cmark's trees: each thread has blocks that it fills from the front and starts over for the next text. A
// tree is thousands of small allocations that die together, and cmark's own arena is one for the whole process. Not
// part of the room's door.
#pragma once

#include <cmark-gfm.h>

namespace gaceta::markdown {

/// The allocator to give to cmark on any thread, inside an ArenaScope.
cmark_mem* arena_memory();

/// While one lives, what cmark allocates on this thread stays; when the outermost ends, all of it is gone at once.
class ArenaScope {
 public:
  ArenaScope();
  ~ArenaScope();
  ArenaScope(const ArenaScope&) = delete;
  ArenaScope& operator=(const ArenaScope&) = delete;
};

}  // namespace gaceta::markdown
