// Expressions and statements from tokens. A mistake is reported once, its tag is skipped, and parsing goes on behind
// it. Depth and length are bounded, so that no input can exhaust the stack here or in the compiler.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "templating/lexer.hpp"
#include "templating/mistakes.hpp"
#include "templating/syntax.hpp"

namespace gaceta::templating {

inline constexpr int kMostExpressionParts = 256;
inline constexpr int kDeepestNesting = 64;

/// Walks over the tokens of one source. Its first mistake in a tag is reported; after it, the tag has `failed`.
class TokenReader {
 public:
  TokenReader(const std::vector<Token>& tokens, Mistakes& mistakes) : tokens_(tokens), mistakes_(mistakes) {}

  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  bool is(std::string_view word) const;
  bool is(Token::Type type) const { return peek().type == type; }
  bool accept(std::string_view word);
  void expect(std::string_view word);
  Name expect_name();
  Name expect_string();
  /// The next token; the end of a tag is never passed. take_any passes everything but the end of the file.
  const Token& take();
  void take_any();

  /// Reports that `wanted` (a WORD or a quoted symbol) should stand before the next token.
  void fail_expecting(std::string_view wanted);
  void fail(std::string_view rule, Span span, std::vector<std::string> arguments, diagnostics::Help help = {});
  void begin_tag() { failed_ = false; }
  bool failed() const { return failed_; }
  /// Skips to behind the end of the tag that is being read; reports what stands before it if nothing else is wrong.
  void finish_tag();
  Mistakes& mistakes() { return mistakes_; }

 private:
  const std::vector<Token>& tokens_;
  Mistakes& mistakes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

/// The expression that starts at the reader's token; if it is wrong, the tag has failed and the result means nothing.
Expression parse_expression(TokenReader& reader);

}  // namespace gaceta::templating
