// Which thing an id names. A large site looks up millions of ids, and each lookup waits for memory: so one look at a
// slot, which has part of the hash, and one at the id itself.
//
// Threads: find() from any, once all are in.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace gaceta::catalog {

/// `Index`: an enumeration of 32 bits. The ids themselves are the caller's, and outlive the index.
template <typename Index>
class IdIndex {
 public:
  /// What is called `id` already, if anything is; otherwise it is `index` from now on.
  std::optional<Index> insert(std::string_view id, Index index) {
    if ((ids_.size() + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[find_slot(id, hash(id))];
    if (slot.entry != 0) return ids_[slot.entry - 1].index;
    ids_.push_back({id, index});
    slot = {static_cast<std::uint32_t>(hash(id) >> kTagShift), static_cast<std::uint32_t>(ids_.size())};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Index> find(std::string_view id) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[find_slot(id, hash(id))];
    return slot.entry != 0 ? std::optional(ids_[slot.entry - 1].index) : std::nullopt;
  }

 private:
  static constexpr int kTagShift = 32;

  struct Entry {
    std::string_view id;
    Index index{};
  };
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t entry = 0;  ///< position in ids_ + 1; 0: free
  };

  static std::uint64_t hash(std::string_view id) { return std::hash<std::string_view>{}(id); }

  /// Where `id` is, or the free slot where it would be: the next ones are tried in turn, and half of all are free.
  [[nodiscard]] std::size_t find_slot(std::string_view id, std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    const auto tag = static_cast<std::uint32_t>(hash >> kTagShift);
    std::size_t at = static_cast<std::size_t>(hash) & mask;
    for (;; at = (at + 1) & mask) {
      const Slot& slot = slots_[at];
      if (slot.entry == 0 || (slot.tag == tag && ids_[slot.entry - 1].id == id)) return at;
    }
  }

  void grow() {
    std::vector<Slot> slots(std::bit_ceil(ids_.size() * 4 + 16));
    slots_.swap(slots);
    for (const Slot& slot : slots) {
      if (slot.entry != 0) slots_[find_slot(ids_[slot.entry - 1].id, hash(ids_[slot.entry - 1].id))] = slot;
    }
  }

  std::vector<Entry> ids_;
  std::vector<Slot> slots_;  ///< a power of two
};

}  // namespace gaceta::catalog
