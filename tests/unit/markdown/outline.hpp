// A Document as indented lines, with the source text that each position covers: what a person checks at a glance.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.hpp"
#include "markdown/parse.hpp"

namespace gaceta::markdown {

inline constexpr std::string_view kRoles[] = {"num", "date", "time", "fact", "term", "lang"};
inline constexpr std::string_view kDirectives[] = {"quote", "facts", "programme", "table"};
inline constexpr std::string_view kWithMarkdown[] = {"quote"};
inline constexpr std::string_view kMarkWords[] = {"unnumbered", "conclusions", "recommendations"};
inline constexpr std::string_view kMarkKeys[] = {"number", "caption"};
inline constexpr Options kOptions{kRoles, kDirectives, kWithMarkdown, kMarkWords, kMarkKeys};

inline std::string_view kind_name(Kind kind) {
  constexpr std::string_view kNames[] = {
      "document", "paragraph", "heading",    "list",      "item",  "quote",    "code_block", "table", "row",
      "cell",     "directive", "definition", "break",     "text",  "soft",     "hard",       "code",  "emphasis",
      "strong",   "strike",    "link",       "reference", "image", "footnote", "role"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// A text with what was found in it; line 1 of the text is line `first_line` of its file.
struct Parsed {
  std::string text;
  std::uint32_t first_line = 1;
  diagnostics::Diagnostics diagnostics;
  Document document;

  explicit Parsed(std::string source, std::uint32_t first = 1) : text(std::move(source)), first_line(first) {
    document = parse(text, "es.md", first_line, kOptions, diagnostics);
  }

  [[nodiscard]] std::string covered(Position position) const {
    std::size_t start = 0;
    for (std::uint32_t line = first_line; line < position.line; ++line) start = text.find('\n', start) + 1;
    return text.substr(start + position.column - 1, position.length);
  }

  /// One line per node: kind, what its position covers, what its value's position covers.
  [[nodiscard]] std::string outline(Index index = Document::root(), std::size_t depth = 0) const {
    std::string out;
    for (Index child : document.children(index)) {
      const Node& node = document[child];
      out += std::string(depth * 2, ' ') + std::string(kind_name(node.kind)) + " «" + covered(node.position) + "»";
      if (node.value_position.line != 0 && node.kind != Kind::code_block) out += " → " + covered(node.value_position);
      out += "\n" + outline(child, depth + 1);
    }
    return out;
  }

  [[nodiscard]] std::vector<Index> all(Kind kind) const {
    std::vector<Index> found;
    for (Index i = 0; i < document.nodes().size(); ++i) {
      if (document[i].kind == kind) found.push_back(i);
    }
    return found;
  }

  [[nodiscard]] std::string report(diagnostics::Language language = diagnostics::Language::english) const {
    diagnostics::Diagnostics sorted = diagnostics;
    diagnostics::sort_and_deduplicate(sorted);
    return diagnostics::as_text(
        sorted, [this](std::string_view) { return std::optional<std::string>(text); }, language,
        diagnostics::Style::plain);
  }
};

}  // namespace gaceta::markdown
