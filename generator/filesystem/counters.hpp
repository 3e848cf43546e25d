// Counts that many threads add to; shared by a folder and the folders opened below it.
#pragma once

#include <atomic>
#include <cstddef>

#include "filesystem/folder.hpp"

namespace gaceta::filesystem {

struct Counters {
  using Counter = std::atomic<std::size_t>;
  Counter opened{0}, looked_at{0}, listed{0}, created{0}, written{0}, renamed{0}, removed{0}, directories{0};

  Counts now() const {
    return {.opened = opened,
            .looked_at = looked_at,
            .listed = listed,
            .created = created,
            .written = written,
            .renamed = renamed,
            .removed = removed,
            .directories = directories};
  }
};

/// Adds one; the order in which threads see it does not matter.
inline void count(Counters::Counter& counter) {
  counter.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace gaceta::filesystem
