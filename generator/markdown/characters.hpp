// Bytes as CommonMark classes them. Not part of the room's door.
#pragma once

namespace gaceta::markdown {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

constexpr bool is_space(char c) {
  return is_blank(c) || c == '\n' || c == '\r' || c == '\v' || c == '\f';
}

/// ASCII punctuation: what a backslash may escape.
constexpr bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace gaceta::markdown
