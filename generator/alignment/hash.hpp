// A hash that is the same everywhere. Internal to the alignment.
#pragma once

#include <cstdint>
#include <string_view>

namespace gaceta::alignment {

/// FNV-1a, 32 bits.
inline std::uint32_t hash(std::string_view text, std::uint32_t seed = 0) {
  std::uint32_t value = 2166136261U ^ seed;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
  return value;
}

}  // namespace gaceta::alignment
