#include "text/utf8.hpp"

#include <cstring>

namespace gaceta::text {
namespace {

bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

/// Length of the well-formed sequence at the start of `bytes`, or 0 (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view bytes) {
  auto at = [&](std::size_t index) { return static_cast<unsigned char>(bytes[index]); };
  const unsigned char first = at(0);
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return bytes.size() >= 2 && is_continuation(at(1)) ? 2 : 0;
  if (first < 0xF0) {
    if (bytes.size() < 3 || !is_continuation(at(1)) || !is_continuation(at(2))) return 0;
    if (first == 0xE0 && at(1) < 0xA0) return 0;
    if (first == 0xED && at(1) > 0x9F) return 0;
    return 3;
  }
  if (first > 0xF4) return 0;
  if (bytes.size() < 4 || !is_continuation(at(1)) || !is_continuation(at(2)) || !is_continuation(at(3))) return 0;
  if (first == 0xF0 && at(1) < 0x90) return 0;
  if (first == 0xF4 && at(1) > 0x8F) return 0;
  return 4;
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view bytes) {
  std::size_t offset = 0;
  while (offset < bytes.size()) {
    // Eight ASCII bytes at a time: most of what editors write.
    while (offset + 8 <= bytes.size()) {
      std::uint64_t word;
      std::memcpy(&word, bytes.data() + offset, sizeof word);
      if ((word & 0x8080808080808080u) != 0) break;
      offset += 8;
    }
    if (offset == bytes.size()) break;
    const std::size_t length = sequence_length(bytes.substr(offset));
    if (length == 0) return offset;
    offset += length;
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view bytes, std::size_t& offset) {
  auto at = [&](std::size_t index) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[index])); };
  const char32_t first = at(offset++);
  if (first < 0x80) return first;
  const int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t value = first & (0x3Fu >> more);
  for (int i = 0; i < more && offset < bytes.size(); ++i) value = (value << 6) | (at(offset++) & 0x3F);
  return value;
}

char32_t previous_code_point(std::string_view bytes, std::size_t& offset) {
  do {
    --offset;
  } while (offset > 0 && is_continuation(static_cast<unsigned char>(bytes[offset])));
  std::size_t start = offset;
  return next_code_point(bytes, start);
}

void append_code_point(std::string& out, char32_t code_point) {
  auto append = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code_point < 0x80) {
    append(code_point);
  } else if (code_point < 0x800) {
    append(0xC0 | (code_point >> 6));
    append(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    append(0xE0 | (code_point >> 12));
    append(0x80 | ((code_point >> 6) & 0x3F));
    append(0x80 | (code_point & 0x3F));
  } else {
    append(0xF0 | (code_point >> 18));
    append(0x80 | ((code_point >> 12) & 0x3F));
    append(0x80 | ((code_point >> 6) & 0x3F));
    append(0x80 | (code_point & 0x3F));
  }
}

std::size_t count_code_points(std::string_view bytes) {
  std::size_t count = 0;
  for (char byte : bytes) count += !is_continuation(static_cast<unsigned char>(byte));
  return count;
}

std::string_view without_byte_order_mark(std::string_view bytes) {
  return bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3) : bytes;
}

std::string_view trimmed(std::string_view bytes) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = bytes.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return bytes.substr(first, bytes.find_last_not_of(kSpace) - first + 1);
}

}  // namespace gaceta::text
