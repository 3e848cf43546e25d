#include "markdown/source.hpp"

#include <algorithm>

#include "markdown/characters.hpp"

namespace gaceta::markdown {

std::uint32_t Line::column(std::size_t offset) const {
  return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(offset) + shift + 1, 1));
}

Position Line::position(std::size_t offset, std::size_t length) const {
  return {number, column(offset), column(offset + length) - column(offset)};
}

std::vector<Line> split_lines(std::string_view text, std::uint32_t first_line) {
  std::vector<Line> lines;
  lines.reserve(text.size() / 40 + 1);
  const bool has_returns = text.find('\r') != std::string_view::npos;
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = std::min(text.find('\n', start), text.size());
    if (has_returns) end = start + std::min(text.substr(start, end - start).find('\r'), end - start);
    lines.push_back({text.substr(start, end - start), first_line++, 0});
    start = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return lines;
}

void Content::add(std::string_view bytes, std::uint32_t line, std::uint32_t column) {
  runs_.push_back({text_.size(), line, column});
  text_ += bytes;
}

void Content::drop_front(std::size_t offset) {
  if (offset == 0 || runs_.empty()) return;
  const auto dropped = static_cast<std::size_t>(&run_at(offset) - runs_.data());
  Run first = runs_[dropped];
  first.column += static_cast<std::uint32_t>(offset - first.offset);
  first.offset = offset;
  runs_.erase(runs_.begin(), runs_.begin() + static_cast<std::ptrdiff_t>(dropped));
  runs_.front() = first;
  for (Run& run : runs_) run.offset -= offset;
  text_.erase(0, offset);
}

const Content::Run& Content::run_at(std::size_t offset) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), offset,
                                      [](std::size_t wanted, const Run& run) { return wanted < run.offset; });
  return after == runs_.begin() ? runs_.front() : *(after - 1);
}

Position Content::position(std::size_t begin, std::size_t end) const {
  if (runs_.empty()) return {};
  begin = std::min(begin, text_.size());
  end = std::min({end, text_.find('\n', begin), text_.size()});
  const Run& run = run_at(begin);
  const auto column = static_cast<std::uint32_t>(run.column + (begin - run.offset));
  if (end <= begin) return {run.line, column, 0};
  const Run& last = run_at(end - 1);
  const auto last_column = static_cast<std::uint32_t>(last.column + (end - last.offset));
  return {run.line, column, last_column - column};
}

std::size_t prefix_length(std::string_view line, std::size_t quotes) {
  std::size_t at = 0;
  auto skip_blanks = [&] {
    while (at < line.size() && is_blank(line[at])) ++at;
  };
  skip_blanks();
  for (; quotes > 0 && at < line.size() && line[at] == '>'; --quotes) {
    ++at;
    skip_blanks();
  }
  return at;
}

Content paragraph_content(const std::vector<Line>& lines, std::size_t first, std::size_t last, std::uint32_t column,
                          std::size_t quotes) {
  Content content;
  for (std::size_t i = first; i <= last && i < lines.size(); ++i) {
    const Line& line = lines[i];
    const std::size_t start =
        i == first ? std::min<std::size_t>(column - 1, line.text.size()) : prefix_length(line.text, quotes);
    if (i != first) content.end_line();
    content.add(line.text.substr(start), line.number, line.column(start));
  }
  return content;
}

namespace {

/// One cell between `begin` and `end` of the line: trimmed, and '\|' is '|'.
Content cell_content(const Line& line, std::size_t begin, std::size_t end) {
  while (begin < end && is_blank(line.text[begin])) ++begin;
  while (end > begin && is_blank(line.text[end - 1])) --end;
  Content content;
  std::size_t start = begin;
  auto add_to = [&](std::size_t stop) {
    content.add(line.text.substr(start, stop - start), line.number, line.column(start));
  };
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (line.text[i] != '\\' || line.text[i + 1] != '|') continue;
    add_to(i);
    start = ++i;
  }
  add_to(end);
  return content;
}

}  // namespace

std::vector<Content> row_contents(const Line& line, std::uint32_t column) {
  const std::string_view text = line.text;
  std::vector<Content> cells;
  std::size_t start = std::min<std::size_t>(column - 1, text.size());
  if (start < text.size() && text[start] == '|') ++start;
  for (std::size_t i = start; i < text.size(); ++i) {
    // For cmark a backslash before a pipe always belongs to it, even if it is itself escaped.
    if (text[i] != '|' || (i > 0 && text[i - 1] == '\\')) continue;
    cells.push_back(cell_content(line, start, i));
    start = i + 1;
  }
  cells.push_back(cell_content(line, start, text.size()));
  return cells;
}

}  // namespace gaceta::markdown
