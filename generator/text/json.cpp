#include "text/json.hpp"

#include "text/scan.hpp"

namespace gaceta::text {
namespace {

/// The letter behind the backslash; NUL if there is none.
char letter_of(unsigned char control) {
  constexpr char kFirst = '\b';
  constexpr char kLetters[] = {'b', 't', 'n', '\0', 'f', 'r'};  // the fourth is the vertical tab
  return control >= kFirst && control <= '\r' ? kLetters[control - kFirst] : '\0';
}

void append_escaped(std::string& out, unsigned char c, JsonControls controls) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  if (c >= 0x20) {
    (out += '\\') += static_cast<char>(c);
  } else if (const char letter = letter_of(c); letter != '\0' && controls == JsonControls::letters) {
    (out += '\\') += letter;
  } else {
    ((out += "\\u00") += kDigits[c / 16]) += kDigits[c % 16];
  }
}

}  // namespace

void append_json_string(std::string& out, std::string_view utf8, JsonControls controls) {
  const auto is_special = [](auto c) { return (c < 0x20) | (c == '"') | (c == '\\'); };
  out += '"';
  for (std::size_t start = 0;;) {
    const std::size_t found = find_byte(utf8, start, is_special);
    out.append(utf8, start, found - start);
    if (found == utf8.size()) break;
    append_escaped(out, static_cast<unsigned char>(utf8[found]), controls);
    start = found + 1;
  }
  out += '"';
}

}  // namespace gaceta::text
