// Whatever bytes come, the parser neither crashes nor hangs; the tree is well formed and shallow, every place lies in
// the text, and roles, references, notes and emphasis point at bytes that look like what they are.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/packed.hpp"
#include "markdown/parse.hpp"
#include "text/utf8.hpp"

using namespace gaceta;
using namespace gaceta::markdown;

namespace {

constexpr std::string_view kRoles[] = {"num", "date", "lang"};
constexpr std::string_view kDirectives[] = {"quote", "facts"};
constexpr std::string_view kWithMarkdown[] = {"quote"};
constexpr std::string_view kMarkWords[] = {"unnumbered"};
constexpr std::string_view kMarkKeys[] = {"caption"};
constexpr Options kOptions{kRoles, kDirectives, kWithMarkdown, kMarkWords, kMarkKeys};

void require(bool is_true) {
  if (!is_true) std::abort();
}

class Checker {
 public:
  explicit Checker(std::string_view text) {
    for (std::size_t start = 0; start <= text.size();) {
      const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
      lines_.push_back(text.substr(start, end - start));
      is_doubtful_ = is_doubtful_ || is_doubtful(lines_.back());
      start = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    }
  }

  std::string_view covered(std::uint32_t line, std::uint32_t column, std::uint32_t length) const {
    if (line == 0) return {};
    require(line <= lines_.size());
    if (column == 0) return {};
    require(column - 1 + length <= lines_[line - 1].size());
    return lines_[line - 1].substr(column - 1, length);
  }

  void check(const Document& document) const {
    std::vector<std::size_t> depths(document.nodes().size(), 0);
    for (Index i = 1; i < document.nodes().size(); ++i) {
      const Node& node = document[i];
      require(node.parent < i);
      depths[i] = depths[node.parent] + 1;
      require(depths[i] <= kDeepest);
      require(!is_block(node.kind) || is_block(document[node.parent].kind));
      require(node.next_sibling == kNone ||
              (node.next_sibling > i && document[node.next_sibling].parent == node.parent));
      check_places(document, i);
    }
  }

 private:
  /// A '>' that four spaces precede is text or a mark, depending on lists; Gaceta may then be some bytes off.
  static bool is_doubtful(std::string_view line) {
    // Control characters are read as spaces.
    if (std::any_of(line.begin(), line.end(), [](char c) { return c >= 0 && c < ' '; })) return true;
    const std::size_t gap = line.find("    ");
    return gap != std::string_view::npos && line.find('>', gap) != std::string_view::npos;
  }

  void check_places(const Document& document, Index index) const {
    const Node& node = document[index];
    const std::string_view bytes = covered(node.position.line, node.position.column, node.position.length);
    covered(node.value_position.line, node.value_position.column, node.value_position.length);
    require(node.kind != Kind::text || node.text.size > 0);
    if (is_doubtful_) return;
    if (node.kind == Kind::role) require(bytes.starts_with('{'));
    if (node.kind == Kind::reference) require(bytes.starts_with('<') || bytes.starts_with('['));
    if (node.kind == Kind::footnote_reference) require(bytes.starts_with("[^") && bytes.ends_with(']'));
    if (node.kind == Kind::code) require(bytes.starts_with('`'));
    if (node.kind == Kind::emphasis || node.kind == Kind::strong) {
      require(bytes.starts_with('*') || bytes.starts_with('_'));
    }
  }

  std::vector<std::string_view> lines_;
  bool is_doubtful_ = false;
};

/// What is packed comes back.
void check_packed(const Document& document) {
  std::string bytes;
  pack(document, bytes);
  std::string_view rest = bytes;
  const Document again = unpack(rest);
  require(rest.empty() && again.nodes().size() == document.nodes().size());
  for (Index i = 0; i < document.nodes().size(); ++i) {
    const Node& a = document[i];
    const Node& b = again[i];
    require(a.kind == b.kind && a.parent == b.parent && a.first_child == b.first_child);
    require(a.next_sibling == b.next_sibling && a.extra == b.extra && a.marks == b.marks && a.start == b.start);
    require(document.text(i) == again.text(i) && document.name(i) == again.name(i));
    require(document.detail(i) == again.detail(i));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (text::first_invalid_byte(text)) return 0;  // as content does
  const Checker checker(text);
  diagnostics::Diagnostics diagnostics;
  const Document document = parse(text, "es.md", 1, kOptions, diagnostics);
  checker.check(document);
  check_packed(document);
  for (const diagnostics::Diagnostic& d : diagnostics) checker.covered(d.place.line, d.place.column, d.place.length);
  diagnostics.clear();
  const Document inlines = parse_inline(text, {"f.yaml", 1, 1, 0}, kOptions, diagnostics);
  for (const Node& node : inlines.nodes()) require(!is_block(node.kind) || node.kind == Kind::document);
  return 0;
}
