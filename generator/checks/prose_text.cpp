// Tokens are found in one pass over the bytes. A finding is rare, so the way back to the file is computed only then: if
// a piece has as many bytes in the text as in its file, by counting; else (escapes, entities, folded lines of front
// matter) by walking along the source beside the text.
#include "checks/prose_text.hpp"

#include <algorithm>
#include <array>

namespace gaceta::checks {
namespace {

enum class ByteClass : std::uint8_t { letter, digit, space, mark };

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The size of the character at `at`, and what it is. Letters beyond ASCII are everything but the blocks of signs.
struct Character {
  ByteClass kind;
  std::uint8_t size;
  Gap gap = Gap::none;
};

/// ASCII letters and digits: most of what words are made of.
constexpr std::array<bool, 256> kPlainWord = [] {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
  return table;
}();

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : static_cast<unsigned char>(0);
  };
  const unsigned char first = byte(0);
  if (first < 0x80) {
    if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) return {ByteClass::letter, 1};
    if (is_digit(static_cast<char>(first))) return {ByteClass::digit, 1};
    if (first == ' ' || first == '\t' || first == '\n') return {ByteClass::space, 1, Gap::space};
    return {ByteClass::mark, 1};
  }
  if (first == 0xC2) {  // U+0080 to U+00BF: signs of Latin-1
    if (byte(1) == 0xA0) return {ByteClass::space, 2, Gap::no_break};
    return {ByteClass::mark, 2};
  }
  if (first == 0xE2) {  // U+2000 to U+2FFF: punctuation, currencies, arrows
    if (byte(1) == 0x80 && byte(2) == 0xAF) return {ByteClass::space, 3, Gap::narrow};
    if (byte(1) == 0x80 && byte(2) >= 0x80 && byte(2) <= 0x8A) return {ByteClass::space, 3, Gap::narrow};
    return {ByteClass::mark, 3};
  }
  if (first == 0xE3 && byte(1) == 0x80) return {ByteClass::mark, 3};
  const std::uint8_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  return {ByteClass::letter, static_cast<std::uint8_t>(std::min<std::size_t>(size, text.size() - at))};
}

/// The size of a sign that may stand inside a number, at `at`: . , ' ’ and the middle dot; 0 if there is none.
std::size_t separator_size(std::string_view text, std::size_t at) {
  if (text[at] == '.' || text[at] == ',' || text[at] == '\'') return 1;
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("’")) return std::string_view("’").size();
  return rest.starts_with("·") ? std::string_view("·").size() : 0;
}

std::size_t end_of_number(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (is_digit(text[at])) {
      ++at;
      continue;
    }
    const std::size_t size = separator_size(text, at);
    if (size == 0 || at + size >= text.size() || !is_digit(text[at + size])) break;
    at += size;
  }
  return at;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (kPlainWord[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    if (static_cast<unsigned char>(text[at]) < 0x80) break;
    const Character next = character_at(text, at);
    if (next.kind != ByteClass::letter && next.kind != ByteClass::digit) break;
    at += next.size;
  }
  return at;
}

/// Line `number` of `source` and what follows.
std::string_view from_line(std::string_view source, std::uint32_t number) {
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < number && at != std::string_view::npos; ++line) {
    at = source.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  return at == std::string_view::npos ? std::string_view() : source.substr(at);
}

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

/// Walks along a source and the text that was read from it.
class Walk {
 public:
  Walk(std::string_view source, markdown::Position start) : source_(source), line_(start.line), column_(start.column) {}

  /// To the place of text[target]; false if the source says something else.
  bool to(std::string_view text, std::size_t target) {
    skip_opening_quote(text);
    for (std::size_t at = 0; at < target; ++at) {
      if (is_white(text[at])) {
        if (!skip_white()) return false;
        continue;
      }
      if (at_ < source_.size() && source_[at_] != text[at] && (source_[at_] == '\\' || source_[at_] == '\'')) step();
      if (at_ >= source_.size() || source_[at_] != text[at]) return false;
      step();
    }
    if (target < text.size() && at_ < source_.size() && source_[at_] != text[target]) {
      if (is_white(source_[at_])) (void)skip_white();
      if (at_ < source_.size() && source_[at_] == '\\') step();
    }
    return true;
  }

  [[nodiscard]] std::uint32_t line() const { return line_; }
  [[nodiscard]] std::uint32_t column() const { return column_; }

