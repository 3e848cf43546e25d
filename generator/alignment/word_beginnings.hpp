// How the words of a block begin: what tells which blocks of two languages belong together where no figure does. Plain
// values; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gaceta::alignment {

/// The set of how words begin, as bits. Related languages share beginnings (comercio, commerce), all share names and
/// numbers: Simard, Foster and Isabelle 1992 found that enough to align texts.
struct WordBeginnings {
  static constexpr std::size_t kBits = 4096;
  std::array<std::uint64_t, kBits / 64> bits{};

  std::uint32_t count = 0;  ///< of the bits that are set
  /// Which those are, as long as there are no more: a block has few words, and need not be gone through bit by bit.
  static constexpr std::size_t kListed = 64;
  std::array<std::uint16_t, kListed> listed{};

  [[nodiscard]] bool has(std::uint32_t bit) const { return (bits[bit / 64] >> (bit % 64) & 1U) != 0; }
  void add(std::uint32_t hash) {
    const std::uint32_t bit = hash % kBits;
    if (has(bit)) return;
    bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
    if (count < kListed) listed[count] = static_cast<std::uint16_t>(bit);
    ++count;
  }
  void add(const WordBeginnings& other);
  /// Adds those of `text`: of its long words and numbers. How many words it has.
  std::uint32_t add_words(std::string_view text);
  [[nodiscard]] std::size_t shared_with(const WordBeginnings& other) const;
};

}  // namespace gaceta::alignment
