// A fenced block whose info string is a directive: ```{name} argument, then `:key: value` lines, then text.
// Not part of the room's door.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "markdown/document.hpp"
#include "markdown/source.hpp"

namespace gaceta::markdown {

struct DirectiveHead {
  std::string_view name;
  std::string_view argument;
};

/// The head in `info`, or nothing if that is an ordinary language name.
std::optional<DirectiveHead> directive_head(std::string_view info);

/// The options at the start of `lines`, and how many lines they take with the blank line behind them.
struct DirectiveOptions {
  std::vector<DirectiveOption> options;
  std::size_t lines = 0;
};
DirectiveOptions directive_options(const std::vector<Line>& lines, std::string_view path,
                                   diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::markdown
