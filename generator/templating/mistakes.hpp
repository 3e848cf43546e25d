// Where the stages of loading put what they find wrong: turns bytes of a source into a line and a column.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "templating/lexer.hpp"

namespace gaceta::templating {

/// Mistakes in one source file. `path` and `source` must outlive it.
class Mistakes {
 public:
  Mistakes(std::string_view path, std::string_view source, diagnostics::Diagnostics& diagnostics)
      : path_(path), source_(source), diagnostics_(&diagnostics) {}

  void add(std::string_view rule, Span span, std::vector<std::string> arguments = {}, diagnostics::Help help = {}) {
    diagnostics_->push_back(diagnostics::make(rule, place(span), std::move(arguments), std::move(help)));
  }

  /// The place of `span`; what goes beyond the end of its line is cut off.
  diagnostics::Place place(Span span) const {
    const std::string_view before = source_.substr(0, span.offset);
    const std::size_t line_start = before.rfind('\n') + 1;
    const std::string_view words = source_.substr(span.offset, span.length);
    return {std::string(path_), static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
            static_cast<std::uint32_t>(span.offset - line_start + 1),
            static_cast<std::uint32_t>(words.substr(0, words.find_first_of("\r\n")).size())};
  }

 private:
  std::string_view path_;
  std::string_view source_;
  diagnostics::Diagnostics* diagnostics_;
};

}  // namespace gaceta::templating
