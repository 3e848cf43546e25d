// Where in a file something was written; the file is known from whoever holds the span.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.hpp"

namespace gaceta::model {

/// Line and column from 1, column and length in bytes of that line; 0 is "not known".
struct Span {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  friend auto operator<=>(const Span&, const Span&) = default;
};

inline diagnostics::Place place(std::string_view path, const Span& span) {
  return {std::string(path), span.line, span.column, span.length};
}

}  // namespace gaceta::model
