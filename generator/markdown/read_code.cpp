#include <algorithm>
#include <utility>

#include "markdown/directive.hpp"
#include "markdown/reader.hpp"
#include "markdown/tree.hpp"
#include "text/nearest.hpp"

namespace gaceta::markdown {
namespace {

constexpr std::size_t kDirectivesInDirectives = 8;

bool is_known(std::span<const std::string_view> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Where the first of `lines` stands, or `otherwise` if there is none.
Position first_line_position(const std::vector<Line>& lines, Position otherwise) {
  if (lines.empty()) return otherwise;
  return lines.front().position(0, lines.front().text.size());
}

}  // namespace

/// The lines of `code`, each with its place in the file.
std::vector<Line> Reader::code_lines(cmark_node* node, std::string_view code) const {
  int fence_length = 0, fence_offset = 0;
  char fence = 0;
  const bool is_fenced = cmark_node_get_fenced(node, &fence_length, &fence_offset, &fence) != 0;
  const std::size_t first = index_of(cmark_node_get_start_line(node)) + (is_fenced ? 1 : 0);
  std::vector<Line> found = split_lines(code, 0);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Line* outer = line(first + i);
    if (outer == nullptr) outer = &lines_.back();
    // Whatever stands before the code, the two end together.
    const auto prefix =
        static_cast<std::ptrdiff_t>(outer->text.size()) - static_cast<std::ptrdiff_t>(found[i].text.size());
    found[i].number = outer->number;
    found[i].shift = outer->shift + static_cast<std::int32_t>(prefix);
  }
  return found;
}

void Reader::read_code_block(cmark_node* node) {
  const std::string_view info = view(cmark_node_get_fence_info(node));
  const std::string_view code = view(cmark_node_get_literal(node));
  const std::optional<DirectiveHead> head = directive_head(info);
  const Index index = append_block(node, head ? Kind::directive : Kind::code_block, block_position(node));
  if (index == kNone) return;
  check_fence(node);
  const std::vector<Line> lines = code_lines(node, code);
  if (head) return read_directive(node, index, code, lines);
  const Slice name = work_.builder.store(info);
  const Slice text = work_.builder.store(code);
  Node& block = work_.builder.node(index);
  block.name = name;
  block.text = text;
  block.value_position = first_line_position(lines, block.position);
}

void Reader::read_directive(cmark_node* node, Index index, std::string_view code, const std::vector<Line>& lines) {
  const DirectiveHead head = *directive_head(view(cmark_node_get_fence_info(node)));
  DirectiveOptions found = directive_options(lines, work_.path, work_.diagnostics);
  const std::vector<Line> body(lines.begin() + static_cast<std::ptrdiff_t>(found.lines), lines.end());
  if (!body.empty()) code.remove_prefix(static_cast<std::size_t>(body[0].text.data() - code.data()));
  if (body.empty()) code = {};
  const Slice name = work_.builder.store(head.name);
  const Slice detail = work_.builder.store(head.argument);
  const Slice text = work_.builder.store(code);
  Node& directive = work_.builder.node(index);
  directive.name = name;
  directive.detail = detail;
  directive.text = text;
  directive.value_position = first_line_position(body, directive.position);
  work_.builder.set_options(index, std::move(found.options));
  if (!is_known(work_.options.directives, head.name)) {
    const std::span<const std::string_view> known = work_.options.directives;
    work_.report("unknown-directive", directive_name_position(node, head.name), {std::string(head.name)},
                 diagnostics::did_you_mean(text::nearest(head.name, known)));
  } else if (is_known(work_.options.directives_with_markdown, head.name)) {
    read_directive_body(index, code, body);
  }
}

void Reader::read_directive_body(Index index, std::string_view code, const std::vector<Line>& body) {
  if (work_.directives_open >= kDirectivesInDirectives) {
    const Position position = work_.builder.node(index).position;
    return work_.report("markdown-too-deep", position, {std::to_string(kDirectivesInDirectives)});
  }
  ++work_.directives_open;
  Reader(work_, body, depth_ + open_.size()).read_blocks(code, index);
  --work_.directives_open;
}

Position Reader::directive_name_position(cmark_node* node, std::string_view name) const {
  const Line* found = line(index_of(cmark_node_get_start_line(node)));
  const std::size_t at = found != nullptr ? found->text.find(name, column_of(node)) : std::string_view::npos;
  if (name.empty() || at == std::string_view::npos) return block_position(node);
  return found->position(at, name.size());
}

/// A fence that nothing closes takes the rest of the text with it.
void Reader::check_fence(cmark_node* node) {
  int length = 0, offset = 0;
  char fence = 0;
  if (cmark_node_get_fenced(node, &length, &offset, &fence) == 0) return;
  const std::size_t first = index_of(cmark_node_get_start_line(node));
  const std::size_t last = index_of(cmark_node_get_end_line(node));
  const std::string closing(static_cast<std::size_t>(std::max(length, 3)), fence);
  if (const Line* found = line(last); found != nullptr && last > first) {
    if (found->text.substr(prefix_length(found->text, quotes_)).starts_with(closing)) return;
  }
  work_.report("unclosed-fence", block_position(node), {closing});
}

}  // namespace gaceta::markdown
