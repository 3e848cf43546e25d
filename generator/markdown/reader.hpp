// From cmark's tree to a Document. One Reader reads one tree: the text itself, or the Markdown within a directive.
// Not part of the room's door.
#pragma once

#include <cmark-gfm.h>

#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "markdown/builder.hpp"
#include "markdown/cursor.hpp"
#include "markdown/parse.hpp"
#include "markdown/source.hpp"

namespace gaceta::markdown {

/// What all Readers of one Document share.
struct Work {
  std::string_view path;
  const Options& options;
  diagnostics::Diagnostics& diagnostics;
  Builder builder;
  bool has_reported_depth = false;
  std::size_t directives_open = 0;  ///< directives with Markdown within each other
  std::uint8_t heading_level = 1;   ///< of the last heading; the title of the page is the first

  void report(std::string_view rule, Position position, std::vector<std::string> arguments = {},
              diagnostics::Help help = {});
};

class Reader {
 public:
  /// Reads Markdown of which each line is in `lines`. `depth` is that of the node under which it will stand.
  Reader(Work& work, const std::vector<Line>& lines, std::size_t depth) : work_(work), lines_(lines), depth_(depth) {}

  /// Parses `text`, whose lines are `lines`, and puts its blocks under `parent`.
  void read_blocks(std::string_view text, Index parent);
  /// Puts the inlines of `content`, which cmark has under `block`, under `parent`.
  void read_inlines(cmark_node* block, Content content, Index parent);

 private:
  /// A node of cmark that has been entered and not left.
  struct Open {
    cmark_node* source;
    Index index;  ///< of its own node, or of its parent's if it has none
    bool is_own;
    std::size_t begin;  ///< in the content
    char delimiter;     ///< of emphasis; '[' for a link that is neither bare nor pointed
    std::size_t delimiters;
    Marks pending;  ///< marks that wait for the next block in it
  };

  void walk(cmark_node* root);
  void enter(cmark_node* node);
  void leave(cmark_node* node);
  void skip(cmark_node* node) { skipped_ = node; }

  // blocks (read_blocks.cpp, read_tables.cpp, read_code.cpp)
  bool enter_block(cmark_node* node);
  void enter_paragraph(cmark_node* node);
  void enter_heading(cmark_node* node);
  void enter_list(cmark_node* node);
  void enter_table(cmark_node* node);
  void enter_row(cmark_node* node);
  void enter_cell(cmark_node* node);
  void enter_footnote_definition(cmark_node* node);
  void read_code_block(cmark_node* node);
  void read_directive(cmark_node* node, Index index, std::string_view code, const std::vector<Line>& lines);
  void read_directive_body(Index index, std::string_view code, const std::vector<Line>& body);
  [[nodiscard]] Position directive_name_position(cmark_node* node, std::string_view name) const;
  void drop_html_block(cmark_node* node);
  void check_fence(cmark_node* node);
  std::vector<Line> code_lines(cmark_node* node, std::string_view code) const;

  bool open_leaf(cmark_node* node, Kind kind, Content content, std::size_t begin);
  void open_content(Content content, std::size_t begin);
  Index append_block(cmark_node* node, Kind kind, Position position);
  std::size_t take_marks(const Content& content);
  void report_pending_marks(const Open& open);
  [[nodiscard]] std::size_t table_header_line(cmark_node* table) const;
  [[nodiscard]] std::size_t underline_of(cmark_node* heading) const;
  [[nodiscard]] const Line* line(std::size_t index) const { return index < lines_.size() ? &lines_[index] : nullptr; }
  [[nodiscard]] Position block_position(cmark_node* node) const;
  [[nodiscard]] Position position_on_line(std::size_t index, std::size_t column) const;
  [[nodiscard]] std::uint32_t end_line(cmark_node* node) const;

  // inlines (read_inlines.cpp)
  void enter_inline(cmark_node* node);
  void leave_inline(const Open& open);
  void read_text(std::string_view literal);
  void append_text(std::string_view literal, Span span);
  void read_break(Kind kind);
  void read_code(std::string_view literal);
  bool read_role(std::string_view literal, const Cursor::Code& code);
  void read_footnote_label();
  void drop_inline_html(std::string_view literal);
  void enter_emphasis_or_own(cmark_node* node);
  void enter_emphasis(cmark_node* node, Kind kind, std::size_t delimiters);
  void enter_link(cmark_node* node, Kind kind);
  void enter_pointed_link(cmark_node* node, std::string_view url);
  void leave_link(const Open& open);
  void set_target(Index index, std::string_view url, Span written);
  Index reuse_or_append(Index emptied, Kind kind, Position position);

  bool open(cmark_node* node, Index index, std::size_t begin);
  void open_transparent(cmark_node* node, std::size_t begin);
  [[nodiscard]] Index parent() const { return open_.back().index; }
  [[nodiscard]] bool is_too_deep(Position position);

  Work& work_;
  const std::vector<Line>& lines_;
  std::size_t depth_;
  std::vector<Open> open_;
  cmark_node* skipped_ = nullptr;
  std::size_t quotes_ = 0;

  // of the block whose inlines are being read
  Content content_;
  Cursor cursor_{{}};
  std::size_t hidden_until_ = 0;  ///< before this offset stand marks, which are no text
  bool is_bracket_due_ = false;   ///< the next text begins with the ']' of a footnote reference
  std::size_t text_begin_ = 0;    ///< in the content, of the last text
  std::size_t open_html_ = 0;     ///< elements that began and did not end

  // of the table row that is being read
  std::vector<Content> cells_;
  std::size_t next_cell_ = 0;
};

}  // namespace gaceta::markdown
