// White space: '-' inside a delimiter removes all white space on that side. A {% tag %} or {# comment #} that is alone
// on its line leaves nothing of that line, so that control tags do not fill pages with empty lines.
#include "templating/lexer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "templating/mistakes.hpp"

namespace gaceta::templating {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

class Lexer {
 public:
  Lexer(std::string_view source, Mistakes& mistakes) : source_(source), mistakes_(mistakes) {}

  std::vector<Token> run() {
    while (at_ < source_.size()) {
      const std::size_t opening = find_opening(at_);
      add_text(at_, opening);
      at_ = opening;
      if (at_ < source_.size()) delimited();
    }
    add(Token::Type::end_of_file, source_.size(), source_.size());
    return std::move(tokens_);
  }

 private:
  std::size_t find_opening(std::size_t from) const {
    for (std::size_t brace = source_.find('{', from); brace != source_.npos; brace = source_.find('{', brace + 1)) {
      const char next = brace + 1 < source_.size() ? source_[brace + 1] : '\0';
      if (next == '{' || next == '%' || next == '#') return brace;
    }
    return source_.size();
  }

  void add(Token::Type type, std::size_t begin, std::size_t end) {
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
    tokens_.push_back(Token{type, span, source_.substr(begin, end - begin)});
  }

  void add_text(std::size_t begin, std::size_t end) {
    if (begin < end) add(Token::Type::text, begin, end);
  }

  /// One {{ … }}, {% … %} or {# … #} that starts at at_.
  void delimited() {
    const std::size_t begin = at_;
    const char kind = source_[begin + 1];
    const std::size_t text_before = tokens_.size();
    at_ += 2;
    if (at_ < source_.size() && source_[at_] == '-') {
      trim_text_before(text_before, source_.find_last_not_of(kBlank, begin == 0 ? 0 : begin - 1) + 1);
      ++at_;
    }
    if (kind == '#') {
      comment(begin);
    } else {
      inside(begin, kind == '{' ? Token::Type::print_begin : Token::Type::tag_begin);
    }
    trim_around(begin, kind, text_before);
    if (kind == '%' && is_tag(text_before, "raw")) raw(begin, text_before);
  }

  void comment(std::size_t begin) {
    const std::size_t end = source_.find("#}", at_);
    if (end == source_.npos) {
      mistakes_.add("template-unclosed", span(begin, begin + 2), {"{#"});
      at_ = source_.size();
    } else {
      at_ = end + 2;
    }
  }

  /// After a delimited part: '-' before its end, or alone on its line.
  void trim_around(std::size_t begin, char kind, std::size_t text_before) {
    if (at_ >= begin + 5 && source_[at_ - 3] == '-') {
      at_ = std::min(source_.find_first_not_of(kBlank, at_), source_.size());
      return;
    }
    if (kind == '{') return;
    const std::size_t line_start = source_.rfind('\n', begin) + 1;  // npos + 1 is 0
    const bool first = source_.find_first_not_of(" \t", line_start) == begin;
    std::size_t next = std::min(source_.find_first_not_of(" \t", at_), source_.size());
    if (next < source_.size() && source_[next] == '\r') ++next;
    const bool last = next >= source_.size() || source_[next] == '\n';
    if (!first || !last) return;
    trim_text_before(text_before, line_start);
    at_ = std::min(next + 1, source_.size());
  }

  /// Shortens the text token before token number `index`, so that it ends at source offset `end`.
  void trim_text_before(std::size_t index, std::size_t end) {
    if (index == 0 || tokens_[index - 1].type != Token::Type::text) return;
    Token& token = tokens_[index - 1];
    const std::size_t left = end > token.span.offset ? end - token.span.offset : 0;
    if (left < token.text.size()) token.text = token.text.substr(0, left);
  }

  bool is_tag(std::size_t index, std::string_view name) const {
    return tokens_.size() == index + 3 && tokens_[index + 1].text == name &&
           tokens_[index + 2].type == Token::Type::end;
  }

