#include "yaml/syntax_error.hpp"

#include <array>

// yaml-cpp names the rule of the grammar that failed, at the byte where it noticed. Editors need the mistake that leads
// there, of which there are few: a tab, ': ' in a value, a missing quote or bracket, a wrong indentation, a special
// character at the start of a value. The source around the mark tells which.

namespace gaceta::yaml {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Help;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_space(char c) {
  return is_blank(c) || c == '\r' || c == '\n';
}

/// One syntax error on its way to a diagnostic.
struct Trouble {
  const Source& source;
  const TreeBuilder& builder;
  std::string_view message;
  std::size_t offset;

  [[nodiscard]] std::string_view text() const { return source.text; }
  /// The byte at `at`, or 0 behind the end.
  [[nodiscard]] char byte(std::size_t at) const { return at < source.text.size() ? source.text[at] : '\0'; }
  [[nodiscard]] std::size_t line_start() const { return source.start_of_line(offset); }
  [[nodiscard]] bool says(std::string_view words) const { return message.starts_with(words); }

  [[nodiscard]] Diagnostic report(std::string_view rule, std::size_t from, std::size_t length,
                                  std::vector<std::string> arguments = {}, Help help = {}) const {
    return diagnostics::make(rule, place(source.path, source.position(from, length)), std::move(arguments),
                             std::move(help));
  }
  /// The word at `from`, up to the next space.
  [[nodiscard]] std::string_view word(std::size_t from) const {
    std::size_t end = from;
    while (end < text().size() && !is_space(text()[end])) ++end;
    return text().substr(from, end - from);
  }
  /// From `from` to the end of its line.
  [[nodiscard]] std::string_view rest(std::size_t from) const {
    return text().substr(from, source.end_of_line(from) - from);
  }
};

/// The offset of a tab in the indentation of the line of the mistake, or of the line before it.
std::optional<std::size_t> indenting_tab(const Trouble& trouble) {
  for (std::size_t start :
       {trouble.line_start(), trouble.source.start_of_line(trouble.line_start() == 0 ? 0 : trouble.line_start() - 1)}) {
    for (std::size_t i = start; i < trouble.text().size() && is_blank(trouble.text()[i]); ++i) {
      if (trouble.text()[i] == '\t') return i;
    }
  }
  return std::nullopt;
}

/// Whether a quote at `offset` can begin a value.
bool begins_value(std::string_view text, std::size_t offset) {
  std::size_t before = offset;
  while (before > 0 && is_blank(text[before - 1])) --before;
  if (before == 0) return true;
  const char c = text[before - 1];
  const bool has_space = before != offset;
  return c == '\n' || c == '[' || c == '{' || c == ',' || (has_space && (c == ':' || c == '-' || c == '?'));
}

/// The opening quote behind `from` that nothing closes.
std::optional<std::size_t> unclosed_quote(std::string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    const char quote = text[i];
    if (quote == '#' && (i == 0 || is_space(text[i - 1]))) {
      i = std::min(text.find('\n', i), text.size());
      continue;
    }
    if ((quote != '"' && quote != '\'') || !begins_value(text, i)) continue;
    std::size_t end = i + 1;
    while (end < text.size() && text[end] != quote) end += quote == '"' && text[end] == '\\' ? 2 : 1;
    if (end >= text.size()) return i;
    i = end;
  }
  return std::nullopt;
}

Diagnostic explain_quote(const Trouble& trouble) {
  const auto quote = unclosed_quote(trouble.text(), std::min(trouble.builder.last_end(), trouble.text().size()));
  const std::size_t offset = quote.value_or(trouble.offset);
  return trouble.report("yaml-unclosed-quote", offset, quote ? trouble.rest(offset).size() : 0);
}

Diagnostic explain_escape(const Trouble& trouble) {
  const std::size_t end = std::min(trouble.offset, trouble.text().size());
  const std::size_t slash = trouble.text().substr(0, end).rfind('\\');
  const std::size_t offset = slash == std::string_view::npos ? end : slash;
  return trouble.report("yaml-escape", offset, 2, {std::string(trouble.text().substr(offset, 2))},
                        {"yaml-use-single-quotes", {}});
}

/// An unexpected ':': a value with ': ' in it, or a line that is indented too far.
Diagnostic explain_colon(const Trouble& trouble) {
  const std::string_view before = trouble.text().substr(trouble.line_start(), trouble.offset - trouble.line_start());
  const std::size_t key_end = before.find(": ");
  if (key_end != std::string_view::npos) {
    std::size_t start = trouble.line_start() + key_end + 2;
    while (start < trouble.offset && is_blank(trouble.byte(start))) ++start;
    return trouble.report("yaml-colon-in-value", start, trouble.rest(start).size(), {}, {"yaml-quote-whole-value", {}});
  }
  // 'foo' and the next line's 'b' were taken for one key 'foo b'.
  const std::size_t previous = trouble.source.start_of_line(trouble.line_start() == 0 ? 0 : trouble.line_start() - 1);
  const std::string_view above = trouble.source.line(previous);
  if (previous < trouble.line_start() && !above.ends_with(':') && above.find(": ") == std::string_view::npos) {
    return trouble.report("yaml-expected-key", previous, above.size());
  }
  std::size_t start = trouble.line_start();
  while (start < trouble.offset && is_blank(trouble.byte(start))) ++start;
  return trouble.report("yaml-indentation", start, trouble.offset - start);
}

