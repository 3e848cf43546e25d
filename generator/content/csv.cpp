#include "content/csv.hpp"

#include <algorithm>

namespace gaceta::content {
namespace {

/// Reads one cell at `offset`; stops before ',' or '\n'. False if a quote is never closed.
bool read_cell(std::string_view text, std::size_t& offset, std::uint32_t& line, std::string& cell) {
  if (offset >= text.size() || text[offset] != '"') {
    const std::size_t end = std::min(text.find_first_of(",\n", offset), text.size());
    cell = text.substr(offset, end - offset);
    offset = end;
    return true;
  }
  for (++offset; offset < text.size(); ++offset) {
    if (text[offset] == '\n') ++line;
    if (text[offset] != '"') {
      cell.push_back(text[offset]);
    } else if (offset + 1 < text.size() && text[offset + 1] == '"') {
      cell.push_back('"');
      ++offset;
    } else {
      ++offset;
      const std::size_t end = std::min(text.find_first_of(",\n", offset), text.size());
      cell += text.substr(offset, end - offset);
      offset = end;
      return true;
    }
  }
  return false;
}

/// The column, from 1, of the byte at `offset`.
std::uint32_t column_of(std::string_view text, std::size_t offset) {
  const std::size_t line_end = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return static_cast<std::uint32_t>(line_end == std::string_view::npos ? offset + 1 : offset - line_end);
}

}  // namespace

std::vector<CsvRow> parse_csv(std::string_view text, std::string_view path, diagnostics::Diagnostics& diagnostics) {
  std::vector<CsvRow> rows;
  std::uint32_t line = 1;
  for (std::size_t offset = 0; offset < text.size();) {
    if (text[offset] == '\n') {
      ++offset, ++line;
      continue;
    }
    CsvRow row{line, {}, {}};
    for (;;) {
      std::string cell;
      const std::size_t start = offset;
      const std::uint32_t start_line = line;
      if (!read_cell(text, offset, line, cell)) {
        diagnostics.push_back(diagnostics::make("csv-unclosed-quote", {std::string(path), row.line, 0, 0}));
        return rows;
      }
      row.cells.push_back(std::move(cell));
      row.places.push_back({start_line, column_of(text, start), static_cast<std::uint32_t>(offset - start)});
      if (offset >= text.size() || text[offset] != ',') break;
      ++offset;
    }
    if (!rows.empty() && row.cells.size() != rows.front().cells.size()) {
      diagnostics.push_back(
          diagnostics::make("csv-row-length", {std::string(path), row.line, 0, 0},
                            {std::to_string(row.cells.size()), std::to_string(rows.front().cells.size())}));
      row.cells.resize(rows.front().cells.size());
      row.places.resize(rows.front().cells.size());
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace gaceta::content