  /// Everything up to {% endraw %} as text.
  void raw(std::size_t begin, std::size_t tag) {
    tokens_.resize(tag);
    for (std::size_t end = source_.find("{%", at_); end != source_.npos; end = source_.find("{%", end + 2)) {
      std::size_t name = end + 2 + (source_.substr(end + 2, 1) == "-" ? 1 : 0);
      name = std::min(source_.find_first_not_of(kBlank, name), source_.size());
      if (source_.substr(name, 6) != "endraw") continue;
      add_text(at_, end);
      at_ = end;
      const std::size_t closing = tokens_.size();
      delimited();
      tokens_.resize(closing);
      return;
    }
    mistakes_.add("template-unclosed", span(begin, begin + 2), {"{% raw %}"});
    at_ = source_.size();
  }

  void inside(std::size_t begin, Token::Type type) {
    const std::string_view closing = type == Token::Type::print_begin ? "}}" : "%}";
    add(type, begin, begin + 2);
    for (;;) {
      at_ = std::min(source_.find_first_not_of(kBlank, at_), source_.size());
      const std::string_view rest = source_.substr(at_);
      if (rest.starts_with(closing) || (rest.starts_with('-') && rest.substr(1).starts_with(closing))) {
        const std::size_t length = rest.front() == '-' ? 3 : 2;
        add(Token::Type::end, at_, at_ + length);
        at_ += length;
        return;
      }
      const bool another = rest.starts_with("{{") || rest.starts_with("{%") || rest.starts_with("{#");
      if (rest.empty() || another) {
        mistakes_.add("template-unclosed", span(begin, begin + 2), {std::string(source_.substr(begin, 2))});
        add(Token::Type::bad, at_, at_);
        return;
      }
      word(rest, closing);
    }
  }

  void word(std::string_view rest, std::string_view closing) {
    const std::size_t begin = at_;
    if (rest.front() == '"' || rest.front() == '\'') return string(rest, closing);
    if (is_name_start(rest.front()) || is_digit(rest.front())) {
      while (at_ < source_.size() && (is_name_start(source_[at_]) || is_digit(source_[at_]))) ++at_;
      const bool number = source_.substr(begin, at_ - begin).find_first_not_of("0123456789") == source_.npos;
      add(number ? Token::Type::integer : Token::Type::name, begin, at_);
      return;
    }
    static constexpr std::array<std::string_view, 4> kPairs{"==", "!=", "<=", ">="};
    for (const std::string_view pair : kPairs) {
      if (rest.starts_with(pair)) at_ = begin + 2;
    }
    if (at_ == begin) at_ = character_end(begin);
    add(Token::Type::symbol, begin, at_);
  }

  /// The offset behind the UTF-8 character at `begin`.
  std::size_t character_end(std::size_t begin) const {
    std::size_t end = begin + 1;
    while (end < source_.size() && (static_cast<unsigned char>(source_[end]) & 0xC0) == 0x80) ++end;
    return end;
  }

  void string(std::string_view rest, std::string_view closing) {
    std::size_t length = 1;
    while (length < rest.size() && rest[length] != rest.front() && rest[length] != '\n') {
      length += rest[length] == '\\' && length + 1 < rest.size() && rest[length + 1] != '\n' ? 2 : 1;
    }
    if (length < rest.size() && rest[length] == rest.front()) {
      add(Token::Type::string, at_, at_ + length + 1);
      at_ += length + 1;
      return;
    }
    mistakes_.add("template-unclosed", span(at_, at_ + 1), {std::string(rest.substr(0, 1))});
    length = std::min(length, rest.find(closing));  // the tag itself may well be closed
    add(Token::Type::bad, at_, at_ + length);
    at_ += length;
  }

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end - begin)};
  }

  std::string_view source_;
  Mistakes& mistakes_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<Token> tokens_of(std::string_view source, Mistakes& mistakes) {
  return Lexer(source, mistakes).run();
}

std::string string_value(std::string_view token) {
  std::string value;
  for (std::size_t i = 1; i + 1 < token.size(); ++i) {
    if (token[i] == '\\' && i + 2 < token.size()) {
      ++i;
      value.push_back(token[i] == 'n' ? '\n' : token[i] == 't' ? '\t' : token[i]);
    } else {
      value.push_back(token[i]);
    }
  }
  return value;
}

}  // namespace gaceta::templating
