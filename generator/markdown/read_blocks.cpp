#include <algorithm>
#include <utility>

#include "markdown/characters.hpp"
#include "markdown/engine.hpp"
#include "markdown/marks.hpp"
#include "markdown/reader.hpp"
#include "markdown/safety.hpp"
#include "markdown/tree.hpp"
#include "text/utf8.hpp"

namespace gaceta::markdown {
namespace {

constexpr std::size_t kHtmlShown = 40;  // bytes of a removed passage in its message

}  // namespace

/// Enters `node` if it is a block.
bool Reader::enter_block(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
      enter_paragraph(node);
      return true;
    case CMARK_NODE_HEADING:
      enter_heading(node);
      return true;
    case CMARK_NODE_CODE_BLOCK:
      read_code_block(node);
      return true;
    case CMARK_NODE_HTML_BLOCK:
      drop_html_block(node);
      return true;
    case CMARK_NODE_THEMATIC_BREAK:
      append_block(node, Kind::thematic_break, block_position(node));
      return true;
    case CMARK_NODE_LIST:
      enter_list(node);
      return true;
    case CMARK_NODE_ITEM:
      if (const Index item = append_block(node, Kind::item, block_position(node)); item != kNone) open(node, item, 0);
      return true;
    case CMARK_NODE_BLOCK_QUOTE:
      if (const Index quote = append_block(node, Kind::quote, block_position(node)); quote != kNone) {
        open(node, quote, 0);
        ++quotes_;
      }
      return true;
    default:
      break;
  }
  if (is_table_cell(node)) {
    enter_cell(node);
  } else if (is_table_row(node)) {
    enter_row(node);
  } else if (is_table(node)) {
    enter_table(node);
  } else if (is_footnote_definition(node)) {
    enter_footnote_definition(node);
  } else {
    return false;
  }
  return true;
}

Position Reader::position_on_line(std::size_t index, std::size_t column) const {
  const Line* found = line(index);
  if (found == nullptr) return lines_.empty() ? Position{} : Position{lines_.back().number, 0, 0};
  const std::size_t start = std::min(column - 1, found->text.size());
  const std::size_t end =
      std::max(text::trimmed(found->text).empty() ? 0 : found->text.find_last_not_of(" \t") + 1, start);
  return found->position(start, end - start);
}

Position Reader::block_position(cmark_node* node) const {
  return position_on_line(index_of(cmark_node_get_start_line(node)), column_of(node));
}

/// The last line of `node` that is not blank.
std::uint32_t Reader::end_line(cmark_node* node) const {
  if (lines_.empty()) return 0;
  const std::size_t first = std::min(index_of(cmark_node_get_start_line(node)), lines_.size() - 1);
  std::size_t last = std::clamp(index_of(cmark_node_get_end_line(node)), first, lines_.size() - 1);
  while (last > first && text::trimmed(lines_[last].text).empty()) --last;
  return lines_[last].number;
}

/// A block with the marks that waited for it; kNone, and its tree is skipped, if it would be too deep.
Index Reader::append_block(cmark_node* node, Kind kind, Position position) {
  if (is_too_deep(position)) {
    const bool is_leaf = kind == Kind::thematic_break || kind == Kind::code_block;
    if (!is_leaf) skip(node);
    return kNone;
  }
  const Index index = work_.builder.append(parent(), kind, position);
  work_.builder.node(index).end_line = end_line(node);
  Marks& pending = open_.back().pending;
  if (pending.position.line != 0) {
    work_.builder.node(index).marks = work_.builder.add_marks(std::exchange(pending, {}));
  }
  return index;
}

/// Begins a block of inlines; what stands before `begin` in its content are marks.
bool Reader::open_leaf(cmark_node* node, Kind kind, Content content, std::size_t begin) {
  const Index index = append_block(node, kind, content.position(begin, content.text().size()));
  if (index == kNone) return false;
  open_content(std::move(content), begin);
  return open(node, index, 0);
}

void Reader::open_content(Content content, std::size_t begin) {
  content_ = std::move(content);
  cursor_ = Cursor(content_.text());
  hidden_until_ = begin;
  is_bracket_due_ = false;
  open_html_ = 0;
}

/// Adds the mark lines at the start of `content` to the marks that wait for the next block; the offset behind them.
std::size_t Reader::take_marks(const Content& content) {
  const std::string_view text = content.text();
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!is_mark_line(line)) break;
    read_marks(line, content.position(begin, end), work_.path, work_.options, open_.back().pending, work_.diagnostics);
    begin = std::min(end + 1, text.size());
  }
  return begin;
}

