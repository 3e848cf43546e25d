#include "markdown/cursor.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "markdown/characters.hpp"
#include "text/utf8.hpp"

namespace gaceta::markdown {
namespace {

constexpr std::size_t kLongestEntity = 40;  // bytes, with '&' and ';'
constexpr std::size_t kSearched = 4096;     // bytes ahead, to find the way back
constexpr std::size_t kAnchor = 12;         // bytes of a text that are looked for

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kAsciiEntities = {{
    {"&amp;", "&"},
    {"&AMP;", "&"},
    {"&lt;", "<"},
    {"&gt;", ">"},
    {"&quot;", "\""},
    {"&nbsp;", "\u00A0"},
}};

/// The character of a numeric entity such as '&#233;' or '&#xE9;', or nothing.
std::string numeric_entity(std::string_view entity) {
  if (entity.size() < 4 || entity[1] != '#') return {};
  const bool is_hexadecimal = entity[2] == 'x' || entity[2] == 'X';
  std::uint32_t code = 0;
  for (char c : entity.substr(is_hexadecimal ? 3 : 2, entity.size() - (is_hexadecimal ? 4 : 3))) {
    const bool is_letter_digit = is_hexadecimal && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'));
    if (!is_digit(c) && !is_letter_digit) return {};
    const auto digit = static_cast<std::uint32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    code = std::min<std::uint32_t>(code * (is_hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  const bool is_character = code != 0 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF);
  std::string out;
  text::append_code_point(out, is_character ? code : 0xFFFD);
  return out;
}

/// What `entity` stands for, if this file knows.
std::string known_entity(std::string_view entity) {
  for (const auto& [written, meaning] : kAsciiEntities) {
    if (entity == written) return std::string(meaning);
  }
  return numeric_entity(entity);
}

}  // namespace

/// The length of the entity at the cursor if `literal` has its character at `at`, which moves behind it; else 0.
std::size_t Cursor::entity(std::string_view literal, std::size_t& at) const {
  const std::size_t end = content_.substr(offset_, kLongestEntity).find(';');
  if (end == std::string_view::npos) return 0;
  const std::string_view written = content_.substr(offset_, end + 1);
  const std::string_view rest = literal.substr(at);
  if (const std::string meaning = known_entity(written); !meaning.empty() && rest.starts_with(meaning)) {
    at += meaning.size();
    return written.size();
  }
  if (rest.starts_with('&')) return 0;
  // A name that only cmark knows: one character or two, whichever makes the rest agree.
  std::size_t next = at;
  for (int characters = 1; characters <= 2 && next < literal.size(); ++characters) {
    text::next_code_point(literal, next);
    const char after = offset_ + written.size() < content_.size() ? content_[offset_ + written.size()] : '\0';
    if (characters == 2 || next == literal.size() || literal[next] == after || after == '\\' || after == '&') {
      at = next;
      return written.size();
    }
  }
  return 0;
}

/// Goes to where the rest of a text is found further on.
bool Cursor::find_again(std::string_view literal) {
  const std::string_view ahead = content_.substr(offset_, kSearched);
  const std::size_t found = ahead.find(literal.substr(0, kAnchor));
  if (found == std::string_view::npos) return false;
  offset_ += found;
  return true;
}

Span Cursor::text(std::string_view literal) {
  // Nearly always a text is written as it reads, but "&" may be "&amp;" and "\\" may be "\\\\".
  const bool is_plain = literal.find('&') == std::string_view::npos && literal.find('\\') == std::string_view::npos;
  if (is_plain && content_.substr(offset_).starts_with(literal)) {
    offset_ += literal.size();
    return {offset_ - literal.size(), offset_};
  }
  Span span{offset_, offset_};
  bool has_begun = false;
  for (std::size_t at = 0; at < literal.size();) {
    const char c = peek();
    const bool is_escaped = c == '\\' && offset_ + 1 < content_.size() && content_[offset_ + 1] == literal[at] &&
                            is_punctuation(literal[at]);
    if (is_escaped) {
      offset_ += 2;
      ++at;
    } else if (const std::size_t length = c == '&' ? entity(literal, at) : 0; length != 0) {
      offset_ += length;
    } else if (c == literal[at] && offset_ < content_.size()) {
      ++offset_;
      ++at;
    } else if (find_again(literal.substr(at))) {
      if (!has_begun) span.begin = offset_;
      continue;
    } else {
      break;
    }
    has_begun = true;
  }
  span.end = offset_;
  return span;
}

Span Cursor::line_break() {
  Span span{offset_, offset_};
  while (is_blank(peek())) ++offset_;
  if (peek() == '\\') ++offset_;
  if (peek() == '\n') {
    ++offset_;
    while (is_blank(peek())) ++offset_;
    span.end = offset_;
  } else {
    offset_ = span.begin;
  }
  return span;
}

Span Cursor::raw(std::string_view literal) {
  const std::size_t begin = offset_;
  if (content_.substr(offset_).starts_with(literal)) offset_ += literal.size();
  return {begin, offset_};
}

Span Cursor::run(char delimiter, std::size_t most) {
  const std::size_t begin = offset_;
  while (offset_ - begin < most && peek() == delimiter) ++offset_;
  return {begin, offset_};
}

Span Cursor::until(char end) {
  const std::size_t begin = offset_;
  offset_ = std::min(content_.find(end, offset_), content_.size());
  return {begin, offset_};
}

Cursor::Code Cursor::code() {
  const Span open = run('`', content_.size());
  const std::size_t ticks = open.end - open.begin;
  Span inner{offset_, offset_};
  while (offset_ < content_.size()) {
    inner.end = std::min(content_.find('`', offset_), content_.size());
    offset_ = inner.end;
    const Span close = run('`', content_.size());
    if (close.end - close.begin == ticks) break;
  }
  auto is_stripped = [&](std::size_t at) { return content_[at] == ' ' || content_[at] == '\n'; };
  const std::string_view between = content_.substr(inner.begin, inner.end - inner.begin);
  if (between.find_first_not_of(" \n") != std::string_view::npos && is_stripped(inner.begin) &&
      is_stripped(inner.end - 1)) {
    ++inner.begin;
    --inner.end;
  }
  return {{open.begin, offset_}, inner};
}

LinkTail Cursor::link_end() {
  if (peek() != ']') return {offset_, std::nullopt};
  const LinkTail tail = link_tail(content_, offset_ + 1);
  offset_ = tail.end;
  return tail;
}

}  // namespace gaceta::markdown
