#include <algorithm>
#include <utility>

#include "markdown/reader.hpp"
#include "markdown/tree.hpp"

#include <cmark-gfm-core-extensions.h>

namespace gaceta::markdown {
namespace {

Alignment alignment(std::uint8_t letter) {
  switch (letter) {
    case 'l':
      return Alignment::left;
    case 'c':
      return Alignment::center;
    case 'r':
      return Alignment::right;
    default:
      return Alignment::none;
  }
}

std::vector<Alignment> alignments(cmark_node* table) {
  const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(table);
  std::vector<Alignment> found(cmark_gfm_extensions_get_table_columns(table));
  for (std::size_t i = 0; i < found.size(); ++i) found[i] = alignment(letters[i]);
  return found;
}

}  // namespace

/// The index of the line with the table's header. cmark gives a table the place of the paragraph that it was, which may
/// begin with lines that are no part of it; the rows below have their own.
std::size_t Reader::table_header_line(cmark_node* table) const {
  cmark_node* header = cmark_node_first_child(table);
  cmark_node* body = header != nullptr ? cmark_node_next(header) : nullptr;
  const std::size_t first = index_of(cmark_node_get_start_line(table));
  const std::size_t below =
      body != nullptr ? index_of(cmark_node_get_start_line(body)) : index_of(cmark_node_get_end_line(table)) + 1;
  return below >= first + 2 ? below - 2 : first;
}

void Reader::enter_table(cmark_node* node) {
  const std::size_t header = table_header_line(node);
  const bool is_first = header == index_of(cmark_node_get_start_line(node));
  const Line* found = line(header);
  const std::size_t column = is_first || found == nullptr ? column_of(node) : prefix_length(found->text, quotes_) + 1;
  const Index index = append_block(node, Kind::table, position_on_line(header, column));
  if (index == kNone) return;
  work_.builder.set_alignments(index, alignments(node));
  open(node, index, 0);
}

void Reader::enter_row(cmark_node* node) {
  cmark_node* const table = cmark_node_parent(node);
  const bool is_header = cmark_gfm_extensions_get_table_row_is_header(node) != 0;
  const std::size_t at = is_header ? table_header_line(table) : index_of(cmark_node_get_start_line(node));
  const Line* found = line(at);
  const bool is_first = at == index_of(cmark_node_get_start_line(table));
  const std::size_t column = is_first || found == nullptr ? column_of(table) : prefix_length(found->text, quotes_) + 1;
  const Index index = append_block(node, Kind::table_row, position_on_line(at, column));
  if (index == kNone) return;
  work_.builder.node(index).is_header = is_header;
  work_.builder.node(index).end_line = work_.builder.node(index).position.line;
  cells_.clear();
  if (found != nullptr) cells_ = row_contents(*found, static_cast<std::uint32_t>(column));
  next_cell_ = 0;
  open(node, index, 0);
}

void Reader::enter_cell(cmark_node* node) {
  // Cells that a short row lacks stand where the row ends.
  const Position row = work_.builder.node(parent()).position;
  Content content;
  if (next_cell_ < cells_.size()) {
    content = std::move(cells_[next_cell_]);
  } else {
    content.add({}, row.line, row.column + row.length);
  }
  const Position position = content.position(0, content.text().size());
  const std::span<const Alignment> columns = work_.builder.document().alignments(open_[open_.size() - 2].index);
  const Index index = append_block(node, Kind::table_cell, position);
  if (index == kNone) return;
  if (next_cell_ < columns.size()) work_.builder.node(index).alignment = columns[next_cell_];
  work_.builder.node(index).end_line = row.line;
  ++next_cell_;
  open_content(std::move(content), 0);
  open(node, index, 0);
}

}  // namespace gaceta::markdown
