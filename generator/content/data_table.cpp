#include "content/data_table.hpp"

#include <algorithm>

#include "content/csv.hpp"
#include "localization/intents.hpp"
#include "markdown/parse.hpp"
#include "model/decimal.hpp"
#include "text/nearest.hpp"
#include "text/utf8.hpp"

namespace gaceta::content {
namespace {

using diagnostics::Diagnostics;
using diagnostics::did_you_mean;
using diagnostics::make;

bool is_number(std::string_view cell) {
  return cell.empty() || model::parse_decimal(cell).has_value();
}

/// The place of `part`, a view into the text of `option`.
diagnostics::Place place_in(const markdown::Located& option, std::string_view part, std::string_view text_path) {
  markdown::Position position = option.position;
  position.column += static_cast<std::uint32_t>(part.data() - option.text.data());
  position.length = static_cast<std::uint32_t>(part.size());
  return markdown::place(text_path, position);
}

/// Reads `a: b; c: d` of the options `columns` and `formats`: pairs for the columns of the file.
void read_column_option(const markdown::Document& document, markdown::Index node, std::string_view key,
                        std::string_view text_path, DataTable& table, std::string DataTable::Column::*field,
                        Diagnostics& diagnostics) {
  const markdown::Located* option = document.option(node, key);
  if (option == nullptr) return;
  for (std::size_t start = 0; start < option->text.size();) {
    const std::size_t end = std::min(option->text.find(';', start), option->text.size());
    const std::string_view pair = std::string_view(option->text).substr(start, end - start);
    start = end + 1;
    const std::size_t colon = pair.find(':');
    if (text::trimmed(pair).empty()) continue;
    const std::string_view name = text::trimmed(pair.substr(0, colon));
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const DataTable::Column& one) { return one.name == name; });
    if (column == table.columns.end() || colon == std::string_view::npos) {
      std::vector<std::string> names;
      for (const DataTable::Column& one : table.columns) names.push_back(one.name);
      diagnostics.push_back(make("unknown-column", place_in(*option, name, text_path), {std::string(name)},
                                 did_you_mean(text::nearest(name, names))));
      continue;
    }
    (*column).*field = std::string(text::trimmed(pair.substr(colon + 1)));
  }
}

/// Each format must be an intent or one of the site's own names for intents.
void check_formats(const markdown::Document& document, markdown::Index node, std::string_view text_path,
                   const DataTable& table, const Settings& settings, Diagnostics& diagnostics) {
  const markdown::Located* option = document.option(node, "formats");
  for (const DataTable::Column& column : table.columns) {
    if (column.format.empty() || settings.formats.contains(column.format)) continue;
    if (localization::find_intent(column.format)) continue;
    std::vector<std::string_view> names = localization::intent_names();
    for (const auto& [name, intent] : settings.formats) names.push_back(name);
    const std::size_t at = option->text.rfind(column.format);
    diagnostics.push_back(make(
        "unknown-intent", place_in(*option, std::string_view(option->text).substr(at, column.format.size()), text_path),
        {column.format}, did_you_mean(text::nearest(column.format, names))));
  }
}

}  // namespace

DataTable data_table(std::string_view csv, std::string_view path, const markdown::Document& document,
                     markdown::Index node, std::string_view text_path, const Settings& settings,
                     Diagnostics& diagnostics) {
  DataTable table;
  std::vector<CsvRow> rows = parse_csv(csv, path, diagnostics);
  if (rows.empty()) {
    diagnostics.push_back(make("empty-file", {std::string(path)}));
    return table;
  }
  for (const std::string& name : rows.front().cells) {
    const std::string trimmed(text::trimmed(name));
    table.columns.push_back({trimmed, trimmed, "", true});
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    for (std::size_t c = 0; c < rows[i].cells.size(); ++c) {
      rows[i].cells[c] = std::string(text::trimmed(rows[i].cells[c]));
      table.columns[c].is_numeric = table.columns[c].is_numeric && is_number(rows[i].cells[c]);
    }
    table.rows.push_back(std::move(rows[i].cells));
  }
  read_column_option(document, node, "columns", text_path, table, &DataTable::Column::title, diagnostics);
  read_column_option(document, node, "formats", text_path, table, &DataTable::Column::format, diagnostics);
  check_formats(document, node, text_path, table, settings, diagnostics);
  return table;
}

}  // namespace gaceta::content
