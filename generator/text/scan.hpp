// Looking for rare bytes in long texts, many bytes at once. Pure; any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace gaceta::text {

/// Where the first byte from `from` on is for which `is_wanted` holds; the size of `bytes` if there is none.
/// `is_wanted` takes an unsigned char and must have no branch (write | and & for || and &&): whole blocks are then
/// judged by a few vector instructions, and only a block that holds a wanted byte is searched one by one.
template <typename IsWanted>
std::size_t find_byte(std::string_view bytes, std::size_t from, const IsWanted& is_wanted) {
  constexpr std::size_t kBlock = 32;  // more than the compiler takes apart before it thinks of vectors
  const auto at = [data = bytes.data()](std::size_t index) { return static_cast<unsigned char>(data[index]); };
  std::size_t i = from;
  for (; i + kBlock <= bytes.size(); i += kBlock) {
    unsigned char any = 0;
    for (std::size_t k = 0; k < kBlock; ++k) any |= static_cast<unsigned char>(is_wanted(at(i + k)));
    if (any != 0) break;
  }
  while (i < bytes.size() && !is_wanted(at(i))) ++i;
  return i;
}

}  // namespace gaceta::text
