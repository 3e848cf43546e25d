// Looking for rare bytes in long texts, many bytes at once. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace gaceta::text {

/// Where the first byte from `from` on is for which `is_wanted` holds; the size of `bytes` if there is none.
/// `is_wanted` takes an unsigned char, or a vector of them, which it judges each by itself: so it is `(auto c)` and
/// made of comparisons, arithmetic and `|`, `&` (no `||`, `&&`, tables or branches). Sixteen bytes are judged by a few
/// instructions; only where one of them is wanted it is looked for one by one.
template <typename IsWanted>
std::size_t find_byte(std::string_view bytes, std::size_t from, const IsWanted& is_wanted) {
  using Block = unsigned char __attribute__((vector_size(16)));  // an extension of GCC and Clang
  const auto any_in = [&](std::size_t start) {
    Block block;
    std::memcpy(&block, bytes.data() + start, sizeof block);
    const auto found = is_wanted(block);  // each byte 0 or 0xFF
    std::array<std::uint64_t, 2> halves;
    std::memcpy(&halves, &found, sizeof halves);
    return (halves[0] | halves[1]) != 0;
  };
  const std::size_t end = bytes.size();
  std::size_t i = from;
  while (i + sizeof(Block) <= end && !any_in(i)) i += sizeof(Block);
  // The rest is shorter than a block: judged once more with bytes before it, which are known to be others.
  const bool is_rest = end - i < sizeof(Block) && end - from >= sizeof(Block);
  if (is_rest && !any_in(end - sizeof(Block))) return end;
  while (i < end && !is_wanted(static_cast<unsigned char>(bytes[i]))) ++i;
  return i;
}

}  // namespace gaceta::text
