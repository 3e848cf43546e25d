// Whatever bytes come, the parser neither crashes nor throws, every place that it gives lies in the text, and what the
// everyday subset reads the general parser reads too.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "text/utf8.hpp"
#include "yaml/fields.hpp"
#include "yaml/general_parser.hpp"
#include "yaml/parse.hpp"
#include "yaml/plain_subset.hpp"

using namespace gaceta;

namespace {

void require(bool is_true) {
  if (!is_true) std::abort();
}

void check_place(const std::vector<std::string_view>& lines, std::uint32_t line, std::uint32_t column,
                 std::uint32_t length) {
  require(line >= 1 && line <= lines.size() + 1);
  const std::size_t size = line <= lines.size() ? lines[line - 1].size() : 0;
  require(column <= size + 1 && (column == 0 || column - 1 + length <= size + 1));
}

void check(const std::vector<std::string_view>& lines, const yaml::Node& node) {
  check_place(lines, node.position().line, node.position().column, node.position().length);
  for (const yaml::Node& item : node.items()) check(lines, item);
  for (const yaml::Entry& entry : node.entries()) {
    check(lines, entry.key);
    check(lines, entry.value);
  }
}

void require_same(const yaml::Node& left, const yaml::Node& right) {
  require(left.kind() == right.kind() && left.position() == right.position() && left.style() == right.style());
  require(left.scalar() == right.scalar() && left.items().size() == right.items().size());
  require(left.entries().size() == right.entries().size());
  for (std::size_t i = 0; i < left.items().size(); ++i) require_same(left.items()[i], right.items()[i]);
  for (std::size_t i = 0; i < left.entries().size(); ++i) {
    require_same(left.entries()[i].key, right.entries()[i].key);
    require_same(left.entries()[i].value, right.entries()[i].value);
  }
}

void check_subset(std::string_view text) {
  const auto plain = yaml::read_plain_subset(text, 1);
  if (!plain) return;
  diagnostics::Diagnostics diagnostics;
  const auto general = yaml::parse_general(text, "f.yaml", 1, diagnostics);
  require(diagnostics.empty() && general);
  require_same(*plain, *general);
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = text::without_byte_order_mark({reinterpret_cast<const char*>(data), size});
  if (text::first_invalid_byte(text)) return 0;
  check_subset(text);
  diagnostics::Diagnostics diagnostics;
  const std::vector<std::string_view> lines = lines_of(text);
  if (const auto node = yaml::parse(text, "f.yaml", 1, diagnostics)) {
    check(lines, *node);
    yaml::Fields fields(*node, "f.yaml", diagnostics);
    fields.required_string("title");
    fields.integer("number");
    fields.strings("topics");
    fields.finish();
  } else {
    require(!diagnostics.empty());
  }
  for (const diagnostics::Diagnostic& d : diagnostics) {
    check_place(lines, d.place.line, d.place.column, d.place.length);
  }
  return 0;
}
