// A block ```{table} file.csv: the file with the options that name its columns and their formats. The rows are the
// author's text; numbers are told from words column by column and printed by rendering/.
#pragma once

#include <string_view>

#include "content/blocks.hpp"
#include "content/settings.hpp"
#include "diagnostics/diagnostic.hpp"
#include "markdown/document.hpp"

namespace gaceta::content {

/// Reads `csv`, the file at `path`, as the block `node` of the text at `text_path` wants it. Mistakes of the file and
/// of the options are reported; what could be read is there. Any thread.
DataTable data_table(std::string_view csv, std::string_view path, const markdown::Document& document,
                     markdown::Index node, std::string_view text_path, const Settings& settings,
                     diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
