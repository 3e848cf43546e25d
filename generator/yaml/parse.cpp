#include "yaml/parse.hpp"

#include "text/utf8.hpp"
#include "yaml/general_parser.hpp"
#include "yaml/plain_subset.hpp"

namespace gaceta::yaml {

std::optional<Node> parse(std::string_view text, std::string_view path, std::uint32_t first_line,
                          diagnostics::Diagnostics& diagnostics) {
  const std::string_view content = text::without_byte_order_mark(text);
  if (std::optional<Node> node = read_plain_subset(content, first_line)) return node;
  return parse_general(content, path, first_line, diagnostics);
}

}  // namespace gaceta::yaml
