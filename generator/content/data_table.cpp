#include "content/data_table.hpp"

#include <algorithm>

#include "content/csv.hpp"
#include "content/vocabulary.hpp"
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
using localization::IntentId;
using localization::ValueKind;

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
void find_intents(const markdown::Document& document, markdown::Index node, std::string_view text_path,
                  DataTable& table, const Settings& settings, Diagnostics& diagnostics) {
  const markdown::Located* option = document.option(node, "formats");
  for (DataTable::Column& column : table.columns) {
    if (column.format.empty()) continue;
    const auto named = settings.formats.find(column.format);
    column.intent = localization::find_intent(named != settings.formats.end() ? named->second : column.format);
    if (column.intent) {
      column.is_numeric = localization::intent(*column.intent).kind == ValueKind::number;
      continue;
    }
    if (named != settings.formats.end()) continue;  // reported in site.yaml
    std::vector<std::string_view> names = localization::intent_names();
    for (const auto& [name, intent] : settings.formats) names.push_back(name);
    const std::size_t at = option->text.rfind(column.format);
    diagnostics.push_back(make(
        "unknown-intent", place_in(*option, std::string_view(option->text).substr(at, column.format.size()), text_path),
        {column.format}, did_you_mean(text::nearest(column.format, names))));
  }
}

/// What a format cannot print is reported at the cell; text among numbers ('n. d.') stays text.
void check_cells(const std::vector<CsvRow>& rows, std::string_view path, const DataTable& table,
                 const Settings& settings, Diagnostics& diagnostics) {
  for (std::size_t row = 1; row < rows.size(); ++row) {
    for (std::size_t i = 0; i < rows[row].cells.size(); ++i) {
      const CellMeaning meaning = cell_meaning(table.columns[i], rows[row].cells[i], settings);
      const auto* wrong = std::get_if<localization::NotationError>(&meaning);
      if (wrong == nullptr) continue;
      diagnostics.push_back(make(wrong->rule, model::place(path, rows[row].places[i]), wrong->arguments, wrong->help));
    }
  }
}

localization::TextList items_of(std::string_view cell) {
  localization::TextList list;
  for (std::size_t start = 0; start <= cell.size();) {
    const std::size_t end = std::min(cell.find(';', start), cell.size());
    list.items.emplace_back(std::string(text::trimmed(cell.substr(start, end - start))));
    start = end + 1;
  }
  return list;
}

CellMeaning number_meaning(const DataTable::Column& column, std::string_view cell) {
  const auto value = model::parse_decimal(cell);
  if (!value) return std::monostate{};
  localization::Number number;
  number.value = *value;
  const IntentId usual = cell.find('.') != std::string_view::npos ? IntentId::decimal_plain : IntentId::integer_grouped;
  return localization::Phrase{std::move(number), column.intent.value_or(usual)};
}

}  // namespace

CellMeaning cell_meaning(const DataTable::Column& column, std::string_view cell, const Settings& settings) {
  if (cell.empty()) return std::monostate{};
  if (column.is_numeric) return number_meaning(column, cell);
  if (!column.intent) return std::monostate{};
  const ValueKind kind = localization::intent(*column.intent).kind;
  if (const std::string_view role = localization::role_of(kind); !role.empty()) {
    // The format stands behind the cell like the style word of a role, under a name that no cell can have.
    const localization::NamedFormats format{{";", *column.intent}};
    auto phrase = localization::parse_role(role, std::string(cell) + " ;", *settings.units, &format);
    if (auto* wrong = std::get_if<localization::NotationError>(&phrase)) return std::move(*wrong);
    return std::get<localization::Phrase>(std::move(phrase));
  }
  if (kind == ValueKind::list) return localization::Phrase{items_of(cell), *column.intent};
  return localization::Phrase{localization::Words{std::string(cell), {}, {}, {}}, *column.intent};
}

DataTable data_table(std::string_view csv, std::string_view path, const markdown::Document& document,
                     markdown::Index node, std::string_view text_path, const Settings& settings,
                     Diagnostics& diagnostics) {
  DataTable table;
  const std::vector<CsvRow> rows = parse_csv(csv, path, diagnostics);
  if (rows.empty()) {
    diagnostics.push_back(make("empty-file", {std::string(path)}));
    return table;
  }
  for (const std::string& name : rows.front().cells) {
    const std::string trimmed(text::trimmed(name));
    table.columns.push_back({trimmed, trimmed, "", true, {}});
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    table.rows.emplace_back();
    for (std::size_t c = 0; c < rows[i].cells.size(); ++c) {
      const std::string& cell = table.rows.back().emplace_back(text::trimmed(rows[i].cells[c]));
      table.columns[c].is_numeric = table.columns[c].is_numeric && is_number(cell);
    }
  }
  read_column_option(document, node, "columns", text_path, table, &DataTable::Column::title, diagnostics);
  read_column_option(document, node, "formats", text_path, table, &DataTable::Column::format, diagnostics);
  find_intents(document, node, text_path, table, settings, diagnostics);
  check_cells(rows, path, table, settings, diagnostics);
  if (const markdown::Located* source = document.option(node, "source")) {
    table.source.document =
        markdown::parse_inline(source->text, place_in(*source, source->text, text_path), kMarkdownOptions, diagnostics);
    table.source_path = text_path;
  }
  return table;
}

}  // namespace gaceta::content
