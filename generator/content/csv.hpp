// Comma-separated values, RFC 4180: quoted fields may hold commas, line ends and doubled quotes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "model/span.hpp"

namespace gaceta::content {

struct CsvRow {
  std::uint32_t line = 1;  ///< where the row begins
  std::vector<std::string> cells;
  /// Where each cell begins; `length` counts its bytes in the file, quotation marks included.
  std::vector<model::Span> places;
};

/// The rows of `text`, without empty lines. Every row must have as many cells as the first: others are reported at
/// their line, and padded or cut. A quote that is never closed is reported.
std::vector<CsvRow> parse_csv(std::string_view text, std::string_view path, diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::content
