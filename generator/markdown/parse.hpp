// From Markdown to a Document: the only door to cmark-gfm, made safe for threads (see engine.hpp). Tables, footnotes,
// strikethrough and autolinks as GitHub has them; roles, references, marks and directives taken from the syntax tree.
// Does not know which targets exist, nor what a role prints.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "diagnostics/diagnostic.hpp"
#include "markdown/document.hpp"

namespace gaceta::markdown {

/// The vocabulary of a text. The views must outlive the call; usually they are static arrays.
struct Options {
  std::span<const std::string_view> role_names;                ///< num, date, …, lang
  std::span<const std::string_view> directives;                ///< every block that exists
  std::span<const std::string_view> directives_with_markdown;  ///< those whose body is Markdown: their children
  std::span<const std::string_view> mark_words;                ///< unnumbered, conclusions, …
  std::span<const std::string_view> mark_keys;                 ///< number, caption, …
};

/// Parses `text` (valid UTF-8), whose first line is line `first_line` of `path`. Always gives a document, however
/// broken the text; what is wrong is in `diagnostics`. Time grows about linearly with the text, whatever it is. Any
/// thread.
Document parse(std::string_view text, std::string_view path, std::uint32_t first_line, const Options& options,
               diagnostics::Diagnostics& diagnostics);

/// Parses a string of a data file as inline Markdown: the inlines are the children of the root, nothing is a block.
/// `start` is where the string's first byte stands.
Document parse_inline(std::string_view text, const diagnostics::Place& start, const Options& options,
                      diagnostics::Diagnostics& diagnostics);

}  // namespace gaceta::markdown
