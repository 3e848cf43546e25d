// Where the bytes of a text stand in its file. cmark-gfm knows blocks by line and column, which is right, and inlines
// by columns that are wrong after a line break, in tables, in notes and behind links. So inlines get their places from
// the source itself: Content is the text of one block as cmark saw it, with the file position of every byte. Not part
// of the room's door.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.hpp"

namespace gaceta::markdown {

/// One line of a text, without its end; `shift` bytes stand before it in the file's line. Fewer than none where cmark
/// has written spaces for a tab that belongs to two blocks.
struct Line {
  std::string_view text;
  std::uint32_t number = 0;
  std::int32_t shift = 0;

  /// The column in the file of the byte at `offset`, from 1.
  [[nodiscard]] std::uint32_t column(std::size_t offset) const;
  /// Where `length` bytes from `offset` on stand.
  [[nodiscard]] Position position(std::size_t offset, std::size_t length) const;
};

/// The lines of `text` as CommonMark splits them (LF, CR, CRLF), the first being line `first_line` of the file.
std::vector<Line> split_lines(std::string_view text, std::uint32_t first_line);

class Content {
 public:
  /// Adds bytes of one line of the file that begin at `column` (from 1).
  void add(std::string_view bytes, std::uint32_t line, std::uint32_t column);
  /// Adds the end of a line.
  void end_line() { text_.push_back('\n'); }
  /// Forgets everything before `offset`.
  void drop_front(std::size_t offset);

  [[nodiscard]] std::string_view text() const { return text_; }
  /// Where the bytes from `begin` to `end` stand; the length ends with their first line.
  [[nodiscard]] Position position(std::size_t begin, std::size_t end) const;

 private:
  struct Run {
    std::size_t offset;
    std::uint32_t line;
    std::uint32_t column;
  };
  [[nodiscard]] const Run& run_at(std::size_t offset) const;

  std::string text_;
  std::vector<Run> runs_;  ///< by offset; a run reaches to the next
};

/// The content of a paragraph or heading that begins at byte `column` of lines[first] and ends with lines[last].
/// `quotes` is the number of block quotes around it.
Content paragraph_content(const std::vector<Line>& lines, std::size_t first, std::size_t last, std::uint32_t column,
                          std::size_t quotes);

/// The contents of the cells of a table row, which begins at byte `column` of `line` (after the marks of its
/// containers).
std::vector<Content> row_contents(const Line& line, std::uint32_t column);

/// How many bytes of `line` are marks of block quotes and white space before the text. A '>' behind a wide gap, which
/// may be text where lists are involved, is taken for a mark.
std::size_t prefix_length(std::string_view line, std::size_t quotes);

}  // namespace gaceta::markdown