 private:
  void step() {
    if (source_[at_] == '\n') {
      ++line_;
      column_ = 1;
    } else {
      ++column_;
    }
    ++at_;
  }

  bool skip_white() {
    const std::size_t start = at_;
    while (at_ < source_.size() && is_white(source_[at_])) step();
    return at_ > start;
  }

  void skip_opening_quote(std::string_view text) {
    if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'') && !text.starts_with(source_[at_])) {
      step();
    }
  }

  std::string_view source_;
  std::size_t at_ = 0;
  std::uint32_t line_;
  std::uint32_t column_;
};

}  // namespace

const Token ProseText::kNoToken{};

void ProseText::clear() {
  text_.clear();
  pieces_.clear();
  tokens_.clear();
}

void ProseText::append(std::string_view bytes, markdown::Position where) {
  pieces_.push_back({static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(bytes.size()), where});
  text_ += bytes;
}

void ProseText::append_opaque(char what, markdown::Position where) {
  append(std::string_view(&what, 1), where);
}

void ProseText::tokenize(const ProseLexicon& lexicon) {
  tokens_.clear();
  concerns_ = 0;
  const std::string_view text = text_;
  Gap gap = Gap::none;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {  // half of all characters that are asked for
      gap = gap == Gap::none ? Gap::space : Gap::several;
      ++at;
      continue;
    }
    const Character here = character_at(text, at);
    if (here.kind == ByteClass::space) {
      gap = gap == Gap::none ? here.gap : Gap::several;
      at += here.size;
      continue;
    }
    Token token{TokenKind::mark, gap, static_cast<std::uint32_t>(at), 0, nullptr};
    std::size_t end = at + here.size;
    if (here.kind == ByteClass::letter) {
      token.kind = TokenKind::word;
      end = end_of_word(text, at);
    } else if (here.kind == ByteClass::digit) {
      token.kind = TokenKind::number;
      concerns_ |= kDates | kFigures;
      end = end_of_number(text, at);
    } else if (text[at] == kOpaque || text[at] == kOpaqueFigure) {
      token.kind = TokenKind::opaque;
      concerns_ |= kFigures;
    } else if (text[at] == '[') {
      concerns_ |= kLeftovers;
    } else if (text[at] == '"' || text[at] == '\'' || here.size > 1) {
      concerns_ |= kQuotationMarks;
    }
    token.end = static_cast<std::uint32_t>(end);
    if (token.kind == TokenKind::word || token.kind == TokenKind::mark) {
      token.meaning = lexicon.find(text.substr(at, end - at));
      if (token.meaning != nullptr) concerns_ |= token.meaning->concerns;
    }
    tokens_.push_back(token);
    gap = Gap::none;
    at = end;
  }
}

bool ProseText::begins_sentence(std::size_t index) const {
  while (index > 0) {
    const Token& token = (*this)[--index];
    if (token.kind != TokenKind::mark) return false;
    const std::string_view mark = view(token);
    if (mark == "." || mark == "?" || mark == "!" || mark == ":" || mark == "…") return true;
    if (mark != "¿" && mark != "¡" && mark != "“" && mark != "«" && mark != "(" && mark != "\"") return false;
  }
  return true;
}

diagnostics::Place ProseText::place(std::size_t begin, std::size_t end) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), begin,
                                      [](std::size_t at, const Piece& piece) { return at < piece.begin; });
  if (after == pieces_.begin()) return {std::string(path_), 0, 0, 0};
  const Piece& piece = *std::prev(after);
  const std::size_t offset = begin - piece.begin;
  const auto length = static_cast<std::uint32_t>(std::min<std::size_t>(end, piece.begin + piece.size) - begin);
  const auto direct = static_cast<std::uint32_t>(piece.where.column + offset);
  if (piece.size == 1 || piece.where.length == piece.size)
    return {std::string(path_), piece.where.line, direct, length};
  const std::string_view rest = from_line(source_, piece.where.line);
  Walk walk(rest.substr(std::min<std::size_t>(piece.where.column - 1, rest.size())), piece.where);
  if (!source_.empty() && walk.to(slice(piece.begin, piece.begin + piece.size), offset)) {
    return {std::string(path_), walk.line(), walk.column(), length};
  }
  return {std::string(path_), piece.where.line, piece.where.column, piece.where.length};
}

}  // namespace gaceta::checks