Diagnostic explain_bracket(const Trouble& trouble) {
  const char closing = trouble.says(YAML::ErrorMsg::END_OF_SEQ_FLOW) ? ']' : '}';
  const std::optional<Position> open = trouble.builder.open_flow();
  const bool is_next_key = trouble.byte(trouble.offset) == ':';
  if (open && (trouble.offset >= trouble.text().size() || is_next_key)) {
    return diagnostics::make("yaml-unclosed-bracket", place(trouble.source.path, *open), {std::string(1, closing)});
  }
  const std::string line = std::to_string(open ? open->line : trouble.source.position(trouble.offset, 0).line);
  return trouble.report("yaml-expected-comma", trouble.offset, trouble.word(trouble.offset).size(),
                        {std::string(1, closing), line});
}

/// Something stands where a key should.
Diagnostic explain_missing_key(const Trouble& trouble) {
  std::size_t before = trouble.offset;
  while (before > trouble.line_start() && is_blank(trouble.text()[before - 1])) --before;
  const std::string_view rest = trouble.rest(trouble.offset);
  if (before > trouble.line_start()) {
    const std::size_t start = trouble.builder.last_start();
    if (start < trouble.line_start() && trouble.builder.last_end() == before) {
      return trouble.report("yaml-unclosed-quote", start, trouble.rest(start).size());
    }
    return trouble.report("yaml-text-after-value", trouble.offset, rest.size(), {}, {"yaml-quote-whole-value", {}});
  }
  const std::string_view word = trouble.word(trouble.offset);
  const std::size_t colon = word.find(':');
  if (word.starts_with("- ") || word == "-") return trouble.report("yaml-item-in-map", trouble.offset, 1);
  if (colon != std::string_view::npos && colon + 1 < word.size()) {
    return trouble.report("yaml-expected-key", trouble.offset, word.size(), {}, {"yaml-space-after-colon", {}});
  }
  return trouble.report("yaml-expected-key", trouble.offset, rest.size());
}

/// A character with a meaning of its own begins a value.
Diagnostic explain_special_character(const Trouble& trouble) {
  std::size_t start = std::min(trouble.offset, trouble.text().size());
  while (start > trouble.line_start() &&
         std::string_view("*&@`%").find(trouble.byte(start)) == std::string_view::npos) {
    --start;
  }
  if (start >= trouble.text().size()) return trouble.report("yaml-syntax", start, 0);
  if (start > trouble.line_start() &&
      std::string_view("}]\"'").find(trouble.text()[start - 1]) != std::string_view::npos) {
    return trouble.report("yaml-text-after-value", start, trouble.rest(start).size(), {},
                          {"yaml-quote-whole-value", {}});
  }
  return trouble.report("yaml-special-character", start, trouble.rest(start).size(),
                        {std::string(1, trouble.text()[start])}, {"yaml-quote-whole-value", {}});
}

Diagnostic explain_alias(const Trouble& trouble) {
  const std::string_view word = trouble.word(trouble.offset);
  return trouble.report("yaml-unknown-alias", trouble.offset, word.size(), {std::string(word)},
                        {"yaml-quote-whole-value", {}});
}

Diagnostic explain_by_message(const Trouble& trouble) {
  namespace message = YAML::ErrorMsg;
  const std::size_t line_rest = trouble.rest(std::min(trouble.offset, trouble.text().size())).size();
  if (trouble.says(message::EOF_IN_SCALAR) || trouble.says(message::DOC_IN_SCALAR)) return explain_quote(trouble);
  if (trouble.says(message::INVALID_ESCAPE) || trouble.says(message::INVALID_HEX) ||
      trouble.says(message::INVALID_UNICODE)) {
    return explain_escape(trouble);
  }
  if (trouble.says(message::MAP_VALUE) || trouble.says(message::MAP_KEY)) return explain_colon(trouble);
  if (trouble.says(message::END_OF_SEQ_FLOW) || trouble.says(message::END_OF_MAP_FLOW)) return explain_bracket(trouble);
  if (trouble.says(message::FLOW_END)) return trouble.report("yaml-stray-bracket", trouble.offset, 1);
  if (trouble.says(message::END_OF_MAP)) return explain_missing_key(trouble);
  if (trouble.says(message::END_OF_SEQ)) return trouble.report("yaml-expected-item", trouble.offset, line_rest);
  if (trouble.says(message::BLOCK_ENTRY)) return trouble.report("yaml-item-not-on-own-line", trouble.offset, 1);
  if (trouble.says(message::UNKNOWN_ANCHOR)) return explain_alias(trouble);
  const std::array kSpecial = {message::UNKNOWN_TOKEN, message::ALIAS_NOT_FOUND, message::ANCHOR_NOT_FOUND,
                               message::CHAR_IN_ALIAS, message::CHAR_IN_ANCHOR};
  for (const char* special : kSpecial) {
    if (trouble.says(special)) return explain_special_character(trouble);
  }
  return trouble.report("yaml-syntax", trouble.offset, line_rest);
}

}  // namespace

Diagnostic explain(const YAML::ParserException& exception, const Source& source, const TreeBuilder& builder) {
  const Trouble trouble{source, builder, exception.msg, source.offset(exception.mark)};
  if (const auto tab = indenting_tab(trouble)) return trouble.report("yaml-tab", *tab, 1);
  return explain_by_message(trouble);
}

}  // namespace gaceta::yaml
