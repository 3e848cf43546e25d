#include "markdown/link_syntax.hpp"

#include "markdown/characters.hpp"

// CommonMark 0.29, sections 4.7, 6.5 and 6.6, as cmark-gfm reads them.

namespace gaceta::markdown {
namespace {

constexpr std::size_t kLongestLabel = 1000;
constexpr int kMostParentheses = 32;

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

bool is_escape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() && is_punctuation(text[at + 1]);
}

std::optional<Span> pointed_destination(std::string_view text, std::size_t at) {
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '>') return Span{at + 1, i};
    if (text[i] == '\n' || text[i] == '<') return std::nullopt;
    if (text[i] == '\\') ++i;
  }
  return std::nullopt;
}

/// The destination at `at`, without its angle brackets.
std::optional<Span> destination(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '<') return pointed_destination(text, at);
  int depth = 0;
  std::size_t i = at;
  for (; i < text.size() && !is_space(text[i]); ++i) {
    if (is_escape(text, i)) {
      ++i;
    } else if (text[i] == '(') {
      if (++depth > kMostParentheses) return std::nullopt;
    } else if (text[i] == ')' && --depth < 0) {
      break;
    }
  }
  return Span{at, i};
}

std::size_t end_of_destination(std::string_view text, const Span& span) {
  return span.end < text.size() && text[span.end] == '>' && span.begin > 0 && text[span.begin - 1] == '<' ? span.end + 1
                                                                                                          : span.end;
}

/// The offset behind the title at `at`, if there is one.
std::optional<std::size_t> title_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || std::string_view("\"'(").find(text[at]) == std::string_view::npos) return std::nullopt;
  const char close = text[at] == '(' ? ')' : text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] == '\\') {
      ++i;
    } else if (text[i] == close) {
      return i + 1;
    }
  }
  return std::nullopt;
}

/// The offset behind the label at `at`, if there is one.
std::optional<std::size_t> label_end(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  for (std::size_t i = at + 1; i < text.size() && i - at <= kLongestLabel; ++i) {
    if (text[i] == ']') return i + 1;
    if (text[i] == '[') return std::nullopt;
    if (is_escape(text, i)) ++i;
  }
  return std::nullopt;
}

std::optional<LinkTail> inline_tail(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || text[offset] != '(') return std::nullopt;
  const std::optional<Span> url = destination(text, skip_space(text, offset + 1));
  if (!url) return std::nullopt;
  const std::size_t behind = end_of_destination(text, *url);
  std::size_t end = skip_space(text, behind);
  if (end > behind) {
    if (const auto title = title_end(text, end)) end = skip_space(text, *title);
  }
  if (end >= text.size() || text[end] != ')') return std::nullopt;
  return LinkTail{end + 1, url};
}

/// The offset behind the end of the line at `at` if nothing but blanks stands before it.
std::optional<std::size_t> line_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at >= text.size()) return at;
  return text[at] == '\n' ? std::optional(at + 1) : std::nullopt;
}

/// Skips blanks with at most one end of a line among them.
std::size_t skip_to_next_part(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  if (at < text.size() && text[at] == '\n') ++at;
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

/// The offset behind one definition at the start of `text`.
std::optional<std::size_t> definition_end(std::string_view text) {
  const std::optional<std::size_t> label = label_end(text, 0);
  if (!label || skip_space(text, 1) + 1 >= *label || *label >= text.size() || text[*label] != ':') return std::nullopt;
  const std::size_t start = skip_to_next_part(text, *label + 1);
  const std::optional<Span> url = destination(text, start);
  if (!url || (url->begin == url->end && text.substr(start, 1) != "<")) return std::nullopt;
  const std::size_t behind = end_of_destination(text, *url);
  if (const std::size_t before_title = skip_to_next_part(text, behind); before_title > behind) {
    if (const auto title = title_end(text, before_title)) {
      if (const auto end = line_end(text, *title)) return end;
    }
  }
  return line_end(text, behind);
}

}  // namespace

LinkTail link_tail(std::string_view text, std::size_t offset) {
  if (const std::optional<LinkTail> tail = inline_tail(text, offset)) return *tail;
  if (const std::optional<std::size_t> end = label_end(text, offset)) return {*end, std::nullopt};
  return {offset, std::nullopt};
}

std::size_t definitions_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] == '[') {
    const std::optional<std::size_t> end = definition_end(text.substr(length));
    if (!end) break;
    length += *end;
  }
  return length;
}

}  // namespace gaceta::markdown
