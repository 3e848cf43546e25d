// Looking for rare bytes in long texts, many bytes at once. Pure; any thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gaceta::text {

/// Sixteen bytes at once: an extension that GCC and Clang share. Comparing gives 0 or 0xFF for each byte.
using ByteBlock = unsigned char __attribute__((vector_size(16)));

inline ByteBlock load_block(const char* bytes) {
  ByteBlock block;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

/// All of `size` bytes, some of them twice; from kFewest on, fewer than a block.
inline constexpr std::size_t kFewest = 4;
inline ByteBlock load_few(const char* bytes, std::size_t size) {
  std::array<char, sizeof(ByteBlock)> block;
  if (size >= 8) {
    std::memcpy(block.data(), bytes, 8);
    std::memcpy(block.data() + 8, bytes + size - 8, 8);
  } else {
    std::memcpy(block.data(), bytes, 4);
    std::memcpy(block.data() + 4, bytes + size - 4, 4);
    std::memcpy(block.data() + 8, block.data(), 8);
  }
  return load_block(block.data());
}

/// Whether any byte of the result of a comparison is set.
template <typename Compared>
bool any_of(const Compared& compared) {
  static_assert(sizeof compared == sizeof(ByteBlock));
  std::array<std::uint64_t, 2> halves;
  std::memcpy(&halves, &compared, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/// Where the first byte from `from` on is for which `is_wanted` holds; the size of `bytes` if there is none.
/// `is_wanted` takes an unsigned char, or a ByteBlock, which it judges byte by byte: so it is `(auto c)` and made of
/// comparisons, arithmetic and `|`, `&` (no `||`, `&&`, tables or branches). Only in a block that holds a wanted byte
/// it is looked for one by one.
template <typename IsWanted>
std::size_t find_byte(std::string_view bytes, std::size_t from, const IsWanted& is_wanted) {
  constexpr std::size_t kBlock = sizeof(ByteBlock);
  const auto any_in = [&](std::size_t start) { return any_of(is_wanted(load_block(bytes.data() + start))); };
  const std::size_t end = bytes.size();
  std::size_t i = from;
  while (i + kBlock <= end && !any_in(i)) i += kBlock;
  if (end - from >= kBlock) {
    // The rest is shorter than a block: judged together with bytes before it, which are known to be others.
    if (end - i < kBlock && !any_in(end - kBlock)) return end;
  } else if (end - from >= kFewest && !any_of(is_wanted(load_few(bytes.data() + from, end - from)))) {
    return end;
  }
  while (i < end && !is_wanted(static_cast<unsigned char>(bytes[i]))) ++i;
  return i;
}

/// The same for a byte together with the one behind it: `is_wanted(c, next)`. Behind the last byte stands a NUL.
template <typename IsWanted>
std::size_t find_pair(std::string_view bytes, std::size_t from, const IsWanted& is_wanted) {
  constexpr std::size_t kBlock = sizeof(ByteBlock);
  const auto any_in = [&](std::size_t start) {
    return any_of(is_wanted(load_block(bytes.data() + start), load_block(bytes.data() + start + 1)));
  };
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(i < bytes.size() ? bytes[i] : '\0'); };
  const std::size_t end = bytes.size();
  std::size_t i = from;
  while (i + kBlock < end && !any_in(i)) i += kBlock;
  const bool is_rest = end - i <= kBlock && end - from > kBlock;
  if (is_rest && !any_in(end - 1 - kBlock)) i = end - 1;
  while (i < end && !is_wanted(at(i), at(i + 1))) ++i;
  return i;
}

/// How many of the eight bytes at `bytes` are part of a word before the first that is not: ASCII letters and digits,
/// and all beyond ASCII. All are judged at once, each in its own byte of a number: most words of a text are no longer,
/// and end where nobody can foresee.
inline std::size_t count_in_word(const char* bytes) {
  constexpr std::uint64_t kEach = 0x0101010101010101, kHigh = 0x80 * kEach;
  std::uint64_t all = 0;
  std::memcpy(&all, bytes, sizeof all);
  const std::uint64_t low = all & ~kHigh;
  const std::uint64_t folded = low | (0x20 * kEach);
  const auto at_least = [](std::uint64_t each, unsigned char c) { return each + (0x80U - c) * kEach; };
  const std::uint64_t letters = at_least(folded, 'a') & ~at_least(folded, 'z' + 1);
  const std::uint64_t digits = at_least(low, '0') & ~at_least(low, '9' + 1);
  const std::uint64_t others = ~(letters | digits | all) & kHigh;
  const bool is_little = std::endian::native == std::endian::little;
  return static_cast<std::size_t>(is_little ? std::countr_zero(others) : std::countl_zero(others)) / 8;
}

}  // namespace gaceta::text
