#include "markdown/arena.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <vector>

// Each allocation is preceded by its size, which realloc needs; free does nothing. Blocks are kept between texts, up to
// kMostKept bytes per thread. cmark expects memory that is never null: operator new throws instead, through C frames
// that hold nothing, as cmark's own allocator would end the process.

namespace gaceta::markdown {
namespace {

constexpr std::size_t kBlock = 256 * 1024;
constexpr std::size_t kMostKept = 4 * 1024 * 1024;
constexpr std::size_t kAlignment = alignof(std::max_align_t);
constexpr std::size_t kHeader = kAlignment;

struct Block {
  std::unique_ptr<std::byte[]> bytes;
  std::size_t size;
};

class Arena {
 public:
  void* allocate(std::size_t size) {
    const std::size_t needed = kHeader + (size + kAlignment - 1) / kAlignment * kAlignment;
    if (blocks_.empty() || needed > blocks_[current_].size - used_) next_block(needed);
    std::byte* start = blocks_[current_].bytes.get() + used_;
    used_ += needed;
    std::memcpy(start, &size, sizeof size);
    return start + kHeader;
  }

  static std::size_t size_of(const void* pointer) {
    std::size_t size;
    std::memcpy(&size, static_cast<const std::byte*>(pointer) - kHeader, sizeof size);
    return size;
  }

  void reset() {
    std::size_t kept = 0;
    const auto first_dropped = std::find_if(blocks_.begin(), blocks_.end(), [&kept](const Block& block) {
      kept += block.size;
      return kept > kMostKept;
    });
    blocks_.erase(first_dropped, blocks_.end());
    current_ = 0;
    used_ = 0;
  }

  int scopes = 0;

 private:
  void next_block(std::size_t needed) {
    if (!blocks_.empty()) ++current_;
    if (current_ >= blocks_.size() || blocks_[current_].size < needed) {
      const std::size_t size = std::max(needed, kBlock);
      blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(current_),
                     {std::make_unique_for_overwrite<std::byte[]>(size), size});
    }
    used_ = 0;
  }

  std::vector<Block> blocks_;
  std::size_t current_ = 0;
  std::size_t used_ = 0;
};

Arena& arena() {
  thread_local Arena arena;
  return arena;
}

void* arena_calloc(std::size_t count, std::size_t size) {
  void* memory = arena().allocate(count * size);
  std::memset(memory, 0, count * size);
  return memory;
}

void* arena_realloc(void* old, std::size_t size) {
  if (old != nullptr && Arena::size_of(old) >= size) return old;
  void* memory = arena().allocate(size);
  if (old != nullptr) std::memcpy(memory, old, Arena::size_of(old));
  return memory;
}

void arena_free(void*) {}

}  // namespace

cmark_mem* arena_memory() {
  static cmark_mem memory = {arena_calloc, arena_realloc, arena_free};
  return &memory;
}

ArenaScope::ArenaScope() {
  ++arena().scopes;
}

ArenaScope::~ArenaScope() {
  if (--arena().scopes == 0) arena().reset();
}

}  // namespace gaceta::markdown
