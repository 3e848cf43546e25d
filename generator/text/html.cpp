#include "text/html.hpp"

namespace gaceta::text {

void append_html_escaped(std::string& out, std::string_view bytes) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string_view replacement;
    switch (bytes[i]) {
      case '&':
        replacement = "&amp;";
        break;
      case '<':
        replacement = "&lt;";
        break;
      case '>':
        replacement = "&gt;";
        break;
      case '"':
        replacement = "&quot;";
        break;
      case '\'':
        replacement = "&#39;";
        break;
      default:
        continue;
    }
    out.append(bytes, start, i - start);
    out += replacement;
    start = i + 1;
  }
  out.append(bytes, start, bytes.size() - start);
}

std::string html_escaped(std::string_view bytes) {
  std::string out;
  append_html_escaped(out, bytes);
  return out;
}

}  // namespace gaceta::text
