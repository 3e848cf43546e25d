// Numbers of any size as few bytes, for what is put aside and read again: seven bits a byte, the lowest first, the top
// bit says that more follow (LEB128). Pure; any thread.
#pragma once

#include <cstdint>
#include <string>

namespace gaceta::text {

inline void append_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

/// Takes a number off the front of what lies between `at` and `end`. Where the bytes end too early, what is missing
/// counts as 0; more bytes than a number can have are left for whoever reads next.
inline std::uint64_t take_varint(const char*& at, const char* end) {
  if (at == end) return 0;
  std::uint64_t value = static_cast<unsigned char>(*at++);
  if (value < 0x80) return value;
  value &= 0x7F;
  for (unsigned shift = 7; shift < 64 && at != end; shift += 7) {
    const auto next = static_cast<unsigned char>(*at++);
    value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
    if (next < 0x80) break;
  }
  return value;
}

/// The same of bytes that are known to be whole.
inline std::uint64_t take_varint(const char*& at) {
  std::uint64_t value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
}

}  // namespace gaceta::text
