#include "markdown/parse.hpp"

#include <algorithm>
#include <string>

#include "markdown/arena.hpp"
#include "markdown/engine.hpp"
#include "markdown/footnotes.hpp"
#include "markdown/reader.hpp"
#include "markdown/safety.hpp"

namespace gaceta::markdown {

Document parse(std::string_view text, std::string_view path, std::uint32_t first_line, const Options& options,
               diagnostics::Diagnostics& diagnostics) {
  const ArenaScope arena;
  const std::optional<std::string> cleaned =
      without_control_characters(text, {std::string(path), first_line, 1, 0}, diagnostics);
  if (cleaned) text = *cleaned;
  const std::vector<Line> lines = split_lines(text, first_line);
  Work work{path, options, diagnostics, {}};
  Reader(work, lines, 0).read_blocks(text, Document::root());
  connect_footnotes(work.builder, path, diagnostics);
  return work.builder.take();
}

Document parse_inline(std::string_view text, const diagnostics::Place& start, const Options& options,
                      diagnostics::Diagnostics& diagnostics) {
  const ArenaScope arena;
  const std::optional<std::string> cleaned = without_control_characters(text, start, diagnostics);
  if (cleaned) text = *cleaned;
  std::vector<Line> lines = split_lines(text, std::max(start.line, 1u));
  for (Line& line : lines) line.shift = static_cast<std::int32_t>(std::max(start.column, 1u)) - 1;
  const std::optional<std::string> harmless = without_traps(text, lines, start.path, diagnostics);

  // A heading of one line holds inlines and nothing else; its closing '#' keeps those of the text.
  std::string heading = "# " + (harmless ? *harmless : std::string(text)) + " #";
  std::replace_if(
      heading.begin(), heading.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  Content content;
  for (const Line& line : lines) {
    if (&line != lines.data()) content.end_line();
    content.add(line.text, line.number, line.column(0));
  }
  Work work{start.path, options, diagnostics, {}};
  cmark_node* const root = parse_tree(heading);
  Reader(work, lines, 0).read_inlines(cmark_node_first_child(root), std::move(content), Document::root());
  connect_footnotes(work.builder, start.path, diagnostics);
  return work.builder.take();
}

}  // namespace gaceta::markdown
