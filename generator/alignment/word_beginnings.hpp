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

  void add(std::uint32_t hash) {
    std::uint64_t& word = bits[hash / 64 % bits.size()];
    count += (word >> (hash % 64) & 1U) == 0;
    word |= std::uint64_t{1} << (hash % 64);
  }
  void add(const WordBeginnings& other);
  /// Adds those of `text`: of its long words and numbers. How many words it has.
  std::uint32_t add_words(std::string_view text);
  [[nodiscard]] std::size_t shared_with(const WordBeginnings& other) const;
};

}  // namespace gaceta::alignment
