// One block of prose as its reader reads it: words, numbers and marks in a row, without markup, with the way back to
// the file. What is not prose (roles, code, bare references) is one opaque byte, so that its neighbours are not read as
// if it were not there. Reused from block to block; one thread at a time. Internal to the checks of prose.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/prose_lexicon.hpp"
#include "diagnostics/diagnostic.hpp"
#include "markdown/document.hpp"

namespace gaceta::checks {

enum class TokenKind : std::uint8_t { none, word, number, mark, opaque };

/// What stands before a token: nothing, an ordinary space, a no-break space, a narrow one, or more than one.
enum class Gap : std::uint8_t { none, space, no_break, narrow, several };

struct Token {
  TokenKind kind = TokenKind::none;
  Gap gap = Gap::none;
  std::uint32_t begin = 0;  ///< in the text of the block
  std::uint32_t end = 0;
  const WordMeaning* meaning = nullptr;  ///< what the language's rules say of it, or null
};

/// The bytes that stand for what is not prose.
inline constexpr char kOpaque = '\x01';        ///< code, a reference, a role that prints no figure
inline constexpr char kOpaqueFigure = '\x02';  ///< a role that prints a figure
inline constexpr char kNote = '\x03';          ///< the call of a note

class ProseText {
 public:
  /// `path` and `source` are of the file in which the positions count; an empty source: positions cannot be refined.
  ProseText(std::string_view path, std::string_view source) : path_(path), source_(source) {}

  void clear();
  void append(std::string_view bytes, markdown::Position where);
  void append_opaque(char what, markdown::Position where);
  void append_break() { text_.push_back(' '); }
  /// Splits the text into tokens; asks `lexicon` what each word means.
  void tokenize(const ProseLexicon& lexicon);

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  /// The token at `index`; one of kind none beyond both ends.
  [[nodiscard]] const Token& operator[](std::size_t index) const {
    return index < tokens_.size() ? tokens_[index] : kNoToken;
  }
  [[nodiscard]] const Token& before(std::size_t index) const { return index > 0 ? (*this)[index - 1] : kNoToken; }
  [[nodiscard]] std::string_view view(const Token& token) const {
    return std::string_view(text_).substr(token.begin, token.end - token.begin);
  }
  [[nodiscard]] std::string_view view(std::size_t index) const { return view((*this)[index]); }
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return std::string_view(text_).substr(begin, end - begin);
  }
  /// Whether the token at `index` is the mark `sign`.
  [[nodiscard]] bool is_mark(std::size_t index, std::string_view sign) const {
    return (*this)[index].kind == TokenKind::mark && view(index) == sign;
  }
  /// The checks that find something to look at in the tokens: a set of Concern.
  [[nodiscard]] std::uint8_t concerns() const { return concerns_; }
  /// Whether a sentence begins with the token at `index`.
  [[nodiscard]] bool begins_sentence(std::size_t index) const;

  /// Where the bytes from `begin` to `end` stand in the file.
  [[nodiscard]] diagnostics::Place place(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string_view path() const { return path_; }

 private:
  static const Token kNoToken;
  struct Piece {
    std::uint32_t begin;
    std::uint32_t size;
    markdown::Position where;
  };

  std::string_view path_;
  std::string_view source_;
  std::string text_;
  std::vector<Piece> pieces_;
  std::vector<Token> tokens_;
  std::uint8_t concerns_ = 0;
};

}  // namespace gaceta::checks
