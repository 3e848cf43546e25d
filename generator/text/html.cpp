#include "text/html.hpp"

#include "text/scan.hpp"

namespace gaceta::text {
namespace {

/// '"' and '&' differ in one bit, '<' and '>' too.
constexpr auto is_special = [](auto c) { return ((c & 0xFB) == '"') | ((c & 0xFD) == '<') | (c == '\''); };

constexpr std::string_view entity_of(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return "&#39;";
  }
}

}  // namespace

void append_html_escaped(std::string& out, std::string_view bytes) {
  for (std::size_t start = 0;;) {
    const std::size_t found = find_byte(bytes, start, is_special);
    out.append(bytes, start, found - start);
    if (found == bytes.size()) return;
    out += entity_of(bytes[found]);
    start = found + 1;
  }
}

std::string html_escaped(std::string_view bytes) {
  std::string out;
  append_html_escaped(out, bytes);
  return out;
}

}  // namespace gaceta::text