void Reader::enter_paragraph(cmark_node* node) {
  std::size_t first = index_of(cmark_node_get_start_line(node));
  std::size_t last = index_of(cmark_node_get_end_line(node));
  std::uint32_t column = column_of(node);
  cmark_node* const next = cmark_node_next(node);
  const bool is_cut_off = cmark_node_get_start_line(node) == 0 && next != nullptr && is_table(next);
  if (is_cut_off) {
    // cmark found the table below and cut the paragraph off without a place.
    first = index_of(cmark_node_get_start_line(next));
    last = std::max(table_header_line(next), first + 1) - 1;
    column = column_of(next);
  }
  Content content = paragraph_content(lines_, first, last, column, quotes_);
  // In what was cut off cmark does not look for definitions.
  if (!is_cut_off) content.drop_front(definitions_length(content.text()));
  const std::size_t begin = take_marks(content);
  if (begin > 0 && begin == content.text().size()) return skip(node);
  if (!open_leaf(node, Kind::paragraph, std::move(content), begin)) return;
  if (const Line* end = line(last)) work_.builder.node(parent()).end_line = end->number;
}

/// The index of the line that underlines a heading, or of its only line. cmark counts one line too many unless the
/// text ends there.
std::size_t Reader::underline_of(cmark_node* heading) const {
  const std::size_t first = index_of(cmark_node_get_start_line(heading));
  const std::size_t last = index_of(cmark_node_get_end_line(heading));
  const std::string_view dashes = cmark_node_get_heading_level(heading) == 1 ? "=" : "-";
  for (std::size_t i : {last > 0 ? last - 1 : 0, last}) {
    if (i <= first || i >= lines_.size()) continue;
    const std::string_view rest = text::trimmed(lines_[i].text.substr(prefix_length(lines_[i].text, quotes_)));
    if (!rest.empty() && rest.find_first_not_of(dashes) == std::string_view::npos) return i;
  }
  return first;
}

void Reader::enter_heading(cmark_node* node) {
  const std::size_t first = index_of(cmark_node_get_start_line(node));
  const std::size_t underline = underline_of(node);
  const bool is_underlined = underline > first;
  std::uint32_t column = column_of(node);
  if (const Line* found = line(first); !is_underlined && found != nullptr) {
    while (column <= found->text.size() && (found->text[column - 1] == '#' || is_blank(found->text[column - 1])))
      ++column;
  }
  Content content = paragraph_content(lines_, first, is_underlined ? underline - 1 : first, column, quotes_);
  if (is_underlined) content.drop_front(definitions_length(content.text()));
  const bool may_have_marks = content.text().find('\n') != std::string_view::npos;
  const std::size_t begin = may_have_marks ? take_marks(content) : 0;
  if (!open_leaf(node, Kind::heading, std::move(content), begin)) return;
  Node& heading = work_.builder.node(parent());
  heading.level = static_cast<std::uint8_t>(cmark_node_get_heading_level(node));
  if (begin == 0) heading.position = block_position(node);
  if (heading.level == 1) work_.report("heading-level-one", heading.position);
  if (heading.level > work_.heading_level + 1) {
    work_.report("heading-level-skipped", heading.position,
                 {std::to_string(heading.level), std::to_string(work_.heading_level)},
                 {"write-heading", {std::string(work_.heading_level + 1U, '#')}});
  }
  work_.heading_level = heading.level;
}

void Reader::enter_list(cmark_node* node) {
  const Position position = block_position(node);
  const Index index = append_block(node, Kind::list, position);
  if (index == kNone) return;
  Node& list = work_.builder.node(index);
  list.is_ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
  list.is_tight = cmark_node_get_list_tight(node) != 0;
  list.start = static_cast<std::uint32_t>(std::max(cmark_node_get_list_start(node), 0));
  if (const Line* found = line(index_of(cmark_node_get_start_line(node)))) {
    std::size_t at = column_of(node) - 1;
    while (at < found->text.size() && is_digit(found->text[at])) ++at;
    if (at < found->text.size()) list.delimiter = found->text[at];
  }
  open(node, index, 0);
}

void Reader::enter_footnote_definition(cmark_node* node) {
  const Position position = block_position(node);
  const Index index = append_block(node, Kind::footnote_definition, position);
  if (index == kNone) return;
  if (const Line* found = line(index_of(cmark_node_get_start_line(node)))) {
    const std::size_t start = std::min<std::size_t>(column_of(node) + 1, found->text.size());
    const std::size_t end = std::min(found->text.find(']', start), found->text.size());
    const std::string_view label = found->text.substr(start, end - start);
    Node& definition = work_.builder.node(index);
    definition.name = work_.builder.store(label);
    definition.value_position = {position.line, position.column + 2, static_cast<std::uint32_t>(label.size())};
  }
  open(node, index, 0);
}

void Reader::drop_html_block(cmark_node* node) {
  const std::string_view html = view(cmark_node_get_literal(node));
  if (is_html_comment(html)) {
    if (html.find("-->") == std::string_view::npos) work_.report("unclosed-comment", block_position(node));
    return;
  }
  const std::string_view shown = text::trimmed(html.substr(0, html.find('\n')));
  std::size_t length = std::min(shown.size(), kHtmlShown);
  while (length > 0 && length < shown.size() && (static_cast<unsigned char>(shown[length]) & 0xC0) == 0x80) --length;
  work_.report("raw-html", block_position(node),
               {std::string(shown.substr(0, length)) + (length < shown.size() ? "…" : "")});
}

}  // namespace gaceta::markdown
