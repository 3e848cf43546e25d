#include "markdown/directive.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace gaceta::markdown {
namespace {

Located located(const Line& line, std::string_view part) {
  return {std::string(part), line.position(static_cast<std::size_t>(part.data() - line.text.data()), part.size())};
}

/// The option on `line`, if it has the form `:key: value`; the value may be missing.
std::optional<DirectiveOption> option_on(const Line& line) {
  const std::string_view text = text::trimmed(line.text);
  if (!text.starts_with(':')) return std::nullopt;
  const std::size_t end = text.find(':', 1);
  if (end == std::string_view::npos || end == 1) return std::nullopt;
  const std::string_view key = text.substr(1, end - 1);
  const bool is_separated = end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '\t';
  if (!is_separated || key.find_first_of(" \t") != std::string_view::npos) return std::nullopt;
  const std::string_view value = text::trimmed(text.substr(end + 1));
  // An empty value stands behind the colon.
  return DirectiveOption{located(line, key), located(line, value.empty() ? text.substr(end + 1, 0) : value)};
}

}  // namespace

std::optional<DirectiveHead> directive_head(std::string_view info) {
  if (!info.starts_with('{')) return std::nullopt;
  const std::size_t end = info.find('}');
  if (end == std::string_view::npos) return std::nullopt;
  return DirectiveHead{text::trimmed(info.substr(1, end - 1)), text::trimmed(info.substr(end + 1))};
}

DirectiveOptions directive_options(const std::vector<Line>& lines, std::string_view path,
                                   diagnostics::Diagnostics& diagnostics) {
  DirectiveOptions found;
  for (const Line& line : lines) {
    std::optional<DirectiveOption> option = option_on(line);
    if (!option) break;
    ++found.lines;
    const auto same = std::find_if(found.options.begin(), found.options.end(),
                                   [&](const DirectiveOption& one) { return one.key.text == option->key.text; });
    if (same != found.options.end()) {
      diagnostics.push_back(diagnostics::make("duplicate-option", place(path, option->key.position),
                                              {option->key.text, std::to_string(same->key.position.line)}));
    } else {
      found.options.push_back(*std::move(option));
    }
  }
  while (found.lines < lines.size() && text::trimmed(lines[found.lines].text).empty()) ++found.lines;
  return found;
}

}  // namespace gaceta::markdown
