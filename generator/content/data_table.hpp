// A block ```{table} file.csv: the file with the options that name its columns and their formats. The rows are the
// author's text; numbers are told from words column by column, formats print dates, countries and words alike.
#pragma once

#include <string_view>
#include <variant>

#include "content/blocks.hpp"
#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "localization/notation.hpp"
#include "markdown/document.hpp"

namespace gaceta::content {

/// How the cell is printed: as the column's format wants it, or as a number of a column of numbers. Nothing for text,
/// an error for what the format cannot print. Any thread.
using CellMeaning = std::variant<std::monostate, localization::Phrase, localization::NotationError>;
CellMeaning cell_meaning(const DataTable::Column& column, std::string_view cell, const Settings& settings);

/// Reads `csv`, the file at `path`, as the block `node` of the text at `text_path` wants it. Mistakes of the file and
/// of the options are reported; what could be read is there. Any thread.
DataTable data_table(std::string_view csv, std::string_view path, const markdown::Document& document,
                     markdown::Index node, std::string_view text_path, const Settings& settings,
                     diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
